/* The best k, block by block.
 *
 * For each block of 256 articles the most that any of them can reach is known beforehand, term by
 * term. Blocks are scored in the order of these bounds, the highest first, until none that is left
 * can reach the k-th best so far (Mallia, Suel and Tonellotto 2024, "Faster Learned Sparse
 * Retrieval with Block-Max Pruning"). Sums in single precision only choose candidates, with some
 * slack; what is kept is scored exactly. */
#include "search/score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/heap.h"
#include "search/run.h"

enum { BUCKETS = 1024 };
/* Far above the rounding of single precision, far below any difference that matters. */
static const float SLACK = 1e-4F;

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

double score_dampening(const searcher *x, const score_parameters *p, uint16_t length) {
  return p->k1 * (1 - p->b + p->b * length / average_length(x));
}

/* --- Preparing --- */

static bool find_lists(searcher *x, scored_term *t, error *e) {
  size_t count = x->segments.list.count;
  long long records = t->term.size || !t->found ? 0 : (long long)t->found->count;
  if (t->term.size && !t->lists) {
    t->lists = searcher_find(x, t->term, e);
    if (!t->lists) return false;
  }
  for (size_t i = 0; t->lists && i < count; i++) records += t->lists[i].entry.count;
  if (!t->records) t->records = records;
  return true;
}

bool score_prepare(searcher *x, scored_terms *terms, error *e) {
  double all = (double)x->segments.records;
  for (size_t i = 0; i < terms->count; i++) {
    scored_term *t = &terms->items[i];
    if (!find_lists(x, t, e)) return false;
    double having = (double)t->records < all ? (double)t->records : all;
    t->factor = t->weight * log(1 + (all - having + 0.5) / (having + 0.5));
  }
  return true;
}

/* --- Blocks in order --- */

/* A segment's runs, of the terms that it has, in their order; and in the order of what they can
 * give, the most first. */
typedef struct segment_runs {
  run *runs;
  uint32_t *strongest;
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
  heap heap;
  float bound; /* of the heap, with some slack */
  segment_runs *segments;
  bounded *blocks; /* all that have any term, in the order of the file */
  size_t block_count;
  bounded *ordered; /* those under way */
  float scale;      /* from bounds to classes */
  unsigned first_classes;
  block_postings *found; /* of each run in the block under way */
} scorer;

/* Few runs: by insertion. */
static bool order_runs(segment_runs *g, arena *a) {
  g->strongest = arena_alloc(a, (g->count + 1) * sizeof *g->strongest);
  if (!g->strongest) return false;
  for (size_t i = 0; i < g->count; i++) {
    size_t at = i;
    for (; at && g->runs[g->strongest[at - 1]].most_of_all < g->runs[i].most_of_all; at--)
      g->strongest[at] = g->strongest[at - 1];
    g->strongest[at] = (uint32_t)i;
  }
  return true;
}

static bool load_segment(scorer *s, size_t number, const scored_terms *terms, error *e) {
  const segment_row *row = &s->x->segments.list.items[number];
  segment_runs *g = &s->segments[number];
  float bounds[PACKED_BLOCKS] = {0};
  g->runs = arena_alloc(s->a, (terms->count + 1) * sizeof *g->runs);
  if (!g->runs) return error_memory(e);
  for (size_t i = 0; i < terms->count; i++) {
    run *r = &g->runs[g->count];
    if (!run_load(s->x, &terms->items[i], row, &s->scoring, s->a, r, e)) return false;
    if (r->factor <= 0) continue;
    for (unsigned b = 0; b < PACKED_BLOCKS; b++) bounds[b] += r->most[b];
    g->count++;
  }
  if (!order_runs(g, s->a)) return error_memory(e);
  for (unsigned b = 0; b < PACKED_BLOCKS; b++)
    if (bounds[b] > 0)
      s->blocks[s->block_count++] =
          (bounded){bounds[b] * (1 + SLACK), (uint32_t)number, (uint16_t)b};
  return true;
}

