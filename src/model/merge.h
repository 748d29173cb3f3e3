/* One record out of what several sources say of the same article. */
#ifndef CARREL_MODEL_MERGE_H
#define CARREL_MODEL_MERGE_H

#include "model/record.h"

/* Fills what `into` does not have from `other`, member by member. Identifiers, links of kinds that
 * `into` has none of, addresses, notes and extras are united. `into` must be the richer record; it
 * borrows from `other`. */
void record_merge(record *into, const record *other);

#endif
