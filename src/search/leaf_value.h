/* Leaves that are whole values: names, journals, languages, identifiers and the like. */
#ifndef CARREL_SEARCH_LEAF_VALUE_H
#define CARREL_SEARCH_LEAF_VALUE_H

#include "search/leaf.h"

/* A QUERY_VALUE of any field but those of dates. */
bool leaf_value_evaluate(evaluation *v, const query *leaf, set *found);

#endif
