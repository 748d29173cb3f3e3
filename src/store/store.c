/* Opening a library, its statements, transactions and settings. */
#include "store/store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "store/mapping.h"

struct store {
  sqlite3 *database;
  mapping *mapping; /* of a library that is read; may be NULL */
  char *path;
  sqlite3_stmt *statements[STATEMENT_COUNT];
};

sqlite3 *store_database(store *s) { return s->database; }
const char *store_path(const store *s) { return s->path; }

bool store_fail(store *s, const char *doing, error *e) {
  int code = sqlite3_errcode(s->database);
  error_at(e, s->path, 0);
  if (code == SQLITE_NOMEM) return error_memory(e);
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    return error_set(e, ERROR_DATABASE, "%s: another program is writing to the library", doing);
  return error_set(e, ERROR_DATABASE, "%s: %s", doing, sqlite3_errmsg(s->database));
}

bool store_execute(store *s, const char *sql, error *e) {
  if (sqlite3_exec(s->database, sql, NULL, NULL, NULL) == SQLITE_OK) return true;
  return store_fail(s, "running a statement", e);
}

sqlite3_stmt *store_statement(store *s, statement_name name, error *e) {
  sqlite3_stmt *statement = s->statements[name];
  if (statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return statement;
  }
  if (sqlite3_prepare_v3(s->database, statement_texts[name], -1, SQLITE_PREPARE_PERSISTENT,
                         &statement, NULL) != SQLITE_OK) {
    store_fail(s, "preparing a statement", e);
    return NULL;
  }
  s->statements[name] = statement;
  return statement;
}

bool store_run(store *s, sqlite3_stmt *statement, error *e) {
  int code = sqlite3_step(statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW) {
    store_fail(s, "changing the library", e);
    sqlite3_reset(statement);
    return false;
  }
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "changing the library", e);
}

void store_bind(sqlite3_stmt *statement, int at, text value) {
  sqlite3_bind_text64(statement, at, value.data ? value.data : "", value.size, SQLITE_STATIC,
                      SQLITE_UTF8);
}

void store_bind_optional(sqlite3_stmt *statement, int at, text value) {
  if (value.size) store_bind(statement, at, value);
}

text store_column(sqlite3_stmt *statement, int at, arena *a) {
  const char *bytes = (const char *)sqlite3_column_text(statement, at);
  if (!bytes) return (text){"", 0};
  return arena_text(a, (text){bytes, (size_t)sqlite3_column_bytes(statement, at)});
}

bool store_begin(store *s, error *e) { return store_execute(s, "BEGIN IMMEDIATE", e); }
bool store_commit(store *s, error *e) { return store_execute(s, "COMMIT", e); }

void store_rollback(store *s) {
  /* Fails only where nothing is open, which is what is wanted. */
  sqlite3_exec(s->database, "ROLLBACK", NULL, NULL, NULL);
}

bool store_set(store *s, const char *name, text value, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_LIBRARY_SET, e);
  if (!statement) return false;
  sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 2, value.data ? value.data : "", (int)value.size, SQLITE_STATIC);
  return store_run(s, statement, e);
}

text store_get(store *s, const char *name, arena *a, error *e) {
  text value = {"", 0};
  sqlite3_stmt *statement = store_statement(s, STATEMENT_LIBRARY_GET, e);
  if (!statement) return value;
  sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
  if (sqlite3_step(statement) == SQLITE_ROW)
    value = arena_text(a, text_of((const char *)sqlite3_column_text(statement, 0)));
  sqlite3_reset(statement);
  return value;
}

/* --- Log and journal --- */

bool store_gives(store *s, const char *sql, const char *wanted) {
  sqlite3_stmt *statement;
  bool same = false;
  if (sqlite3_prepare_v2(s->database, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW)
    same = strcmp((const char *)sqlite3_column_text(statement, 0), wanted) == 0;
  return sqlite3_finalize(statement) == SQLITE_OK && same;
}

bool store_has_log(store *s) { return store_gives(s, "PRAGMA journal_mode", "wal"); }

bool store_make_sure(store *s, error *e) {
  return store_execute(
      s, store_has_log(s) ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL", e);
}

/* --- Opening --- */

static bool store_number(store *s, const char *pragma, int *number, error *e) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(s->database, pragma, -1, &statement, NULL) != SQLITE_OK)
    return store_fail(s, "opening", e);
  int code = sqlite3_step(statement);
  *number = code == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
  sqlite3_finalize(statement);
  return code == SQLITE_ROW || store_fail(s, "opening", e);
}

enum { BUSY_WAIT = 20 /* milliseconds */ };

/* SQLite does not wait for its lock where another program does the same. */
static bool begin_log(store *s, error *e) {
  int code = SQLITE_BUSY;
  for (int waited = 0; code == SQLITE_BUSY && waited < STORE_BUSY_MOST; waited += BUSY_WAIT) {
    if (waited) sqlite3_sleep(BUSY_WAIT);
    code = sqlite3_exec(s->database, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
  }
  return code == SQLITE_OK || store_fail(s, "opening", e);
}

/* Pages of 32 KiB hold several records and most posting lists whole, and little of them stays
 * empty; the log lets readers go on while a file is being taken in. */
static bool store_create(store *s, error *e) {
  char stamp[128];
  int tables = 0;
  if (!store_execute(s, "PRAGMA page_size = 32768", e) || !begin_log(s, e) || !store_begin(s, e) ||
      !store_number(s, "SELECT count(*) FROM sqlite_schema", &tables, e))
    return false;
  if (tables) { /* another program has made it meanwhile */
    store_rollback(s);
    return true;
  }
  snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
           STORE_APPLICATION_ID, STORE_SCHEMA_VERSION);
  return store_execute(s, stamp, e) && store_execute(s, schema_tables, e) && store_commit(s, e);
}

