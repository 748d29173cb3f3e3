/* Sums of what an article puts into the indexes. They do not depend on the order of summing, so
 * that what the articles say can be compared with what the indexes hold. */
#ifndef CARREL_INDEX_CENSUS_H
#define CARREL_INDEX_CENSUS_H

#include "base/map.h"
#include "index/content.h"
#include "index/segment.h"
#include "text/stem.h"
#include "text/words.h"

/* What one article adds up to. */
typedef struct census_sums {
  uint64_t postings; /* of census_posting over its postings */
  uint64_t words;    /* of census_words over its words in the text index */
  uint16_t length;   /* ranked words, as a segment keeps it */
  date_span days;
} census_sums;

typedef struct census {
  words *walk;
  content content;
  stemmer *stemmer;
  buffer key;
  arena scratch;
  LIST_OF(struct census_find) found; /* of one article */
} census;

bool census_init(census *c, error *e);
void census_finish(census *c);
/* Sums up the article that stands at this place of a segment. */
bool census_take(census *c, uint16_t place, const record *r, census_sums *sums, error *e);

/* The summands. `term` is the text_hash of its key; `code` is 0 for a value. */
uint64_t census_posting(uint64_t term, uint16_t place, uint16_t code);
uint64_t census_words(text word, uint64_t count);

#endif