/* So many blocks at least are scored in the order of their bounds, which nearly always finds the
 * best articles; the others in the order of the file, at which memory is fastest. */
enum { FIRST = 128 };

/* Classes of bounds, so many that the order within one hardly matters; the highest is 0. */
static unsigned class_of(const scorer *s, float most) {
  return BUCKETS - 1 - (unsigned)(most * s->scale);
}

/* Puts the highest classes in order; gives how many blocks these are. */
static size_t order_first(scorer *s) {
  size_t counts[BUCKETS] = {0}, first = 0;
  float most = 0;
  for (size_t i = 0; i < s->block_count; i++)
    if (s->blocks[i].most > most) most = s->blocks[i].most;
  s->scale = most > 0 ? (BUCKETS - 1) / most : 0;
  for (size_t i = 0; i < s->block_count; i++) counts[class_of(s, s->blocks[i].most)]++;
  s->first_classes = 0;
  while (s->first_classes < BUCKETS && first < FIRST) {
    size_t count = counts[s->first_classes];
    counts[s->first_classes++] = first;
    first += count;
  }
  for (size_t i = 0; i < s->block_count; i++) {
    unsigned class = class_of(s, s->blocks[i].most);
    if (class < s->first_classes) s->ordered[counts[class]++] = s->blocks[i];
  }
  return first;
}

/* Gives those of the other classes that can still have one of the best. */
static size_t choose_rest(scorer *s) {
  size_t count = 0;
  for (size_t i = 0; i < s->block_count; i++)
    if (s->blocks[i].most >= s->bound && class_of(s, s->blocks[i].most) >= s->first_classes)
      s->ordered[count++] = s->blocks[i];
  return count;
}

/* --- One block --- */

/* The exact score: all terms in their order, in double precision. */
static double exact(const scorer *s, const segment_runs *g, uint8_t low, uint16_t length) {
  double sum = 0, k = score_dampening(s->x, s->scoring.parameters, length);
  for (size_t i = 0; i < g->count; i++) {
    const block_postings *found = &s->found[i];
    const uint8_t *at = found->count ? memchr(found->lows, low, found->count) : NULL;
    double f = at ? block_frequency(found, (unsigned)(at - found->lows)) : 0;
    if (f > 0) sum += g->runs[i].term->factor * f / (f + k);
  }
  return sum;
}

/* The sums of the articles of a block, by the low bits of their places. */
typedef struct block_sums {
  float sums[PACKED_BLOCK];
  float most; /* of them */
  const uint16_t *lengths;
  unsigned size; /* articles */
} block_sums;

static void add_run(const scorer *s, const run *r, const block_postings *found, block_sums *b) {
  /* What does not change is kept in registers, where the sums cannot be taken to change it. */
  const uint8_t *lows = found->lows, *numbers = found->numbers, *frequencies = found->frequencies;
  const uint16_t *lengths = b->lengths;
  float base = s->scoring.base, slope = s->scoring.slope, factor = r->factor, most = b->most;
  unsigned count = found->count, size = b->size;
  for (unsigned at = 0; at < count; at++) {
    uint8_t low = lows[at];
    if (low >= size) continue; /* a damaged list */
    float share = scoring_saturate(base, slope, frequencies[numbers[at]], lengths[low]);
    float sum = b->sums[low] += factor * share;
    most = sum > most ? sum : most;
  }
  b->most = most;
}

/* Adds up the terms, the strongest first, as long as any article can still come to `bound`;
 * *reached says whether any has. */
static bool add_runs(scorer *s, segment_runs *g, unsigned block, float rest, float bound,
                     block_sums *b, bool *reached, error *e) {
  for (size_t i = 0; i < g->count; i++) {
    uint32_t number = g->strongest[i];
    run *r = &g->runs[number];
    *reached = b->most + rest >= bound;
    if (!*reached) return true;
    rest -= r->most[block] * (1 - SLACK);
    if (r->most[block] <= 0) {
      s->found[number].count = 0;
      continue;
    }
    if (!run_read_block(s->x, r, block, &s->found[number], e)) return false;
    add_run(s, r, &s->found[number], b);
  }
  *reached = b->most * (1 + SLACK) >= bound;
  return true;
}

