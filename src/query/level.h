/* Working off operators from left to right, bracket by bracket, without recursion. */
#ifndef CARREL_QUERY_LEVEL_H
#define CARREL_QUERY_LEVEL_H

#include "query/scan.h"
#include "query/tree.h"

/* What stands in one bracket, as far as it has been read. */
typedef struct level {
  query *tree;      /* NULL: nothing yet */
  bool chain;       /* the tree was made here: an item of the same operator joins it */
  bool waiting;     /* an operator waits for its second operand */
  query_kind next;  /* which */
  size_t next_from; /* where it stands */
  size_t opened;    /* where the bracket stands */
} level;

typedef struct levels {
  const scope *scope;
  LIST_OF(level) open; /* the first one is the whole query */
} levels;

void levels_start(levels *l, const scope *s);
/* Each is false with the error set where the query cannot go on so. */
bool levels_operand(levels *l, query *operand);
bool levels_operator(levels *l, query_kind kind, text name, size_t from);
bool levels_open(levels *l, size_t from);
/* Gives what stood in the bracket, which is the caller's to hand on to levels_operand; NULL with
 * the error set. */
query *levels_close(levels *l, size_t from);
/* The whole tree; NULL with the error set. */
query *levels_finish(levels *l);

#endif
