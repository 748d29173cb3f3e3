/* Words of a question that stand near each other in an article: a second stage of ranking. */
#ifndef CARREL_SEARCH_PROXIMITY_H
#define CARREL_SEARCH_PROXIMITY_H

#include "search/question.h"

/* So many of the best articles are looked at. */
enum { PROXIMITY_DEPTH = 20 };

/* What an article gains by two neighbours of the question. */
typedef struct proximity_gain {
  neighbours pair;
  double score;
} proximity_gain;
typedef LIST_OF(proximity_gain) proximity_gains;

typedef struct proximity {
  searcher *x;
  const question *q;
  const score_parameters *p;
  double share;     /* what the weights of the question are multiplied with */
  map terms;        /* stem -> place among the terms of the question + 1 */
  bool begins[256]; /* with which byte any of the stems begins */
  arena a;          /* of one article */
} proximity;

/* The question must be prepared and, like the parameters, last as long. */
bool proximity_open(proximity *n, const question *q, const score_parameters *p, double share,
                    error *e);
void proximity_close(proximity *n);

/* What the article gains in all; the single gains are added to `gains` unless it is NULL. */
bool proximity_score(proximity *n, article_id id, double *score, arena *a, proximity_gains *gains,
                     error *e);
/* Adds their gains to the first PROXIMITY_DEPTH articles, and puts them in order again. */
bool proximity_rank(proximity *n, scored_list *best, error *e);

#endif
