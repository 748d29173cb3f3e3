/* Asking MeSH. */
#include "store/mesh.h"

/* --- What there is --- */

static bool ask_numbers(store *s, statement_name name, long long *numbers, int count, error *e) {
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (!statement) return false;
  bool row = sqlite3_step(statement) == SQLITE_ROW;
  for (int i = 0; i < count; i++) numbers[i] = row ? sqlite3_column_int64(statement, i) : 0;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading MeSH", e);
}

bool mesh_state_get(store *s, mesh_state *state, error *e) {
  long long tables, has[4];
  *state = (mesh_state){0};
  if (!ask_numbers(s, STATEMENT_MESH_TABLES, &tables, 1, e)) return false;
  if (!tables) return true;
  if (!ask_numbers(s, STATEMENT_MESH_STATE, has, 4, e)) return false;
  *state =
      (mesh_state){.trees = has[0], .qualifier_trees = has[1], .loaded = has[2], .actions = has[3]};
  return true;
}

bool mesh_count(store *s, mesh_counts *counts, error *e) {
  long long n[7];
  if (!ask_numbers(s, STATEMENT_MESH_COUNTS, n, 7, e)) return false;
  *counts = (mesh_counts){n[0], n[1], n[2], n[3], n[4], n[5], n[6]};
  return true;
}

/* --- Words --- */

text mesh_kind_letter(mesh_kind kind) {
  if (kind == MESH_QUALIFIER) return TEXT("Q");
  return kind == MESH_SUPPLEMENT ? TEXT("C") : TEXT("D");
}

text mesh_key(words *walk, text term, arena *a) {
  buffer key = {0};
  word next;
  if (!words_start(walk, term)) key.failed = true;
  while (words_next(walk, &next)) {
    if (next.parts > 1) continue;
    if (key.size) buffer_add_byte(&key, ' ');
    buffer_add(&key, next.text);
  }
  if (key.failed) a->failed = true;
  text result = arena_text(a, buffer_text(&key));
  buffer_finish(&key);
  return result;
}

/* --- Records --- */

/* Steps through a statement that gives records, in the columns of statements.sql. */
static bool add_records(store *s, sqlite3_stmt *statement, mesh_records *found, arena *a,
                        error *e) {
  while (sqlite3_step(statement) == SQLITE_ROW) {
    const char *kind = (const char *)sqlite3_column_text(statement, 1);
    *list_push(a, found) = (mesh_record){.id = sqlite3_column_int64(statement, 0),
                                         .kind = (mesh_kind)(kind ? *kind : MESH_DESCRIPTOR),
                                         .ui = store_column(statement, 2, a),
                                         .name = store_column(statement, 3, a),
                                         .folded = store_column(statement, 4, a),
                                         .class = sqlite3_column_int64(statement, 5),
                                         .abbreviation = store_column(statement, 6, a),
                                         .number = store_column(statement, 7, a)};
  }
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading MeSH", e);
}

static bool find_by_text(store *s, statement_name name, text value, mesh_records *found, arena *a,
                         error *e) {
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (!statement) return false;
  store_bind(statement, 1, value);
  return add_records(s, statement, found, a, e);
}

bool mesh_find_ui(store *s, text ui, mesh_records *found, arena *a, error *e) {
  return find_by_text(s, STATEMENT_MESH_FIND_UI, ui, found, a, e);
}

bool mesh_find_code(store *s, text code, mesh_records *found, arena *a, error *e) {
  return find_by_text(s, STATEMENT_MESH_FIND_CODE, code, found, a, e);
}

bool mesh_find_key(store *s, text key, mesh_records *found, arena *a, error *e) {
  return find_by_text(s, STATEMENT_MESH_FIND_KEY, key, found, a, e);
}

bool mesh_find_name(store *s, mesh_kind kind, text folded, mesh_records *found, arena *a,
                    error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_MESH_FIND_NAME, e);
  if (!statement) return false;
  store_bind(statement, 1, mesh_kind_letter(kind));
  store_bind(statement, 2, folded);
  return add_records(s, statement, found, a, e);
}

