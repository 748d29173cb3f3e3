/* Which articles can have what phrases ask for, by the postings of their words: where few are left
 * of those that other parts of the query have found, the text index is asked for these alone. */
#ifndef CARREL_SEARCH_CANDIDATES_H
#define CARREL_SEARCH_CANDIDATES_H

#include "search/spelling.h"

typedef struct candidates {
  set left; /* of what else was found */
  bool few; /* so few that it pays to ask for each of them */
} candidates;

void candidates_finish(candidates *c);
/* Looks for articles that have one of the phrases of each item. */
bool candidates_find(evaluation *v, unsigned column_set, const phrases *items, size_t count,
                     candidates *c);

#endif
