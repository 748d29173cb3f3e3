/* The library file: one SQLite database that holds every record, its identifiers and links, the
 * ledger of files and the indexes. This module opens it, keeps its statements, and puts records in
 * and gets them out; what the indexes hold is src/index's work.
 *
 * A store belongs to one thread at a time. */
#ifndef CARREL_STORE_STORE_H
#define CARREL_STORE_STORE_H

#include <sqlite3.h>

#include "base/error.h"
#include "model/record.h"
#include "statements.h"

/* The number in `library` that says which tables a file has. */
#define STORE_SCHEMA_VERSION 3
/* SQLite's application_id of a library file: "crrl". */
#define STORE_APPLICATION_ID 0x6372726c
/* For how many milliseconds one program waits for another. */
#define STORE_BUSY_MOST 60000

typedef struct store store;

typedef enum {
  STORE_READ,  /* an existing library; what people asked may be written into it */
  STORE_WRITE, /* made where it does not exist */
} store_mode;

/* NULL with `e` set: ERROR_SYSTEM where the file is not there or cannot be opened, ERROR_DATABASE
 * where it is no library or of another version. */
store *store_open(const char *path, store_mode mode, error *e);
void store_close(store *s);
sqlite3 *store_database(store *s);
const char *store_path(const store *s);

/* Fills `e` with what SQLite says and gives false. `doing` is a phrase like "reading a record". */
bool store_fail(store *s, const char *doing, error *e);
/* A statement of schema/statements.sql, reset and without bindings; NULL with `e` set. It stays the
 * store's and is valid until the same one is asked again. */
sqlite3_stmt *store_statement(store *s, statement_name name, error *e);
/* Steps a statement that gives no rows, and resets it. */
bool store_run(store *s, sqlite3_stmt *statement, error *e);
/* Binds a text, which must stay until the statement is reset; empty, or NULL where it is empty. */
void store_bind(sqlite3_stmt *statement, int at, text value);
void store_bind_optional(sqlite3_stmt *statement, int at, text value);
/* The text in a column of the row, a copy; empty where it is NULL. */
text store_column(sqlite3_stmt *statement, int at, arena *a);
/* Runs one or more statements of SQL from schema/ or fixed text. */
bool store_execute(store *s, const char *sql, error *e);

bool store_begin(store *s, error *e);
bool store_commit(store *s, error *e);
void store_rollback(store *s);

/* Whether a statement of one row gives this text; false also where it fails. */
bool store_gives(store *s, const char *sql, const char *wanted);
/* Whether changes go through a log beside the file (SQLite's WAL), as they do but while a library
 * is filled for the first time. */
bool store_has_log(store *s);
/* Has SQLite make as sure of changes as their way asks for: of a log no more than its end may be
 * lost when the power fails, of a journal all: so that is waited for until it is on the disk. A
 * library that was opened for reading is to be written to only after this. */
bool store_make_sure(store *s, error *e);

/* Settings of the library: small texts by name. */
bool store_set(store *s, const char *name, text value, error *e);
/* The empty text where it is not set. */
text store_get(store *s, const char *name, arena *a, error *e);

#endif
