/* Gathering terms: each word is looked up once, however often it is there. */
#include "search/question.h"

#include <stdlib.h>

#include "search/leaf_text.h"

void question_init(question *q, searcher *x, arena *a) {
  *q = (question){.x = x, .a = a};
  searcher_begin(x);
  map_init(&q->words);
  map_init(&q->places);
}

void question_finish(question *q) {
  map_finish(&q->words);
  map_finish(&q->places);
}

/* --- Terms --- */

/* The place of a key among the terms, which gets it where it is new. */
static bool place_of(question *q, text label, text key, uint32_t *place, error *e) {
  bool added;
  uint32_t *number = map_put(&q->places, key, &added);
  if (!number) return error_memory(e);
  if (added) {
    *list_push(q->a, &q->terms) =
        (scored_term){.label = label, .term = key, .columns = (1u << COLUMN_COUNT) - 1};
    *number = (uint32_t)q->terms.count;
  }
  *place = *number;
  return true;
}

bool question_add_term(question *q, text label, text key, double weight, error *e) {
  long long count;
  uint32_t place = 0;
  if (!searcher_count(q->x, key, &count, e)) return false;
  if (!count) return true;
  if (!place_of(q, label, key, &place, e)) return false;
  q->terms.items[place - 1].weight += weight;
  return true;
}

/* The place of a word's stem class among the terms, 0 where the library has nothing of it. */
static bool find_word(question *q, text word, uint32_t *place, error *e) {
  bool added;
  long long count;
  uint32_t *known = map_put(&q->words, word, &added);
  if (!known) return error_memory(e);
  *place = *known;
  if (!added) return true;
  text key = searcher_term(q->x, word, q->a);
  if (arena_failed(q->a)) return error_memory(e);
  if (!searcher_count(q->x, key, &count, e)) return false;
  if (count && !place_of(q, word, key, place, e)) return false;
  if (!count) *list_push(q->a, &q->unknown) = word;
  *map_find(&q->words, word) = *place;
  return true;
}

/* --- Words --- */

static void add_pair(question *q, size_t first, size_t second) {
  if (first == second || q->pairs.count == QUESTION_PAIRS) return;
  for (size_t i = 0; i < q->pairs.count; i++)
    if (q->pairs.items[i].first == first && q->pairs.items[i].second == second) return;
  *list_push(q->a, &q->pairs) = (neighbours){first, second};
}

bool question_add_text(question *q, text typed, bool with_stops, double weight, error *e) {
  units list = {0};
  uint32_t place = 0, before = 0;
  if (!text_units(q->x, typed, q->a, &list)) return error_memory(e);
  q->any_words = q->any_words || list.count;
  for (size_t i = 0; i < list.count; i++) {
    text word = list.items[i].text;
    if (!with_stops && word_is_stop(word)) continue;
    if (!find_word(q, word, &place, e)) return false;
    if (place) q->terms.items[place - 1].weight += weight;
    if (place && before) add_pair(q, before - 1, place - 1);
    before = place;
  }
  return !arena_failed(q->a) || error_memory(e);
}

static int heavier_first(const void *a, const void *b) {
  const scored_term *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return text_compare(x->term, y->term);
}

bool question_prepare(question *q, error *e) {
  if (q->terms.count > QUESTION_TERMS) {
    qsort(q->terms.items, q->terms.count, sizeof *q->terms.items, heavier_first);
    q->terms.count = QUESTION_TERMS;
    q->pairs.count = 0;
    q->left_out = true;
  }
  return score_prepare(q->x, &q->terms, e);
}
