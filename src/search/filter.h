/* Filters of PubMed that stand for a query: "free full text[sb]", "humans[filter]". */
#ifndef CARREL_SEARCH_FILTER_H
#define CARREL_SEARCH_FILTER_H

#include "query/tree.h"

/* The query that a leaf in [filter] stands for; NULL, and no error, where the leaf is a value that
 * records have or no filter at all. */
query *filter_find(const query *leaf, arena *a, error *e);

#endif
