/* From articles with their terms to terms with their articles: the occurrences of the segment under
 * way, in memory.
 *
 * While articles come in, memory is only written behind what was written before; the terms are
 * brought together at the end, in one go, by counting. */
#ifndef CARREL_INDEX_INVERSION_H
#define CARREL_INDEX_INVERSION_H

#include <stddef.h>
#include <stdint.h>

#include "base/set.h"

/* A term in the article under way. */
typedef struct occurrence {
  uint32_t term, where; /* occurrence_where */
} occurrence;

/* An occurrence among those of its term: the article's place in the segment, and where in it. */
typedef uint64_t finding;

enum { WHERE_COLUMN_SHIFT = 28, WHERE_POSITIONS = 1 << WHERE_COLUMN_SHIFT };

static inline uint32_t occurrence_where(unsigned column, uint32_t position) {
  return (uint32_t)column << WHERE_COLUMN_SHIFT | position;
}
static inline uint16_t found_place(finding f) { return (uint16_t)(f >> 32); }
static inline unsigned found_column(finding f) { return (uint32_t)f >> WHERE_COLUMN_SHIFT; }
static inline uint32_t found_position(finding f) { return (uint32_t)f % WHERE_POSITIONS; }

typedef struct inversion {
  occurrence **chunks;
  size_t chunk_count, chunk_capacity;
  size_t count; /* of occurrences */
  struct inversion_article *articles;
  size_t article_count, article_capacity;
  /* Brought together: */
  uint32_t *starts; /* of each term in `found`; its end is the start of the next */
  finding *found;   /* by term, by place, in the order they were added */
  size_t found_capacity;
} inversion;

/* A zeroed inversion is an empty one. */
void inversion_finish(inversion *v);
/* Forgets all articles; keeps memory. */
void inversion_clear(inversion *v);

/* One more occurrence in the article under way. False when memory has run out. */
bool inversion_add(inversion *v, uint32_t term, uint32_t where);
/* The article under way has this place, above the places of those before it. The next begins. */
bool inversion_end_article(inversion *v, uint16_t place);

/* Brings the terms together, which are below `terms`, without the articles whose places are in
 * `removed`; what was added is forgotten. */
bool inversion_make(inversion *v, uint32_t terms, const set *removed);

#endif
