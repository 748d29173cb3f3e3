/* The nearest word, the nearest heading. */
#include "search/nearby.h"

#include "base/nearest.h"

enum { SHARED_LETTERS = 2 }; /* at the beginning, so that not everything need be looked at */

/* The beginning of names to look at, and the end of their range. */
static bool range_of(text typed, arena *a, text *from, text *to) {
  if (typed.size <= SHARED_LETTERS) return false;
  *from = text_slice(typed, 0, SHARED_LETTERS);
  *to = arena_printf(a, "%.*s\xFF", TEXT_ARG(*from));
  return true;
}

/* Whether the text index has a word just so: the names of stem classes need not be words. */
static bool is_word(searcher *x, text name, bool *is, error *e) {
  sqlite3_stmt *statement = store_statement(x->store, STATEMENT_TEXT_HAS, e);
  if (!statement) return false;
  store_bind(statement, 1, name);
  *is = sqlite3_step(statement) == SQLITE_ROW;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(x->store, "reading words", e);
}

/* Offers the first column of each row. */
static bool offer_rows(searcher *x, sqlite3_stmt *statement, nearest *near, arena *a, error *e) {
  while (sqlite3_step(statement) == SQLITE_ROW) {
    const char *bytes = (const char *)sqlite3_column_text(statement, 0);
    size_t before = near->distance;
    nearest_offer(near, text_of(bytes), bytes);
    if (near->distance < before) near->name = arena_string(a, text_of(bytes));
  }
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(x->store, "reading words", e);
}

bool nearby_word(searcher *x, text folded, text *name, arena *a, error *e) {
  text from, to;
  bool is;
  texts keys;
  nearest near = nearest_to(folded), kept;
  *name = (text){"", 0};
  if (!range_of(folded, a, &from, &to)) return true;
  sqlite3_stmt *statement = store_statement(x->store, STATEMENT_WORD_RANGE, e);
  if (!statement) return false;
  store_bind(statement, 1, from);
  store_bind(statement, 2, to);
  if (!offer_rows(x, statement, &near, a, e)) return false;
  kept = near;
  if (!terms_between(x->store, &x->segments, TEXT(""), from, to, a, &keys, e)) return false;
  for (size_t i = 0; i < keys.count; i++) {
    const char *stem = arena_string(a, term_value(keys.items[i]));
    nearest_offer(&near, text_of(stem), stem);
  }
  if (near.name && near.name != kept.name) {
    if (!is_word(x, text_of(near.name), &is, e)) return false;
    if (!is) near = kept;
  }
  *name = text_of(near.name);
  return true;
}

bool nearby_heading(searcher *x, mesh_kind kind, text typed, text *name, arena *a, error *e) {
  text from, to, key = mesh_key(x->walk, typed, a);
  nearest near = nearest_to(key);
  mesh_records found = {0};
  *name = (text){"", 0};
  if (!x->mesh.loaded || !range_of(key, a, &from, &to)) return true;
  sqlite3_stmt *statement = store_statement(x->store, STATEMENT_MESH_KEYS, e);
  if (!statement) return false;
  store_bind(statement, 1, mesh_kind_letter(kind));
  store_bind(statement, 2, from);
  store_bind(statement, 3, to);
  if (!offer_rows(x, statement, &near, a, e)) return false;
  if (!near.name) return true;
  if (!mesh_find_key(x->store, text_of(near.name), &found, a, e)) return false;
  for (size_t i = 0; i < found.count && !name->size; i++)
    if (found.items[i].kind == kind) *name = found.items[i].name;
  return true;
}
