/* A record as the index takes it in: its words, found once for the text index and the postings
 * alike, and its values. Made in whichever thread has the time. */
#ifndef CARREL_INDEX_DOCUMENT_H
#define CARREL_INDEX_DOCUMENT_H

#include "index/content.h"

/* A word in a record: its number, and how many bytes say where it stands. */
typedef struct placed_word {
  uint32_t word, size;
} placed_word;

typedef struct document {
  text columns[COLUMN_COUNT]; /* the words of each, as document_next reads them; a NUL behind */
  values values;
  uint16_t length; /* words that count for ranking */
  date_span days;  /* of publication */
  /* Numbers of the dictionary, by numbering_give: */
  uint64_t generation;       /* of the numbers; 0: none */
  const placed_word *placed; /* every word once */
  size_t placed_count;
  const char *positions;        /* of these words, one after the other (see index/fts5_segment.h) */
  const uint32_t *terms;        /* of the values */
  uint32_t sizes[COLUMN_COUNT]; /* words of each column */
} document;

/* Makes documents, one at a time; keeps memory from one to the next. */
typedef struct document_maker {
  words *walk;
  content content;
  buffer words;
} document_maker;

bool document_maker_init(document_maker *m);
void document_maker_finish(document_maker *m);
/* The document lives in `a`. False when memory has run out. */
bool document_make(document_maker *m, document *d, const record *r, arena *a);

/* Takes the next word off a column. *joined: it is a joined form, at the place of the word before
 * it. False at the end, and where the bytes are none of document_make's. */
bool document_next(text *column, text *word, bool *joined);

#endif
