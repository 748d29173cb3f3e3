/* A term's posting list in one segment, read as far as it is needed. Private to src/search. */
#ifndef CARREL_SEARCH_TERM_LIST_H
#define CARREL_SEARCH_TERM_LIST_H

#include "base/set.h"
#include "index/segment.h"

typedef struct term_list {
  block_entry entry; /* where it stands; filled before it is opened */
  arena *memory;     /* of what is read; NULL: it has not been opened */
  uint32_t span;     /* of the segment: below it are all places */
  postings list;     /* a short list; without places: */
  packed head;       /* a long one, with its ... */
  packed_chunk *chunks;
  unsigned chunks_read;        /* bits */
  struct plain_blocks *blocks; /* of a short one, by run.c, once it has been ranked by */
} term_list;

/* Reads a short list, or the head of a long one, into `memory`. Nothing where it is open. */
bool term_list_open(store *s, const segment_row *row, text term, term_list *l, arena *memory,
                    error *e);
/* Reads the chunk of a block of a long list, and what is likely to be asked for with it. */
bool term_list_read_chunk(store *s, long long segment, term_list *l, unsigned number, error *e);
/* Whether the chunk has been read. */
static inline bool term_list_has_chunk(const term_list *l, unsigned number) {
  return l->chunks_read >> number & 1;
}

/* Adds the articles of a list that is open; of words those that have the term in one of the
 * columns. `first` is the first article of the segment. */
bool term_list_add(store *s, long long segment, term_list *l, unsigned column_set, uint64_t first,
                   set *found, error *e);

#endif
