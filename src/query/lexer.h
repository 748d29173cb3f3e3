/* PubMed query text as tokens with their places. */
#ifndef CARREL_QUERY_LEXER_H
#define CARREL_QUERY_LEXER_H

#include "query/scan.h"

typedef enum {
  TOKEN_END,
  TOKEN_WORD,   /* whatever is none of the others, up to white space, quotes and brackets */
  TOKEN_QUOTED, /* "..." */
  TOKEN_TAG,    /* [...] */
  TOKEN_COLON,  /* a colon that no word begins with */
  TOKEN_OPEN,
  TOKEN_CLOSE,
  TOKEN_AND, /* also & */
  TOKEN_OR,  /* also | */
  TOKEN_NOT,
} token_kind;

typedef struct token {
  token_kind kind;
  text text;       /* of a quoted string and a tag: what is inside */
  size_t from, to; /* the bytes of it all */
} token;

typedef struct lexer {
  const scope *scope;
  size_t at;
} lexer;

/* The next token; TOKEN_END at the end, again and again. False with the error set where a quote or
 * a square bracket is not closed. Words without a letter are passed over. */
bool lexer_next(lexer *l, token *t);

#endif
