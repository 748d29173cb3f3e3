/* A query as a tree. It prints as one line, `(and (word ti "her2") (phrase tiab "drug
 * resistance"))`, so that a test of the parser is a line of input and a line of output. */
#ifndef CARREL_QUERY_TREE_H
#define CARREL_QUERY_TREE_H

#include "base/error.h"
#include "base/list.h"
#include "model/field.h"

typedef enum {
  QUERY_WORD,    /* a word: also finds its other forms */
  QUERY_EXACT,   /* =word: only this form */
  QUERY_PHRASE,  /* words in this order; the last may be truncated with * */
  QUERY_PREFIX,  /* word*: all words that begin so; text is without the star */
  QUERY_NEAR,    /* words in any order with at most `distance` others between neighbours */
  QUERY_VALUE,   /* a whole value of a FIELD_VALUE, FIELD_NAME, FIELD_HEADING or FIELD_ID field */
  QUERY_RANGE,   /* low to high in a date or number field; either may be empty */
  QUERY_ALL,     /* every record */
  QUERY_NOTHING, /* no record */
  QUERY_AND,
  QUERY_OR,
  QUERY_NOT, /* items[0] but not items[1] */
} query_kind;

typedef struct query {
  query_kind kind;
  const field *field;            /* NULL: untagged; of leaves only */
  text text;                     /* of leaves: as typed, without quotes and tag */
  text low, high;                /* of QUERY_RANGE */
  unsigned distance;             /* of QUERY_NEAR */
  bool quoted;                   /* the user put it into quotes */
  bool no_explode;               /* [mh:noexp] and the like */
  bool truncated;                /* of QUERY_VALUE: ended with * */
  size_t from, size;             /* the bytes of the query text that it was read from */
  LIST_OF(struct query *) items; /* of AND and OR: two or more; of NOT: two */
} query;

/* A new node in the arena. */
query *query_new(arena *a, query_kind kind);
query *query_pair(arena *a, query_kind kind, query *left, query *right);
/* The tree as one line. */
text query_print(const query *q, arena *a);
/* Reads a query in PubMed's syntax. NULL with `e` set (kind ERROR_USE, offset: the byte) where it
 * cannot be understood. The tree borrows from `typed`, which must outlive it. */
query *query_parse(text typed, arena *a, error *e);

#endif
