/* Merging segments of the text index. */
#ifndef CARREL_INDEX_FTS5_MERGE_H
#define CARREL_INDEX_FTS5_MERGE_H

#include "base/set.h"
#include "index/fts5_segment.h"

/* Makes the target out of the sources, which are in the order of their articles, without those that
 * are dead; *pages is how many pages it has. The sources stay. */
bool fts5_merge(store *s, const long long *sources, size_t count, long long target, const set *dead,
                uint32_t *pages, error *e);

#endif
