/* A library of a test's own, in a folder that goes at the end. */
#ifndef CARREL_TESTS_SCRATCH_H
#define CARREL_TESTS_SCRATCH_H

#include <stdio.h>
#include <stdlib.h>

#include "index/writer.h"
#include "support.h"

typedef struct scratch {
  char path[128];
  store *store;
  error e;
} scratch;

static inline void scratch_open(scratch *s) {
  error_clear(&s->e);
  snprintf(s->path, sizeof s->path, "%s/library.db", test_folder());
  s->store = library_open(s->path, STORE_WRITE, &s->e);
  ck_assert_msg(s->store != NULL, "%s", s->e.message);
}

static inline void scratch_close(scratch *s) { store_close(s->store); }

/* What a statement of one row and one number gives. */
static inline long long scratch_number(const scratch *s, const char *sql) {
  sqlite3_stmt *ask;
  ck_assert_msg(sqlite3_prepare_v2(store_database(s->store), sql, -1, &ask, NULL) == SQLITE_OK,
                "%s: %s", sql, sqlite3_errmsg(store_database(s->store)));
  ck_assert_int_eq(sqlite3_step(ask), SQLITE_ROW);
  long long found = sqlite3_column_int64(ask, 0);
  sqlite3_finalize(ask);
  return found;
}

#define assert_done(s, expression) ck_assert_msg((expression), "%s", (s)->e.message)

/* Puts the record into the store, but not into the indexes. */
static inline void scratch_insert(scratch *s, article_id id, const record *r) {
  article_row row = {0};
  assert_done(s, article_row_fill(&row, r, &s->e));
  assert_done(s, article_insert(s->store, id, &row, 0, &s->e));
  article_row_finish(&row);
}

#endif
