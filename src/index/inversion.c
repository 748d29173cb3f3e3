/* Gathering occurrences and bringing them together by counting. */
#include "index/inversion.h"

#include <stdlib.h>
#include <string.h>

#include "index/posting.h"

enum { CHUNK = 1 << 16, LEAST_TABLE = 1 << 10 };

void inversion_init(inversion *v) { *v = (inversion){0}; }

static void drop_result(inversion *v) {
  free(v->starts);
  free(v->postings);
  v->starts = v->postings = NULL;
}

void inversion_finish(inversion *v) {
  for (size_t i = 0; i < v->chunk_count; i++) free(v->chunks[i]);
  free(v->chunks);
  free(v->found);
  free(v->table);
  drop_result(v);
  inversion_init(v);
}

void inversion_clear(inversion *v) {
  v->count = v->found_count = 0;
  v->stamp++;
  drop_result(v);
}

/* --- The article under way --- */

static bool make_table(inversion *v, size_t size) {
  uint64_t *table = calloc(size, sizeof *table);
  if (!table) return false;
  free(v->table);
  v->table = table;
  v->table_size = size;
  v->stamp = 1;
  return true;
}

/* The slot of a term: its own, or the free one where it would go. */
static uint64_t *slot_of(const inversion *v, uint32_t term) {
  size_t mask = v->table_size - 1;
  for (size_t at = term * 0x9e3779b1u & mask;; at = (at + 1) & mask) {
    uint64_t *slot = &v->table[at];
    if (*slot >> 32 != v->stamp || v->found[(uint32_t)*slot].term == term) return slot;
  }
}

static bool enlarge_table(inversion *v) {
  if (!make_table(v, v->table_size ? 2 * v->table_size : LEAST_TABLE)) return false;
  for (size_t i = 0; i < v->found_count; i++)
    *slot_of(v, v->found[i].term) = (uint64_t)v->stamp << 32 | i;
  return true;
}

static bool enlarge_found(inversion *v) {
  size_t wanted = v->found_capacity ? 2 * v->found_capacity : LEAST_TABLE;
  occurrence *larger = realloc(v->found, wanted * sizeof *larger);
  if (!larger) return false;
  v->found = larger;
  v->found_capacity = wanted;
  return true;
}

bool inversion_count(inversion *v, uint32_t term, int column) {
  if (2 * v->found_count >= v->table_size && !enlarge_table(v)) return false;
  uint64_t *slot = slot_of(v, term);
  if (*slot >> 32 != v->stamp) {
    if (v->found_count == v->found_capacity && !enlarge_found(v)) return false;
    *slot = (uint64_t)v->stamp << 32 | v->found_count;
    v->found[v->found_count++] = (occurrence){.term = term};
  }
  occurrence *found = &v->found[(uint32_t)*slot];
  if (column >= 0) found->code = code_count(found->code, (unsigned)column);
  return true;
}

/* --- All articles --- */

static bool add_chunk(inversion *v) {
  if (v->chunk_count == v->chunk_capacity) {
    size_t wanted = v->chunk_capacity ? 2 * v->chunk_capacity : 64;
    occurrence **larger = realloc(v->chunks, wanted * sizeof *larger);
    if (!larger) return false;
    v->chunks = larger;
    v->chunk_capacity = wanted;
  }
  occurrence *chunk = malloc(CHUNK * sizeof *chunk);
  if (!chunk) return false;
  v->chunks[v->chunk_count++] = chunk;
  return true;
}

bool inversion_end_article(inversion *v, uint16_t place) {
  for (size_t i = 0; i < v->found_count; i++) {
    if (v->count == v->chunk_count * CHUNK && !add_chunk(v)) return false;
    occurrence found = v->found[i];
    found.place = place;
    v->chunks[v->count / CHUNK][v->count % CHUNK] = found;
    v->count++;
  }
  v->found_count = 0;
  /* A stamp that comes round again would take old slots for new ones. */
  if (++v->stamp == UINT32_MAX) return make_table(v, v->table_size ? v->table_size : LEAST_TABLE);
  return true;
}

static const occurrence *occurrence_at(const inversion *v, size_t i) {
  return &v->chunks[i / CHUNK][i % CHUNK];
}

bool inversion_make(inversion *v, uint32_t terms) {
  drop_result(v);
  v->starts = calloc((size_t)terms + 2, sizeof *v->starts);
  v->postings = malloc((v->count + 1) * sizeof *v->postings);
  if (!v->starts || !v->postings) return false;
  /* Counted two places further on, so that filling leaves each start where it belongs. */
  for (size_t i = 0; i < v->count; i++) v->starts[occurrence_at(v, i)->term + 2]++;
  for (uint32_t i = 2; i < terms + 2; i++) v->starts[i] += v->starts[i - 1];
  for (size_t i = 0; i < v->count; i++) {
    const occurrence *o = occurrence_at(v, i);
    v->postings[v->starts[o->term + 1]++] = (uint32_t)o->place << 16 | o->code;
  }
  return true;
}
