/* Proximity leaves. */
#ifndef CARREL_SEARCH_LEAF_NEAR_H
#define CARREL_SEARCH_LEAF_NEAR_H

#include "search/leaf.h"

/* Words near each other, in one column, and in one part of it: one affiliation, one keyword, the
 * title or its translation. An abstract is one, but that a word is left free between its sections.
 */
bool leaf_near_evaluate(evaluation *v, const query *leaf, set *found);

#endif
