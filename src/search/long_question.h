/* The best articles for a question of any length, as topics and similar articles ask them.
 *
 * A short question is asked as it is. Of a long one, the LONG_TERMS terms that can give most choose
 * candidates, and these are scored by all terms. Scores are exact either way; what a long question
 * may miss is an article that has little but its weak terms (tools/bench.md has what that costs).
 */
#ifndef CARREL_SEARCH_LONG_QUESTION_H
#define CARREL_SEARCH_LONG_QUESTION_H

#include "search/score.h"

enum {
  LONG_TERMS = 32,
  /* candidates at least: for an answer, and for the records that lend words */
  LONG_ANSWER = 100,
  LONG_FEEDBACK = 50
};

/* The terms that choose: all of a short question, in their order; of a long one the strongest, the
 * strongest first. The terms must be prepared. */
scored_terms long_question_choosers(const scored_terms *terms, arena *a);
/* As score_best has it, from so many candidates: four for each of the best `k` and `least` of them
 * at least. */
bool long_question_best(searcher *x, const scored_terms *terms, const score_parameters *p,
                        const set *within, size_t k, size_t least, arena *a, scored_list *best,
                        error *e);

#endif
