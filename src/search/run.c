/* Lists, block by block. */
#include "search/run.h"

#include <string.h>

/* --- Frequencies --- */

/* Weighted frequencies by the ranked bits of a code. */
struct frequency_table {
  score_parameters parameters;
  unsigned columns;
  struct frequency_table *next;
  uint8_t by_code[RANKED_CODES];
};

/* Frequencies that are their own numbers; those of values. */
#define FOUR(n) (n), (n) + 1, (n) + 2, (n) + 3
#define SIXTEEN(n) FOUR(n), FOUR((n) + 4), FOUR((n) + 8), FOUR((n) + 12)
#define SIXTY_FOUR(n) SIXTEEN(n), SIXTEEN((n) + 16), SIXTEEN((n) + 32), SIXTEEN((n) + 48)
static const uint8_t themselves[256] = {SIXTY_FOUR(0), SIXTY_FOUR(64), SIXTY_FOUR(128),
                                        SIXTY_FOUR(192)};
static const uint8_t ones[1] = {1}, zeros[PACKED_BLOCK] = {0};

/* The table for a set of columns, made at its first use. The searcher keeps those of the last
 * parameters. */
static const uint8_t *frequencies_for(searcher *x, const scoring *s, unsigned column_set) {
  struct frequency_table *made = x->frequencies;
  if (made && memcmp(&made->parameters, s->parameters, sizeof made->parameters) != 0)
    made = x->frequencies = NULL;
  for (; made; made = made->next)
    if (made->columns == column_set) return made->by_code;
  made = arena_new(&x->lasting, struct frequency_table);
  if (!made) return NULL;
  made->parameters = *s->parameters;
  made->columns = column_set;
  for (unsigned code = 0; code < RANKED_CODES; code++) {
    unsigned f = score_frequency(s->parameters, (uint16_t)code, column_set);
    made->by_code[code] = (uint8_t)(f < SCORE_FREQUENCY_MOST ? f : SCORE_FREQUENCY_MOST);
  }
  made->next = x->frequencies;
  x->frequencies = made;
  return made->by_code;
}

/* --- Loading --- */

/* The places and codes of what the full-text index found in this segment. */
static bool slice_matches(const matches *found, const segment_row *row, arena *a, postings *list) {
  size_t low = 0, high = found->count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (found->items[middle].id < row->first) low = middle + 1;
    else high = middle;
  }
  size_t end = low;
  while (end < found->count && found->items[end].id < row->first + row->span) end++;
  *list = (postings){.count = (uint32_t)(end - low)};
  if (end == low) return true;
  uint16_t *numbers = arena_alloc(a, 2 * (end - low) * sizeof *numbers);
  if (!numbers) return false;
  for (size_t i = low; i < end; i++) {
    numbers[i - low] = (uint16_t)(found->items[i].id - row->first);
    numbers[end - low + (i - low)] = found->items[i].code;
  }
  list->places = numbers;
  list->codes = numbers + (end - low);
  return true;
}

static bool load_list(searcher *x, run *r, arena *a, error *e) {
  const scored_term *term = r->term;
  size_t segment = (size_t)(r->row - x->segments.list.items);
  if (term->lists) {
    r->found = searcher_open_list(x, term->term, segment, &term->lists[segment], a, e);
    if (r->found) r->list = r->found->list;
    return r->found;
  }
  return !term->found || slice_matches(term->found, r->row, a, &r->list) || error_memory(e);
}

/* The frequencies of the codes that the head of a packed list numbers. */
static bool number_frequencies(run *r, arena *a) {
  r->by_number = r->frequencies ? themselves : ones;
  if (!r->found->head.code_count) return true;
  uint8_t *made = arena_alloc(a, PACKED_CODES);
  if (!made) return false;
  for (unsigned i = 0; i < r->found->head.code_count; i++)
    made[i] = r->frequencies[r->found->head.codes[i] % RANKED_CODES];
  r->by_number = made;
  return true;
}

/* --- Bounds --- */

