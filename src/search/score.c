/* The best k, block by block.
 *
 * For each block of 256 articles the most that any of them can reach is known beforehand, term by
 * term. Blocks are scored in the order of these bounds, the highest first, until none that is left
 * can reach the k-th best so far (Mallia, Suel and Tonellotto 2024, "Faster Learned Sparse
 * Retrieval with Block-Max Pruning"). Sums in single precision only choose candidates, with some
 * slack; what is kept is scored exactly. */
#include "search/score.h"

#include <math.h>
#include <string.h>

#include "search/heap.h"
#include "search/run.h"

enum { BUCKETS = 1024 };
/* Far above the rounding of single precision, far below any difference that matters. */
static const float SLACK = 1e-4F;

score_parameters score_defaults(void) {
  score_parameters p = {.k1 = 1.2, .b = 0.75};
  for (unsigned i = 0; i < COLUMN_COUNT; i++) p.weights[i] = columns[i].weight;
  return p;
}

unsigned score_frequency(const score_parameters *p, uint16_t code, unsigned column_set) {
  unsigned f = 0;
  for (unsigned c = 0; c < COLUMN_COUNT; c++)
    if (column_set & 1u << c) f += p->weights[c] * code_in(code, c);
  return f;
}

static double average_length(const searcher *x) {
  if (!x->segments.records || !x->segments.words) return 1;
  return (double)x->segments.words / (double)x->segments.records;
}

/* --- Preparing --- */

static bool find_lists(searcher *x, scored_term *t, arena *a, error *e) {
  size_t count = x->segments.list.count;
  long long records = t->term.size || !t->found ? 0 : (long long)t->found->count;
  if (t->term.size && !t->lists) {
    block_entry *lists = arena_alloc(a, count * sizeof *lists);
    if (count && !lists) return error_memory(e);
    for (size_t i = 0; i < count; i++)
      if (!lists_find(x->store, x->segments.list.items[i].id, t->term, a, &lists[i], e))
        return false;
    t->lists = lists;
  }
  for (size_t i = 0; t->lists && i < count; i++) records += t->lists[i].count;
  if (!t->records) t->records = records;
  return true;
}

bool score_prepare(searcher *x, scored_terms *terms, arena *a, error *e) {
  double all = (double)x->segments.records;
  for (size_t i = 0; i < terms->count; i++) {
    scored_term *t = &terms->items[i];
    if (!find_lists(x, t, a, e)) return false;
    double having = (double)t->records < all ? (double)t->records : all;
    t->factor = t->weight * log(1 + (all - having + 0.5) / (having + 0.5));
  }
  return true;
}

/* --- Blocks in order --- */

/* A segment's runs, of the terms that it has, in their order. */
typedef struct segment_runs {
  run *runs;
  size_t count;
} segment_runs;

typedef struct bounded {
  float most; /* what any article of the block can reach */
  uint32_t segment;
  uint16_t block;
} bounded;

typedef struct scorer {
  searcher *x;
  const set *within;
  arena *a;
  scoring scoring;
  frequency_tables tables;
  heap heap;
  segment_runs *segments;
  bounded *blocks, *ordered; /* all that have any term; the same, the highest first */
  size_t block_count;
  block_postings *found; /* of each run in the block under way */
} scorer;

static bool load_segment(scorer *s, size_t number, const scored_terms *terms, error *e) {
  const segment_row *row = &s->x->segments.list.items[number];
  segment_runs *g = &s->segments[number];
  float bounds[PACKED_BLOCKS] = {0};
  g->runs = arena_alloc(s->a, terms->count * sizeof *g->runs);
  if (!g->runs) return error_memory(e);
  for (size_t i = 0; i < terms->count; i++) {
    run *r = &g->runs[g->count];
    if (!run_load(s->x, &terms->items[i], row, &s->scoring, &s->tables, s->a, r, e)) return false;
    if (r->factor <= 0) continue;
    run_add_bounds(r, &s->scoring, bounds);
    g->count++;
  }
  for (unsigned b = 0; b < PACKED_BLOCKS; b++)
    if (bounds[b] > 0)
      s->blocks[s->block_count++] =
          (bounded){bounds[b] * (1 + SLACK), (uint32_t)number, (uint16_t)b};
  return true;
}

/* Orders the blocks by counting, into so many classes that the order within one hardly matters. */
static void order_blocks(scorer *s) {
  size_t starts[BUCKETS + 1] = {0};
  float most = 0;
  for (size_t i = 0; i < s->block_count; i++)
    if (s->blocks[i].most > most) most = s->blocks[i].most;
  float scale = most > 0 ? (BUCKETS - 1) / most : 0;
  for (size_t i = 0; i < s->block_count; i++)
    starts[BUCKETS - (size_t)(s->blocks[i].most * scale)]++;
  for (size_t i = 1; i <= BUCKETS; i++) starts[i] += starts[i - 1];
  for (size_t i = 0; i < s->block_count; i++)
    s->ordered[starts[BUCKETS - 1 - (size_t)(s->blocks[i].most * scale)]++] = s->blocks[i];
}

/* --- One block --- */

