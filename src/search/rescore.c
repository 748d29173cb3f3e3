/* Counting the terms in an article as index/class_list counts them for the postings. */
#include "search/rescore.h"

#include "index/content.h"
#include "search/heap.h"

typedef struct rescorer {
  searcher *x;
  const scored_terms *terms;
  const score_parameters *p;
  bool any_values; /* among the terms */
  map keys;        /* of the terms -> their place + 1 */
  map words;       /* words met so far -> the place of their term + 1; 0: of none */
  content content; /* of the article under way, ... */
  uint16_t *codes; /* ... and how often it has each term; of values 1 */
  buffer key;
  arena a; /* of one article */
} rescorer;

static bool rescorer_init(rescorer *r) {
  bool added;
  map_init(&r->keys);
  map_init(&r->words);
  content_init(&r->content);
  arena_init(&r->a);
  for (size_t i = 0; i < r->terms->count; i++) {
    uint32_t *place = map_put(&r->keys, r->terms->items[i].term, &added);
    if (!place) return false;
    *place = (uint32_t)i + 1;
    r->any_values = r->any_values || !block_key_is_word(r->terms->items[i].term);
  }
  return true;
}

static void rescorer_finish(rescorer *r) {
  map_finish(&r->keys);
  map_finish(&r->words);
  content_finish(&r->content);
  buffer_finish(&r->key);
  arena_finish(&r->a);
}

/* --- Counting --- */

/* The place + 1 of a key that is put together in the buffer; 0 where none of the terms has it. */
static uint32_t find_key(const rescorer *r) {
  const uint32_t *place = map_find(&r->keys, buffer_text(&r->key));
  return place ? *place : 0;
}

static bool find_word(rescorer *r, text word, uint32_t *place) {
  bool added;
  uint32_t *known = map_put(&r->words, word, &added);
  if (!known) return false;
  if (added) {
    buffer_clear(&r->key);
    buffer_add_byte(&r->key, ':');
    buffer_add(&r->key, stemmer_stem(r->x->stemmer, word));
    *known = find_key(r);
  }
  *place = *known;
  return true;
}

static bool count_words(rescorer *r, unsigned column) {
  word next;
  uint32_t place;
  if (!words_start(r->x->walk, buffer_text(&r->content.columns[column]))) return false;
  while (words_next(r->x->walk, &next)) {
    if (content_is_boundary(&next)) continue;
    if (!find_word(r, next.text, &place)) return false;
    if (place) r->codes[place - 1] = code_count(r->codes[place - 1], column);
  }
  return true;
}

static void count_values(rescorer *r) {
  for (size_t i = 0; i < r->content.values.count; i++) {
    const value *v = &r->content.values.items[i];
    buffer_clear(&r->key);
    buffer_add(&r->key, v->field);
    buffer_add_byte(&r->key, ':');
    buffer_add(&r->key, v->text);
    uint32_t place = find_key(r);
    if (place) r->codes[place - 1] = 1;
  }
}

static bool count_terms(rescorer *r, article_id id, error *e) {
  record article;
  bool there;
  arena_reset(&r->a);
  record_init(&article, &r->a);
  r->codes = arena_alloc(&r->a, r->terms->count * sizeof *r->codes);
  if (!r->codes) return error_memory(e);
  if (!article_ranked(r->x->store, id, &article, &there, e)) return false;
  if (!(r->any_values ? content_make(&r->content, &article, &r->a)
                      : content_make_columns(&r->content, &article, &r->a)))
    return error_memory(e);
  for (unsigned c = 0; c < COLUMN_COUNT; c++)
    if (r->p->weights[c] && !count_words(r, c)) return error_memory(e);
  count_values(r);
  return !r->key.failed || error_memory(e);
}

/* --- Scoring --- */

static double sum_terms(const rescorer *r, article_id id) {
  double sum = 0, k = score_dampening(r->x, r->p, searcher_length(r->x, id));
  for (size_t i = 0; i < r->terms->count; i++) {
    const scored_term *t = &r->terms->items[i];
    bool is_word = block_key_is_word(t->term);
    double f = is_word ? score_frequency(r->p, r->codes[i], t->columns) : r->codes[i];
    if (f > SCORE_FREQUENCY_MOST) f = SCORE_FREQUENCY_MOST;
    if (f > 0) sum += t->factor * f / (f + k);
  }
  return sum;
}

bool rescore(searcher *x, const scored_terms *terms, const score_parameters *p, scored_list *all,
             error *e) {
  rescorer r = {.x = x, .terms = terms, .p = p};
  heap ordered = {.x = x, .e = e, .items = all->items, .count = all->count, .most = all->count};
  bool good = rescorer_init(&r) || error_memory(e);
  for (size_t i = 0; good && i < all->count; i++) {
    good = count_terms(&r, all->items[i].id, e);
    if (good) all->items[i].score = sum_terms(&r, all->items[i].id);
  }
  rescorer_finish(&r);
  return good && heap_sort(&ordered);
}
