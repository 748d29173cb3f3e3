/* Gathering occurrences and bringing them together by counting. */
#include "index/inversion.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { CHUNK = 1 << 18, FIRST_CAPACITY = 1 << 10 };

typedef struct inversion_article {
  size_t end; /* of its occurrences */
  uint16_t place;
} inversion_article;

void inversion_clear(inversion *v) { v->count = v->article_count = 0; }

static void free_chunks(inversion *v) {
  for (size_t i = 0; i < v->chunk_count; i++)
    memory_release(v->chunks[i], CHUNK * sizeof *v->chunks[i]);
  v->chunk_count = 0;
}

void inversion_finish(inversion *v) {
  free_chunks(v);
  free(v->chunks);
  free(v->articles);
  free(v->starts);
  memory_release(v->found, v->found_capacity * sizeof *v->found);
  *v = (inversion){0};
}

/* Makes room for one more element of an array on the heap. */
static bool make_room(void **items, size_t count, size_t *capacity, size_t size) {
  if (count < *capacity) return true;
  size_t wanted = *capacity ? *capacity * 2 : FIRST_CAPACITY;
  void *larger = realloc(*items, wanted * size);
  if (!larger) return false;
  *items = larger;
  *capacity = wanted;
  return true;
}

static bool add_chunk(inversion *v) {
  if (!make_room((void **)&v->chunks, v->chunk_count, &v->chunk_capacity, sizeof *v->chunks))
    return false;
  occurrence *chunk = memory_large(CHUNK * sizeof *chunk);
  if (!chunk) return false;
  v->chunks[v->chunk_count++] = chunk;
  return true;
}

bool inversion_add(inversion *v, uint32_t term, uint32_t where) {
  if (v->count == v->chunk_count * CHUNK && !add_chunk(v)) return false;
  v->chunks[v->count / CHUNK][v->count % CHUNK] = (occurrence){term, where};
  v->count++;
  return true;
}

bool inversion_end_article(inversion *v, uint16_t place) {
  if (!make_room((void **)&v->articles, v->article_count, &v->article_capacity,
                 sizeof *v->articles))
    return false;
  v->articles[v->article_count++] = (inversion_article){v->count, place};
  return true;
}

/* Calls for every article that stays: its occurrences from *at on, up to its end. */
static bool next_article(const inversion *v, const set *removed, size_t *article, size_t *at) {
  for (; *article < v->article_count; ++*article) {
    *at = *article ? v->articles[*article - 1].end : 0;
    if (!set_has(removed, v->articles[*article].place)) return true;
  }
  return false;
}

static const occurrence *occurrence_at(const inversion *v, size_t i) {
  return &v->chunks[i / CHUNK][i % CHUNK];
}

bool inversion_make(inversion *v, uint32_t terms, const set *removed) {
  free(v->starts);
  v->starts = calloc((size_t)terms + 2, sizeof *v->starts);
  if (v->count > v->found_capacity) {
    memory_release(v->found, v->found_capacity * sizeof *v->found);
    v->found = memory_large(v->count * sizeof *v->found);
    v->found_capacity = v->found ? v->count : 0;
  }
  if (!v->starts || v->found_capacity < v->count) return false;
  size_t at;
  /* Counted two places further on, so that filling leaves each start where it belongs. */
  for (size_t i = 0; next_article(v, removed, &i, &at); i++)
    for (; at < v->articles[i].end; at++) v->starts[occurrence_at(v, at)->term + 2]++;
  for (uint32_t i = 2; i < terms + 2; i++) v->starts[i] += v->starts[i - 1];
  for (size_t i = 0; next_article(v, removed, &i, &at); i++)
    for (; at < v->articles[i].end; at++) {
      const occurrence *o = occurrence_at(v, at);
      v->found[v->starts[o->term + 1]++] = (uint64_t)v->articles[i].place << 32 | o->where;
    }
  free_chunks(v);
  v->count = v->article_count = 0;
  return true;
}
