/* Choosing candidates by the strongest terms. */
#include "search/long_question.h"

#include <stdlib.h>

#include "search/rescore.h"

/* Of more candidates, reading the lists of all terms takes less time than reading the candidates
 * themselves. */
enum { CANDIDATES_EACH = 4, CANDIDATES_MOST = 800 };

static int strongest_first(const void *a, const void *b) {
  const scored_term *x = a, *y = b;
  if (x->factor != y->factor) return x->factor > y->factor ? -1 : 1;
  return text_compare(x->term, y->term);
}

scored_terms long_question_choosers(const scored_terms *terms, arena *a) {
  scored_terms strongest = {0};
  if (terms->count <= LONG_TERMS) return *terms;
  for (size_t i = 0; i < terms->count; i++) *list_push(a, &strongest) = terms->items[i];
  if (arena_failed(a)) return (scored_terms){0};
  qsort(strongest.items, strongest.count, sizeof *strongest.items, strongest_first);
  strongest.count = LONG_TERMS;
  return strongest;
}

/* Fills `best` from so many candidates; *enough is false where the strongest terms find too few to
 * choose from. */
static bool from_candidates(searcher *x, const scored_terms *terms, const score_parameters *p,
                            const set *within, size_t candidates, arena *a, scored_list *best,
                            bool *enough, error *e) {
  scored_terms choosers = long_question_choosers(terms, a);
  if (arena_failed(a)) return error_memory(e);
  if (!score_best(x, &choosers, p, within, candidates, a, best, e)) return false;
  *enough = best->count == candidates;
  return !*enough || rescore(x, terms, p, best, e);
}

bool long_question_best(searcher *x, const scored_terms *terms, const score_parameters *p,
                        const set *within, size_t k, size_t least, arena *a, scored_list *best,
                        error *e) {
  bool enough = false;
  if (terms->count > LONG_TERMS && k <= CANDIDATES_MOST / CANDIDATES_EACH) {
    size_t candidates = k * CANDIDATES_EACH < least ? least : k * CANDIDATES_EACH;
    if (!from_candidates(x, terms, p, within, candidates, a, best, &enough, e)) return false;
  }
  if (!enough) return score_best(x, terms, p, within, k, a, best, e);
  if (best->count > k) best->count = k;
  return true;
}
