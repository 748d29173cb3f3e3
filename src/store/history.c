/* The history and the saved searches. */
#include "store/history.h"

/* --- Writing --- */

static bool has_tables(store *s, bool *has, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_HISTORY_TABLES, e);
  if (!statement) return false;
  *has = sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) > 0;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the history", e);
}

/* Makes the tables where they are missing: a statement cannot even be prepared without them. */
static sqlite3_stmt *writing(store *s, statement_name name, error *e) {
  bool has;
  if (!has_tables(s, &has, e) || (!has && !store_execute(s, schema_history, e))) return NULL;
  return store_statement(s, name, e);
}

static bool column_is(sqlite3_stmt *statement, int at, text value) {
  text there = {(const char *)sqlite3_column_text(statement, at),
                (size_t)sqlite3_column_bytes(statement, at)};
  return text_equal(there, value);
}

/* Whether the last entry says the same, as where somebody leafs through what was found. */
static bool is_again(store *s, const past_search *search, bool *again, error *e) {
  sqlite3_stmt *last = writing(s, STATEMENT_HISTORY_LAST, e);
  if (!last) return false;
  *again = sqlite3_step(last) == SQLITE_ROW && column_is(last, 0, search->typed) &&
           column_is(last, 1, search->dialect) && column_is(last, 2, search->details) &&
           sqlite3_column_int64(last, 3) == search->found &&
           sqlite3_column_int64(last, 4) == search->records &&
           sqlite3_column_int64(last, 5) == search->latest;
  return sqlite3_reset(last) == SQLITE_OK || store_fail(s, "reading the history", e);
}

bool history_add(store *s, const past_search *search, error *e) {
  bool again;
  if (!is_again(s, search, &again, e)) return false;
  if (again) return true;
  sqlite3_stmt *statement = store_statement(s, STATEMENT_HISTORY_INSERT, e);
  if (!statement) return false;
  store_bind(statement, 1, search->asked);
  store_bind(statement, 2, search->typed);
  store_bind(statement, 3, search->dialect);
  store_bind(statement, 4, search->details);
  sqlite3_bind_int64(statement, 5, search->found);
  sqlite3_bind_int64(statement, 6, search->records);
  sqlite3_bind_int64(statement, 7, search->latest);
  return store_run(s, statement, e);
}

bool history_clear(store *s, error *e) {
  sqlite3_stmt *statement = writing(s, STATEMENT_HISTORY_CLEAR, e);
  return statement && store_run(s, statement, e);
}

bool saved_put(store *s, const past_search *search, error *e) {
  sqlite3_stmt *statement = writing(s, STATEMENT_SAVED_PUT, e);
  if (!statement) return false;
  store_bind(statement, 1, search->name);
  store_bind(statement, 2, search->asked);
  store_bind(statement, 3, search->typed);
  store_bind(statement, 4, search->dialect);
  sqlite3_bind_int64(statement, 5, search->found);
  sqlite3_bind_int64(statement, 6, search->latest);
  return store_run(s, statement, e);
}

bool saved_remove(store *s, text name, bool *was, error *e) {
  sqlite3_stmt *statement = writing(s, STATEMENT_SAVED_REMOVE, e);
  if (!statement) return false;
  store_bind(statement, 1, name);
  if (!store_run(s, statement, e)) return false;
  *was = sqlite3_changes(store_database(s)) > 0;
  return true;
}

/* --- Reading --- */

static bool add_rows(store *s, sqlite3_stmt *statement, past_searches *found, arena *a, error *e) {
  while (sqlite3_step(statement) == SQLITE_ROW)
    *list_push(a, found) = (past_search){.number = sqlite3_column_int64(statement, 0),
                                         .name = store_column(statement, 1, a),
                                         .asked = store_column(statement, 2, a),
                                         .typed = store_column(statement, 3, a),
                                         .dialect = store_column(statement, 4, a),
                                         .details = store_column(statement, 5, a),
                                         .found = sqlite3_column_int64(statement, 6),
                                         .records = sqlite3_column_int64(statement, 7),
                                         .latest = sqlite3_column_int64(statement, 8)};
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the history", e);
}

/* NULL without an error, *has false, where there is no history. */
static sqlite3_stmt *reading(store *s, statement_name name, bool *has, error *e) {
  return has_tables(s, has, e) && *has ? store_statement(s, name, e) : NULL;
}

bool history_find(store *s, long long number, past_searches *found, arena *a, error *e) {
  bool has = true;
  sqlite3_stmt *statement = reading(s, STATEMENT_HISTORY_FIND, &has, e);
  if (!statement) return !has;
  sqlite3_bind_int64(statement, 1, number);
  return add_rows(s, statement, found, a, e);
}

bool saved_find(store *s, text name, past_searches *found, arena *a, error *e) {
  bool has = true;
  sqlite3_stmt *statement = reading(s, STATEMENT_SAVED_FIND, &has, e);
  if (!statement) return !has;
  store_bind(statement, 1, name);
  return add_rows(s, statement, found, a, e);
}

static bool find_all(store *s, statement_name name, past_searches *found, arena *a, error *e) {
  bool has = true;
  sqlite3_stmt *statement = reading(s, name, &has, e);
  return statement ? add_rows(s, statement, found, a, e) : !has;
}

bool history_all(store *s, past_searches *found, arena *a, error *e) {
  return find_all(s, STATEMENT_HISTORY_ALL, found, a, e);
}

bool saved_all(store *s, past_searches *found, arena *a, error *e) {
  return find_all(s, STATEMENT_SAVED_ALL, found, a, e);
}
