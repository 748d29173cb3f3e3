/* BM25 over postings: the best k of a sum of terms.
 *
 * score = sum over terms of weight * idf * f / (f + K), where f counts occurrences weighted by
 * column (search/parameters.h), K = k1 (1 - b + b length / average length) and
 * idf = ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza 2009, with Lucene's idf, which is
 * never negative). Order: score, then newer, then the smaller number. Whichever path finds an
 * article, its score is computed once more in double precision over the terms in their order, so
 * that equal articles have equal scores. */
#ifndef CARREL_SEARCH_SCORE_H
#define CARREL_SEARCH_SCORE_H

#include "search/matches.h"
#include "search/parameters.h"

/* One term of a ranked question: a stem class, a value, or what the full-text index found. */
typedef struct scored_term {
  text label; /* as the user knows it, for explaining */
  text term;  /* its key in the postings; empty: `found` instead */
  const matches *found;
  unsigned columns;  /* only occurrences in these count */
  unsigned sources;  /* of a term that feedback has added: which of its articles have it, as bits */
  double weight;     /* in the question; 1 mostly */
  long long records; /* how many articles have it; filled by score_prepare where it is 0 */
  double factor;     /* weight * idf; filled by score_prepare */
  term_list *lists; /* of each segment; filled by score_prepare */
} scored_term;
typedef LIST_OF(scored_term) scored_terms;

/* Finds the lists of each term, counts its articles and sets its factor. */
bool score_prepare(searcher *x, scored_terms *terms, error *e);
/* The best `k` articles, best first, among `within` (NULL: all that are alive) that have any of
 * the terms. The terms must be prepared. */
bool score_best(searcher *x, const scored_terms *terms, const score_parameters *p,
                const set *within, size_t k, arena *a, scored_list *best, error *e);
/* K for an article of this length. */
double score_dampening(const searcher *x, const score_parameters *p, uint16_t length);
/* One occurrence code's share: f. */
enum { SCORE_FREQUENCY_MOST = 255 }; /* beyond that an occurrence does not count */
unsigned score_frequency(const score_parameters *p, uint16_t code, unsigned column_set);

#endif
