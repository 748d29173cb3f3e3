/* The dictionary while a library is being written: terms and words with a slot for each, in which
 * the postings of the segment under way are gathered. */
#ifndef CARREL_INDEX_DICTIONARY_H
#define CARREL_INDEX_DICTIONARY_H

#include "base/buffer.h"
#include "base/map.h"
#include "store/store.h"
#include "text/stem.h"

typedef struct slot {
  text key;      /* as in the table of terms: "au:smith ja", ":resist" */
  uint32_t term; /* 0 until dictionary_resolve has asked the library */
  bool is_word;  /* of a stem class; otherwise of a value */
  uint32_t count, capacity;
  uint32_t *postings; /* place << 16 | code */
} slot;

typedef struct dictionary {
  store *store;
  stemmer *stemmer;
  map words;  /* word -> slot of its stem class */
  map terms;  /* key -> slot */
  arena keys; /* of slots and new words */
  slot *slots;
  size_t count, capacity;
  uint32_t *touched; /* slots with postings */
  size_t touched_count, touched_capacity;
  struct new_word *new_words; /* that came in since the last dictionary_resolve */
  size_t new_word_count, new_word_capacity;
  size_t resolved;               /* slots below this have their terms */
  size_t known_terms, new_terms; /* of those: found in the library, put there */
  arena postings;
  buffer key;
  long long last_term;
} dictionary;

bool dictionary_init(dictionary *d, store *s, error *e);
void dictionary_finish(dictionary *d);
/* Forgets what it knows of the library, after a rollback or when it has grown large. */
bool dictionary_forget(dictionary *d, error *e);
/* Forgets the postings only: a segment has been written. */
void dictionary_clear_postings(dictionary *d);

/* The place of the slot of a word's stem class, or of a value. False with `e` set on failure. A
 * word's text_hash is asked for, so that map_prefetch on `words` can be called well before. */
bool dictionary_word(dictionary *d, text word, uint64_t hash, uint32_t *slot, error *e);
bool dictionary_value(dictionary *d, text field, text value, uint32_t *slot, error *e);
/* One more occurrence at this place; `column` counts only for words. */
bool dictionary_count(dictionary *d, uint32_t slot, uint16_t place, unsigned column, error *e);
/* Gives every slot its term, and puts new terms and words into the library: all at once and in
 * order, which spares most of the time that asking one by one takes. Then sorts the touched slots
 * by their terms. */
bool dictionary_resolve(dictionary *d, error *e);

#endif
