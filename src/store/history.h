/* What has been asked of the library: the history, and searches that were saved under a name. A
 * library of which nobody has asked anything has neither, and nothing is found there. */
#ifndef CARREL_STORE_HISTORY_H
#define CARREL_STORE_HISTORY_H

#include "store/store.h"

typedef struct past_search {
  long long number; /* in the history, from 1; 0: a saved one */
  text name;        /* of a saved one */
  text asked;       /* when, UTC, ISO 8601 */
  text typed;
  text dialect;      /* "pubmed" or "ovid" */
  text details;      /* the whole query as it was run; not of a saved one */
  long long found;   /* how many records */
  long long records; /* how many the library had; not of a saved one */
  long long latest;  /* the highest number of an article then */
} past_search;
typedef LIST_OF(past_search) past_searches;

/* Writing needs a store that was opened for it. The number is given by the history; a search that
 * says the same as the last one is not written again. */
bool history_add(store *s, const past_search *search, error *e);
bool history_clear(store *s, error *e);
/* Adds a saved search, or puts it in the place of that of the same name (case does not matter). */
bool saved_put(store *s, const past_search *search, error *e);
/* *was: whether there was one of that name. */
bool saved_remove(store *s, text name, bool *was, error *e);

/* Each adds what it finds to the list, none or one of a number or a name. */
bool history_find(store *s, long long number, past_searches *found, arena *a, error *e);
bool saved_find(store *s, text name, past_searches *found, arena *a, error *e);
/* All, by number and by name. */
bool history_all(store *s, past_searches *found, arena *a, error *e);
bool saved_all(store *s, past_searches *found, arena *a, error *e);

#endif
