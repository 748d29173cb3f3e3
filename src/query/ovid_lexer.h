/* Ovid query text as tokens with their places. */
#ifndef CARREL_QUERY_OVID_LEXER_H
#define CARREL_QUERY_OVID_LEXER_H

#include "query/scan.h"

typedef enum {
  OVID_END,
  OVID_WORD,
  OVID_QUOTED,
  OVID_HEADING, /* exp *Heading/dt, th */
  OVID_SUFFIX,  /* .ti,ab. */
  OVID_COMBINE, /* or/1-5 */
  OVID_OPEN,
  OVID_CLOSE,
  OVID_ADJ, /* adj, adj3 */
  OVID_AND,
  OVID_OR,
  OVID_NOT,
} ovid_kind;

typedef struct ovid_token {
  ovid_kind kind;
  text text;           /* of a quoted string what is inside, of a heading its name, of a suffix its
                          codes, of COMBINE the numbers */
  text qualifiers;     /* of a heading: "dt, th" */
  bool explode, major; /* of a heading */
  bool all;            /* of COMBINE: and/... */
  unsigned distance;   /* of ADJ: the number; 0: none, in order */
  size_t from, to;
} ovid_token;

typedef struct ovid_lexer {
  const scope *scope;
  size_t at;
  bool in_term; /* the last token was part of a term, so that no heading can begin */
} ovid_lexer;

/* The next token; OVID_END at the end, again and again. False with the error set where a quote or
 * a bracket is not closed. */
bool ovid_next(ovid_lexer *l, ovid_token *t);

#endif
