/* From SQLite's log to its journal and back. Where that cannot be, the library is written to as it
 * is, which is only slower: so nothing here is an error. */
#include "store/filling.h"

/* A reader may hold the file for as long as somebody looks at what it prints: ten minutes. */
enum { WAIT = 50 /* milliseconds */, WAITS_MOST = 12000 };

static bool is_empty(store *s) {
  return store_gives(s, "SELECT EXISTS (SELECT 1 FROM article)", "0");
}

/* Waits for others where a transaction begins and ends. In between SQLite asks only to write what
 * its memory is too small for, and does without: then memory grows until the others are gone. */
static int be_patient(void *context, int waits) {
  if (!sqlite3_get_autocommit(context) || waits >= WAITS_MOST) return 0;
  sqlite3_sleep(WAIT);
  return 1;
}

void filling_begin(store *s) {
  error e;
  error_clear(&e);
  if (store_has_log(s) && !is_empty(s)) return;
  bool direct = store_gives(s, "PRAGMA journal_mode = TRUNCATE", "truncate");
  if (!store_make_sure(s, &e)) filling_end(s);
  else if (direct) sqlite3_busy_handler(store_database(s), be_patient, store_database(s));
}

void filling_end(store *s) {
  error e;
  error_clear(&e);
  sqlite3_busy_timeout(store_database(s), STORE_BUSY_MOST);
  /* Where it stays with a journal, it stays as sure of it as that asks for. */
  if (store_has_log(s) || store_gives(s, "PRAGMA journal_mode = WAL", "wal"))
    store_make_sure(s, &e);
}
