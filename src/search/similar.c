/* Similar articles: those that the source page listed, and those that share most words.
 *
 * All words of the article ask, those of its title twice, and its MeSH headings as whole terms;
 * BM25 with k1 2 and b 0.9; and words that the best of what they find share. Measured on
 * collections of abstracts (tools/bench.md), that is better than without these, than PMRA (Lin and
 * Wilbur 2007), the two fused, and cutting the question to its best terms. */
#include "index/content.h"
#include "search/explain.h"
#include "search/feedback.h"
#include "search/linked.h"
#include "search/long_question.h"
#include "search/question.h"

static score_parameters similar_parameters(void) {
  score_parameters p = {.k1 = 2, .b = 0.9};
  p.weights[COLUMN_TITLE] = 2;
  p.weights[COLUMN_ABSTRACT] = 1;
  p.weights[COLUMN_KEYWORDS] = 1;
  return p;
}

static bool add_headings(question *q, const record *r, error *e) {
  for (size_t i = 0; i < r->headings.count; i++) {
    text name = r->headings.items[i].name;
    text key = term_key(TEXT("mh"), content_fold(name, q->a), q->a);
    if (!question_add_term(q, name, key, 1, e)) return false;
  }
  return true;
}

/* The question that an article asks. */
static bool article_question(question *q, const record *r, error *e) {
  content made;
  score_parameters p = similar_parameters();
  content_init(&made);
  bool good = content_make(&made, r, q->a) || error_memory(e);
  for (unsigned i = 0; good && i < COLUMN_COUNT; i++)
    if (p.weights[i])
      good = question_add_text(q, buffer_text(&made.columns[i]), false, p.weights[i], e);
  content_finish(&made);
  return good && add_headings(q, r, e) && question_prepare(q, e);
}

/* The best articles lend the question words that they share, as they do for topics. */
static bool expand_question(const question *q, const score_parameters *p, const set *others,
                            scored_list *from, scored_terms *terms, error *e) {
  double share;
  return long_question_best(q->x, &q->terms, p, others, FEEDBACK_RECORDS, LONG_FEEDBACK, q->a,
                            from, e) &&
         feedback_expand(q, from, p, terms, &share, e);
}

/* The articles of the library that share most with a record, `number` (0: none) not among them. */
static bool add_computed(searcher *x, article_id number, const record *own, const search_request *r,
                         size_t wanted, arena *a, answer *found, error *e) {
  question q;
  scored_terms terms = {0};
  scored_list from = {0}, best = {0};
  set others = {0};
  score_parameters p = similar_parameters();
  size_t before = found->hits.count;
  question_init(&q, x, a);
  bool good = set_copy(&others, &x->alive) || error_memory(e);
  if (number) set_remove(&others, (uint64_t)number);
  good = good && article_question(&q, own, e) &&
         expand_question(&q, &p, &others, &from, &terms, e) &&
         long_question_best(x, &terms, &p, &others, wanted, LONG_ANSWER, a, &best, e);
  set_finish(&others);
  for (size_t i = 0; good && i < best.count; i++)
    good = answer_add_article(x, best.items[i].id, best.items[i].score, a, found, e);
  explanation why = {.x = x, .terms = &terms, .p = &p, .from = &from};
  if (good && r->explain)
    good = explain_added(&why, a, &found->notices, e) &&
           explain_hits(&why, best.items, found->hits.items + before, best.count, a, e);
  question_finish(&q);
  return good;
}

static void name_group(answer *found, size_t from, text group, text origin) {
  for (size_t i = from; i < found->hits.count; i++) {
    found->hits.items[i].group = group;
    found->hits.items[i].origin = origin;
  }
}

/* How many articles must be computed; no sum overflows. */
static size_t request_wanted(const search_request *r) {
  return r->offset + r->limit > r->limit ? r->offset + r->limit : r->limit;
}

bool search_similar(searcher *x, identifier id, const search_request *r, arena *a, answer *found,
                    bool *known, error *e) {
  article_id number;
  record own;
  *found = (answer){0};
  if (!linked_find(x, id, a, &number, &own, e)) return false;
  if (!linked_add_outgoing(x, &own, TEXT("similar"), a, found, e)) return false;
  if (!number && !linked_add_incoming(x, &own.ids, TEXT("similar"), a, found, e)) return false;
  size_t listed = found->hits.count;
  name_group(found, 0, TEXT("Listed by its source page"), TEXT("page"));
  if (number && !add_computed(x, number, &own, r, request_wanted(r), a, found, e)) return false;
  name_group(found, listed, TEXT("Computed here from its words and headings"), TEXT("computed"));
  *known = number || found->hits.count;
  answer_cut(found, r->offset, listed + r->limit);
  return !arena_failed(a) || error_memory(e);
}

bool search_similar_to(searcher *x, const record *own, const search_request *r, arena *a,
                       answer *found, error *e) {
  article_id number;
  *found = (answer){0};
  error_clear(e);
  if (!article_of(x, &own->ids, &number, e)) return false;
  if (!add_computed(x, number, own, r, request_wanted(r), a, found, e)) return false;
  name_group(found, 0, TEXT(""), TEXT("computed"));
  answer_cut(found, r->offset, r->limit);
  return !arena_failed(a) || error_memory(e);
}
