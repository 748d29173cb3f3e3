/* The best k, segment by segment.
 *
 * In a segment the terms are ordered by the most that each can give. The weakest whose sum cannot
 * reach the k-th best so far are left aside at first: only articles that have one of the others
 * (the essential terms) can enter; those are gathered by adding up, and the terms left aside are
 * looked up for them alone (MaxScore, Turtle and Flood 1995). Sums in single precision only
 * choose candidates, with some slack; what is kept is scored exactly. */
#include "search/score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/heap.h"

enum { RANKED_CODES = 4096, MASK_WORDS = SEGMENT_SPAN / 64 };
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

/* --- One segment --- */

/* One term's list in the segment under way. */
typedef struct run {
  const scored_term *term;
  postings list;
  const uint8_t *frequencies; /* by the ranked bits of a code; NULL: always 1 (values) */
  float factor, most;         /* most: what it can give an article at best */
  float most_before;          /* the sum of `most` over this and the weaker runs */
} run;

typedef struct scorer {
  searcher *x;
  const score_parameters *p;
  const set *within;
  arena *a;
  heap heap;
  float base, slope;                    /* K = base + slope * length */
  uint8_t (*frequencies)[RANKED_CODES]; /* one table for each set of columns that is asked */
  unsigned *column_sets;
  size_t column_set_count;
  run *runs;
  size_t run_count;
  run **ordered; /* by `most`, the weakest first */
  uint64_t touched[MASK_WORDS];
  const segment_row *row;
} scorer;

/* The table of weighted frequencies for a set of columns, made at its first use. */
static const uint8_t *frequencies_for(scorer *s, unsigned column_set) {
  for (size_t i = 0; i < s->column_set_count; i++)
    if (s->column_sets[i] == column_set) return s->frequencies[i];
  uint8_t *table = s->frequencies[s->column_set_count];
  s->column_sets[s->column_set_count++] = column_set;
  for (unsigned code = 0; code < RANKED_CODES; code++) {
    unsigned f = score_frequency(s->p, (uint16_t)code, column_set);
    table[code] = f < 255 ? (uint8_t)f : 255;
  }
  return table;
}

static float saturate(const scorer *s, float f, uint16_t length) {
  return f / (f + s->base + s->slope * (float)length);
}

/* The places and codes of what the full-text index found in this segment. */
static bool slice_matches(scorer *s, const matches *found, postings *list) {
  size_t low = 0, high = found->count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (found->items[middle].id < s->row->first) low = middle + 1;
    else high = middle;
  }
  size_t end = low;
  while (end < found->count && found->items[end].id < s->row->first + s->row->span) end++;
  *list = (postings){.count = (uint32_t)(end - low)};
  if (end == low) return true;
  uint16_t *numbers = arena_alloc(s->a, 2 * (end - low) * sizeof *numbers);
  if (!numbers) return false;
  list->shortest = UINT16_MAX;
  for (size_t i = low; i < end; i++) {
    uint16_t place = (uint16_t)(found->items[i].id - s->row->first);
    numbers[i - low] = place;
    numbers[end - low + (i - low)] = found->items[i].code;
    list->ceiling = code_ceiling(list->ceiling, found->items[i].code);
    if (s->row->lengths[place] < list->shortest) list->shortest = s->row->lengths[place];
  }
  list->places = numbers;
  list->codes = numbers + (end - low);
  return true;
}

static bool load_run(scorer *s, const scored_term *term, run *r, error *e) {
  *r = (run){.term = term, .factor = (float)term->factor};
  if (term->lists) {
    const block_entry *entry = &term->lists[s->row - s->x->segments.list.items];
    if (!lists_read(s->x->store, s->row->id, term->term, entry, s->a, &r->list, e)) return false;
  } else if (term->found && !slice_matches(s, term->found, &r->list)) {
    return error_memory(e);
  }
  if (r->list.codes) r->frequencies = frequencies_for(s, term->columns);
  float f = r->frequencies ? (float)r->frequencies[r->list.ceiling % RANKED_CODES] : 1;
  uint16_t shortest = r->frequencies ? r->list.shortest : 0;
  r->most = f > 0 ? r->factor * saturate(s, f, shortest) * (1 + SLACK) : 0;
  return true;
}

static int by_most(const void *a, const void *b) {
  const run *x = *(run *const *)a, *y = *(run *const *)b;
  if (x->most != y->most) return x->most < y->most ? -1 : 1;
  return x->term < y->term ? -1 : x->term > y->term;
}

static bool load_runs(scorer *s, const scored_terms *terms, error *e) {
  s->run_count = 0;
  for (size_t i = 0; i < terms->count; i++) {
    run *r = &s->runs[s->run_count];
    if (!load_run(s, &terms->items[i], r, e)) return false;
    if (r->list.count && r->most > 0) s->run_count++;
  }
  for (size_t i = 0; i < s->run_count; i++) s->ordered[i] = &s->runs[i];
  if (s->run_count) qsort(s->ordered, s->run_count, sizeof *s->ordered, by_most);
  float sum = 0;
  for (size_t i = 0; i < s->run_count; i++) s->ordered[i]->most_before = sum += s->ordered[i]->most;
  return true;
}

static float give(const scorer *s, const run *r, uint32_t i) {
  float f = r->frequencies ? (float)r->frequencies[r->list.codes[i] % RANKED_CODES] : 1;
  return r->factor * saturate(s, f, s->row->lengths[r->list.places[i]]);
}

