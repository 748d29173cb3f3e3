/* Free text as a question: any word counts, and the best answers add words of their own. */
#include "search/answers.h"
#include "search/feedback.h"
#include "search/leaf.h"
#include "search/leaf_text.h"

/* The scored terms of a text: its words but for stop words, each with the number of times that it
 * is there. Stop words are taken of a text that has no others. */
static bool text_terms(searcher *x, text typed, bool with_stops, arena *a, scored_terms *terms,
                       error *e) {
  units list = {0};
  bool stops_only = true, exists;
  if (!text_units(x, typed, a, &list)) return error_memory(e);
  for (size_t i = 0; i < list.count; i++) {
    text term;
    const unit *u = &list.items[i];
    if (!with_stops && word_is_stop(u->text)) continue;
    stops_only = false;
    if (!word_find(x->store, &x->segments, u->text, a, &term, e)) return false;
    if (!term.size) term = term_key(TEXT(""), stemmer_stem(x->stemmer, u->text), a);
    if (!term_exists(x->store, &x->segments, term, &exists, e)) return false;
    if (exists) feedback_add_term(terms, u->text, term, 1, a);
  }
  if (!stops_only || !list.count) return true;
  return text_terms(x, typed, true, a, terms, e);
}

/* The terms that are asked, and with those that feedback adds. */
static bool topic_terms(searcher *x, text typed, const search_request *r, const score_parameters *p,
                        arena *a, scored_terms *asked, scored_terms *terms, error *e) {
  error_clear(e);
  if (!text_terms(x, typed, false, a, asked, e)) return false;
  for (size_t i = 0; i < asked->count; i++) *list_push(a, terms) = asked->items[i];
  if (!r->plain && !feedback_expand(x, terms, p, a, e)) return false;
  return score_prepare(x, terms, e);
}

bool search_rank(searcher *x, text words, const search_request *r, arena *a, scored_list *best,
                 error *e) {
  scored_terms asked = {0}, terms = {0};
  score_parameters p = request_parameters(r);
  return topic_terms(x, words, r, &p, a, &asked, &terms, e) &&
         score_best(x, &terms, &p, NULL, r->offset + r->limit, a, best, e);
}

/* All articles that have any of the words asked. */
static bool topic_set(searcher *x, const scored_terms *asked, arena *a, set *within, error *e) {
  evaluation v = {.x = x, .a = a, .e = e};
  if (!set_reserve(within, (uint64_t)x->segments.end)) return error_memory(e);
  for (size_t i = 0; i < asked->count; i++)
    if (!leaf_add_postings(&v, asked->items[i].term, (1u << COLUMN_COUNT) - 1, within))
      return false;
  set_intersect(within, &x->alive);
  return true;
}

bool search_topic(searcher *x, text words, const search_request *r, arena *a, answer *found,
                  error *e) {
  scored_terms asked = {0}, terms = {0};
  scored_list best;
  set within = {0};
  *found = (answer){0};
  score_parameters p = request_parameters(r);
  bool good =
      topic_terms(x, words, r, &p, a, &asked, &terms, e) && topic_set(x, &asked, a, &within, e);
  found->total = (long long)set_count(&within);
  if (good && r->limit && r->sort != SORT_RELEVANCE)
    good = answer_add_sorted(x, &within, r, a, found, e);
  else if (good && r->limit)
    good = score_best(x, &terms, &p, NULL, r->offset + r->limit, a, &best, e) &&
           answer_add_ranked(x, &best, r, a, found, e);
  set_finish(&within);
  return good && score_prepare(x, &asked, e) && answer_mark(x, &asked, r, a, found, e) &&
         (!arena_failed(a) || error_memory(e));
}
