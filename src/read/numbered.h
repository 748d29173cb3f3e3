/* PubMed's text formats number their records, "1. " or "1: ", and part them by blank lines. Here
 * such a file is cut into records and a record into blocks of lines without a blank one. */
#ifndef CARREL_READ_NUMBERED_H
#define CARREL_READ_NUMBERED_H

#include "read/reader.h"

/* Lines without white space around, runs of it as one space. */
typedef struct block {
  texts lines;
} block;
typedef LIST_OF(block) blocks;

typedef struct numbered {
  input *in;
  text marks;     /* one of which stands behind the number */
  bool one_block; /* a record has no more */
  long long last; /* number of the record before */
} numbered;

/* State for a reader; NULL with `e` set when memory has run out. Free it with numbered_close. */
void *numbered_open(input *in, text marks, bool one_block, error *e);
void numbered_close(void *state);

/* The blocks of the next record, in r->arena, the number taken off; sets r->source_line. A line
 * with the next number begins a record only behind a blank line, and, unless a record is one block,
 * behind the PMID or two blank lines, so that numbered paragraphs do not. READ_SKIPPED where lines
 * before the first number belong to no record. */
read_result numbered_next(numbered *n, record *r, blocks *found, error *e);
/* All lines as one. */
text block_text(const block *b, arena *a);
/* Whether the head begins with a number, a mark and a citation's year, and names a PMID. */
bool numbered_recognises(text head, text marks);
/* Whether the PMID is in the first block: the record has no other. */
bool numbered_in_one_block(text head);
/* Takes "12" and a mark, with a space behind, off the line; false where they do not stand there.
 */
bool numbered_take(text *line, text marks, long long *number);

#endif
