/* (a or b) near c as (a near c) or (b near c). */
#include "query/tree.h"

static size_t choices(const query *item) { return item->kind == QUERY_OR ? item->items.count : 1; }

/* How many plain nodes it takes; most + 1 where that is more than `most`. */
static size_t spread_count(const query *near, size_t most) {
  size_t count = 1;
  for (size_t i = 0; i < near->items.count; i++) {
    size_t more = choices(near->items.items[i]);
    if (more > most / count) return most + 1;
    count *= more;
  }
  return count;
}

query *query_spread(const query *near, size_t most, arena *a) {
  size_t count = spread_count(near, most);
  if (count > most) return NULL;
  if (count == 1) return query_copy(a, near);
  query *all = query_new(a, QUERY_OR);
  all->from = near->from, all->size = near->size;
  for (size_t n = 0; n < count; n++) {
    query *one = query_copy(a, near);
    one->items.items = NULL;
    one->items.count = one->items.capacity = 0;
    one->height = 1, one->leaves = 0;
    size_t rest = n;
    for (size_t i = 0; i < near->items.count; i++) {
      query *item = near->items.items[i];
      size_t choice = rest % choices(item);
      rest /= choices(item);
      query_add(a, one, item->kind == QUERY_OR ? item->items.items[choice] : item);
    }
    query_add(a, all, one);
  }
  return all;
}
