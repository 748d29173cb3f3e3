/* Postings: which articles hold a term, and how often in which column.
 *
 * A posting of a stem class is a place (the article's number less the segment's first, 16 bits)
 * and a code of 16 bits that counts the occurrences by column: title 3 bits, abstract 4, keywords
 * 2, MeSH 3, and one bit each for names, journal, affiliations and other. Counts stop at what fits
 * (7, 15, 3, 7): beyond that BM25 gains less than a hundredth. The codes are enough to score with
 * any weights and to tell in which columns a word stands, without asking the text index. */
#ifndef CARREL_INDEX_POSTING_H
#define CARREL_INDEX_POSTING_H

#include <stdint.h>

#include "base/buffer.h"
#include "model/field.h"

enum { SEGMENT_SPAN = 65536, POSTING_HEAD = 4 };

/* The first bit and the largest count of each column in a code. */
typedef struct code_part {
  uint8_t shift, most;
} code_part;
extern const code_part code_parts[COLUMN_COUNT];

/* One more occurrence in this column. */
static inline uint16_t code_count(uint16_t code, unsigned column) {
  code_part part = code_parts[column];
  bool full = ((unsigned)code >> part.shift & part.most) == part.most;
  return (uint16_t)(code + ((unsigned)!full << part.shift));
}
/* How often in this column. */
static inline unsigned code_in(uint16_t code, unsigned column) {
  return (unsigned)code >> code_parts[column].shift & code_parts[column].most;
}
/* The bits of a code that belong to a set of columns. */
uint16_t code_mask(unsigned column_set);
/* For each column both counts together. */
uint16_t code_sum(uint16_t a, uint16_t b);
/* For each column the larger of two counts. */
uint16_t code_ceiling(uint16_t a, uint16_t b);

/* A list as it stands in a segment. Of values there are places alone. */
typedef struct postings {
  const uint16_t *places; /* ascending */
  const uint16_t *codes;  /* NULL: a list of values */
  uint32_t count;
  uint16_t ceiling;  /* of the codes */
  uint16_t shortest; /* length of the shortest of its articles */
} postings;

/* Fills in the ceiling and the shortest of `lengths`, which are by place. */
void postings_measure(postings *list, const uint16_t *lengths);

/* A list of moderate size as it stands in the file, all numbers of 16 bits, little-endian. Stem
 * classes: ceiling, shortest, places, codes. Values: places. */
size_t postings_size(uint32_t count, bool words);
void postings_add(buffer *b, const postings *list);
/* Reads the bytes, which must be aligned to 2. A malformed list has no postings. */
postings postings_read(text bytes, bool words);

#endif
