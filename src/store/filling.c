/* From SQLite's log to its journal and back. Where that cannot be, the library is written to as it
 * is, which is only slower: so nothing here is an error. */
#include "store/filling.h"

#include <string.h>

/* A reader may hold the file for as long as somebody looks at what it prints: ten minutes. */
enum { WAIT = 50 /* milliseconds */, WAITS_MOST = 12000 };

/* Whether a statement of one row gives that text. */
static bool gives(store *s, const char *sql, const char *wanted) {
  sqlite3_stmt *statement;
  bool same = false;
  if (sqlite3_prepare_v2(store_database(s), sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW)
    same = strcmp((const char *)sqlite3_column_text(statement, 0), wanted) == 0;
  return sqlite3_finalize(statement) == SQLITE_OK && same;
}

static bool is_empty(store *s) {
  return gives(s, "SELECT EXISTS (SELECT 1 FROM article)", "0");
}

static bool has_log(store *s) { return gives(s, "PRAGMA journal_mode", "wal"); }

/* Waits for others where a transaction begins and ends. In between SQLite asks only to write what
 * its memory is too small for, and does without: then memory grows until the others are gone. */
static int be_patient(void *context, int waits) {
  if (!sqlite3_get_autocommit(context) || waits >= WAITS_MOST) return 0;
  sqlite3_sleep(WAIT);
  return 1;
}

/* A log may lose its end when the power fails, a journal all: so it is waited for until its bytes
 * are on the disk. */
static bool make_sure(store *s, bool fully) {
  return sqlite3_exec(store_database(s),
                      fully ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", NULL,
                      NULL, NULL) == SQLITE_OK;
}

void filling_begin(store *s) {
  if (has_log(s) && !is_empty(s)) return;
  if (make_sure(s, true) && gives(s, "PRAGMA journal_mode = TRUNCATE", "truncate"))
    sqlite3_busy_handler(store_database(s), be_patient, store_database(s));
  else make_sure(s, false);
}

void filling_end(store *s) {
  sqlite3_busy_timeout(store_database(s), STORE_BUSY_MOST);
  if (has_log(s) || gives(s, "PRAGMA journal_mode = WAL", "wal")) make_sure(s, false);
}
