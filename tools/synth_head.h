/* The head of a synthetic record: all that a citation of it needs. It follows from the seed and the
 * PMID alone, so that a record can cite any earlier one without keeping it. */
#ifndef CARREL_TOOLS_SYNTH_HEAD_H
#define CARREL_TOOLS_SYNTH_HEAD_H

#include "synth_prose.h"

enum { HEAD_AUTHORS = 9 };

typedef struct synth_head {
  uint64_t seed;
  uint32_t pmid;
  random_stream random;
  prose prose; /* the title's words are its recent ones */
  uint32_t year, month, day;
  uint32_t journal, volume, issue, page, last_page;
  uint32_t authors[HEAD_AUTHORS], author_count;
  buffer title; /* XML text */
} synth_head;

/* Fills the head of a PMID from 1; a zeroed head may be filled as often as one likes. Its prose
 * draws from `random` of this very head. */
void head_fill(synth_head *h, const lexicon *l, uint64_t seed, uint32_t pmid);
void head_finish(synth_head *h);
/* An earlier record that has one of this one's topics first and is not younger; 0 where luck found
 * none. */
uint32_t head_cite(const synth_head *h, random_stream *r, synth_head *cited);

#endif
