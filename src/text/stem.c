/* Stems by Snowball, each worked out once and then remembered. */
#include "text/stem.h"

#include <libstemmer.h>
#include <stdlib.h>

#include "base/list.h"
#include "base/map.h"

/* Words remembered; then all are forgotten, and the frequent ones are soon back. */
enum { REMEMBERED_MOST = 1 << 18, STEM_LEAST = 3 };

struct stemmer {
  struct sb_stemmer *snowball;
  map known; /* word to its place in stems */
  arena memory;
  texts stems;
};

stemmer *stemmer_create(void) {
  stemmer *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  map_init(&s->known);
  arena_init(&s->memory);
  s->snowball = sb_stemmer_new("english", NULL);
  if (s->snowball) return s;
  stemmer_destroy(s);
  return NULL;
}

void stemmer_destroy(stemmer *s) {
  if (!s) return;
  sb_stemmer_delete(s->snowball);
  map_finish(&s->known);
  arena_finish(&s->memory);
  free(s);
}

static bool is_stemmed(text word) {
  if (word.size < STEM_LEAST) return false;
  for (size_t i = 0; i < word.size; i++)
    if (word.data[i] < 'a' || word.data[i] > 'z') return false;
  return true;
}

static void forget(stemmer *s) {
  map_clear(&s->known);
  arena_reset(&s->memory);
  s->stems = (texts){0};
}

/* The stem in memory of its own; the word itself where that fails. */
static text work_out(stemmer *s, text word) {
  const sb_symbol *stem =
      sb_stemmer_stem(s->snowball, (const sb_symbol *)word.data, (int)word.size);
  int size = sb_stemmer_length(s->snowball);
  if (!stem || size <= 0) return word;
  return (text){(const char *)stem, (size_t)size};
}

text stemmer_stem(stemmer *s, text word) {
  if (!is_stemmed(word)) return word;
  uint32_t *place = map_find(&s->known, word);
  if (place) return s->stems.items[*place];
  text stem = work_out(s, word);
  if (s->known.count >= REMEMBERED_MOST || arena_failed(&s->memory)) forget(s);
  text kept = arena_text(&s->memory, stem);
  *list_push(&s->memory, &s->stems) = kept;
  bool added;
  if (arena_failed(&s->memory)) return stem;
  place = map_put(&s->known, word, &added);
  if (place) *place = (uint32_t)(s->stems.count - 1);
  return kept;
}
