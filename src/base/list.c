/* Growing arrays in an arena. */
#include "base/list.h"

#include <assert.h>
#include <string.h>

void *list_grow(arena *a, void **items, size_t *count, size_t *capacity, size_t size) {
  assert(size <= ARENA_SCRATCH);
  if (*count == *capacity) {
    size_t wanted = *capacity ? *capacity * 2 : 4;
    char *larger = arena_alloc(a, wanted * size);
    if (!larger) return memset(a->scratch, 0, size);
    if (*count) memcpy(larger, *items, *count * size);
    *items = larger;
    *capacity = wanted;
  }
  return (char *)*items + (*count)++ * size;
}

bool texts_contain(const texts *list, text wanted) {
  for (size_t i = 0; i < list->count; i++)
    if (text_equal(list->items[i], wanted)) return true;
  return false;
}
