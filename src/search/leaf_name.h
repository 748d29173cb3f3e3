/* Leaves that are names of persons. */
#ifndef CARREL_SEARCH_LEAF_NAME_H
#define CARREL_SEARCH_LEAF_NAME_H

#include "search/leaf.h"

/* "smith" finds all Smiths, "smith j" those whose initials begin so; in quotes it is whole; with a
 * star any name that begins so. "smith, john" and "john smith" are names in full, looked for as an
 * author's where no initials are meant. */
bool leaf_name_evaluate(evaluation *v, const query *leaf, set *found, bool *any);

#endif
