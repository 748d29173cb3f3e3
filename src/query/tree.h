/* A query as a tree. It prints as one line, `(and (word ti "her2") (phrase tiab "drug
 * resistance"))`, so that a test of the parser is a line of input and a line of output.
 *
 * What can follow a leaf's name in print: its field, a number (of `near`), then what is true of it
 * (`quoted`, `noexp`, `truncated`, `ordered`), then its texts. */
#ifndef CARREL_QUERY_TREE_H
#define CARREL_QUERY_TREE_H

#include "base/error.h"
#include "base/list.h"
#include "model/field.h"

typedef enum {
  QUERY_WORD,    /* a word, perhaps compound ("her2-positive"): also finds its other forms */
  QUERY_EXACT,   /* =word: only this form */
  QUERY_PREFIX,  /* word*: all words that begin so; text is without the star */
  QUERY_WILD,    /* a word with wildcards inside: # one character, ? one or none, * any number,
                  $3 at most three */
  QUERY_PHRASE,  /* words in this order; the last may end in * and is a prefix then */
  QUERY_NEAR,    /* items near each other: at most `distance` words between neighbours, in any order
                    unless `ordered`. Items: EXACT, PREFIX, WILD, PHRASE, or OR of these */
  QUERY_VALUE,   /* a whole value of a FIELD_VALUE, FIELD_NAME, FIELD_HEADING, FIELD_ID field, or
                    one date of a FIELD_DATE field */
  QUERY_RANGE,   /* low to high in a date or number field; either may be empty, not both */
  QUERY_HISTORY, /* #3: what an earlier query found; text is the number */
  QUERY_SAVED,   /* query:name: a query that was saved under this name */
  QUERY_ALL,     /* every record */
  QUERY_NOTHING, /* no record */
  QUERY_RUN,     /* untagged words typed side by side: terms of a vocabulary are looked for in
                    them, the words left over are ANDed. Items: WORD, two or more */
  QUERY_AND,
  QUERY_OR,
  QUERY_NOT, /* items[0] but not items[1] */
} query_kind;

typedef struct query {
  query_kind kind;
  const field *field; /* of leaves and QUERY_NEAR; NULL: untagged */
  text text;          /* as typed, without quotes, tag, star and =; of QUERY_RUN all of it, and
                         of an OR that term mapping has made of words */
  text qualifier;     /* heading/qualifier: spelled out ("drug therapy"); mostly empty */
  text low, high;     /* of QUERY_RANGE; dates as yyyy, yyyy/mm or yyyy/mm/dd */
  unsigned distance;  /* of QUERY_NEAR */
  bool ordered;       /* of QUERY_NEAR */
  bool quoted;        /* the user put it into quotes: it means these words and nothing else */
  bool no_explode;    /* [mh:noexp] and the like */
  bool truncated;     /* of QUERY_VALUE: ended with * */
  bool stop;          /* of a WORD in a RUN: a stop word, of use only inside a vocabulary term */
  bool mapped;        /* term mapping has added it to what was typed; not printed */
  bool implied;       /* a PHRASE whose words are asked beside it, ANDed: it finds no more, and is
                         there to be shown; not printed */
  size_t from, size;  /* the bytes of the query text that it was read from; 0, 0: made up */
  unsigned height;    /* 1 for a leaf; never above QUERY_HIGHEST in what the parsers give */
  size_t leaves;      /* how many stand in it; never above QUERY_MOST_LEAVES there */
  LIST_OF(struct query *) items; /* of AND, OR, RUN, NEAR: two or more; of NOT: two */
} query;

#define QUERY_HIGHEST 1000
#define QUERY_MOST_LEAVES 200000

/* A new node in the arena; never NULL (see arena_failed). */
query *query_new(arena *a, query_kind kind);
/* Adds an item and keeps height and leaves true. */
void query_add(arena *a, query *q, query *item);
query *query_pair(arena *a, query_kind kind, query *left, query *right);
/* A copy of the node that shares its items. */
query *query_copy(arena *a, const query *q);

/* Whether it has items. */
bool query_has_items(query_kind kind);
/* "and", "phrase": the name in print. */
text query_kind_name(query_kind kind);
/* The tree as one line. */
text query_print(const query *q, arena *a);

/* A QUERY_NEAR as an OR of QUERY_NEARs whose items are plain leaves; a copy where they are already.
 * NULL where that would be more than `most`. */
query *query_spread(const query *near, size_t most, arena *a);

#endif
