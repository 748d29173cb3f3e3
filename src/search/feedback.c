/* Relevance feedback without a person: the best answers are taken for relevant. */
#include "search/feedback.h"

#include <stdlib.h>

#include "base/map.h"
#include "index/content.h"

enum { FEEDBACK_TERMS = 20, RARE_SHARE = 10 };
/* In fewer articles what is rare is so by chance, and a few best ones are a good part of them all.
 */
enum { LIBRARY_LEAST = 100 };
static const double ORIGINAL_SHARE = 0.6;

/* --- The words of the answers --- */

typedef struct candidate {
  text stem; /* the class */
  text word; /* a word of it */
  double weight;
  unsigned sources;
} candidate;

typedef struct candidates {
  LIST_OF(candidate) list;
  map places; /* stem -> index + 1 */
  arena *a;
} candidates;

static bool add_candidate(candidates *c, text stem, text word, double weight, unsigned source) {
  bool added;
  uint32_t *place = map_put(&c->places, stem, &added);
  if (!place) return false;
  if (added) {
    *list_push(c->a, &c->list) =
        (candidate){.stem = arena_text(c->a, stem), .word = arena_text(c->a, word)};
    *place = (uint32_t)c->list.count;
  }
  c->list.items[*place - 1].weight += weight;
  c->list.items[*place - 1].sources |= source;
  return true;
}

/* Whether a word may be added to a question: no stop word, no bare number, no single letter. */
static bool may_expand(text word) {
  return word.size > 2 && !text_all_digits(word) && !word_is_stop(word);
}

/* Adds the words of one column of an article. */
static bool add_column(searcher *x, candidates *c, text column, double weight, unsigned source) {
  word next;
  uint32_t skip_until = 0;
  words_start(x->walk, column);
  while (words_next(x->walk, &next)) {
    /* The parts of a compound say less than its joined form, which comes after the first part. */
    if (next.position < skip_until) continue;
    if (next.parts > 1) skip_until = next.position + next.parts;
    if (!may_expand(next.text)) continue;
    if (!add_candidate(c, stemmer_stem(x->stemmer, next.text), next.text, weight, source))
      return false;
  }
  return true;
}

/* Adds the words of what is ranked, each by its share of the article's words. */
static bool add_answer(searcher *x, candidates *c, article_id id, const score_parameters *p,
                       double weight, unsigned source, error *e) {
  record r;
  content made;
  bool there;
  record_init(&r, c->a);
  content_init(&made);
  bool good = article_ranked(x->store, id, &r, &there, e);
  if (good && there) {
    uint16_t length = searcher_length(x, id);
    good = content_make_columns(&made, &r, c->a) || error_memory(e);
    for (unsigned i = 0; good && i < COLUMN_COUNT; i++)
      if (p->weights[i])
        good = add_column(x, c, buffer_text(&made.columns[i]), weight / (length ? length : 1),
                          source) ||
               error_memory(e);
  }
  content_finish(&made);
  return good;
}

/* The better an article, the likelier it is relevant: the reciprocal of its rank says it better
 * than its score, which falls slowly. */
static bool add_answers(const question *q, candidates *c, const scored_list *best,
                        const score_parameters *p, error *e) {
  for (size_t i = 0; i < best->count && i < FEEDBACK_RECORDS; i++)
    if (!add_answer(q->x, c, best->items[i].id, p, 1 / (double)(i + 1), 1u << i, e)) return false;
  return true;
}

static int heavier_first(const void *a, const void *b) {
  const candidate *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return text_compare(x->stem, y->stem);
}

/* --- The question --- */

/* Multiplies the weights so that they add up to `sum`; the factor. */
static double normalise(scored_terms *terms, double sum) {
  double all = 0;
  for (size_t i = 0; i < terms->count; i++) all += terms->items[i].weight;
  double factor = all > 0 ? sum / all : 1;
  for (size_t i = 0; i < terms->count; i++) terms->items[i].weight *= factor;
  return factor;
}

/* The candidate as a prepared term; no articles where it is not in the library. */
static bool prepare(searcher *x, const candidate *one, scored_terms *term, arena *a, error *e) {
  *list_push(a, term) = (scored_term){.label = one->word,
                                      .term = term_key(TEXT(""), one->stem, a),
                                      .columns = (1u << COLUMN_COUNT) - 1,
                                      .sources = one->sources,
                                      .weight = one->weight};
  return score_prepare(x, term, e);
}

/* Whether more than one of the best articles have it. */
static bool is_shared(const candidate *one) { return one->sources & (one->sources - 1); }

static bool is_rare(const searcher *x, const scored_term *t) {
  return t->records && t->records * RARE_SHARE <= x->segments.records;
}

/* Leaves the candidates that are shared, the heaviest first. */
static void keep_shared(candidates *c) {
  size_t kept = 0;
  for (size_t i = 0; i < c->list.count; i++)
    if (is_shared(&c->list.items[i])) c->list.items[kept++] = c->list.items[i];
  c->list.count = kept;
  if (kept) qsort(c->list.items, kept, sizeof *c->list.items, heavier_first);
}

/* The heaviest candidates that are shared and rare enough, as terms. */
static bool choose(searcher *x, candidates *c, scored_terms *chosen, error *e) {
  keep_shared(c);
  for (size_t i = 0; i < c->list.count && chosen->count < FEEDBACK_TERMS; i++) {
    scored_terms one = {0};
    if (!prepare(x, &c->list.items[i], &one, c->a, e)) return false;
    if (is_rare(x, &one.items[0])) *list_push(c->a, chosen) = one.items[0];
  }
  return !arena_failed(c->a) || error_memory(e);
}

/* Adds a term, or weight to the one that is there. */
static void add_term(scored_terms *terms, const scored_term *more, arena *a) {
  for (size_t i = 0; i < terms->count; i++)
    if (text_equal(terms->items[i].term, more->term)) {
      terms->items[i].weight += more->weight;
      return;
    }
  *list_push(a, terms) = *more;
}

bool feedback_expand(const question *q, const scored_list *best, const score_parameters *p,
                     scored_terms *terms, double *share, error *e) {
  scored_terms chosen = {0};
  candidates c = {.a = q->a};
  for (size_t i = 0; i < q->terms.count; i++) *list_push(q->a, terms) = q->terms.items[i];
  *share = 1;
  if (q->x->segments.records < LIBRARY_LEAST) return true;
  map_init(&c.places);
  bool good = add_answers(q, &c, best, p, e) && choose(q->x, &c, &chosen, e);
  map_finish(&c.places);
  *share = normalise(terms, chosen.count ? ORIGINAL_SHARE : 1);
  normalise(&chosen, 1 - ORIGINAL_SHARE);
  for (size_t i = 0; i < chosen.count; i++) add_term(terms, &chosen.items[i], q->a);
  return good && score_prepare(q->x, terms, e);
}
