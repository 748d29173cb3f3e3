/* Free text as a question: any word counts, the best answers add words of their own, and words that
 * stand near each other count once more. */
#include "search/answers.h"
#include "search/explain.h"
#include "search/feedback.h"
#include "search/leaf.h"
#include "search/long_question.h"
#include "search/nearby.h"
#include "search/proximity.h"

enum { SPELLINGS = 5 /* words that are told to be unknown */ };

/* A topic on its way from text to articles. */
typedef struct topic {
  question asked;
  scored_terms terms; /* those asked, and those that feedback has added */
  scored_list from;   /* the articles that have added them */
  double share;       /* what the weights of those asked have been multiplied with */
  score_parameters p;
} topic;

/* The question that a text asks. Stop words are taken of a text that has no others. */
static bool topic_read(topic *t, text typed, error *e) {
  question *q = &t->asked;
  if (!question_add_text(q, typed, false, 1, e)) return false;
  bool stops_only = q->any_words && !q->terms.count && !q->unknown.count;
  return (!stops_only || question_add_text(q, typed, true, 1, e)) && question_prepare(q, e);
}

/* Ranks the best anew by the words of the question that stand near each other in them. */
static bool rank_near(topic *t, scored_list *best, error *e) {
  proximity n;
  bool good = proximity_open(&n, &t->asked, &t->p, t->share, e) && proximity_rank(&n, best, e);
  proximity_close(&n);
  return good;
}

/* The terms that are asked, and with those that feedback adds. */
static bool topic_expand(topic *t, const search_request *r, error *e) {
  question *q = &t->asked;
  t->terms = q->terms;
  t->share = 1;
  if (r->plain || r->bare) return true;
  t->terms = (scored_terms){0};
  return long_question_best(q->x, &q->terms, &t->p, NULL, FEEDBACK_RECORDS, LONG_FEEDBACK, q->a,
                            &t->from, e) &&
         rank_near(t, &t->from, e) && feedback_expand(q, &t->from, &t->p, &t->terms, &t->share, e);
}

/* At least `wanted` of the best articles, if there are as many. */
static bool topic_rank(topic *t, const search_request *r, size_t wanted, scored_list *best,
                       error *e) {
  size_t k = wanted < PROXIMITY_DEPTH ? PROXIMITY_DEPTH : wanted;
  if (!long_question_best(t->asked.x, &t->terms, &t->p, NULL, k, LONG_ANSWER, t->asked.a, best, e))
    return false;
  return r->bare || rank_near(t, best, e);
}

bool search_rank(searcher *x, text words, const search_request *r, arena *a, scored_list *best,
                 error *e) {
  topic t = {.p = request_parameters(x, r)};
  size_t wanted = r->offset + r->limit;
  error_clear(e);
  question_init(&t.asked, x, a);
  bool good =
      topic_read(&t, words, e) && topic_expand(&t, r, e) && topic_rank(&t, r, wanted, best, e);
  question_finish(&t.asked);
  if (good && best->count > wanted) best->count = wanted;
  return good;
}

/* --- What the user is told --- */

/* Words that the library does not have, and which it has that are like them. */
static bool tell_unknown(topic *t, answer *found, error *e) {
  arena *a = t->asked.a;
  const texts *unknown = &t->asked.unknown;
  for (size_t i = 0; i < unknown->count && i < SPELLINGS; i++) {
    text near = {"", 0}, word = unknown->items[i];
    if (!word_is_stop(word) && !nearby_word(t->asked.x, word, &near, a, e)) return false;
    text notice = arena_printf(a, "\"%.*s\" is not in the library", TEXT_ARG(word));
    if (near.size)
      notice = arena_printf(a, "%.*s; did you mean %.*s?", TEXT_ARG(notice), TEXT_ARG(near));
    *list_push(a, &found->notices) = notice;
  }
  if (unknown->count > SPELLINGS)
    *list_push(a, &found->notices) =
        arena_printf(a, "nor are %zu more words", unknown->count - SPELLINGS);
  if (t->asked.left_out)
    *list_push(a, &found->notices) = arena_printf(
        a, "the text has more words than are asked: the %d most frequent ones", QUESTION_TERMS);
  if (!t->asked.any_words) *list_push(a, &found->notices) = TEXT("the text has no words");
  return true;
}

/* --- Answers --- */

/* All articles that have any of the words that choose, the added ones among them. */
static bool topic_set(topic *t, set *within, error *e) {
  evaluation v = {.x = t->asked.x, .a = t->asked.a, .e = e};
  scored_terms choosers = long_question_choosers(&t->terms, t->asked.a);
  if (!set_reserve(within, (uint64_t)v.x->segments.end)) return error_memory(e);
  for (size_t i = 0; i < choosers.count; i++)
    if (!leaf_add_postings(&v, choosers.items[i].term, (1u << COLUMN_COUNT) - 1, within))
      return false;
  set_intersect(within, &v.x->alive);
  return true;
}

/* Says of the hits why they are there. */
static bool topic_explain(topic *t, const search_request *r, const scored_list *best, answer *found,
                          error *e) {
  proximity n;
  explanation why = {t->asked.x, &t->terms, &t->p, &t->from, NULL};
  bool good = proximity_open(&n, &t->asked, &t->p, t->share, e);
  why.near = &n;
  good = good && explain_added(&why, t->asked.a, &found->notices, e) &&
         explain_hits(&why, best->items + r->offset, found->hits.items, found->hits.count,
                      t->asked.a, e);
  proximity_close(&n);
  return good;
}

static bool add_ranked(topic *t, const search_request *r, answer *found, error *e) {
  scored_list best;
  size_t wanted = request_depth(r, (size_t)found->total);
  if (!topic_rank(t, r, wanted, &best, e)) return false;
  request_cut(r, wanted, &best);
  return answer_add_ranked(t->asked.x, &best, r, t->asked.a, found, e) &&
         (!r->explain || topic_explain(t, r, &best, found, e));
}

static bool topic_answer(topic *t, const search_request *r, answer *found, error *e) {
  searcher *x = t->asked.x;
  arena *a = t->asked.a;
  set within = {0};
  bool good = topic_expand(t, r, e) && topic_set(t, &within, e) && tell_unknown(t, found, e);
  found->total = (long long)set_count(&within);
  if (good && r->limit && r->sort != SORT_RELEVANCE)
    good = answer_add_sorted(x, &within, r, a, found, e);
  else if (good && r->limit) good = add_ranked(t, r, found, e);
  set_finish(&within);
  return good && answer_mark(x, &t->asked.terms, r, a, found, e) &&
         (!arena_failed(a) || error_memory(e));
}

bool search_topic(searcher *x, text words, const search_request *r, arena *a, answer *found,
                  error *e) {
  topic t = {.p = request_parameters(x, r)};
  *found = (answer){0};
  error_clear(e);
  question_init(&t.asked, x, a);
  bool good = topic_read(&t, words, e) && topic_answer(&t, r, found, e);
  question_finish(&t.asked);
  return good;
}
