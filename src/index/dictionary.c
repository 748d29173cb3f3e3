/* Terms and words in memory. */
#include "index/dictionary.h"

#include <stdlib.h>

typedef struct new_word {
  text word;
  uint32_t term;
} new_word;

bool dictionary_init(dictionary *d, store *s, error *e) {
  *d = (dictionary){.store = s, .stemmer = stemmer_create()};
  map_init(&d->words);
  map_init(&d->terms);
  arena_init(&d->names);
  return d->stemmer || error_memory(e);
}

void dictionary_finish(dictionary *d) {
  stemmer_destroy(d->stemmer);
  map_finish(&d->words);
  map_finish(&d->terms);
  arena_finish(&d->names);
  buffer_finish(&d->key);
  free(d->keys);
  free(d->new_words);
}

void dictionary_forget(dictionary *d) {
  map_clear(&d->words);
  map_clear(&d->terms);
  arena_finish(&d->names);
  d->count = d->new_word_count = 0;
}

/* --- Terms --- */

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

bool dictionary_value(dictionary *d, text field, text value, uint32_t *term, error *e) {
  bool added;
  buffer_clear(&d->key);
  buffer_add(&d->key, field);
  buffer_add_byte(&d->key, ':');
  buffer_add(&d->key, value);
  uint32_t *known = d->key.failed ? NULL : map_put(&d->terms, buffer_text(&d->key), &added);
  if (!known || !make_room((void **)&d->keys, d->count, &d->capacity, sizeof *d->keys))
    return error_memory(e);
  if (added) {
    *known = (uint32_t)d->count;
    d->keys[d->count++] = arena_text(&d->names, buffer_text(&d->key));
  }
  *term = *known;
  return !arena_failed(&d->names) || error_memory(e);
}

/* --- Words --- */

static bool remember_word(dictionary *d, text word, uint32_t term, error *e) {
  if (!make_room((void **)&d->new_words, d->new_word_count, &d->new_word_capacity,
                 sizeof *d->new_words))
    return error_memory(e);
  d->new_words[d->new_word_count++] = (new_word){arena_text(&d->names, word), term};
  return true;
}

bool dictionary_word(dictionary *d, text word, uint64_t hash, uint32_t *term, error *e) {
  bool added;
  uint32_t *known = map_put_hashed(&d->words, word, hash, &added);
  if (!known) return error_memory(e);
  if (!added) {
    *term = *known;
    return true;
  }
  if (!dictionary_value(d, TEXT(""), stemmer_stem(d->stemmer, word), term, e)) return false;
  *known = *term;
  /* The key of a class is a colon and its stem. */
  text key = d->keys[*term];
  bool is_own_stem = word.size + 1 == key.size && text_ends(key, word);
  return is_own_stem || remember_word(d, word, *term, e);
}

/* A word that the library has not seen is put there with its stem. */
static bool keep_word(dictionary *d, const new_word *w, error *e) {
  text key = d->keys[w->term];
  sqlite3_stmt *insert = store_statement(d->store, STATEMENT_WORD_INSERT, e);
  if (!insert) return false;
  store_bind(insert, 1, w->word);
  store_bind(insert, 2, text_slice(key, 1, key.size));
  return store_run(d->store, insert, e);
}

static int by_word(const void *a, const void *b) {
  return text_compare(((const new_word *)a)->word, ((const new_word *)b)->word);
}

bool dictionary_keep_words(dictionary *d, error *e) {
  /* In order, which spares most of the time that any order takes. */
  if (d->new_word_count) qsort(d->new_words, d->new_word_count, sizeof *d->new_words, by_word);
  for (size_t i = 0; i < d->new_word_count; i++)
    if (!keep_word(d, &d->new_words[i], e)) return false;
  d->new_word_count = 0;
  return true;
}
