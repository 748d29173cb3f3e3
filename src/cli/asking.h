/* What is asked: the words of a query, or the lines of a strategy, read in whichever language. */
#ifndef CARREL_CLI_ASKING_H
#define CARREL_CLI_ASKING_H

#include "cli/commands.h"

typedef struct asking {
  text typed;
  const char *file;  /* of --strategy; NULL: a query */
  texts notes;       /* remarks on how it was read */
  strategy strategy; /* a query is a strategy of one line */
} asking;

/* Reads what the arguments, or --strategy, ask. Any other status than STATUS_FOUND comes after a
 * message. */
exit_status asking_read(const call *c, asking *q);
/* Every record. */
void asking_everything(const call *c, asking *q);
/* The saved search of a name. */
void asking_saved(const call *c, text name, asking *q);
/* Puts what the query refers to, earlier and saved ones, into its place. False with `e` set. */
bool asking_resolve(const call *c, asking *q, store *s, error *e);
/* Says what is wrong with the query, and where. */
exit_status asking_fail(const asking *q, const error *e);
/* What is to be found: the last line. */
const query *asking_query(const asking *q);
/* The same as this library reads it, unless it is to be taken as it stands. NULL with `e` set. */
const query *asking_meaning(const call *c, const asking *q, searcher *x, error *e);
/* Whether it refers to anything in the library. */
bool asking_has_references(const asking *q);

#endif
