/* An open library with what searching needs in memory. Private to src/search. */
#ifndef CARREL_SEARCH_SEARCHER_H
#define CARREL_SEARCH_SEARCHER_H

#include "index/segment.h"
#include "search/search.h"
#include "store/mesh.h"
#include "text/stem.h"
#include "text/words.h"

struct searcher {
  store *store;
  bool reading; /* has begun a transaction: all that it reads is of one state of the library */
  arena lasting; /* the segments' lengths and days */
  segments segments;
  set alive; /* all articles */
  words *walk;
  stemmer *stemmer;
  mesh_state mesh;
  struct frequency_table *frequencies; /* src/search/run.c */
};

/* The days of publication of an article; zeros where unknown. */
void searcher_days(const searcher *x, article_id id, int *first, int *last);
/* Its length in words that count for ranking. */
uint16_t searcher_length(const searcher *x, article_id id);
/* The segment that covers an article, or NULL. */
const segment_row *searcher_segment(const searcher *x, article_id id);

#endif
