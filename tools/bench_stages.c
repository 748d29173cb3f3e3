/* Stages of an ingest, one after the other, each timed. */
#include "bench_stages.h"

#include <stdio.h>

#include "bench_clock.h"
#include "index/content.h"
#include "read/readers.h"
#include "store/store.h"

/* Records that go through the stages together: few enough for memory, many enough for clocks. */
enum { TOGETHER = 1000 };

typedef struct run {
  const reader *format;
  void *state;
  arena memory;
  record records[TOGETHER];
  content contents[TOGETHER];
  size_t count;
  sqlite3 *database;
  sqlite3_stmt *plain, *tuned;
  stages *stages;
} run;

/* --- The full-text tables --- */

static bool fail(run *r, error *e) {
  return error_set(e, ERROR_DATABASE, "%s", sqlite3_errmsg(r->database));
}

static bool execute(run *r, const char *sql, error *e) {
  return sqlite3_exec(r->database, sql, NULL, NULL, NULL) == SQLITE_OK || fail(r, e);
}

static bool prepare(run *r, const char *table, sqlite3_stmt **statement, error *e) {
  char sql[128];
  snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", table);
  return sqlite3_prepare_v2(r->database, sql, -1, statement, NULL) == SQLITE_OK || fail(r, e);
}

static bool open_tables(run *r, const char *scratch, error *e) {
  if (sqlite3_open(scratch, &r->database) != SQLITE_OK) return fail(r, e);
  return execute(r,
                 "PRAGMA page_size = 32768; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                 "PRAGMA cache_size = -98304;"
                 "CREATE VIRTUAL TABLE plain USING fts5 (a, b, c, d, e, f, g, h, content='');"
                 "CREATE VIRTUAL TABLE tuned USING fts5 (a, b, c, d, e, f, g, h, content='');"
                 "INSERT INTO tuned (tuned, rank) VALUES ('hashsize', 33554432)",
                 e) &&
         prepare(r, "plain", &r->plain, e) && prepare(r, "tuned", &r->tuned, e);
}

static void close_tables(run *r, const char *scratch) {
  char log[4096];
  sqlite3_finalize(r->plain);
  sqlite3_finalize(r->tuned);
  sqlite3_close(r->database);
  remove(scratch);
  static const char *const tails[] = {"-wal", "-shm"};
  for (int i = 0; i < 2; i++) {
    snprintf(log, sizeof log, "%s%s", scratch, tails[i]);
    remove(log);
  }
}

/* --- The stages --- */

/* False at the end of the file; then `e` says where that is too early. */
static bool read_some(run *r, error *e) {
  double started = now_seconds();
  bool more = true;
  arena_reset(&r->memory);
  for (r->count = 0; more && r->count < TOGETHER;) {
    record *next = &r->records[r->count];
    record_init(next, &r->memory);
    read_result result = r->format->next(r->state, next, e);
    if (result == READ_RECORD) r->count++;
    more = result == READ_RECORD || result == READ_SKIPPED;
  }
  r->stages->read_seconds += now_seconds() - started;
  return more;
}

static bool make_contents(run *r, error *e) {
  double started = now_seconds();
  bool good = true;
  for (size_t i = 0; i < r->count; i++)
    good = good && content_make(&r->contents[i], &r->records[i], &r->memory);
  r->stages->content_seconds += now_seconds() - started;
  for (size_t i = 0; i < r->count; i++)
    for (int k = 0; k < COLUMN_COUNT; k++)
      r->stages->text_bytes += (long long)r->contents[i].columns[k].size;
  return good || error_memory(e);
}

static bool insert(run *r, sqlite3_stmt *statement, double *seconds, error *e) {
  double started = now_seconds();
  for (size_t i = 0; i < r->count; i++) {
    for (int k = 0; k < COLUMN_COUNT; k++) {
      text column = buffer_text(&r->contents[i].columns[k]);
      sqlite3_bind_text(statement, k + 1, column.data ? column.data : "", (int)column.size,
                        SQLITE_STATIC);
    }
    if (sqlite3_step(statement) != SQLITE_DONE) return fail(r, e);
    sqlite3_reset(statement);
  }
  *seconds += now_seconds() - started;
  return true;
}

/* What the end of a transaction costs belongs to the table that it ends for. */
static bool commit(run *r, double *seconds, error *e) {
  double started = now_seconds();
  bool good = execute(r, "COMMIT; BEGIN", e);
  *seconds += now_seconds() - started;
  return good;
}

/* --- Files --- */

static bool run_records(run *r, sqlite3_stmt *statement, double *seconds, error *e) {
  bool more = true;
  while (more) {
    more = read_some(r, e);
    if (!make_contents(r, e) || !insert(r, statement, seconds, e)) return false;
    r->stages->records += (long long)r->count;
  }
  return e->kind == ERROR_NONE && commit(r, seconds, e);
}

static bool run_file(run *r, const char *path, sqlite3_stmt *statement, double *seconds, error *e) {
  input *in = input_open(path, e);
  if (!in) return false;
  r->format = reader_recognise(input_head(in));
  r->state = r->format ? r->format->open(in, e) : NULL;
  bool good = r->state || error_set(e, ERROR_INPUT, "%s: no format that Carrel knows", path);
  good = good && run_records(r, statement, seconds, e);
  if (r->state) r->format->close(r->state);
  input_close(in);
  return good;
}

bool stages_measure(const char *const *paths, int count, const char *scratch, stages *s, error *e) {
  static run r; /* too large for a stack */
  *s = (stages){0};
  r = (run){.stages = s};
  arena_init(&r.memory);
  bool good = open_tables(&r, scratch, e) && execute(&r, "BEGIN", e);
  /* One table after the other, so that each has SQLite's cache for itself. */
  for (int i = 0; good && i < count; i++)
    good = run_file(&r, paths[i], r.plain, &s->fts5_seconds, e);
  s->records = s->text_bytes = 0;
  s->read_seconds = s->content_seconds = 0;
  for (int i = 0; good && i < count; i++)
    good = run_file(&r, paths[i], r.tuned, &s->tuned_seconds, e);
  close_tables(&r, scratch);
  for (size_t i = 0; i < TOGETHER; i++) content_finish(&r.contents[i]);
  arena_finish(&r.memory);
  return good;
}
