/* The dictionary while a library is being written: a number for every word as it stands, and one
 * for every term, which is a stem class of words or a value. It outlives segments, so that a word
 * is stemmed once.
 *
 * One thread asks for numbers while another uses those that it has: between dictionary_lock and
 * dictionary_unlock numbers are asked for, and names are looked at in a copy. */
#ifndef CARREL_INDEX_DICTIONARY_H
#define CARREL_INDEX_DICTIONARY_H

#include <pthread.h>

#include "base/buffer.h"
#include "base/map.h"
#include "store/store.h"
#include "text/stem.h"

/* Texts by number. */
typedef struct name_list {
  text *items;
  size_t count, capacity;
} name_list;

/* The names of all numbers that have been given. */
typedef struct dictionary_names {
  text *words, *terms; /* words; keys of terms, as index/block.h has them */
  uint32_t *classes;   /* of each word, the term of its stem class */
  size_t word_count, term_count;
} dictionary_names;

typedef struct dictionary {
  pthread_mutex_t lock;
  uint64_t generation; /* of the numbers: others after dictionary_forget; never 0 */
  store *store;
  stemmer *stemmer;
  map word_map, term_map; /* text -> number */
  name_list words, terms;
  uint32_t *classes;
  size_t classes_capacity;
  size_t words_kept; /* how many of the words the library has */
  arena texts;
  buffer key; /* of a stem class */
  /* Memory of numbering (index/numbering.h), kept from document to document. */
  arena scratch;
  struct numbering_token *tokens;
  struct numbering_chain *chains;
  uint32_t *marks; /* by word: 0 but while a document is numbered */
  size_t tokens_capacity, chains_capacity, marks_capacity;
} dictionary;

bool dictionary_init(dictionary *d, store *s, error *e);
void dictionary_finish(dictionary *d);
/* Forgets everything: after a rollback, or when it has grown large. It locks by itself. */
void dictionary_forget(dictionary *d);

void dictionary_lock(dictionary *d);
void dictionary_unlock(dictionary *d);

/* The number of a word. False with `e` set on failure. The word's text_hash is asked for, so that
 * map_prefetch on `word_map` can be called well before. */
bool dictionary_word(dictionary *d, text word, uint64_t hash, uint32_t *number, error *e);
/* The number of a term by its key, whose text_hash is asked for. */
bool dictionary_term(dictionary *d, text key, uint64_t hash, uint32_t *term, error *e);
/* The key of a value, or of a stem class where the field is empty. */
text dictionary_key(text field, text value, arena *a);

/* Copies the names that there are by now; it locks by itself. The texts stay the dictionary's.
 * False when memory has run out. */
bool dictionary_copy(dictionary *d, dictionary_names *n);
void dictionary_names_finish(dictionary_names *n);
/* Puts the words that are new into the library, with their stems. */
bool dictionary_keep_words(dictionary *d, const dictionary_names *n, error *e);

#endif
