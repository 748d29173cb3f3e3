/* Segments and posting lists in the library file: the only place that knows their tables. */
#ifndef CARREL_INDEX_SEGMENT_H
#define CARREL_INDEX_SEGMENT_H

#include "base/set.h"
#include "index/posting.h"
#include "store/articles.h"

/* A segment as it is written. `lengths` has `span` numbers, `days` two for each: first and last. */
typedef struct segment_row {
  long long id;
  article_id first;
  uint32_t span, records;
  long long words;
  const uint16_t *lengths;
  const int32_t *days;
} segment_row;

/* A number for a new segment. */
bool segment_next(store *s, long long *id, error *e);
bool segment_insert(store *s, const segment_row *row, error *e);
/* Lists of a segment must be written in the order of their terms. */
bool posting_insert(store *s, long long segment, uint32_t term, text bytes, error *e);
long long posting_key(long long segment, uint32_t term);

/* All segments in memory, in the order of their first articles. */
typedef struct segments {
  LIST_OF(segment_row) list;
  set dead;          /* articles that are gone but stand in a segment */
  long long records; /* alive */
  long long words;   /* of these */
  article_id end;    /* above every number in a segment */
} segments;

/* Loads them into `a`; segments_finish frees what is not the arena's. */
bool segments_load(store *s, segments *all, arena *a, error *e);
void segments_finish(segments *all);

/* The number of a term, 0 where the library does not have it. */
bool term_find(store *s, text field, text value, uint32_t *term, error *e);
/* The stem class of a word as it stands, 0 where the library does not have the word. */
bool word_find(store *s, text word, uint32_t *term, error *e);
/* How many postings the term has in the segment. */
bool posting_count(store *s, long long segment, uint32_t term, uint32_t *count, error *e);
/* The list, copied into `a`; empty where there is none. */
bool posting_get(store *s, long long segment, uint32_t term, arena *a, postings *found, error *e);

#endif
