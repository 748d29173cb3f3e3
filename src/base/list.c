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

text texts_join(arena *a, const texts *list, text between) {
  size_t size = 0;
  for (size_t i = 0; i < list->count; i++) size += list->items[i].size + between.size;
  char *whole = arena_alloc(a, size), *end = whole;
  if (!whole) return (text){"", 0};
  for (size_t i = 0; i < list->count; i++) {
    text pieces[2] = {i ? between : (text){"", 0}, list->items[i]};
    for (size_t k = 0; k < 2; k++) {
      if (pieces[k].size) memcpy(end, pieces[k].data, pieces[k].size);
      end += pieces[k].size;
    }
  }
  return (text){whole, (size_t)(end - whole)};
}

bool texts_contain(const texts *list, text wanted) {
  for (size_t i = 0; i < list->count; i++)
    if (text_equal(list->items[i], wanted)) return true;
  return false;
}