/* The most by which a weight is larger than what bounds are made by; huge where they had none. */
static double weight_raise(const score_parameters *p) {
  double raise = 1;
  for (unsigned c = 0; c < COLUMN_COUNT; c++) {
    if (p->weights[c] <= columns[c].weight) continue;
    double more = columns[c].weight ? (double)p->weights[c] / columns[c].weight : 1e9;
    if (more > raise) raise = more;
  }
  return raise;
}

static void find_packed_bounds(run *r, const scoring *s) {
  const score_parameters *p = s->parameters;
  const uint8_t *restrict bounds = r->found->head.bounds;
  float *restrict most = r->most;
  double slack = packed_slack(p->k1, p->b, s->average, weight_raise(p),
                              segment_average(r->row->words, r->row->records));
  float factor = r->factor, each = factor * (float)(slack < 255 ? slack : 255) / 255;
  uint8_t largest = 0;
  for (unsigned b = 0; b < PACKED_BLOCKS; b++) {
    float here = each * (float)bounds[b];
    most[b] = here < factor ? here : factor;
  }
  for (unsigned b = 0; b < PACKED_BLOCKS; b++) largest = bounds[b] > largest ? bounds[b] : largest;
  r->most_of_all = each * largest < factor ? each * largest : factor;
}

/* Values have no bounds: an article's share is largest where it is short. */
static void find_value_bounds(run *r, const scoring *s) {
  r->most_of_all = r->factor * scoring_saturate(s->base, s->slope, 1, 0);
  const packed *head = &r->found->head;
  for (unsigned b = 0; b < PACKED_BLOCKS; b++)
    if (packed_before(head, b + 1) > packed_before(head, b)) r->most[b] = r->most_of_all;
}

/* Postings that are looked at together, so that the processor can divide several at once. */
enum { BATCH = 64 };

/* The shares of some postings of a short list, but for the factor. */
static void find_shares(const run *r, const scoring *s, uint32_t from, uint32_t count,
                        float *restrict shares) {
  float base = s->base, slope = s->slope, lengths[BATCH];
  for (uint32_t i = 0; i < count; i++) {
    lengths[i] = (float)r->row->lengths[r->list.places[from + i]];
    shares[i] = (float)r->plain->made[from + i];
  }
  for (uint32_t i = 0; i < count; i++)
    shares[i] = shares[i] / (shares[i] + base + slope * lengths[i]);
}

/* Lengths lie all over the segment's: memory is asked for them some postings ahead. */
static void expect_lengths(const run *r, uint32_t from) {
  for (uint32_t i = from; i < from + BATCH && i < r->list.count; i++)
    __builtin_prefetch(&r->row->lengths[r->list.places[i]]);
}

static void split_plain(run *r) {
  const postings *list = &r->list;
  uint32_t *starts = r->plain->starts, block = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    for (uint32_t here = list->places[i] / PACKED_BLOCK; block <= here; block++) starts[block] = i;
    r->plain->lows[i] = (uint8_t)list->places[i];
    r->plain->made[i] = r->frequencies ? r->frequencies[list->codes[i] % RANKED_CODES] : 1;
  }
  for (; block <= PACKED_BLOCKS; block++) starts[block] = list->count;
}

static void find_shares_by_block(run *r, const scoring *s) {
  float shares[BATCH];
  expect_lengths(r, 0);
  for (uint32_t from = 0; from < r->list.count; from += BATCH) {
    uint32_t left = r->list.count - from, count = left < BATCH ? left : BATCH;
    expect_lengths(r, from + BATCH);
    find_shares(r, s, from, count, shares);
    for (uint32_t i = 0; i < count; i++) {
      float *most = &r->plain->most[r->list.places[from + i] / PACKED_BLOCK];
      *most = shares[i] > *most ? shares[i] : *most;
    }
  }
}

/* Puts the short list in blocks, in memory that lasts as long as the list. */
static bool make_plain(run *r, const scoring *s, arena *a) {
  plain_blocks *p = arena_new(a, plain_blocks);
  if (!p) return false;
  p->frequencies = r->frequencies;
  p->starts = arena_alloc(a, (PACKED_BLOCKS + 1) * sizeof *p->starts);
  p->lows = arena_alloc(a, 2 * (size_t)r->list.count);
  if (!p->starts || !p->lows) return false;
  p->made = p->lows + r->list.count;
  r->plain = p;
  split_plain(r);
  find_shares_by_block(r, s);
  return true;
}

