/* Merging segments: small ones into larger ones, so that a search has few to ask. */
#ifndef CARREL_INDEX_MERGE_H
#define CARREL_INDEX_MERGE_H

#include "store/store.h"

/* Merges the newest segments where that pays; within the caller's transaction. What is dead in
 * them is dropped for good. */
bool segments_merge(store *s, error *e);

#endif
