/* Words and terms in memory. */
#include "index/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/order.h"

bool dictionary_init(dictionary *d, store *s, error *e) {
  *d = (dictionary){.generation = 1, .store = s, .stemmer = stemmer_create()};
  pthread_mutex_init(&d->lock, NULL);
  map_init(&d->word_map);
  map_init(&d->term_map);
  arena_init(&d->texts);
  arena_init(&d->scratch);
  return d->stemmer || error_memory(e);
}

void dictionary_finish(dictionary *d) {
  if (!d->generation) return; /* never begun */
  pthread_mutex_destroy(&d->lock);
  stemmer_destroy(d->stemmer);
  map_finish(&d->word_map);
  map_finish(&d->term_map);
  arena_finish(&d->texts);
  arena_finish(&d->scratch);
  buffer_finish(&d->key);
  free(d->tokens);
  free(d->chains);
  free(d->marks);
  free(d->words.items);
  free(d->terms.items);
  free(d->classes);
}

void dictionary_lock(dictionary *d) { pthread_mutex_lock(&d->lock); }
void dictionary_unlock(dictionary *d) { pthread_mutex_unlock(&d->lock); }

void dictionary_forget(dictionary *d) {
  dictionary_lock(d);
  d->generation++;
  map_clear(&d->word_map);
  map_clear(&d->term_map);
  arena_finish(&d->texts);
  d->words.count = d->terms.count = d->words_kept = 0;
  dictionary_unlock(d);
}

/* --- Numbers --- */

/* Gives the text, which is new, the next number. */
static bool add_name(dictionary *d, name_list *n, text name, uint32_t *number) {
  if (!memory_room((void **)&n->items, n->count + 1, &n->capacity, sizeof *n->items)) return false;
  *number = (uint32_t)n->count;
  n->items[n->count++] = arena_text(&d->texts, name);
  return !arena_failed(&d->texts);
}

text dictionary_key(text field, text value, arena *a) {
  char *key = arena_alloc(a, field.size + 1 + value.size);
  if (!key) return (text){"", 0};
  if (field.size) memcpy(key, field.data, field.size);
  key[field.size] = ':';
  if (value.size) memcpy(key + field.size + 1, value.data, value.size);
  return (text){key, field.size + 1 + value.size};
}

bool dictionary_term(dictionary *d, text key, uint64_t hash, uint32_t *term, error *e) {
  bool added;
  uint32_t *known = map_put_hashed(&d->term_map, key, hash, &added);
  if (!known) return error_memory(e);
  if (added && !add_name(d, &d->terms, key, known)) return error_memory(e);
  *term = *known;
  return true;
}

/* The term of a word's stem class. */
static bool class_of(dictionary *d, text word, uint32_t *term, error *e) {
  buffer_clear(&d->key);
  buffer_add_byte(&d->key, ':');
  buffer_add(&d->key, stemmer_stem(d->stemmer, word));
  if (d->key.failed) return error_memory(e);
  return dictionary_term(d, buffer_text(&d->key), text_hash(buffer_text(&d->key)), term, e);
}

bool dictionary_word(dictionary *d, text word, uint64_t hash, uint32_t *number, error *e) {
  bool added;
  uint32_t *known = map_put_hashed(&d->word_map, word, hash, &added), class;
  if (!known) return error_memory(e);
  if (added) {
    if (!memory_room((void **)&d->classes, d->words.count + 1, &d->classes_capacity,
                     sizeof *d->classes))
      return error_memory(e);
    if (!class_of(d, word, &class, e)) return false;
    if (!add_name(d, &d->words, word, known)) return error_memory(e);
    d->classes[*known] = class;
  }
  *number = *known;
  return true;
}

/* --- Names --- */

static void *copy_of(const void *items, size_t size) {
  void *copy = malloc(size + 1);
  if (copy && size) memcpy(copy, items, size);
  return copy;
}

bool dictionary_copy(dictionary *d, dictionary_names *n) {
  dictionary_lock(d);
  *n = (dictionary_names){.word_count = d->words.count, .term_count = d->terms.count};
  n->words = copy_of(d->words.items, d->words.count * sizeof *n->words);
  n->terms = copy_of(d->terms.items, d->terms.count * sizeof *n->terms);
  n->classes = copy_of(d->classes, d->words.count * sizeof *n->classes);
  dictionary_unlock(d);
  if (n->words && n->terms && n->classes) return true;
  dictionary_names_finish(n);
  return false;
}

void dictionary_names_finish(dictionary_names *n) {
  free(n->words);
  free(n->terms);
  free(n->classes);
  *n = (dictionary_names){0};
}

/* --- Words in the library --- */

/* The stem of a word's class; the key of a class is a colon and its stem. */
static text stem_of(const dictionary_names *n, uint32_t word) {
  text key = n->terms[n->classes[word]];
  return text_slice(key, 1, key.size);
}

static bool keep_word(dictionary *d, const dictionary_names *n, uint32_t word, error *e) {
  sqlite3_stmt *insert = store_statement(d->store, STATEMENT_WORD_INSERT, e);
  if (!insert) return false;
  store_bind(insert, 1, n->words[word]);
  store_bind(insert, 2, stem_of(n, word));
  return store_run(d->store, insert, e);
}

bool dictionary_keep_words(dictionary *d, const dictionary_names *n, error *e) {
  uint32_t *fresh = malloc((n->word_count - d->words_kept + 1) * sizeof *fresh);
  size_t count = 0;
  if (!fresh) return error_memory(e);
  for (uint32_t i = (uint32_t)d->words_kept; i < n->word_count; i++)
    if (!text_equal(stem_of(n, i), n->words[i])) fresh[count++] = i;
  /* In order, which spares most of the time that any order takes. */
  bool good = order_by_text(fresh, count, n->words) || error_memory(e);
  for (size_t i = 0; good && i < count; i++) good = keep_word(d, n, fresh[i], e);
  if (good) d->words_kept = n->word_count;
  free(fresh);
  return good;
}
