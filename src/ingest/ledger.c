/* Rows of the table `file`. */
#include "ingest/ledger.h"

#include <string.h>
#include <time.h>

#include "read/input.h"

/* --- Order --- */

bool place_before(const place *a, const place *b) {
  if (a->sequence && b->sequence && a->sequence != b->sequence) return a->sequence < b->sequence;
  return a->first < b->first;
}

bool place_equal(const place *a, const place *b) {
  return !place_before(a, b) && !place_before(b, a);
}

/* One row of numbers, or *found false. */
static bool read_row(store *s, sqlite3_stmt *statement, long long *numbers, int count, bool *found,
                     error *e) {
  *found = sqlite3_step(statement) == SQLITE_ROW;
  for (int i = 0; i < count; i++) numbers[i] = *found ? sqlite3_column_int64(statement, i) : 0;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the ledger", e);
}

bool ledger_place(store *s, long long file, place *p, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_PLACE, e);
  long long numbers[2];
  bool found;
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, file);
  if (!read_row(s, statement, numbers, 2, &found, e)) return false;
  *p = (place){file, numbers[0], numbers[1]};
  return true;
}

bool ledger_sequence(store *s, long long least, long long below, long long *sequence, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_SEQUENCE_BETWEEN, e);
  bool found;
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, least);
  sqlite3_bind_int64(statement, 2, below);
  return read_row(s, statement, sequence, 1, &found, e);
}

/* --- Finding --- */

/* By path, size and time of change. */
static bool find_same(store *s, const file_entry *entry, const char *format, long long *row,
                      error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_SAME, e);
  bool found;
  if (!statement) return false;
  sqlite3_bind_text(statement, 1, entry->path, -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 2, entry->size);
  sqlite3_bind_int64(statement, 3, entry->modified);
  sqlite3_bind_text(statement, 4, format, -1, SQLITE_STATIC);
  return read_row(s, statement, row, 1, &found, e);
}

/* Whether any file has this size, so that comparing digests is worth the reading. */
static bool has_twins(store *s, const file_entry *entry, const char *format, bool *twins,
                      error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_TWINS, e);
  long long row;
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, entry->size);
  sqlite3_bind_text(statement, 2, format, -1, SQLITE_STATIC);
  return read_row(s, statement, &row, 1, twins, e);
}

static bool find_twin(store *s, const file_entry *entry, const char *format, long long *row,
                      error *e) {
  bool found;
  digest_text digest;
  input_digest_of_file(entry->path, digest);
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_TWIN, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, entry->size);
  sqlite3_bind_text(statement, 2, format, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 3, digest, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 4, entry->path, -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 5, entry->sequence);
  return read_row(s, statement, row, 1, &found, e);
}

bool ledger_find(store *s, const file_entry *entry, const char *format, long long *row, error *e) {
  bool twins;
  *row = 0;
  if (!entry->size) return true;
  if (!find_same(s, entry, format, row, e)) return false;
  if (*row) return true;
  if (!has_twins(s, entry, format, &twins, e)) return false;
  return !twins || find_twin(s, entry, format, row, e);
}

bool ledger_read(store *s, long long row, arena *a, ledger_row *r, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_COUNTS, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, row);
  if (sqlite3_step(statement) == SQLITE_ROW)
    *r = (ledger_row){store_column(statement, 0, a), sqlite3_column_int64(statement, 1),
                      sqlite3_column_int64(statement, 2)};
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the ledger", e);
}

/* --- Writing --- */

bool ledger_open(store *s, const file_entry *entry, const char *format, long long same, place *p,
                 error *e) {
  char taken[32];
  time_t now = time(NULL);
  struct tm parts;
  gmtime_r(&now, &parts);
  strftime(taken, sizeof taken, "%Y-%m-%dT%H:%M:%SZ", &parts);
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_text(statement, 1, entry->path, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 2, format, -1, SQLITE_STATIC);
  if (entry->size) sqlite3_bind_int64(statement, 3, entry->size);
  if (entry->modified) sqlite3_bind_int64(statement, 4, entry->modified);
  if (entry->sequence) sqlite3_bind_int64(statement, 5, entry->sequence);
  sqlite3_bind_int64(statement, 6, same);
  sqlite3_bind_text(statement, 7, taken, -1, SQLITE_STATIC);
  return store_run(s, statement, e) &&
         ledger_place(s, sqlite3_last_insert_rowid(store_database(s)), p, e);
}

bool ledger_close(store *s, long long file, const ingest_counts *counts, const digest_text digest,
                  error *e) {
  long long numbers[] = {
      file, counts->added, counts->revised, counts->unchanged, counts->deleted, counts->skipped};
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_FINISH, e);
  if (!statement) return false;
  for (int i = 0; i < 6; i++) sqlite3_bind_int64(statement, i + 1, numbers[i]);
  if (digest[0]) sqlite3_bind_text(statement, 7, digest, -1, SQLITE_STATIC);
  return store_run(s, statement, e);
}