/* Adds a whole list up, and marks its articles. */
static void add_run(scorer *s, const run *r) {
  float *sums = s->x->sums;
  for (uint32_t i = 0; i < r->list.count; i++) {
    uint16_t place = r->list.places[i];
    sums[place] += give(s, r, i);
    s->touched[place / 64] |= UINT64_C(1) << place % 64;
  }
}

/* The first index at or after `from` whose place is at least `place`. */
static uint32_t seek_place(const postings *list, uint32_t from, uint16_t place) {
  uint32_t step = 1, low = from, high = from;
  while (high < list->count && list->places[high] < place) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  if (high > list->count) high = list->count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (list->places[middle] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* Adds a list for marked articles alone, and unmarks those that cannot enter any more. */
static void probe_run(scorer *s, const run *r, float bound) {
  uint32_t at = 0;
  for (size_t w = 0; w < MASK_WORDS; w++) {
    for (uint64_t bits = s->touched[w]; bits; bits &= bits - 1) {
      uint16_t place = (uint16_t)(w * 64 + (size_t)__builtin_ctzll(bits));
      if (s->x->sums[place] + r->most_before < bound) {
        s->touched[w] &= ~(bits & -bits);
        s->x->sums[place] = 0;
        continue;
      }
      at = seek_place(&r->list, at, place);
      if (at < r->list.count && r->list.places[at] == place) s->x->sums[place] += give(s, r, at);
    }
  }
}

static bool is_wanted(const scorer *s, article_id id) {
  const set *among = s->within ? s->within : &s->x->alive;
  return set_has(among, (uint64_t)id);
}

/* The exact score: all terms in their order, in double precision. */
static double exact(const scorer *s, uint16_t place) {
  double sum = 0, length = s->row->lengths[place];
  double k = s->p->k1 * (1 - s->p->b + s->p->b * length / average_length(s->x));
  for (size_t i = 0; i < s->run_count; i++) {
    const run *r = &s->runs[i];
    uint32_t at = seek_place(&r->list, 0, place);
    if (at == r->list.count || r->list.places[at] != place) continue;
    double f = r->frequencies ? r->frequencies[r->list.codes[at] % RANKED_CODES] : 1;
    if (f > 0) sum += r->term->factor * f / (f + k);
  }
  return sum;
}

/* Offers the marked articles to the heap, and clears sums and marks. */
static void harvest(scorer *s) {
  for (size_t w = 0; w < MASK_WORDS; w++) {
    for (uint64_t bits = s->touched[w]; bits; bits &= bits - 1) {
      uint16_t place = (uint16_t)(w * 64 + (size_t)__builtin_ctzll(bits));
      float sum = s->x->sums[place];
      s->x->sums[place] = 0;
      article_id id = s->row->first + place;
      if (sum <= 0 || (double)sum * (1 + (double)SLACK) < heap_bound(&s->heap)) continue;
      if (is_wanted(s, id))
        heap_offer(&s->heap, (scored){id, exact(s, place), s->row->days[2 * place]});
    }
    s->touched[w] = 0;
  }
}

static void score_segment(scorer *s) {
  float bound = (float)heap_bound(&s->heap) * (1 - SLACK);
  size_t essential = 0;
  while (essential < s->run_count && s->ordered[essential]->most_before < bound) essential++;
  if (essential == s->run_count) return;
  for (size_t i = essential; i < s->run_count; i++) add_run(s, s->ordered[i]);
  for (size_t i = essential; i-- > 0;) probe_run(s, s->ordered[i], bound);
  harvest(s);
}

/* --- The whole --- */

static bool scorer_init(scorer *s, const scored_terms *terms, size_t k, arena *a, error *e) {
  s->base = (float)(s->p->k1 * (1 - s->p->b));
  s->slope = (float)(s->p->k1 * s->p->b / average_length(s->x));
  s->runs = arena_alloc(a, terms->count * sizeof *s->runs);
  s->ordered = arena_alloc(a, terms->count * sizeof *s->ordered);
  s->frequencies = arena_alloc(a, terms->count * sizeof *s->frequencies);
  s->column_sets = arena_alloc(a, terms->count * sizeof *s->column_sets);
  size_t all = (size_t)s->x->segments.records, most = k < all ? k : all;
  return (heap_init(&s->heap, most, a) && !arena_failed(a)) || error_memory(e);
}

bool score_best(searcher *x, const scored_terms *terms, const score_parameters *p,
                const set *within, size_t k, arena *a, scored_list *best, error *e) {
  *best = (scored_list){0};
  if (!terms->count || !k) return true;
  arena lists;
  arena_init(&lists);
  scorer *s = arena_new(a, scorer);
  if (!s) return error_memory(e);
  s->x = x, s->p = p, s->within = within, s->a = &lists;
  bool good = scorer_init(s, terms, k, a, e);
  for (size_t i = 0; good && i < x->segments.list.count; i++) {
    s->row = &x->segments.list.items[i];
    arena_reset(&lists);
    good = load_runs(s, terms, e);
    if (good) score_segment(s);
  }
  heap_sort(&s->heap);
  for (size_t i = 0; good && i < s->heap.count; i++) *list_push(a, best) = s->heap.items[i];
  arena_finish(&lists);
  return good && (!arena_failed(a) || error_memory(e));
}
