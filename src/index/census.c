/* Sums of what an article puts into the indexes. */
#include "index/census.h"

#include <stdlib.h>

/* A term in a column of the article under way. */
typedef struct census_find {
  uint64_t term; /* hash of its key */
  int column;    /* below 0: a value */
} census_find;

bool census_init(census *c, error *e) {
  *c = (census){.walk = words_create(), .stemmer = stemmer_create()};
  content_init(&c->content);
  arena_init(&c->scratch);
  return (c->walk && c->stemmer) || error_memory(e);
}

void census_finish(census *c) {
  words_destroy(c->walk);
  stemmer_destroy(c->stemmer);
  content_finish(&c->content);
  buffer_finish(&c->key);
  arena_finish(&c->scratch);
}

uint64_t census_posting(uint64_t term, uint16_t place, uint16_t code) {
  uint64_t numbers[] = {term, (uint64_t)place << 16 | code};
  return text_hash((text){(const char *)numbers, sizeof numbers});
}

uint64_t census_words(text word, uint64_t count) { return text_hash(word) * count; }

/* The field is empty for the stem of a word. */
static bool add_term(census *c, text field, text value, int column, error *e) {
  buffer_clear(&c->key);
  buffer_add(&c->key, field);
  buffer_add_byte(&c->key, ':');
  buffer_add(&c->key, value);
  *list_push(&c->scratch, &c->found) = (census_find){text_hash(buffer_text(&c->key)), column};
  return !c->key.failed || error_memory(e);
}

/* --- One article --- */

static bool take_column(census *c, unsigned column, census_sums *sums, uint32_t *length, error *e) {
  word next;
  if (!words_start(c->walk, buffer_text(&c->content.columns[column]))) return error_memory(e);
  while (words_next(c->walk, &next)) {
    if (content_is_boundary(&next)) continue;
    sums->words += census_words(next.text, 1);
    if (content_counts(&next, column)) ++*length;
    text stem = stemmer_stem(c->stemmer, next.text);
    if (!add_term(c, TEXT(""), stem, (int)column, e)) return false;
  }
  return true;
}

static int compare(const void *a, const void *b) {
  uint64_t x = ((const census_find *)a)->term, y = ((const census_find *)b)->term;
  return x < y ? -1 : x > y;
}

/* Occurrences of one term are one posting. */
static uint64_t sum_postings(census *c, uint16_t place) {
  uint64_t sum = 0;
  size_t count = c->found.count;
  if (count) qsort(c->found.items, count, sizeof *c->found.items, compare);
  for (size_t i = 0; i < count;) {
    uint64_t term = c->found.items[i].term;
    uint16_t code = 0;
    for (; i < count && c->found.items[i].term == term; i++)
      if (c->found.items[i].column >= 0)
        code = code_count(code, (unsigned)c->found.items[i].column);
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
    if (!add_term(c, v->field, v->text, -1, e)) return false;
  }
  if (arena_failed(&c->scratch)) return error_memory(e);
  sums->postings = sum_postings(c, place);
  sums->length = length < UINT16_MAX ? (uint16_t)length : UINT16_MAX;
  sums->days = c->content.days;
  return true;
}
