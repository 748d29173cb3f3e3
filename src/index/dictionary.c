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
  arena_init(&d->keys);
  arena_init(&d->postings);
  if (!d->stemmer) return error_memory(e);
  return read_last_term(d, e);
}

void dictionary_finish(dictionary *d) {
  stemmer_destroy(d->stemmer);
  map_finish(&d->words);
  map_finish(&d->terms);
  arena_finish(&d->keys);
  arena_finish(&d->postings);
  buffer_finish(&d->key);
  free(d->slots);
  free(d->touched);
  free(d->new_words);
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
  arena_finish(&d->keys);
  d->count = d->resolved = d->new_word_count = 0;
  return read_last_term(d, e);
}

/* --- Slots --- */

typedef struct new_word {
  text word;
  uint32_t slot;
} new_word;

static bool make_slot(dictionary *d, error *e) {
  if (d->count < d->capacity) return true;
  size_t wanted = d->capacity ? d->capacity * 2 : 4096;
  slot *larger = realloc(d->slots, wanted * sizeof *larger);
  if (!larger) return error_memory(e);
  d->slots = larger;
  d->capacity = wanted;
  return true;
}

static bool find_slot(dictionary *d, text field, text value, uint32_t *at, error *e) {
  bool added;
  buffer_clear(&d->key);
  buffer_add(&d->key, field);
  buffer_add_byte(&d->key, ':');
  buffer_add(&d->key, value);
  uint32_t *known = d->key.failed ? NULL : map_put(&d->terms, buffer_text(&d->key), &added);
  if (!known || !make_slot(d, e)) return error_memory(e);
  if (added) {
    *known = (uint32_t)d->count;
    text key = arena_text(&d->keys, buffer_text(&d->key));
    d->slots[d->count++] = (slot){.key = key, .is_word = field.size == 0};
  }
  *at = *known;
  return !arena_failed(&d->keys) || error_memory(e);
}

bool dictionary_value(dictionary *d, text field, text value, uint32_t *at, error *e) {
  return find_slot(d, field, value, at, e);
}

static bool remember_word(dictionary *d, text word, uint32_t at, error *e) {
  if (d->new_word_count == d->new_word_capacity) {
    size_t wanted = d->new_word_capacity ? d->new_word_capacity * 2 : 4096;
    new_word *larger = realloc(d->new_words, wanted * sizeof *larger);
    if (!larger) return error_memory(e);
    d->new_words = larger;
    d->new_word_capacity = wanted;
  }
  d->new_words[d->new_word_count++] = (new_word){arena_text(&d->keys, word), at};
  return true;
}

bool dictionary_word(dictionary *d, text word, uint64_t hash, uint32_t *at, error *e) {
  bool added;
  uint32_t *known = map_put_hashed(&d->words, word, hash, &added);
  if (!known) return error_memory(e);
  if (!added) {
    *at = *known;
    return true;
  }
  if (!find_slot(d, TEXT(""), stemmer_stem(d->stemmer, word), at, e)) return false;
  *known = *at;
  /* The key of a class is a colon and its stem. */
  text key = d->slots[*at].key;
  bool is_own_stem = word.size + 1 == key.size && text_ends(key, word);
  return is_own_stem || remember_word(d, word, *at, e);
}

/* --- Postings --- */

