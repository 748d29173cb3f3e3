/* From articles with their terms to terms with their articles: the postings of the segment under
 * way, in memory.
 *
 * While articles come in, memory is only written behind what was written before; the terms are
 * brought together at the end, in one go. */
#ifndef CARREL_INDEX_INVERSION_H
#define CARREL_INDEX_INVERSION_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A term in an article. */
typedef struct occurrence {
  uint32_t term;
  uint16_t place, code;
} occurrence;

typedef struct inversion {
  occurrence **chunks;
  size_t chunk_count, chunk_capacity;
  size_t count; /* of occurrences */
  /* The article under way: its terms, and where they stand in the list of them. */
  occurrence *found;
  size_t found_count, found_capacity;
  uint64_t *table; /* stamp of the article, place in `found` */
  size_t table_size;
  uint32_t stamp;
  /* Brought together: */
  uint32_t *starts;   /* of each term in `postings`; its end is the start of the next */
  uint32_t *postings; /* place << 16 | code, by term, then by place */
} inversion;

void inversion_init(inversion *v);
void inversion_finish(inversion *v);
/* Forgets all articles; keeps memory. */
void inversion_clear(inversion *v);

enum { INVERSION_VALUE = -1 };
/* One more occurrence in the article under way, in a column, or INVERSION_VALUE of a value. False
 * when memory has run out. */
bool inversion_count(inversion *v, uint32_t term, int column);
/* The article under way has this place, above the places of those before it. The next begins. */
bool inversion_end_article(inversion *v, uint16_t place);

/* Brings the terms together, which are below `terms`. */
bool inversion_make(inversion *v, uint32_t terms);

#endif