static bool store_check(store *s, store_mode mode, error *e) {
  int application = 0, version = 0, tables = 0;
  /* In this order: what makes the tables sets the numbers in the same transaction. */
  if (!store_number(s, "SELECT count(*) FROM sqlite_schema", &tables, e) ||
      !store_number(s, "PRAGMA application_id", &application, e) ||
      !store_number(s, "PRAGMA user_version", &version, e))
    return false;
  if (tables == 0 && application == 0) {
    if (mode == STORE_WRITE) return store_create(s, e) && store_check(s, STORE_READ, e);
    return error_set(e, ERROR_DATABASE, "the library is empty: it has never been ingested into");
  }
  if (application != STORE_APPLICATION_ID)
    return error_set(e, ERROR_DATABASE, "this file is not a Carrel library");
  if (version != STORE_SCHEMA_VERSION)
    return error_set(e, ERROR_DATABASE,
                     "the library has schema version %d, this program reads version %d", version,
                     STORE_SCHEMA_VERSION);
  return true;
}

/* Reading goes through a memory map, which spares copies: the mapping's, or SQLite's own, which
 * ends at 2 GiB. Writing goes through a cache large enough for the pages that a file of records
 * touches again and again. Whoever writes, a log is emptied when it has 128 MiB. */
static bool store_prepare(store *s, store_mode mode, error *e) {
  sqlite3_busy_timeout(s->database, STORE_BUSY_MOST);
  if (!store_check(s, mode, e)) return false;
  if (!store_execute(s, "PRAGMA wal_autocheckpoint = 4096; PRAGMA temp_store = MEMORY", e))
    return false;
  if (mode == STORE_READ) return store_execute(s, "PRAGMA mmap_size = 2147418112", e);
  return store_execute(s, "PRAGMA cache_size = -65536", e) && store_make_sure(s, e);
}

/* SQLite's name for a file that nobody changes, which it then reads without the files for locking
 * that it otherwise makes beside it. */
static char *immutable_name(const char *path) {
  buffer name = {0};
  buffer_put(&name, "file:");
  for (const char *c = path; *c; c++)
    if (strchr("%?#", *c)) buffer_printf(&name, "%%%02X", (unsigned)*c);
    else buffer_add_byte(&name, *c);
  buffer_put(&name, "?immutable=1");
  buffer_add_byte(&name, 0);
  if (!name.failed) return name.data;
  buffer_finish(&name);
  return NULL;
}

static bool stands_beside(const store *s, const char *end) {
  struct stat status;
  char *path = sqlite3_mprintf("%s%s", s->path, end);
  bool there = !path || (stat(path, &status) == 0 && status.st_size > 0);
  sqlite3_free(path);
  return there;
}

/* Whether changes stand beside the file that have not come into it, or not all of them: it must not
 * be read alone. */
static bool has_changes(const store *s) {
  return stands_beside(s, "-wal") || stands_beside(s, "-journal");
}

static bool open_database(store *s, const char *name, int flags, store_mode mode, error *e) {
  int code =
      sqlite3_open_v2(name, &s->database, flags | SQLITE_OPEN_NOMUTEX, mapping_name(s->mapping));
  if (code != SQLITE_OK)
    return error_set(e, ERROR_SYSTEM, "cannot open the library: %s", sqlite3_errstr(code));
  return store_prepare(s, mode, e);
}

/* A library in a folder or on a medium that cannot be written to. */
static bool open_immutable(store *s, error *e) {
  char *name = immutable_name(s->path);
  if (!name) return error_memory(e);
  sqlite3_close(s->database);
  s->database = NULL;
  bool good = open_database(s, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, STORE_READ, e);
  free(name);
  return good;
}

store *store_open(const char *path, store_mode mode, error *e) {
  error_at(e, path, 0);
  struct stat status;
  if (mode == STORE_READ && stat(path, &status) != 0) {
    error_set(e, ERROR_SYSTEM, "no library here: %s", strerror(errno));
    return NULL;
  }
  store *s = calloc(1, sizeof *s);
  char *copy = strdup(path);
  if (!s || !copy) {
    free(s), free(copy);
    error_memory(e);
    return NULL;
  }
  s->path = copy;
  if (mode == STORE_READ) s->mapping = mapping_create();
  int flags = SQLITE_OPEN_READWRITE | (mode == STORE_WRITE ? SQLITE_OPEN_CREATE : 0);
  bool good = open_database(s, path, flags, mode, e);
  int code = s->database ? sqlite3_errcode(s->database) : SQLITE_NOMEM;
  bool locked = code == SQLITE_READONLY || code == SQLITE_CANTOPEN;
  if (!good && locked && mode == STORE_READ && !has_changes(s)) good = open_immutable(s, e);
  if (good) {
    error_clear(e);
    return s;
  }
  store_rollback(s);
  store_close(s);
  return NULL;
}

void store_close(store *s) {
  if (!s) return;
  for (size_t i = 0; i < STATEMENT_COUNT; i++) sqlite3_finalize(s->statements[i]);
  sqlite3_close(s->database);
  mapping_destroy(s->mapping);
  free(s->path);
  free(s);
}
