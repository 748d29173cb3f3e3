/* Search strategies: several lines, of which the later ones refer to earlier ones by number, as
 * systematic reviews print them, in PubMed's or Ovid's language. */
#ifndef CARREL_QUERY_STRATEGY_H
#define CARREL_QUERY_STRATEGY_H

#include "query/ovid.h"

typedef enum {
  DIALECT_ANY, /* PubMed's, unless the text is plainly Ovid's */
  DIALECT_PUBMED,
  DIALECT_OVID,
} query_dialect;

typedef struct strategy_line {
  unsigned number;
  text typed;  /* without its number and its count of results */
  query *read; /* as typed: other lines are QUERY_HISTORY */
  query *tree; /* with the trees of other lines in their place, which it shares with them */
  size_t from; /* the byte of the whole text at which `typed` begins */
} strategy_line;

typedef struct strategy {
  query_dialect dialect; /* never DIALECT_ANY */
  LIST_OF(strategy_line) lines;
} strategy;

/* Reads a strategy of one line or more. Lines may be numbered ("1.", "1)", "#1", "1"); then what
 * stands before the first is passed over, with a remark, and a line without a number continues the
 * one above. Without numbers every line that is not empty counts. Counts of results at the end of a
 * numbered line, "(1234)" or behind a tab, are left out. False with `e` set: `line` is that of the
 * text, `offset` counts from the start of it all. The last line is what the strategy finds. */
bool strategy_parse(text typed, query_dialect dialect, const query_options *options, arena *a,
                    strategy *s, error *e);
/* The strategy in a language, a line "N. query" each. Adds to `lost` what that cannot say. */
text strategy_write(const strategy *s, query_dialect dialect, arena *a, texts *lost);
/* "auto", "pubmed", "ovid"; NULL at the end. In the order of query_dialect. */
extern const char *const dialect_names[];
/* One query in a language, DIALECT_PUBMED or DIALECT_OVID. */
query *dialect_parse(text typed, query_dialect dialect, const query_options *options, arena *a,
                     error *e);
text dialect_write(const query *q, query_dialect dialect, arena *a, texts *lost);

#endif
