/* The dictionary while a library is being written: a number for every term, words by their stem
 * classes. It outlives segments, so that a word is stemmed once. */
#ifndef CARREL_INDEX_DICTIONARY_H
#define CARREL_INDEX_DICTIONARY_H

#include "base/buffer.h"
#include "base/map.h"
#include "store/store.h"
#include "text/stem.h"

typedef struct dictionary {
  store *store;
  stemmer *stemmer;
  map words;   /* word -> term of its stem class */
  map terms;   /* key -> term */
  arena names; /* of terms and new words */
  text *keys;  /* of the terms */
  size_t count, capacity;
  struct new_word *new_words; /* whose classes have other names, since dictionary_keep_words */
  size_t new_word_count, new_word_capacity;
  buffer key;
} dictionary;

bool dictionary_init(dictionary *d, store *s, error *e);
void dictionary_finish(dictionary *d);
/* Forgets everything: after a rollback, or when it has grown large. */
void dictionary_forget(dictionary *d);

/* The number of a word's stem class, or of a value. False with `e` set on failure. A word's
 * text_hash is asked for, so that map_prefetch on `words` can be called well before. */
bool dictionary_word(dictionary *d, text word, uint64_t hash, uint32_t *term, error *e);
bool dictionary_value(dictionary *d, text field, text value, uint32_t *term, error *e);
/* Puts the words that are new into the library, with their stems. */
bool dictionary_keep_words(dictionary *d, error *e);

#endif
