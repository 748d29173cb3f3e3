/* What was asked before: looking it up for queries that refer to it, and writing it down. */
#ifndef CARREL_CLI_PAST_H
#define CARREL_CLI_PAST_H

#include "cli/asking.h"
#include "cli/library.h"
#include "store/history.h"

/* Where references are looked up. Each search is read once. */
typedef struct past {
  store *store;
  arena *arena;
  int today;
  LIST_OF(struct past_tree) trees; /* those that have been read, or are being read */
  size_t depth;                    /* searches that refer to searches */
} past;

/* For `references` of query/reference.h: the tree of #3 or query:name. `context` is a past. */
query *past_find(void *context, query *reference, error *e);

/* Fills a search with what it asked, meant and found, now. */
void past_fill(const call *c, const asking *q, const query *meant, searcher *x, long long found,
               past_search *search);
/* Writes a search into the history of a library, which may have been opened for reading; where it
 * cannot be written to, the search is left out, and said so where another program is to blame. */
void past_write(const call *c, store *s, const past_search *search);

/* The same for a saved search whose new articles have been shown: from now on others are new. */
void past_move(const call *c, store *s, text name, const past_search *search);

#endif
