/* What leaves have found, kept while a library is open: the lines of a strategy ask the same again
 * and again. */
#ifndef CARREL_SEARCH_REMEMBERED_H
#define CARREL_SEARCH_REMEMBERED_H

#include "base/map.h"
#include "base/set.h"

/* A zeroed one is empty. */
typedef struct remembered {
  map keys; /* to places in: */
  set *sets;
  size_t count, capacity;
  size_t bytes;
} remembered;

void remembered_finish(remembered *r);
/* NULL where it is not known. Valid until the next remembered_keep. */
const set *remembered_find(const remembered *r, text key);
/* Keeps a copy; forgets all others where there are too many. Without memory nothing is kept. */
void remembered_keep(remembered *r, text key, const set *found);

#endif
