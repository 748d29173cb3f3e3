/* Reading lists, and adding them to sets as they stand, without unpacking them. */
#include "search/term_list.h"

#define ALL_CHUNKS ((1u << PACKED_CHUNKS) - 1)

/* The chunks read one by one before the rest of a list is read at once, which costs as much as some
   four of them. */
#define CHUNKS_ALONE 3

static bool open_packed(store *s, long long segment, text term, term_list *l, error *e) {
  bool whole;
  l->chunks = arena_alloc(l->memory, PACKED_CHUNKS * sizeof *l->chunks);
  if (!l->chunks) return error_memory(e);
  if (!lists_read_head(s, segment, term, &l->entry, l->memory, &l->head, l->chunks, &whole, e))
    return false;
  l->chunks_read = whole ? ALL_CHUNKS : 0;
  return true;
}

/* Whether no place lies beyond the segment; of a long list the last block alone may still have
 * some, which whoever reads it passes over. */
static bool fits(const term_list *l) {
  if (l->chunks)
    return packed_before(&l->head, (l->span + PACKED_BLOCK - 1) / PACKED_BLOCK) == l->head.count;
  uint16_t last = 0;
  for (uint32_t i = 0; i < l->list.count; i++)
    last = l->list.places[i] > last ? l->list.places[i] : last;
  return !l->list.count || last < l->span;
}

bool term_list_open(store *s, const segment_row *row, text term, term_list *l, arena *memory,
                    error *e) {
  if (l->memory) return true;
  l->memory = memory;
  l->span = row->span;
  bool good = l->entry.count >= PACKED_LEAST
                  ? open_packed(s, row->id, term, l, e)
                  : lists_read(s, row->id, term, &l->entry, memory, &l->list, e);
  if (good && !fits(l)) good = lists_damaged(s, row->id, e);
  if (!good) l->memory = NULL;
  return good;
}

static bool read_all(store *s, long long segment, term_list *l, error *e) {
  if (l->chunks_read == ALL_CHUNKS) return true;
  if (!lists_read_chunks(s, segment, &l->entry, &l->head, l->memory, l->chunks, e)) return false;
  l->chunks_read = ALL_CHUNKS;
  return true;
}

bool term_list_read_chunk(store *s, long long segment, term_list *l, unsigned number, error *e) {
  if (term_list_has_chunk(l, number)) return true;
  if (__builtin_popcount(l->chunks_read) >= CHUNKS_ALONE) return read_all(s, segment, l, e);
  if (!lists_read_chunk(s, segment, &l->entry, &l->head, number, l->memory, &l->chunks[number], e))
    return false;
  l->chunks_read |= 1u << number;
  return true;
}

/* --- Sets --- */

static void add_short(const postings *list, uint16_t mask, uint64_t first, set *found) {
  for (uint32_t i = 0; i < list->count; i++)
    if (!list->codes || list->codes[i] & mask) set_add(found, first + list->places[i]);
}

/* Leaves of a block's places those below `end` whose codes are wanted. */
static unsigned choose(const term_list *l, const packed_block *b, uint32_t end, bool every,
                       uint16_t mask, uint8_t *chosen) {
  unsigned count = 0;
  for (uint32_t i = 0; i < b->count; i++) {
    chosen[count] = b->lows[i];
    count += b->lows[i] < end && (every || packed_code(&l->head, b, i) & mask);
  }
  return count;
}

static void add_packed(const term_list *l, uint16_t mask, uint64_t first, set *found) {
  uint8_t chosen[PACKED_BLOCK];
  bool every = !l->head.bounds || mask == UINT16_MAX;
  for (unsigned n = 0; n * PACKED_BLOCK < l->span; n++) {
    packed_block b = packed_block_of(&l->head, &l->chunks[n / PACKED_CHUNK_BLOCKS], n);
    if (!b.count) continue;
    uint32_t end = l->span - n * PACKED_BLOCK;
    bool all = every && end >= PACKED_BLOCK;
    unsigned count = all ? b.count : choose(l, &b, end, every, mask, chosen);
    set_add_above(found, first + n * PACKED_BLOCK, all ? b.lows : chosen, count);
  }
}

bool term_list_add(store *s, long long segment, term_list *l, unsigned column_set, uint64_t first,
                   set *found, error *e) {
  uint16_t mask = column_set ? code_mask(column_set) : 0;
  if (l->chunks && !read_all(s, segment, l, e)) return false;
  if (l->chunks) add_packed(l, mask, first, found);
  else add_short(&l->list, mask, first, found);
  return true;
}
