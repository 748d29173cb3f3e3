/* Asking FTS5: an auxiliary function turns each row's positions into a code, and tells whether
 * what must be near is. */
#include "search/matches.h"

#include "index/content.h"

/* --- The auxiliary function --- */

typedef struct row_state {
  const nearness *near;
  near_items all;
  arena *a;
} row_state;

/* Counts the places of a phrase, or keeps them to be looked at together. */
static int add_phrase(const Fts5ExtensionApi *api, Fts5Context *row, int phrase, unsigned *code,
                      row_state *state) {
  Fts5PhraseIter at;
  int column, offset, size = api->xPhraseSize(row, phrase);
  int rc = api->xPhraseFirst(row, phrase, &at, &column, &offset);
  for (; rc == SQLITE_OK && column >= 0; api->xPhraseNext(row, &at, &column, &offset)) {
    if (!state) *code = code_count((uint16_t)*code, (unsigned)column);
    else
      *list_push(state->a, &state->all.list) =
          (near_item){column, offset, offset + size - 1, state->near->item_of.items[phrase]};
  }
  return rc;
}

static unsigned near_code(row_state *state) {
  unsigned code = 0;
  int column;
  near_start(&state->all);
  while ((column = near_next(&state->all, state->near, state->a)) >= 0)
    code = code_count((uint16_t)code, (unsigned)column);
  return code;
}

/* carrel_code(text_index): the code of the occurrences of all phrases of the row; 0 where what
 * must be near is not. */
static void carrel_code(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *result,
                        int count, sqlite3_value **arguments) {
  row_state *state = count ? sqlite3_value_pointer(arguments[0], "carrel_near") : NULL;
  unsigned code = 0;
  if (state) state->all.list.count = 0;
  for (int i = 0; i < api->xPhraseCount(row); i++) {
    int rc = add_phrase(api, row, i, &code, state);
    if (rc != SQLITE_OK) {
      sqlite3_result_error_code(result, rc);
      return;
    }
  }
  sqlite3_result_int(result, (int)(state ? near_code(state) : code));
}

/* The interface of FTS5, the way its documentation says to get it. */
static fts5_api *find_api(sqlite3 *database) {
  fts5_api *api = NULL;
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  return api;
}

bool matches_register(store *s, error *e) {
  fts5_api *api = find_api(store_database(s));
  if (!api) return error_set(e, ERROR_SYSTEM, "this SQLite has no FTS5");
  if (api->xCreateFunction(api, "carrel_code", NULL, carrel_code, NULL) == SQLITE_OK) return true;
  return store_fail(s, "preparing to search", e);
}

/* --- Finding --- */

static bool collect(store *s, sqlite3_stmt *statement, arena *a, matches *found, error *e) {
  int rc;
  while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
    int code = sqlite3_column_int(statement, 1);
    if (code) *list_push(a, found) = (match){sqlite3_column_int64(statement, 0), (uint16_t)code};
  }
  return rc == SQLITE_DONE || store_fail(s, "searching the text", e);
}

/* A statement with the expression bound, and what its function needs. */
static sqlite3_stmt *prepare(store *s, statement_name name, text expression, const nearness *near,
                             arena *a, error *e) {
  row_state *state = NULL;
  if (near) {
    state = arena_new(a, row_state);
    if (!state) return error_memory(e), NULL;
    state->near = near;
    state->a = a;
  }
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (!statement) return NULL;
  sqlite3_bind_text64(statement, 1, expression.data, expression.size, SQLITE_STATIC, SQLITE_UTF8);
  sqlite3_bind_pointer(statement, 2, state, "carrel_near", NULL);
  return statement;
}

bool matches_find(store *s, text expression, const nearness *near, arena *a, matches *found,
                  error *e) {
  sqlite3_stmt *statement = prepare(s, STATEMENT_TEXT_CODES, expression, near, a, e);
  if (!statement) return false;
  bool good = collect(s, statement, a, found, e);
  sqlite3_reset(statement);
  return good && (!arena_failed(a) || error_memory(e));
}

bool matches_find_among(store *s, text expression, const nearness *near, const set *among, arena *a,
                        matches *found, error *e) {
  sqlite3_stmt *statement = prepare(s, STATEMENT_TEXT_CODE_OF, expression, near, a, e);
  if (!statement) return false;
  bool good = true;
  for (uint64_t id = set_next(among, 0); good && id != SET_END; id = set_next(among, id + 1)) {
    sqlite3_bind_int64(statement, 3, (sqlite3_int64)id);
    good = collect(s, statement, a, found, e);
    sqlite3_reset(statement);
  }
  return good && (!arena_failed(a) || error_memory(e));
}

void expression_add_columns(buffer *b, unsigned column_set) {
  if (column_set == (1u << COLUMN_COUNT) - 1) return;
  buffer_put(b, "{");
  for (unsigned i = 0; i < COLUMN_COUNT; i++)
    if (column_set & 1u << i) buffer_printf(b, "%s ", columns[i].name);
  buffer_put(b, "} : ");
}

void expression_add_phrase(buffer *b, const texts *words, bool truncated) {
  buffer_put(b, "\"");
  for (size_t i = 0; i < words->count; i++) {
    if (i) buffer_put(b, " ");
    buffer_add(b, words->items[i]);
  }
  buffer_put(b, "\"");
  if (truncated) buffer_put(b, " *");
}
