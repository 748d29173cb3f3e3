/* Scoring a few articles by many terms: from the articles themselves, whose words are found once
 * more, which takes less time than looking for them in all the terms' lists. */
#ifndef CARREL_SEARCH_RESCORE_H
#define CARREL_SEARCH_RESCORE_H

#include "search/score.h"

/* Gives the articles the scores that score_best would give them by these terms, which must be
 * prepared, and puts them in order, the best first. */
bool rescore(searcher *x, const scored_terms *terms, const score_parameters *p, scored_list *all,
             error *e);

#endif