static bool find_between(store *s, text from, text to, mesh_records *found, arena *a, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_MESH_FIND_TREE, e);
  if (!statement) return false;
  store_bind(statement, 1, from);
  store_bind(statement, 2, to);
  return add_records(s, statement, found, a, e);
}

/* Numbers are letters, digits and dots, all of which come before "~". */
bool mesh_find_tree(store *s, text beginning, mesh_records *found, arena *a, error *e) {
  return find_between(s, beginning, arena_printf(a, "%.*s~", TEXT_ARG(beginning)), found, a, e);
}

bool mesh_find_place(store *s, text number, mesh_records *found, arena *a, error *e) {
  return find_between(s, number, arena_printf(a, "%.*s ", TEXT_ARG(number)), found, a, e);
}

bool mesh_find_related(store *s, long long id, mesh_relation which, mesh_records *found, arena *a,
                       error *e) {
  static const statement_name names[] = {
      [MESH_ITSELF] = STATEMENT_MESH_FIND_NUMBER,
      [MESH_ALLOWED] = STATEMENT_MESH_FIND_ALLOWED,
      [MESH_ACTIONS] = STATEMENT_MESH_FIND_ACTIONS,
      [MESH_SUBSTANCES] = STATEMENT_MESH_FIND_SUBSTANCES,
      [MESH_MAPPED] = STATEMENT_MESH_FIND_MAPPED,
  };
  sqlite3_stmt *statement = store_statement(s, names[which], e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  return add_records(s, statement, found, a, e);
}

/* --- What a record holds --- */

static sqlite3_stmt *ask_of(store *s, statement_name name, long long id, error *e) {
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (statement) sqlite3_bind_int64(statement, 1, id);
  return statement;
}

bool mesh_terms_of(store *s, long long id, mesh_terms *terms, arena *a, error *e) {
  sqlite3_stmt *statement = ask_of(s, STATEMENT_MESH_TERMS_OF, id, e);
  if (!statement) return false;
  while (sqlite3_step(statement) == SQLITE_ROW)
    *list_push(a, terms) = (mesh_term){store_column(statement, 0, a), store_column(statement, 1, a),
                                       sqlite3_column_int(statement, 2) != 0};
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading MeSH", e);
}

bool mesh_trees_of(store *s, long long id, texts *numbers, arena *a, error *e) {
  sqlite3_stmt *statement = ask_of(s, STATEMENT_MESH_TREES_OF, id, e);
  if (!statement) return false;
  while (sqlite3_step(statement) == SQLITE_ROW)
    *list_push(a, numbers) = store_column(statement, 0, a);
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading MeSH", e);
}

static bool text_column_of(store *s, statement_name name, long long id, text *value, arena *a,
                           error *e) {
  sqlite3_stmt *statement = ask_of(s, name, id, e);
  *value = (text){"", 0};
  if (!statement) return false;
  if (sqlite3_step(statement) == SQLITE_ROW) *value = store_column(statement, 0, a);
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading MeSH", e);
}

bool mesh_scope_of(store *s, long long id, text *scope, arena *a, error *e) {
  return text_column_of(s, STATEMENT_MESH_SCOPE_OF, id, scope, a, e);
}

bool mesh_previous_of(store *s, long long id, texts *previous, arena *a, error *e) {
  text lines, line;
  if (!text_column_of(s, STATEMENT_MESH_PREVIOUS_OF, id, &lines, a, e)) return false;
  while (text_take_line(&lines, &line)) *list_push(a, previous) = line;
  return true;
}

bool mesh_terms_with(store *s, text beginning, mesh_matches *found, arena *a, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_MESH_TERMS_WITH, e);
  if (!statement) return false;
  store_bind(statement, 1, arena_printf(a, " %.*s", TEXT_ARG(beginning)));
  while (sqlite3_step(statement) == SQLITE_ROW)
    *list_push(a, found) =
        (mesh_match){store_column(statement, 0, a), store_column(statement, 1, a),
                     sqlite3_column_int64(statement, 2)};
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading MeSH", e);
}
