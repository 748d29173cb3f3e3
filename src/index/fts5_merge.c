/* The segments are walked side by side, word by word. As each has articles of its own, in order,
 * the lists of a word follow each other. */
#include "index/fts5_merge.h"

#include <stdlib.h>

#include "index/fts5_walk.h"

typedef struct fts5_merging {
  fts5_walk *walks;
  size_t count;
  const set *dead;
  fts5_writer writer;
  buffer word; /* the one under way */
} fts5_merging;

/* The smallest word at which any walk stands; false where all are at their end. */
static bool next_word(fts5_merging *m) {
  const text *least = NULL;
  for (size_t i = 0; i < m->count; i++)
    if (m->walks[i].more && (!least || text_compare(m->walks[i].word, *least) < 0))
      least = &m->walks[i].word;
  buffer_clear(&m->word);
  if (least) buffer_add(&m->word, *least);
  return least;
}

/* Copies the articles of a walk's word that are alive. */
static bool copy_articles(fts5_merging *m, fts5_walk *from, bool *begun, error *e) {
  bool more = true;
  while (fts5_walk_article(from, &more, e)) {
    if (!more) return fts5_walk_word(from, e);
    if (set_has(m->dead, (uint64_t)from->article)) continue;
    if (!*begun && !fts5_writer_word(&m->writer, buffer_text(&m->word), e)) return false;
    *begun = true;
    if (!fts5_writer_article(&m->writer, from->article, buffer_text(&from->places), e))
      return false;
  }
  return false;
}

static bool merge_words(fts5_merging *m, error *e) {
  while (next_word(m)) {
    bool begun = false;
    if (m->word.failed) return error_memory(e);
    for (size_t i = 0; i < m->count; i++) {
      fts5_walk *from = &m->walks[i];
      if (from->more && text_equal(from->word, buffer_text(&m->word)) &&
          !copy_articles(m, from, &begun, e))
        return false;
    }
  }
  return true;
}

bool fts5_merge(store *s, const long long *sources, size_t count, long long target, const set *dead,
                uint32_t *pages, error *e) {
  fts5_merging m = {.walks = calloc(count, sizeof *m.walks), .dead = dead};
  bool good = m.walks || error_memory(e);
  for (; good && m.count < count; m.count++)
    good = fts5_walk_open(&m.walks[m.count], s, sources[m.count], e);
  fts5_writer_start(&m.writer, s, NULL, target);
  good = good && merge_words(&m, e) && fts5_writer_end(&m.writer, pages, e);
  for (size_t i = 0; i < m.count; i++) fts5_walk_finish(&m.walks[i]);
  fts5_writer_finish(&m.writer);
  buffer_finish(&m.word);
  free(m.walks);
  return good;
}
