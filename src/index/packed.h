/* Long posting lists: in blocks, so that a search can tell which parts of a list it needs, and
 * reads these alone.
 *
 * A block is PACKED_BLOCK places of the segment; sixteen blocks are a chunk. Of a packed list stand
 * in the file a head, and a row for each chunk that has postings. The head of a stem class's list:
 * the ceiling of the codes, the shortest length, the number of different codes, a zero (16 bits
 * each, little-endian); for each block the number of postings before it (16 bits each); the codes
 * (16 bits each); for each block its bound (8 bits). The head of a list of values has the numbers
 * before blocks alone. A chunk, block by block: the low 8 bits of each posting's place, then for
 * each the number of its code among those of the head (8 bits). Where there are more codes than
 * that can number, the head has none, and the chunk begins with the codes themselves (16 bits
 * each).
 *
 * A bound is 255 times the most that BM25's f / (f + K) comes to in the block, rounded up, by the
 * parameters below and the average length in the segment. For other parameters a factor makes up
 * (packed_slack). */
#ifndef CARREL_INDEX_PACKED_H
#define CARREL_INDEX_PACKED_H

#include "base/buffer.h"
#include "index/posting.h"

enum {
  PACKED_LEAST = 1024, /* postings of a list that is packed */
  PACKED_BLOCK = 256,
  PACKED_BLOCKS = SEGMENT_SPAN / PACKED_BLOCK,
  PACKED_CHUNK_BLOCKS = 16,
  PACKED_CHUNKS = PACKED_BLOCKS / PACKED_CHUNK_BLOCKS,
  PACKED_CODES = 256 /* different ones that a byte can number */
};

/* By which bounds are made. */
#define PACKED_K1 1.6
#define PACKED_B 0.75

/* The head of a list; points into its bytes. */
typedef struct packed {
  uint32_t count;
  uint16_t ceiling, shortest;
  const uint16_t *before; /* by block: postings before it */
  const uint16_t *codes;  /* the different ones */
  unsigned code_count;    /* 0: chunks have the codes themselves, or it is a list of values */
  const uint8_t *bounds;  /* by block; NULL: a list of values */
} packed;

/* Postings of a chunk; points into its bytes. */
typedef struct packed_chunk {
  const uint8_t *bytes;  /* of the blocks; NULL: not read yet, or none */
  const uint16_t *codes; /* themselves, where they have no numbers */
  uint32_t first;        /* the first posting of the chunk among all of the list */
} packed_chunk;

/* Postings of a block; points into the bytes of its chunk. */
typedef struct packed_block {
  uint32_t count;
  const uint8_t *lows;    /* low bits of places */
  const uint8_t *numbers; /* of codes in the head; NULL: codes, or a list of values */
  const uint16_t *codes;
} packed_block;

/* --- Writing --- */

/* The head of a list, whose places and codes (NULL: values) are in order. `lengths` are those of
 * the segment's articles, by place. */
void packed_add_head(buffer *head, const postings *list, const uint16_t *lengths, double average);
/* One chunk of it; the head is that of packed_add_head. Nothing where it has no postings. */
void packed_add_chunk(buffer *chunk, const postings *list, const packed *head, unsigned number);

/* --- Reading --- */

/* False where the bytes, which must be aligned to 2, are malformed. What stands behind the head is
 * the rest. */
bool packed_open(text head, bool words, uint32_t count, packed *p, text *rest);
bool packed_open_chunk(text bytes, const packed *p, unsigned number, packed_chunk *chunk);
/* Opens chunks that stand one behind the other. */
bool packed_open_chunks(text bytes, const packed *p, packed_chunk chunks[PACKED_CHUNKS]);
/* Postings before a block; before PACKED_BLOCKS all. */
static inline uint32_t packed_before(const packed *p, unsigned block) {
  return block < PACKED_BLOCKS ? p->before[block] : p->count;
}
/* The postings of a block, whose chunk has been read. */
static inline packed_block packed_block_of(const packed *p, const packed_chunk *c, unsigned block) {
  uint32_t from = packed_before(p, block), count = packed_before(p, block + 1) - from;
  packed_block b = {.count = count};
  if (!count) return b;
  from -= c->first;
  b.lows = c->bytes + (p->code_count ? 2 * from : from);
  if (p->code_count) b.numbers = b.lows + count;
  if (c->codes) b.codes = c->codes + from;
  return b;
}
/* Writes the places and codes of a chunk behind those of the chunks before it. */
void packed_unpack(const packed *p, const packed_chunk *c, unsigned number, uint16_t *places,
                   uint16_t *codes);

/* The code of a posting of a block of words; 0 in a damaged list. */
static inline uint16_t packed_code(const packed *p, const packed_block *b, uint32_t at) {
  if (!b->numbers) return b->codes[at];
  return b->numbers[at] < p->code_count ? p->codes[b->numbers[at]] : 0;
}

/* By what a bound must be multiplied to hold for these parameters. `raise` is the most by which a
 * weight of a column is larger than what bounds are made by. */
double packed_slack(double k1, double b, double average, double raise, double segment_average);

#endif
