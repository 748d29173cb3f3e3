/* The dictionary while a library is being written: a number for every word as it stands, and one
 * for every term, which is a stem class of words or a value. It outlives segments, so that a word
 * is stemmed once. */
#ifndef CARREL_INDEX_DICTIONARY_H
#define CARREL_INDEX_DICTIONARY_H

#include "base/buffer.h"
#include "base/map.h"
#include "store/store.h"
#include "text/stem.h"

/* Texts by number. */
typedef struct names {
  text *items;
  size_t count, capacity;
} names;

typedef struct dictionary {
  store *store;
  stemmer *stemmer;
  map word_map, term_map; /* text -> number */
  names words, terms;     /* words; keys of terms, as index/block.h has them */
  uint32_t *classes;      /* of each word, the term of its stem class */
  size_t classes_capacity;
  size_t words_kept; /* how many of the words the library has */
  arena texts;
  buffer key;
} dictionary;

bool dictionary_init(dictionary *d, store *s, error *e);
void dictionary_finish(dictionary *d);
/* Forgets everything: after a rollback, or when it has grown large. */
void dictionary_forget(dictionary *d);

/* The number of a word. False with `e` set on failure. The word's text_hash is asked for, so that
 * map_prefetch on `word_map` can be called well before. */
bool dictionary_word(dictionary *d, text word, uint64_t hash, uint32_t *number, error *e);
/* The number of a value's term. */
bool dictionary_value(dictionary *d, text field, text value, uint32_t *term, error *e);
/* Puts the words that are new into the library, with their stems. */
bool dictionary_keep_words(dictionary *d, error *e);

#endif
