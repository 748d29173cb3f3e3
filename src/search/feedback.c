/* Relevance feedback without a person: the best answers are taken for relevant. */
#include "search/feedback.h"

#include <stdlib.h>

#include "base/map.h"
#include "index/content.h"

enum { FEEDBACK_RECORDS = 5, FEEDBACK_TERMS = 20, RARE_SHARE = 10 };
/* In fewer articles what is rare is so by chance, and a few best ones are a good part of them all.
 */
enum { LIBRARY_LEAST = 100 };
static const double ORIGINAL_SHARE = 0.6;

void feedback_add_term(scored_terms *terms, text label, text term, double weight, arena *a) {
  for (size_t i = 0; i < terms->count; i++)
    if (text_equal(terms->items[i].term, term)) {
      terms->items[i].weight += weight;
      return;
    }
  *list_push(a, terms) = (scored_term){
      .label = label, .term = term, .columns = (1u << COLUMN_COUNT) - 1, .weight = weight};
}

/* --- The words of the answers --- */

typedef struct candidate {
  text stem; /* the class */
  text word; /* a word of it */
  double weight;
} candidate;

typedef struct candidates {
  LIST_OF(candidate) list;
  map places; /* stem -> index + 1 */
  arena *a;
} candidates;

static bool add_candidate(candidates *c, text stem, text word, double weight) {
  bool added;
  uint32_t *place = map_put(&c->places, stem, &added);
  if (!place) return false;
  if (added) {
    *list_push(c->a, &c->list) = (candidate){arena_text(c->a, stem), arena_text(c->a, word), 0};
    *place = (uint32_t)c->list.count;
  }
  c->list.items[*place - 1].weight += weight;
  return true;
}

/* Whether a word may be added to a question: no stop word, no bare number, no single letter. */
static bool may_expand(text word) {
  return word.size > 2 && !text_all_digits(word) && !word_is_stop(word);
}

/* Adds the words of one column; each counts `weight` by its share of the article's words. */
static bool add_column(searcher *x, candidates *c, text column, double weight) {
  word next;
  uint32_t skip_until = 0;
  words_start(x->walk, column);
  while (words_next(x->walk, &next)) {
    /* The parts of a compound say less than its joined form, which comes after the first part. */
    if (next.position < skip_until) continue;
    if (next.parts > 1) skip_until = next.position + next.parts;
    if (!may_expand(next.text)) continue;
    if (!add_candidate(c, stemmer_stem(x->stemmer, next.text), next.text, weight)) return false;
  }
  return true;
}

static bool add_answer(searcher *x, candidates *c, const scored *best, double weight, error *e) {
  record r;
  content made;
  bool there;
  record_init(&r, c->a);
  content_init(&made);
  bool good = article_get(x->store, best->id, &r, &there, e);
  if (good && there) {
    uint16_t length = searcher_length(x, best->id);
    good = content_make(&made, &r, c->a) || error_memory(e);
    for (unsigned i = 0; good && i < COLUMN_COUNT; i++)
      if (columns[i].weight)
        good = add_column(x, c, buffer_text(&made.columns[i]),
                          weight * columns[i].weight / (length ? length : 1)) ||
               error_memory(e);
  }
  content_finish(&made);
  return good;
}

static int heavier_first(const void *a, const void *b) {
  const candidate *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return text_compare(x->stem, y->stem);
}

/* --- The question --- */

static void normalise(scored_terms *terms, double share) {
  double sum = 0;
  for (size_t i = 0; i < terms->count; i++) sum += terms->items[i].weight;
  for (size_t i = 0; sum > 0 && i < terms->count; i++) terms->items[i].weight *= share / sum;
}

/* The heaviest candidates that are rare enough, as terms. */
static bool choose(searcher *x, candidates *c, scored_terms *chosen, error *e) {
  qsort(c->list.items, c->list.count, sizeof *c->list.items, heavier_first);
  for (size_t i = 0; i < c->list.count && chosen->count < FEEDBACK_TERMS; i++) {
    scored_terms one = {0};
    bool exists;
    text term = term_key(TEXT(""), c->list.items[i].stem, c->a);
    if (!term_exists(x->store, &x->segments, term, &exists, e)) return false;
    if (!exists) continue;
    feedback_add_term(&one, c->list.items[i].word, term, c->list.items[i].weight, c->a);
    if (!score_prepare(x, &one, e)) return false;
    if (one.items[0].records * RARE_SHARE > x->segments.records) continue;
    *list_push(c->a, chosen) = one.items[0];
  }
  return true;
}

bool feedback_expand(searcher *x, scored_terms *terms, const score_parameters *p, arena *a,
                     error *e) {
  scored_list best;
  scored_terms chosen = {0};
  candidates c = {.a = a};
  if (x->segments.records < LIBRARY_LEAST) return true;
  if (!score_prepare(x, terms, e) ||
      !score_best(x, terms, p, NULL, FEEDBACK_RECORDS, a, &best, e))
    return false;
  map_init(&c.places);
  double sum = 0;
  for (size_t i = 0; i < best.count; i++) sum += best.items[i].score;
  bool good = true;
  for (size_t i = 0; good && i < best.count; i++)
    good = add_answer(x, &c, &best.items[i], best.items[i].score / sum, e);
  map_finish(&c.places);
  good = good && c.list.count && choose(x, &c, &chosen, e);
  normalise(terms, chosen.count ? ORIGINAL_SHARE : 1);
  normalise(&chosen, 1 - ORIGINAL_SHARE);
  for (size_t i = 0; i < chosen.count; i++)
    feedback_add_term(terms, chosen.items[i].label, chosen.items[i].term, chosen.items[i].weight,
                      a);
  return good || e->kind == ERROR_NONE;
}