/* The exact score: all terms in their order, in double precision. */
static double exact(const scorer *s, const segment_runs *g, uint8_t low, uint16_t length) {
  const score_parameters *p = s->scoring.parameters;
  double sum = 0, k = p->k1 * (1 - p->b + p->b * length / s->scoring.average);
  for (size_t i = 0; i < g->count; i++) {
    const block_postings *found = &s->found[i];
    const uint8_t *at = found->count ? memchr(found->lows, low, found->count) : NULL;
    double f = at ? found->frequencies[at - found->lows] : 0;
    if (f > 0) sum += g->runs[i].term->factor * f / (f + k);
  }
  return sum;
}

/* Adds up what each article of the block has; gives which articles have anything, as bits. */
static void add_up(const scorer *s, const segment_runs *g, const uint16_t *lengths, unsigned size,
                   float sums[PACKED_BLOCK], uint64_t touched[4]) {
  float k[PACKED_BLOCK];
  for (unsigned i = 0; i < size; i++) k[i] = s->scoring.base + s->scoring.slope * (float)lengths[i];
  for (size_t i = 0; i < g->count; i++) {
    const block_postings *found = &s->found[i];
    float factor = g->runs[i].factor;
    for (unsigned at = 0; at < found->count; at++) {
      uint8_t low = found->lows[at];
      float f = found->frequencies[at];
      if (low >= size) continue; /* a damaged list */
      sums[low] += factor * f / (f + k[low]);
      touched[low / 64] |= UINT64_C(1) << low % 64;
    }
  }
}

static bool score_block(scorer *s, const bounded *b, error *e) {
  const segment_row *row = &s->x->segments.list.items[b->segment];
  segment_runs *g = &s->segments[b->segment];
  const set *among = s->within ? s->within : &s->x->alive;
  uint32_t place = b->block * (uint32_t)PACKED_BLOCK;
  article_id first = row->first + place;
  if (place >= row->span) return true;
  unsigned size = row->span - place < PACKED_BLOCK ? row->span - place : PACKED_BLOCK;
  if (set_next(among, (uint64_t)first) >= (uint64_t)first + size) return true;
  float sums[PACKED_BLOCK] = {0};
  uint64_t touched[4] = {0};
  for (size_t i = 0; i < g->count; i++)
    if (!run_read_block(s->x, &g->runs[i], b->block, s->a, &s->found[i], e)) return false;
  add_up(s, g, row->lengths + place, size, sums, touched);
  for (unsigned w = 0; w < 4; w++)
    for (uint64_t bits = touched[w]; bits; bits &= bits - 1) {
      unsigned low = w * 64 + (unsigned)__builtin_ctzll(bits);
      if (sums[low] <= 0 || (double)sums[low] * (1 + (double)SLACK) < heap_bound(&s->heap) ||
          !set_has(among, (uint64_t)first + low))
        continue;
      double score = exact(s, g, (uint8_t)low, row->lengths[place + low]);
      heap_offer(&s->heap, (scored){first + low, score, row->days[2 * (place + low)]});
    }
  return true;
}

/* --- The whole --- */

static bool scorer_init(scorer *s, const scored_terms *terms, size_t k, error *e) {
  size_t count = s->x->segments.list.count, all = (size_t)s->x->segments.records;
  const score_parameters *p = s->scoring.parameters;
  s->scoring.average = average_length(s->x);
  s->scoring.base = (float)(p->k1 * (1 - p->b));
  s->scoring.slope = (float)(p->k1 * p->b / s->scoring.average);
  s->segments = arena_alloc(s->a, (count + 1) * sizeof *s->segments);
  s->blocks = arena_alloc(s->a, (count + 1) * PACKED_BLOCKS * sizeof *s->blocks);
  s->ordered = arena_alloc(s->a, (count + 1) * PACKED_BLOCKS * sizeof *s->ordered);
  s->found = arena_alloc(s->a, terms->count * sizeof *s->found);
  return (heap_init(&s->heap, k < all ? k : all, s->a) && !arena_failed(s->a)) || error_memory(e);
}

static bool score_all(scorer *s, const scored_terms *terms, error *e) {
  for (size_t i = 0; i < s->x->segments.list.count; i++)
    if (!load_segment(s, i, terms, e)) return false;
  order_blocks(s);
  for (size_t i = 0; i < s->block_count; i++)
    if ((double)s->ordered[i].most >= heap_bound(&s->heap) && !score_block(s, &s->ordered[i], e))
      return false;
  return true;
}

bool score_best(searcher *x, const scored_terms *terms, const score_parameters *p,
                const set *within, size_t k, arena *a, scored_list *best, error *e) {
  *best = (scored_list){0};
  if (!terms->count || !k) return true;
  arena lists;
  arena_init(&lists);
  scorer s = {.x = x, .within = within, .a = &lists, .scoring = {.parameters = p}};
  bool good = scorer_init(&s, terms, k, e) && score_all(&s, terms, e);
  if (good) heap_sort(&s.heap);
  for (size_t i = 0; good && i < s.heap.count; i++) *list_push(a, best) = s.heap.items[i];
  arena_finish(&lists);
  return good && (!arena_failed(a) || error_memory(e));
}
