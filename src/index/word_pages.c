/* Lists are gathered in FTS5's form: what is left is to give them their order and their pages. */
#include "index/word_pages.h"

#include <stdlib.h>

#include "base/order.h"

/* The words that occur, in order. NULL when memory has run out. */
static uint32_t *order_words(const gathering *g, const dictionary_names *names, size_t *count) {
  const set *removed = gathering_removed(g);
  uint32_t *ordered = malloc((names->word_count + 1) * sizeof *ordered);
  *count = 0;
  if (!ordered) return NULL;
  for (uint32_t i = 0; i < names->word_count; i++)
    if (inversion_has(&g->words, i, removed)) ordered[(*count)++] = i;
  if (order_by_text(ordered, *count, names->words)) return ordered;
  free(ordered);
  return NULL;
}

static bool write_word(fts5_writer *w, const gathering *g, const dictionary_names *names,
                       uint32_t word, error *e) {
  inversion_walk walk = inversion_start(&g->words, word, gathering_removed(g));
  if (!fts5_writer_word(w, names->words[word], e)) return false;
  while (inversion_next(&walk))
    if (!fts5_writer_article(w, g->first + walk.place, walk.positions, e)) return false;
  return true;
}

bool word_pages_make(fts5_writer *w, const gathering *g, const dictionary_names *names,
                     handover *to, long long segment, uint32_t *pages, error *e) {
  size_t count;
  uint32_t *words = order_words(g, names, &count);
  bool good = words || error_memory(e);
  fts5_writer_start(w, NULL, to, segment);
  for (size_t i = 0; good && i < count; i++) good = write_word(w, g, names, words[i], e);
  free(words);
  return good && fts5_writer_end(w, pages, e);
}
