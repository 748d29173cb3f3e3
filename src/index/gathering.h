/* The segment under way, in memory: its articles, and what occurs in them. */
#ifndef CARREL_INDEX_GATHERING_H
#define CARREL_INDEX_GATHERING_H

#include "index/dictionary.h"
#include "index/fts5_tables.h"
#include "index/inversion.h"
#include "index/numbering.h"
#include "index/segment.h"

typedef struct gathering {
  dictionary dictionary;
  inversion words;  /* by word as it stands, with positions */
  inversion values; /* by term */
  article_id first; /* 0: nothing added yet */
  uint32_t span, records;
  long long word_count; /* sum of lengths */
  fts5_totals totals;
  set removed; /* places of articles that have gone again */
  uint32_t removed_count;
  uint16_t lengths[SEGMENT_SPAN];
  date_span days[SEGMENT_SPAN];
  arena scratch;
  uint32_t sizes[COLUMN_COUNT]; /* of the last article: words of its columns */
} gathering;

bool gathering_init(gathering *g, store *s, error *e);
void gathering_finish(gathering *g);
/* Forgets the articles; keeps the dictionary. */
void gathering_clear(gathering *g);

/* Whether an article of this number goes into the segment under way, beside those that are in it.
 */
bool gathering_fits(const gathering *g, article_id id);
/* Adds an article that fits, with a number above those before it. Its words and values get numbers
 * if they have none of the dictionary as it is. */
bool gathering_add(gathering *g, article_id id, const document *d, error *e);
/* Takes an article out again; false where it is not here. */
bool gathering_remove(gathering *g, article_id id);

/* How much of what a segment can hold there is, from 0 to 1. */
double gathering_fullness(const gathering *g);
/* The places to be passed over in its lists; NULL where there are none. */
const set *gathering_removed(const gathering *g);

#endif
