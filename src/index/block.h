/* Blocks: the dictionary of a segment with its posting lists, as bytes.
 *
 * The terms of a segment stand in blocks of about BLOCK_BYTES, in the order of their keys. A key is
 * the short tag of a field (au, mh, la ...) or the kind of a link (cites, similar ...), a colon and
 * the value: "au:smith ja"; that of a stem class of words begins with the colon: ":resist".
 *
 * An entry: how many bytes its key shares with the key before it in the block, how many follow, and
 * these; then twice the number of postings, plus 1 where the list stands apart. Short lists follow
 * right there as posting.h has them; of others the number under which they stand apart. Numbers are
 * of 7 bits a byte, the lowest first, the high bit set in all bytes but the last. */
#ifndef CARREL_INDEX_BLOCK_H
#define CARREL_INDEX_BLOCK_H

#include "base/buffer.h"
#include "index/posting.h"

enum { BLOCK_BYTES = 2000, BLOCK_LIST_MOST = 512 /* bytes of a list that stands in a block */ };

/* A term in a block. */
typedef struct block_entry {
  uint32_t count;  /* of its postings */
  bool apart;      /* where the list stands: */
  uint32_t number; /* apart, under this number */
  text list;       /* or here; not aligned */
} block_entry;

/* Whether a key is that of a stem class, whose postings have codes. */
static inline bool block_key_is_word(text key) { return key.size && key.data[0] == ':'; }

/* Adds an entry to a block. `before` is the key before it, empty for the first. */
void block_add(buffer *block, text before, text key, const block_entry *entry);

/* Finds a key. False where the block does not have it, or is damaged. */
bool block_find(text block, text key, block_entry *found);

/* A walk over the entries of a block. A zeroed one but for `rest` is at the start. */
typedef struct block_walk {
  text rest;
  buffer key; /* of the entry that the last step gave */
} block_walk;

/* False at the end, where the block is damaged, and when memory has run out (key.failed). */
bool block_step(block_walk *w, block_entry *entry);
/* Steps from the start to the first key that is not smaller than this one. */
bool block_seek(block_walk *w, text key, block_entry *entry);

#endif
