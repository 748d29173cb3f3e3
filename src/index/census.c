/* Sums of what an article puts into the indexes. */
#include "index/census.h"

#include <stdlib.h>

/* Terms kept from article to article; beyond that they are asked for again. */
enum { MOST_TERMS = 3000000 };

bool census_init(census *c, store *s, error *e) {
  *c = (census){.store = s, .walk = words_create()};
  content_init(&c->content);
  map_init(&c->terms);
  arena_init(&c->scratch);
  return c->walk || error_memory(e);
}

void census_finish(census *c) {
  words_destroy(c->walk);
  content_finish(&c->content);
  map_finish(&c->terms);
  buffer_finish(&c->key);
  arena_finish(&c->scratch);
}

uint64_t census_posting(uint32_t term, uint16_t place, uint16_t code) {
  uint64_t numbers = (uint64_t)term << 32 | (uint64_t)place << 16 | code;
  return text_hash((text){(const char *)&numbers, sizeof numbers});
}

uint64_t census_words(text word, uint64_t count) { return text_hash(word) * count; }

/* --- Terms --- */

/* The term of a value, or of a word where the field is empty; 0 where the index lacks it. */
static bool find_term(census *c, text field, text value, uint32_t *term, error *e) {
  bool added;
  buffer_clear(&c->key);
  buffer_add(&c->key, field);
  buffer_add_byte(&c->key, '\x1f');
  buffer_add(&c->key, value);
  if (c->terms.count >= MOST_TERMS) map_clear(&c->terms);
  uint32_t *known = c->key.failed ? NULL : map_put(&c->terms, buffer_text(&c->key), &added);
  if (!known) return error_memory(e);
  *term = *known;
  if (!added) return true;
  if (!(field.size ? term_find(c->store, field, value, term, e)
                   : word_find(c->store, value, term, e)))
    return false;
  *known = *term;
  return true;
}

static bool add_term(census *c, text field, text value, unsigned column, error *e) {
  uint32_t term;
  if (!find_term(c, field, value, &term, e)) return false;
  *list_push(&c->scratch, &c->found) = (uint64_t)term << 8 | column;
  return true;
}

/* --- One article --- */

static bool take_column(census *c, unsigned column, census_sums *sums, uint32_t *length, error *e) {
  word next;
  if (!words_start(c->walk, buffer_text(&c->content.columns[column]))) return error_memory(e);
  while (words_next(c->walk, &next)) {
    sums->words += census_words(next.text, 1);
    if (content_counts(&next, column)) ++*length;
    if (!content_is_boundary(&next) && !add_term(c, TEXT(""), next.text, column, e)) return false;
  }
  return true;
}

static int compare(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

/* Occurrences of one term are one posting. */
static uint64_t sum_postings(census *c, uint16_t place) {
  uint64_t sum = 0;
  size_t count = c->found.count;
  if (count) qsort(c->found.items, count, sizeof *c->found.items, compare);
  for (size_t i = 0; i < count;) {
    uint32_t term = (uint32_t)(c->found.items[i] >> 8);
    uint16_t code = 0;
    for (; i < count && c->found.items[i] >> 8 == term; i++)
      if (term_is_word(term)) code = code_count(code, c->found.items[i] & 0xFF);
    sum += census_posting(term, place, code);
  }
  return sum;
}

bool census_take(census *c, uint16_t place, const record *r, census_sums *sums, error *e) {
  uint32_t length = 0;
  arena_reset(&c->scratch);
  c->found.items = NULL;
  c->found.count = c->found.capacity = 0;
  *sums = (census_sums){0};
  if (!content_make(&c->content, r, &c->scratch)) return error_memory(e);
  for (unsigned column = 0; column < COLUMN_COUNT; column++)
    if (!take_column(c, column, sums, &length, e)) return false;
  for (size_t i = 0; i < c->content.values.count; i++) {
    const value *v = &c->content.values.items[i];
    if (!add_term(c, v->field, v->text, 0, e)) return false;
  }
  if (arena_failed(&c->scratch)) return error_memory(e);
  sums->postings = sum_postings(c, place);
  sums->length = length < UINT16_MAX ? (uint16_t)length : UINT16_MAX;
  sums->days[0] = c->content.first_day;
  sums->days[1] = c->content.last_day;
  return true;
}
