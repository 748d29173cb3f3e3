/* From articles with their terms to terms with their articles: the lists of the segment under way,
 * in memory, and written as they are gathered, in the form in which FTS5 has them on its pages.
 *
 * An item of a list is an article: its place in the segment less that of the item before, and twice
 * the size of its positions, both as varints; then the positions (see index/fts5_segment.h). */
#ifndef CARREL_INDEX_INVERSION_H
#define CARREL_INDEX_INVERSION_H

#include "base/set.h"
#include "index/varint.h"

/* Lists lie in blocks of 8 << level bytes; one that is full moves to a block of the next level. */
enum { INVERSION_LEVELS = 29 };

typedef struct gathered_list {
  unsigned char *bytes;
  uint32_t size;
  uint16_t place; /* of the last item */
  uint8_t level;  /* of the block */
} gathered_list;

typedef struct inversion {
  gathered_list *lists; /* by term */
  size_t list_capacity;
  char **chunks; /* of which blocks are cut */
  size_t chunk_count, chunk_capacity, chunks_used;
  size_t used;                              /* bytes of the chunk in use */
  size_t bytes;                             /* in blocks, those that wait among them */
  unsigned char *waiting[INVERSION_LEVELS]; /* blocks that lists have left, each with the next */
} inversion;

/* A zeroed inversion is an empty one. */
void inversion_finish(inversion *v);
/* Forgets all articles; keeps memory. */
void inversion_clear(inversion *v);

/* The article at this place, which is not below those before it, has the term at these positions.
 * What is said again of the same article is passed over. False when memory has run out. */
bool inversion_add(inversion *v, uint32_t term, uint16_t place, text positions);

/* Has the processor fetch the list of a term, and in a second step where its next item goes. */
static inline void inversion_prefetch(const inversion *v, uint32_t term) {
  if (term < v->list_capacity) __builtin_prefetch(&v->lists[term], 1);
}
static inline void inversion_prefetch_end(const inversion *v, uint32_t term) {
  if (term < v->list_capacity) __builtin_prefetch(v->lists[term].bytes + v->lists[term].size, 1);
}

/* On its way through a list. */
typedef struct inversion_walk {
  const unsigned char *at, *end;
  const set *removed;
  uint32_t place;
  text positions;
} inversion_walk;

/* The articles at the places in `removed` (which may be NULL) are passed over. */
inversion_walk inversion_start(const inversion *v, uint32_t term, const set *removed);

/* The next article of the list; false behind the last. */
static inline bool inversion_next(inversion_walk *w) {
  while (w->at < w->end) {
    uint64_t more, size;
    w->at += varint_take(w->at, &more);
    w->at += varint_take(w->at, &size);
    w->place += (uint32_t)more;
    w->positions = (text){(const char *)w->at, (size_t)size / 2};
    w->at += size / 2;
    if (!w->removed || !set_has(w->removed, w->place)) return true;
  }
  return false;
}

/* Whether the term has any article. */
static inline bool inversion_has(const inversion *v, uint32_t term, const set *removed) {
  inversion_walk w = inversion_start(v, term, removed);
  return inversion_next(&w);
}

#endif
