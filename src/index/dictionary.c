/* Words and terms in memory. */
#include "index/dictionary.h"

#include <stdlib.h>

#include "base/order.h"

bool dictionary_init(dictionary *d, store *s, error *e) {
  *d = (dictionary){.store = s, .stemmer = stemmer_create()};
  map_init(&d->word_map);
  map_init(&d->term_map);
  arena_init(&d->texts);
  return d->stemmer || error_memory(e);
}

void dictionary_finish(dictionary *d) {
  stemmer_destroy(d->stemmer);
  map_finish(&d->word_map);
  map_finish(&d->term_map);
  arena_finish(&d->texts);
  buffer_finish(&d->key);
  free(d->words.items);
  free(d->terms.items);
  free(d->classes);
}

void dictionary_forget(dictionary *d) {
  map_clear(&d->word_map);
  map_clear(&d->term_map);
  arena_finish(&d->texts);
  d->words.count = d->terms.count = d->words_kept = 0;
}

/* --- Numbers --- */

/* Makes room for one more element of an array on the heap. */
static bool make_room(void **items, size_t count, size_t *capacity, size_t size) {
  if (count < *capacity) return true;
  size_t wanted = *capacity ? *capacity * 2 : 4096;
  void *larger = realloc(*items, wanted * size);
  if (!larger) return false;
  *items = larger;
  *capacity = wanted;
  return true;
}

/* Gives the text, which is new, the next number. */
static bool add_name(dictionary *d, names *n, text name, uint32_t *number) {
  if (!make_room((void **)&n->items, n->count, &n->capacity, sizeof *n->items)) return false;
  *number = (uint32_t)n->count;
  n->items[n->count++] = arena_text(&d->texts, name);
  return !arena_failed(&d->texts);
}

bool dictionary_value(dictionary *d, text field, text value, uint32_t *term, error *e) {
  bool added;
  buffer_clear(&d->key);
  buffer_add(&d->key, field);
  buffer_add_byte(&d->key, ':');
  buffer_add(&d->key, value);
  uint32_t *known = d->key.failed ? NULL : map_put(&d->term_map, buffer_text(&d->key), &added);
  if (!known) return error_memory(e);
  if (added && !add_name(d, &d->terms, buffer_text(&d->key), known)) return error_memory(e);
  *term = *known;
  return true;
}

bool dictionary_word(dictionary *d, text word, uint64_t hash, uint32_t *number, error *e) {
  bool added;
  uint32_t *known = map_put_hashed(&d->word_map, word, hash, &added), class;
  if (!known) return error_memory(e);
  if (added) {
    if (!make_room((void **)&d->classes, d->words.count, &d->classes_capacity,
                   sizeof *d->classes) ||
        !add_name(d, &d->words, word, known))
      return error_memory(e);
    if (!dictionary_value(d, TEXT(""), stemmer_stem(d->stemmer, word), &class, e)) return false;
    d->classes[*known] = class;
  }
  *number = *known;
  return true;
}

/* --- Words in the library --- */

/* The stem of a word's class; the key of a class is a colon and its stem. */
static text stem_of(const dictionary *d, uint32_t word) {
  text key = d->terms.items[d->classes[word]];
  return text_slice(key, 1, key.size);
}

static bool keep_word(dictionary *d, uint32_t word, error *e) {
  sqlite3_stmt *insert = store_statement(d->store, STATEMENT_WORD_INSERT, e);
  if (!insert) return false;
  store_bind(insert, 1, d->words.items[word]);
  store_bind(insert, 2, stem_of(d, word));
  return store_run(d->store, insert, e);
}

bool dictionary_keep_words(dictionary *d, error *e) {
  uint32_t *fresh = malloc((d->words.count - d->words_kept + 1) * sizeof *fresh);
  size_t count = 0;
  if (!fresh) return error_memory(e);
  for (uint32_t i = (uint32_t)d->words_kept; i < d->words.count; i++)
    if (!text_equal(stem_of(d, i), d->words.items[i])) fresh[count++] = i;
  /* In order, which spares most of the time that any order takes. */
  bool good = order_by_text(fresh, count, d->words.items) || error_memory(e);
  for (size_t i = 0; good && i < count; i++) good = keep_word(d, fresh[i], e);
  if (good) d->words_kept = d->words.count;
  free(fresh);
  return good;
}
