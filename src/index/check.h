/* Whether a library is whole: whether SQLite finds it sound, and whether the indexes hold what the
 * articles say. And making the indexes anew. */
#ifndef CARREL_INDEX_CHECK_H
#define CARREL_INDEX_CHECK_H

#include "store/articles.h"

/* Who is told how many articles are done; `told` may be NULL. */
typedef struct check_watch {
  void *context;
  void (*told)(void *context, long long articles);
} check_watch;

/* Checks a library that store_open has opened, and adds to `faults` what is wrong, one sentence
 * each, at most a score of them. False with `e` set where the check itself could not be done. */
bool library_check(store *s, const check_watch *watch, arena *a, texts *faults, error *e);
/* Makes the indexes and the table of identifiers anew from the articles, in a transaction of its
 * own. */
bool library_reindex(store *s, const check_watch *watch, error *e);

#endif