/* A list of words that is kept keeps the first blocks that are made of it, for the questions that
 * follow. Tables of frequencies are never freed: the same one means the same parameters. */
static bool prepare_plain(searcher *x, run *r, const scoring *s, arena *a) {
  bool lasts = r->found && r->frequencies && r->found->memory == &x->open_memory;
  plain_blocks *kept = lasts ? r->found->blocks : NULL;
  r->by_number = themselves;
  if (kept && kept->frequencies == r->frequencies) {
    r->plain = kept;
    return true;
  }
  if (!lasts || kept) return make_plain(r, s, a);
  if (!make_plain(r, s, &x->open_memory)) return false;
  r->found->blocks = r->plain;
  x->open_bytes +=
      sizeof *r->plain + (PACKED_BLOCKS + 1) * sizeof *r->plain->starts + 2 * (size_t)r->list.count;
  return true;
}

static void find_plain_bounds(run *r) {
  float of_all = 0;
  for (unsigned b = 0; b < PACKED_BLOCKS; b++) {
    r->most[b] = r->factor * r->plain->most[b];
    of_all = r->most[b] > of_all ? r->most[b] : of_all;
  }
  r->most_of_all = of_all;
}

static void find_bounds(run *r, const scoring *s) {
  if (!r->packed) find_plain_bounds(r);
  else if (r->found->head.bounds) find_packed_bounds(r, s);
  else find_value_bounds(r, s);
}

bool run_load(searcher *x, const scored_term *term, const segment_row *row, const scoring *s,
              arena *a, run *r, error *e) {
  *r = (run){.term = term, .row = row, .factor = (float)term->factor};
  if (!load_list(x, r, a, e)) return false;
  r->packed = r->found && r->found->chunks;
  uint32_t count = r->packed ? r->found->head.count : r->list.count;
  bool has_codes = r->packed ? r->found->head.bounds != NULL : r->list.codes != NULL;
  if (!count) r->factor = 0;
  if (!count) return true;
  r->frequencies = has_codes ? frequencies_for(x, s, term->columns) : NULL;
  if (has_codes && !r->frequencies) return error_memory(e);
  if (r->packed ? !number_frequencies(r, a) : !prepare_plain(x, r, s, a)) return error_memory(e);
  find_bounds(r, s);
  return true;
}

/* --- Blocks --- */

static void read_plain(const run *r, unsigned block, block_postings *found) {
  const plain_blocks *p = r->plain;
  uint32_t from = p->starts[block];
  found->count = p->starts[block + 1] - from;
  found->lows = p->lows + from;
  found->numbers = p->made + from;
}

static void read_packed(const run *r, const packed_chunk *c, unsigned block,
                        block_postings *found) {
  packed_block b = packed_block_of(&r->found->head, c, block);
  found->count = b.count;
  found->lows = b.lows;
  found->numbers = b.numbers ? b.numbers : b.codes ? found->made : zeros;
  for (unsigned i = 0; b.codes && i < b.count; i++)
    found->made[i] = r->frequencies[b.codes[i] % RANKED_CODES];
}

void run_expect_block(const run *r, unsigned block) {
  if (!r->packed) return;
  const packed_chunk *c = &r->found->chunks[block / PACKED_CHUNK_BLOCKS];
  if (!c->bytes) return;
  packed_block b = packed_block_of(&r->found->head, c, block);
  if (b.count) __builtin_prefetch(b.lows);
  if (b.count > CACHE_LINE / 2) __builtin_prefetch(b.lows + CACHE_LINE);
}

bool run_read_block(searcher *x, run *r, unsigned block, block_postings *found, error *e) {
  found->frequencies = r->by_number;
  if (!r->packed) {
    read_plain(r, block, found);
    return true;
  }
  unsigned number = block / PACKED_CHUNK_BLOCKS;
  if (!term_list_has_chunk(r->found, number) &&
      !term_list_read_chunk(x->store, r->row->id, r->found, number, e))
    return false;
  read_packed(r, &r->found->chunks[number], block, found);
  return true;
}
