/* Why a query finds nothing, for those who asked it. */
#ifndef CARREL_SEARCH_NOTHING_H
#define CARREL_SEARCH_NOTHING_H

#include "search/evaluate.h"

/* Adds to the notices which part of a query that finds nothing takes everything away: where each
 * part of an AND finds something, the one that has nothing in common with those before it. Leaves
 * that find nothing have been told already. */
bool nothing_tell(evaluation *v, const query *q);

#endif
