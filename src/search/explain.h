/* Why an article is where it is: what each term has given to its score, by column. */
#ifndef CARREL_SEARCH_EXPLAIN_H
#define CARREL_SEARCH_EXPLAIN_H

#include "search/proximity.h"

/* What an answer was ranked by. */
typedef struct explanation {
  searcher *x;
  const scored_terms *terms; /* prepared */
  const score_parameters *p;
  const scored_list *from; /* the articles that feedback took its terms from, or NULL */
  proximity *near;         /* or NULL: pairs of words did not count */
} explanation;

/* Fills the shares of hits, which stand in the order of `best`. */
bool explain_hits(const explanation *why, const scored *best, hit *hits, size_t count, arena *a,
                  error *e);
/* Adds a notice of the words that feedback has added. */
bool explain_added(const explanation *why, arena *a, texts *notices, error *e);

#endif
