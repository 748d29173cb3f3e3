/* A query against the library: the set of articles that it finds. */
#ifndef CARREL_SEARCH_EVALUATE_H
#define CARREL_SEARCH_EVALUATE_H

#include "search/leaf.h"

/* Fills the set (to be finished by the caller) with the living articles that the query finds.
 * Leaves that only exclude (right of NOT) add no scored terms. */
bool evaluate_query(evaluation *v, const query *q, set *found);

#endif