static void harvest(scorer *s, const segment_runs *g, const segment_row *row, uint32_t place,
                    const set *among, const block_sums *b) {
  article_id first = row->first + place;
  for (unsigned low = 0; low < b->size; low++) {
    if (b->sums[low] <= 0 || b->sums[low] * (1 + SLACK) < s->bound ||
        !set_has(among, (uint64_t)first + low))
      continue;
    double score = exact(s, g, (uint8_t)low, b->lengths[low]);
    heap_offer(&s->heap, first + low, score);
    s->bound = (float)heap_bound(&s->heap) * (1 - SLACK);
  }
}

static bool score_block(scorer *s, const bounded *at, error *e) {
  const segment_row *row = &s->x->segments.list.items[at->segment];
  segment_runs *g = &s->segments[at->segment];
  const set *among = s->within ? s->within : &s->x->alive;
  uint32_t place = at->block * (uint32_t)PACKED_BLOCK;
  uint64_t first = (uint64_t)row->first + place;
  if (place >= row->span) return true;
  unsigned size = row->span - place < PACKED_BLOCK ? row->span - place : PACKED_BLOCK;
  if (set_next(among, first) >= first + size) return true;
  bool reached;
  block_sums b;
  memset(b.sums, 0, sizeof b.sums);
  b.most = 0, b.lengths = row->lengths + place, b.size = size;
  if (!add_runs(s, g, at->block, at->most, s->bound, &b, &reached, e)) return false;
  if (reached) harvest(s, g, row, place, among, &b);
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
  if (!heap_init(&s->heap, s->x, k < all ? k : all, s->a, e)) return false;
  if (arena_failed(s->a)) return error_memory(e);
  s->bound = (float)heap_bound(&s->heap);
  return true;
}

enum { AHEAD = 4 };

/* Asks memory for what scoring a block that will come soon needs. */
static void expect_block(const scorer *s, const bounded *block) {
  const uint16_t *lengths =
      s->x->segments.list.items[block->segment].lengths + block->block * PACKED_BLOCK;
  for (unsigned i = 0; i < PACKED_BLOCK; i += CACHE_LINE / sizeof *lengths)
    __builtin_prefetch(lengths + i);
  const segment_runs *g = &s->segments[block->segment];
  for (size_t i = 0; i < g->count; i++) run_expect_block(&g->runs[i], block->block);
}

/* Scores those of `ordered` that can still have one of the best. */
static bool score_blocks(scorer *s, size_t count, error *e) {
  for (size_t i = 0; i < count; i++) {
    if (i + AHEAD < count) expect_block(s, &s->ordered[i + AHEAD]);
    if (s->ordered[i].most >= s->bound && !score_block(s, &s->ordered[i], e)) return false;
  }
  return true;
}

static bool score_all(scorer *s, const scored_terms *terms, error *e) {
  for (size_t i = 0; i < s->x->segments.list.count; i++)
    if (!load_segment(s, i, terms, e)) return false;
  return score_blocks(s, order_first(s), e) && score_blocks(s, choose_rest(s), e);
}

bool score_best(searcher *x, const scored_terms *terms, const score_parameters *p,
                const set *within, size_t k, arena *a, scored_list *best, error *e) {
  *best = (scored_list){0};
  if (!terms->count || !k) return true;
  scorer s = {.x = x, .within = within, .a = &x->ranking, .scoring = {.parameters = p}};
  bool good = scorer_init(&s, terms, k, e) && score_all(&s, terms, e) && heap_sort(&s.heap);
  for (size_t i = 0; good && i < s.heap.count; i++) *list_push(a, best) = s.heap.items[i];
  arena_reset(&x->ranking);
  return good && (!arena_failed(a) || error_memory(e));
}
