/* Leaves that are dates, and ranges of dates and of numbers. */
#ifndef CARREL_SEARCH_LEAF_DATE_H
#define CARREL_SEARCH_LEAF_DATE_H

#include "search/leaf.h"

/* A date, or a range of dates, in a date field. Articles have two dates of publication, in print
 * and electronic. A range asks for either. A single date passes over an electronic one that is
 * later than print (PubMed User Guide, "Date - Publication"). */
bool leaf_date_evaluate(evaluation *v, const query *leaf, set *found);
/* A range of PMIDs, volumes, issues or pages. */
bool leaf_numbers_evaluate(evaluation *v, const query *leaf, set *found);

#endif
