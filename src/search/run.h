/* A term's list in one segment, as ranking reads it: block by block, and of a long list only the
 * parts that it needs. Private to score. */
#ifndef CARREL_SEARCH_RUN_H
#define CARREL_SEARCH_RUN_H

#include "search/score.h"

/* How the scores of this question are computed. */
typedef struct scoring {
  const score_parameters *parameters;
  double average;    /* length of an article in the library */
  float base, slope; /* K = base + slope * length */
} scoring;

static inline float scoring_saturate(float base, float slope, float f, uint16_t length) {
  return f / (f + base + slope * (float)length);
}

enum { RANKED_CODES = 4096, CACHE_LINE = 64 };

/* What a block has of a term. */
typedef struct block_postings {
  unsigned count;
  const uint8_t *lows;        /* low bits of places, in order */
  const uint8_t *numbers;     /* for each the number of its frequency ... */
  const uint8_t *frequencies; /* ... among these */
  uint8_t made[PACKED_BLOCK]; /* numbers of a list that has none */
} block_postings;

static inline float block_frequency(const block_postings *b, unsigned at) {
  return (float)b->frequencies[b->numbers[at]];
}

/* A short list by blocks. */
typedef struct plain_blocks {
  const uint8_t *frequencies; /* by code, with which it was made */
  uint32_t *starts;           /* the first posting of each block */
  uint8_t *lows, *made;       /* the low bits of the places, and frequencies */
  float most[PACKED_BLOCKS];  /* by block: the largest f / (f + K) */
} plain_blocks;

typedef struct run {
  const scored_term *term;
  const segment_row *row;
  const uint8_t *frequencies; /* by code; NULL: always 1 (values) */
  const uint8_t *by_number;   /* by the number of a code, or of themselves */
  float factor;
  float most[PACKED_BLOCKS]; /* by block: the most that it can give an article */
  float most_of_all;
  postings list;       /* a short list, or what the text index found ... */
  plain_blocks *plain; /* ... by blocks; NULL: */
  term_list *found;    /* a long one */
  bool packed;         /* it is long */
} run;

/* Reads what a term has in a segment, as far as bounds need it. r->factor is 0 where it has nothing
 * that counts. */
bool run_load(searcher *x, const scored_term *term, const segment_row *row, const scoring *s,
              arena *a, run *r, error *e);
/* Asks memory for what reading a block will need, as far as it has been read from the library. */
void run_expect_block(const run *r, unsigned block);
/* Reads one block. */
bool run_read_block(searcher *x, run *r, unsigned block, block_postings *found, error *e);

#endif
