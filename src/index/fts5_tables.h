/* The small tables of the text index beside its segments: what FTS5 knows of the whole. */
#ifndef CARREL_INDEX_FTS5_TABLES_H
#define CARREL_INDEX_FTS5_TABLES_H

#include "index/fts5_segment.h"
#include "model/field.h"

/* Articles of the text index, and how many places their columns have. */
typedef struct fts5_totals {
  long long articles, places[COLUMN_COUNT];
} fts5_totals;

/* Keeps the places of one article's columns, for FTS5's own bm25(). */
bool fts5_sizes_put(store *s, article_id id, const uint32_t *sizes, error *e);
/* Forgets them, and takes them off the totals. */
bool fts5_sizes_drop(store *s, article_id id, fts5_totals *totals, error *e);
/* Adds to what the text index says of the whole; numbers may be below 0. */
bool fts5_totals_add(store *s, const fts5_totals *more, error *e);

/* Removes the pages of a segment. */
bool fts5_segment_drop(store *s, long long segment, error *e);
/* Tells FTS5 which segments there are, which the table of segments knows, and has it forget what it
 * keeps of them in memory. */
bool fts5_segments_tell(store *s, error *e);
/* Whether FTS5 has the segments that the table of segments knows, and no others. */
bool fts5_segments_agree(store *s, bool *agree, error *e);

#endif
