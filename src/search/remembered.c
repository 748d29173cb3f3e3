/* Sets by the print of the leaf that found them. */
#include "search/remembered.h"

#include <stdlib.h>

enum { MOST_BYTES = 32 << 20, FIRST_CAPACITY = 64 };

static void forget(remembered *r) {
  for (size_t i = 0; i < r->count; i++) set_finish(&r->sets[i]);
  r->count = r->bytes = 0;
  map_clear(&r->keys);
}

void remembered_finish(remembered *r) {
  forget(r);
  free(r->sets);
  map_finish(&r->keys);
  *r = (remembered){0};
}

const set *remembered_find(const remembered *r, text key) {
  const uint32_t *place = map_find(&r->keys, key);
  return place ? &r->sets[*place] : NULL;
}

static bool make_room(remembered *r) {
  if (r->count < r->capacity) return true;
  size_t capacity = r->capacity ? 2 * r->capacity : FIRST_CAPACITY;
  set *larger = realloc(r->sets, capacity * sizeof *larger);
  if (!larger) return false;
  r->sets = larger;
  r->capacity = capacity;
  return true;
}

void remembered_keep(remembered *r, text key, const set *found) {
  bool added;
  set copy = {0};
  size_t bytes = found->word_count * sizeof *found->words;
  if (r->bytes + bytes > MOST_BYTES) forget(r);
  if (bytes > MOST_BYTES || !make_room(r) || !set_copy(&copy, found)) return;
  uint32_t *place = map_put(&r->keys, key, &added);
  if (!place || !added) {
    set_finish(&copy);
    return;
  }
  *place = (uint32_t)r->count;
  r->sets[r->count++] = copy;
  r->bytes += bytes;
}
