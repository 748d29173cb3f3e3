/* Stems by libstemmer, remembered: a library asks for the same words again and again. */
#include "text/stem.h"

#include <libstemmer.h>
#include <stdlib.h>

#include "base/map.h"

/* Beyond so many words the memory starts anew. */
enum { MOST_REMEMBERED = 200000 };

struct stemmer {
  struct sb_stemmer *english;
  map known; /* word -> length of the part of the stem in `stems` */
  arena stems;
  text *list;
  size_t count, capacity;
};

stemmer *stemmer_create(void) {
  stemmer *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  map_init(&s->known);
  arena_init(&s->stems);
  s->english = sb_stemmer_new("english", "UTF_8");
  if (s->english) return s;
  free(s);
  return NULL;
}

void stemmer_destroy(stemmer *s) {
  if (!s) return;
  sb_stemmer_delete(s->english);
  map_finish(&s->known);
  arena_finish(&s->stems);
  free(s->list);
  free(s);
}

static bool is_plain(text word) {
  if (word.size < 3) return false;
  for (size_t i = 0; i < word.size; i++)
    if (!ascii_is_letter(word.data[i])) return false;
  return true;
}

static text stem_anew(stemmer *s, text word) {
  const sb_symbol *stem = sb_stemmer_stem(s->english, (const sb_symbol *)word.data, (int)word.size);
  int size = sb_stemmer_length(s->english);
  return stem && size > 0 ? (text){(const char *)stem, (size_t)size} : word;
}

/* The stem in memory that lasts; NULL data where memory has run out. */
static text remember(stemmer *s, text stem) {
  if (s->count == s->capacity) {
    size_t wanted = s->capacity ? s->capacity * 2 : 1024;
    text *larger = realloc(s->list, wanted * sizeof *larger);
    if (!larger) return (text){NULL, 0};
    s->list = larger;
    s->capacity = wanted;
  }
  text kept = arena_text(&s->stems, stem);
  if (!kept.size) return (text){NULL, 0};
  s->list[s->count++] = kept;
  return kept;
}

text stemmer_stem(stemmer *s, text word) {
  bool added;
  if (!is_plain(word)) return word;
  if (s->count >= MOST_REMEMBERED) {
    map_clear(&s->known);
    arena_finish(&s->stems);
    s->count = 0;
  }
  uint32_t *place = map_put(&s->known, word, &added);
  if (place && !added) return s->list[*place];
  text stem = stem_anew(s, word);
  if (!place) return stem;
  *place = (uint32_t)s->count;
  text kept = remember(s, stem);
  if (kept.data) return kept;
  /* Without memory nothing can be remembered: better begin anew than keep a hole. */
  map_clear(&s->known);
  s->count = 0;
  return stem;
}
