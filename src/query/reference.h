/* References in queries: #3 to an earlier query, query:name to a saved one. */
#ifndef CARREL_QUERY_REFERENCE_H
#define CARREL_QUERY_REFERENCE_H

#include "query/tree.h"

/* Where references lead. `find` gives the tree that one stands for, or the reference itself where
 * it is to stay; NULL with `e` set, offset apart, where there is nothing. */
typedef struct references {
  query *(*find)(void *context, query *reference, error *e);
  void *context;
} references;

bool query_has_references(const query *q);
/* The query with trees in the place of its references, shared with wherever they came from; the
 * query itself where it has none. NULL with `e` set: the offset is that of the reference. */
query *query_refer(query *q, const references *to, arena *a, error *e);

#endif
