/* Segments in the library file, and terms over all of them. */
#ifndef CARREL_INDEX_SEGMENT_H
#define CARREL_INDEX_SEGMENT_H

#include "base/date.h"
#include "base/set.h"
#include "index/lists.h"
#include "store/articles.h"

/* A segment. `lengths` and `dates` have `span` numbers, those of `dates` say which of the pairs,
 * first and last day of publication. Dates are read when they are asked for. */
typedef struct segment_row {
  long long id;
  article_id first;
  uint32_t span, records;
  long long words;
  uint32_t pages; /* of its part of the text index */
  const uint16_t *lengths, *dates;
  const date_span *pairs;
  uint32_t pair_count;
} segment_row;

/* A number for a new segment: a small one, since FTS5 counts but so far. */
bool segment_next(store *s, long long *id, error *e);
/* Puts a segment in. `days` has the pair of each number; the row's own dates are not asked for. */
bool segment_insert(store *s, const segment_row *row, const date_span *days, error *e);
/* Reads the dates of a segment into `a`, unless they have been read. */
bool segment_read_dates(store *s, segment_row *row, arena *a, error *e);
/* The days of the article at a place, with the dates read. */
date_span segment_days(const segment_row *row, uint32_t place);
/* The average length of an article; 1 where there are none. */
double segment_average(long long words, long long records);
/* All segments in memory, in the order of their first articles. */
typedef struct segments {
  LIST_OF(segment_row) list;
  set dead;          /* articles that are gone but stand in a segment */
  long long records; /* alive */
  long long words;   /* of these */
  article_id end;    /* above every number in a segment */
  uint16_t *lengths; /* of all */
  size_t lengths_size;
} segments;

/* Loads them, without dates; the list of rows is the arena's, the rest goes with segments_finish.
 */
bool segments_load(store *s, segments *all, arena *a, error *e);
/* Reads the dates of all of them. */
bool segments_read_dates(store *s, segments *all, arena *a, error *e);
void segments_finish(segments *all);

/* --- Terms --- */

/* The key of a value, or of a stem class where the field is empty. */
text term_key(text field, text value, arena *a);
/* The keys of a field whose values are at least `from` and below `end`, in order. */
bool terms_between(store *s, const segments *all, text field, text from, text end, arena *a,
                   texts *keys, error *e);
/* The value of a key. */
text term_value(text key);
/* How many terms there are, and how many of them are stem classes of words. */
bool terms_count(store *s, const segments *all, long long *terms, long long *words, error *e);
/* The term's list in a segment, copied into `a`; empty where there is none. */
bool posting_get(store *s, long long segment, text key, arena *a, postings *found, error *e);

#endif
