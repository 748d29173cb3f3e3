/* Proximity by sets of items: for each occurrence, which items can stand in a chain that ends with
 * it, each near the one before. A set of items is a number whose bits they are, and the sets of an
 * occurrence are bits again; so a text in which words come up a hundred times takes no longer than
 * the square of that. */
#include "search/near.h"

#include <stdlib.h>
#include <string.h>

static int by_place(const void *a, const void *b) {
  const near_item *x = a, *y = b;
  if (x->column != y->column) return x->column < y->column ? -1 : 1;
  if (x->from != y->from) return x->from < y->from ? -1 : 1;
  return (x->to > y->to) - (x->to < y->to);
}

void near_start(near_items *all) {
  if (all->list.count) qsort(all->list.items, all->list.count, sizeof *all->list.items, by_place);
  all->next = 0;
}

/* How many numbers of 64 bits hold a bit for each set of items. */
static size_t sets_size(const nearness *near) {
  return near->count > 6 ? (size_t)1 << (near->count - 6) : 1;
}

/* Whether the second can come right after the first. */
static bool follows(const near_item *first, const near_item *second, const nearness *near) {
  return second->from > first->to &&
         (long long)second->from - first->to - 1 <= (long long)near->distance;
}

/* The sets with `item` added, of all that do not have it. In order, only that of all before. */
static void add_item(uint64_t *into, const uint64_t *sets, size_t size, const nearness *near,
                     uint8_t item) {
  size_t bit = (size_t)1 << item;
  for (size_t i = 0; i < size; i++) {
    for (uint64_t rest = sets[i]; rest; rest &= rest - 1) {
      size_t chosen = i * 64 + (size_t)__builtin_ctzll(rest), more = chosen | bit;
      if (chosen & bit || (near->ordered && chosen != bit - 1)) continue;
      into[more / 64] |= UINT64_C(1) << more % 64;
    }
  }
}

/* Whether a chain of all items ends with the occurrence; those before it have been looked at. */
static bool ends_chain(near_items *all, size_t at, const nearness *near, size_t size) {
  const near_item *last = &all->list.items[at];
  uint64_t *sets = all->reached.items + at * size;
  size_t bit = (size_t)1 << last->item, whole = ((size_t)1 << near->count) - 1;
  memset(sets, 0, size * sizeof *sets);
  if (!near->ordered || bit == 1) sets[bit / 64] |= UINT64_C(1) << bit % 64;
  for (size_t i = at; i--;) {
    const near_item *before = &all->list.items[i];
    if (before->column != last->column) break;
    if (follows(before, last, near))
      add_item(sets, all->reached.items + i * size, size, near, last->item);
  }
  return sets[whole / 64] >> whole % 64 & 1;
}

int near_next(near_items *all, const nearness *near, arena *a) {
  size_t size = sets_size(near);
  while (all->reached.count < all->list.count * size) *list_push(a, &all->reached) = 0;
  if (arena_failed(a)) return -1;
  while (all->next < all->list.count) {
    size_t at = all->next++;
    if (ends_chain(all, at, near, size)) return all->list.items[at].column;
  }
  return -1;
}
