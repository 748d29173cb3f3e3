/* Proximity: whether words stand near each other, from their positions in one article. */
#ifndef CARREL_SEARCH_NEAR_H
#define CARREL_SEARCH_NEAR_H

#include <stdint.h>

#include "base/list.h"

enum { NEAR_MOST_ITEMS = 16 };

/* What must be near; see QUERY_NEAR. */
typedef struct nearness {
  unsigned distance;
  bool ordered;
  size_t count;             /* of items */
  LIST_OF(uint8_t) item_of; /* of each phrase of the full-text expression, the item */
} nearness;

/* An item, where it stands in a column: positions of its first and last word. */
typedef struct near_item {
  int column, from, to;
  uint8_t item;
} near_item;

typedef struct near_items {
  LIST_OF(near_item) list;
  LIST_OF(uint64_t) reached; /* room for near_next */
  size_t next;
} near_items;

/* Sorts them and starts at the first. */
void near_start(near_items *all);
/* Looks for the next place where every item stands, with at most `distance` words between
 * neighbours, no place used twice. Gives the column; -1 behind the last. One place is told for
 * each occurrence that can come last in it. */
int near_next(near_items *all, const nearness *near, arena *a);

#endif