static bool touch(dictionary *d, uint32_t at, error *e) {
  if (d->touched_count == d->touched_capacity) {
    size_t wanted = d->touched_capacity ? d->touched_capacity * 2 : 4096;
    uint32_t *larger = realloc(d->touched, wanted * sizeof *larger);
    if (!larger) return error_memory(e);
    d->touched = larger;
    d->touched_capacity = wanted;
  }
  d->touched[d->touched_count++] = at;
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

bool dictionary_count(dictionary *d, uint32_t number, uint16_t place, unsigned column, error *e) {
  slot *at = &d->slots[number];
  if (!at->count || at->postings[at->count - 1] >> 16 != place) {
    if (!at->count && !touch(d, number, e)) return false;
    if (at->count == at->capacity && !make_room(d, at, e)) return false;
    at->postings[at->count++] = (uint32_t)place << 16;
  }
  uint32_t *last = &at->postings[at->count - 1];
  if (at->is_word) *last = (*last & 0xFFFF0000u) | code_count((uint16_t)*last, column);
  return true;
}

/* --- Terms of the library --- */

static bool bind_text(sqlite3_stmt *statement, int at, text value) {
  return sqlite3_bind_text64(statement, at, value.data ? value.data : "", value.size, SQLITE_STATIC,
                             SQLITE_UTF8) == SQLITE_OK;
}

static bool find_term(dictionary *d, slot *at, error *e) {
  sqlite3_stmt *find = store_statement(d->store, STATEMENT_TERM_FIND_KEY, e);
  if (!find || !bind_text(find, 1, at->key)) return false;
  if (sqlite3_step(find) == SQLITE_ROW) at->term = (uint32_t)sqlite3_column_int64(find, 0);
  if (at->term) d->known_terms++;
  return sqlite3_reset(find) == SQLITE_OK || store_fail(d->store, "reading terms", e);
}

/* Puts the term there unless the library has it already. */
static bool insert_term(dictionary *d, slot *at, error *e) {
  long long term = (d->last_term + 1) * 2 + !at->is_word;
  sqlite3_stmt *insert = store_statement(d->store, STATEMENT_TERM_INSERT, e);
  if (!insert || !bind_text(insert, 1, at->key)) return false;
  sqlite3_bind_int64(insert, 2, term);
  if (!store_run(d->store, insert, e)) return false;
  if (!sqlite3_changes(store_database(d->store))) return true;
  d->last_term++;
  d->new_terms++;
  at->term = (uint32_t)term;
  return true;
}

/* Asking and putting each take a walk down the table; what has succeeded more often so far goes
 * first, so that one walk mostly does. */
static bool resolve_slot(dictionary *d, slot *at, error *e) {
  bool insert_first = d->new_terms >= d->known_terms;
  if (insert_first ? !insert_term(d, at, e) : !find_term(d, at, e)) return false;
  if (at->term) return true;
  return insert_first ? find_term(d, at, e) : insert_term(d, at, e);
}

/* A word that the library has not seen is put there with its stem class. */
static bool resolve_word(dictionary *d, const new_word *w, error *e) {
  sqlite3_stmt *insert = store_statement(d->store, STATEMENT_WORD_INSERT, e);
  if (!insert || !bind_text(insert, 1, w->word)) return false;
  sqlite3_bind_int64(insert, 2, d->slots[w->slot].term);
  return store_run(d->store, insert, e);
}

static int by_key(const void *a, const void *b, void *context) {
  const slot *slots = context;
  return text_compare(slots[*(const uint32_t *)a].key, slots[*(const uint32_t *)b].key);
}

static int by_word(const void *a, const void *b) {
  return text_compare(((const new_word *)a)->word, ((const new_word *)b)->word);
}

static int by_term(const void *a, const void *b, void *context) {
  const slot *slots = context;
  uint32_t x = slots[*(const uint32_t *)a].term, y = slots[*(const uint32_t *)b].term;
  return x < y ? -1 : x > y;
}

static bool resolve_slots(dictionary *d, error *e) {
  size_t count = d->count - d->resolved;
  uint32_t *order = malloc((count + 1) * sizeof *order);
  bool good = order || error_memory(e);
  for (size_t i = 0; good && i < count; i++) order[i] = (uint32_t)(d->resolved + i);
  if (good) qsort_r(order, count, sizeof *order, by_key, d->slots);
  for (size_t i = 0; good && i < count; i++) good = resolve_slot(d, &d->slots[order[i]], e);
  free(order);
  if (good) d->resolved = d->count;
  return good;
}

bool dictionary_resolve(dictionary *d, error *e) {
  if (!resolve_slots(d, e)) return false;
  if (d->new_word_count) qsort(d->new_words, d->new_word_count, sizeof *d->new_words, by_word);
  for (size_t i = 0; i < d->new_word_count; i++)
    if (!resolve_word(d, &d->new_words[i], e)) return false;
  d->new_word_count = 0;
  qsort_r(d->touched, d->touched_count, sizeof *d->touched, by_term, d->slots);
  return true;
}
