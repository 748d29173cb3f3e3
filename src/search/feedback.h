/* Terms that the best answers add to a question. */
#ifndef CARREL_SEARCH_FEEDBACK_H
#define CARREL_SEARCH_FEEDBACK_H

#include "search/question.h"

/* So many of the best articles are taken for relevant. */
enum { FEEDBACK_RECORDS = 8 };

/* Expands a question by words of its best articles, best first (RM3: Lavrenko and Croft 2001;
 * Abdul-Jaleel et al. 2004): `terms` gets its terms and the 20 likeliest that two of those articles
 * share and under a tenth of all have; these have `sources`. The weights of the question's own are
 * multiplied with *share, all add up to 1. A small library adds nothing. */
bool feedback_expand(const question *q, const scored_list *best, const score_parameters *p,
                     scored_terms *terms, double *share, error *e);

#endif
