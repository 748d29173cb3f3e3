/* The posting lists of one segment in the library file: writing all of them, walking over all of
 * them, finding one. With blocks (index/block.h) the only place that knows how they are stored. */
#ifndef CARREL_INDEX_LISTS_H
#define CARREL_INDEX_LISTS_H

#include "index/block.h"
#include "index/packed.h"
#include "index/rows.h"

/* --- Writing --- */

typedef struct lists_writer {
  row_sink rows;
  long long segment;
  const uint16_t *lengths;     /* of the segment's articles, by place ... */
  double average;              /* ... and on the average */
  buffer block, first, before; /* the block under way, its first and its last key */
  buffer bytes, chunk;         /* of the list under way */
  uint32_t apart;              /* the next number of a list that stands apart */
} lists_writer;

/* Starts a segment, which has no lists yet; its rows go into the sink as row_sink_start has it. A
 * zeroed writer can be started, again and again. The lengths are borrowed to the end. */
void lists_writer_start(lists_writer *w, store *s, handover *to, long long segment,
                        const uint16_t *lengths, double average);
/* Keys must rise from call to call. Of the list its places, codes and count are asked for. */
bool lists_writer_add(lists_writer *w, text key, const postings *list, error *e);
/* Writes what is left. */
bool lists_writer_end(lists_writer *w, error *e);
void lists_writer_finish(lists_writer *w);

/* Fills `e` with what to do about a segment that cannot be right, and gives false. */
bool lists_damaged(store *s, long long segment, error *e);
/* Removes the lists of a segment. */
bool lists_remove(store *s, long long segment, error *e);

/* --- Walking --- */

typedef struct lists_walk {
  store *store;
  long long segment;
  sqlite3_stmt *blocks;
  block_walk block;
  arena memory; /* of the last list */
  text key;     /* of the last step */
  postings postings;
  bool keys_alone; /* the postings are not read */
  bool more;
} lists_walk;

/* Stands at the first list, or has no more. False with `e` set on failure; lists_walk_finish is
 * due in any case. */
bool lists_walk_open(lists_walk *w, store *s, long long segment, error *e);
/* The same, for those who ask for the keys alone. */
bool lists_walk_open_keys(lists_walk *w, store *s, long long segment, error *e);
bool lists_walk_step(lists_walk *w, error *e);
void lists_walk_finish(lists_walk *w);

/* --- Finding --- */

/* Where a term's list stands; its `count` is 0 where there is none. What stands in a block is
 * copied into `a`. */
bool lists_find(store *s, long long segment, text key, arena *a, block_entry *found, error *e);
/* Reads a list that lists_find has found; it is copied into `a`. */
bool lists_read(store *s, long long segment, text key, const block_entry *entry, arena *a,
                postings *list, error *e);
/* Reads the head of a list that is packed, as all of PACKED_LEAST postings and more are. Where the
 * list is short enough to stand there whole, the chunks are opened, too; else they can be read one
 * by one. */
bool lists_read_head(store *s, long long segment, text key, const block_entry *entry, arena *a,
                     packed *head, packed_chunk chunks[PACKED_CHUNKS], bool *whole, error *e);
bool lists_read_chunk(store *s, long long segment, const block_entry *entry, const packed *head,
                      unsigned number, arena *a, packed_chunk *chunk, error *e);
/* Reads all chunks at once, which costs as much as some four of them one by one. */
bool lists_read_chunks(store *s, long long segment, const block_entry *entry, const packed *head,
                       arena *a, packed_chunk chunks[PACKED_CHUNKS], error *e);
/* Adds the keys from `from` on and below `end` to the texts, in order. */
bool lists_keys(store *s, long long segment, text from, text end, arena *a, texts *keys, error *e);

#endif
