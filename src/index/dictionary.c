/* Terms, words and the postings under way. */
#include "index/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "index/posting.h"

static bool read_last_term(dictionary *d, error *e) {
  sqlite3_stmt *statement = store_statement(d->store, STATEMENT_TERM_LAST, e);
  if (!statement) return false;
  if (sqlite3_step(statement) == SQLITE_ROW) d->last_term = sqlite3_column_int64(statement, 0);
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(d->store, "reading terms", e);
}

bool dictionary_init(dictionary *d, store *s, error *e) {
  *d = (dictionary){.store = s, .stemmer = stemmer_create()};
  map_init(&d->words);
  map_init(&d->terms);
  arena_init(&d->postings);
  if (!d->stemmer) return error_memory(e);
  return read_last_term(d, e);
}

void dictionary_finish(dictionary *d) {
  stemmer_destroy(d->stemmer);
  map_finish(&d->words);
  map_finish(&d->terms);
  arena_finish(&d->postings);
  buffer_finish(&d->key);
  free(d->slots);
  free(d->touched);
}

void dictionary_clear_postings(dictionary *d) {
  for (size_t i = 0; i < d->touched_count; i++) {
    slot *s = &d->slots[d->touched[i]];
    s->postings = NULL;
    s->count = s->capacity = 0;
  }
  d->touched_count = 0;
  arena_reset(&d->postings);
}

bool dictionary_forget(dictionary *d, error *e) {
  dictionary_clear_postings(d);
  map_clear(&d->words);
  map_clear(&d->terms);
  d->count = 0;
  return read_last_term(d, e);
}

/* --- Finding and adding --- */

static bool bind_text(sqlite3_stmt *statement, int at, text value) {
  return sqlite3_bind_text64(statement, at, value.data ? value.data : "", value.size, SQLITE_STATIC,
                             SQLITE_UTF8) == SQLITE_OK;
}

/* The number in the first column of the row, or 0 where there is none. */
static bool ask_number(dictionary *d, sqlite3_stmt *statement, long long *number, error *e) {
  *number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(d->store, "reading terms", e);
}

static bool term_number(dictionary *d, text field, text value, long long *term, error *e) {
  sqlite3_stmt *find = store_statement(d->store, STATEMENT_TERM_FIND, e);
  if (!find || !bind_text(find, 1, field) || !bind_text(find, 2, value)) return false;
  if (!ask_number(d, find, term, e)) return false;
  if (*term) return true;
  sqlite3_stmt *insert = store_statement(d->store, STATEMENT_TERM_INSERT, e);
  if (!insert || !bind_text(insert, 1, field) || !bind_text(insert, 2, value)) return false;
  *term = ++d->last_term * 2 + (field.size > 0);
  sqlite3_bind_int64(insert, 3, *term);
  return store_run(d->store, insert, e);
}

static bool add_slot(dictionary *d, uint32_t term, uint32_t *at, error *e) {
  if (d->count == d->capacity) {
    size_t wanted = d->capacity ? d->capacity * 2 : 4096;
    slot *larger = realloc(d->slots, wanted * sizeof *larger);
    if (!larger) return error_memory(e);
    d->slots = larger;
    d->capacity = wanted;
  }
  *at = (uint32_t)d->count;
  d->slots[d->count++] = (slot){.term = term};
  return true;
}

static bool find_term(dictionary *d, text field, text value, uint32_t *at, error *e) {
  bool added;
  buffer_clear(&d->key);
  buffer_add(&d->key, field);
  buffer_add_byte(&d->key, 0x1F);
  buffer_add(&d->key, value);
  uint32_t *known = d->key.failed ? NULL : map_put(&d->terms, buffer_text(&d->key), &added);
  if (!known) return error_memory(e);
  if (!added) {
    *at = *known;
    return true;
  }
  long long term;
  if (!term_number(d, field, value, &term, e)) return false;
  if (!add_slot(d, (uint32_t)term, at, e)) return false;
  *known = *at;
  return true;
}

slot *dictionary_value(dictionary *d, text field, text value, error *e) {
  uint32_t at;
  return find_term(d, field, value, &at, e) ? &d->slots[at] : NULL;
}

/* A word that the library has not seen is put there with its stem class. */
static bool learn_word(dictionary *d, text word, uint32_t term, error *e) {
  long long known;
  sqlite3_stmt *find = store_statement(d->store, STATEMENT_WORD_FIND, e);
  if (!find || !bind_text(find, 1, word) || !ask_number(d, find, &known, e)) return false;
  if (known) return true;
  sqlite3_stmt *insert = store_statement(d->store, STATEMENT_WORD_INSERT, e);
  if (!insert || !bind_text(insert, 1, word)) return false;
  sqlite3_bind_int64(insert, 2, term);
  return store_run(d->store, insert, e);
}

slot *dictionary_word(dictionary *d, text word, error *e) {
  bool added;
  uint32_t *known = map_put(&d->words, word, &added);
  if (!known) {
    error_memory(e);
    return NULL;
  }
  if (!added) return &d->slots[*known];
  uint32_t at;
  if (!find_term(d, TEXT(""), stemmer_stem(d->stemmer, word), &at, e)) return NULL;
  *known = at;
  return learn_word(d, word, d->slots[at].term, e) ? &d->slots[at] : NULL;
}

/* --- Postings --- */

static bool touch(dictionary *d, slot *at, error *e) {
  if (d->touched_count == d->touched_capacity) {
    size_t wanted = d->touched_capacity ? d->touched_capacity * 2 : 4096;
    uint32_t *larger = realloc(d->touched, wanted * sizeof *larger);
    if (!larger) return error_memory(e);
    d->touched = larger;
    d->touched_capacity = wanted;
  }
  d->touched[d->touched_count++] = (uint32_t)(at - d->slots);
  return true;
}

static bool make_room(dictionary *d, slot *at, error *e) {
  uint32_t wanted = at->capacity ? at->capacity * 2 : 2;
  uint32_t *larger = arena_alloc(&d->postings, wanted * sizeof *larger);
  if (!larger) return error_memory(e);
  if (at->count) memcpy(larger, at->postings, at->count * sizeof *larger);
  at->postings = larger;
  at->capacity = wanted;
  return true;
}

bool dictionary_count(dictionary *d, slot *at, uint16_t place, unsigned column, error *e) {
  uint32_t *last = at->count ? &at->postings[at->count - 1] : NULL;
  if (!last || *last >> 16 != place) {
    if (!at->count && !touch(d, at, e)) return false;
    if (at->count == at->capacity && !make_room(d, at, e)) return false;
    last = &at->postings[at->count++];
    *last = (uint32_t)place << 16;
  }
  if (term_is_word(at->term)) *last = (*last & 0xFFFF0000u) | code_count((uint16_t)*last, column);
  return true;
}

static int by_term(const void *a, const void *b, void *context) {
  const slot *slots = context;
  uint32_t x = slots[*(const uint32_t *)a].term, y = slots[*(const uint32_t *)b].term;
  return x < y ? -1 : x > y;
}

void dictionary_sort(dictionary *d) {
  qsort_r(d->touched, d->touched_count, sizeof *d->touched, by_term, d->slots);
}
