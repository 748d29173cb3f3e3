/* Terms of a question, and terms that the best answers add to it. */
#ifndef CARREL_SEARCH_FEEDBACK_H
#define CARREL_SEARCH_FEEDBACK_H

#include "search/score.h"

/* Adds a term, or weight to the one that is there. */
void feedback_add_term(scored_terms *terms, text label, text term, double weight, arena *a);
/* Expands a question by words of its best answers (RM3: Lavrenko and Croft 2001; Abdul-Jaleel et
 * al. 2004): of the best 5 articles the 20 likeliest terms that are in under a tenth of all
 * articles, 0.4 of the weight going to them. Weights add up to 1 afterwards. */
bool feedback_expand(searcher *x, scored_terms *terms, const score_parameters *p, arena *a,
                     error *e);

#endif
