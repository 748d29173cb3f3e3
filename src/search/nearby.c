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

/* --- Words --- */

/* The words that are most like what was typed, all equally. */
typedef struct likely {
  searcher *x;
  text typed;
  size_t distance;
  texts words;
  arena *a;
} likely;

enum { LIKELY_MOST = 16 };

/* Offers a word, or the name of a class, which counts if it is a word. */
static bool offer_word(likely *l, text spelling, bool sure, error *e) {
  nearest one = nearest_to(l->typed);
  bool is = true;
  nearest_offer(&one, spelling, spelling.data);
  if (!one.name || one.distance > l->distance) return true;
  if (!sure && !is_word(l->x, spelling, &is, e)) return false;
  if (!is) return true;
  if (one.distance < l->distance) l->words.count = 0;
  l->distance = one.distance;
  if (l->words.count < LIKELY_MOST) *list_push(l->a, &l->words) = arena_text(l->a, spelling);
  return true;
}

/* Offers all words between two texts. */
static bool offer_words(likely *l, text from, text to, error *e) {
  texts keys;
  sqlite3_stmt *statement = store_statement(l->x->store, STATEMENT_WORD_RANGE, e);
  if (!statement) return false;
  store_bind(statement, 1, from);
  store_bind(statement, 2, to);
  bool good = true;
  while (good && sqlite3_step(statement) == SQLITE_ROW)
    good = offer_word(l, text_of((const char *)sqlite3_column_text(statement, 0)), true, e);
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(l->x->store, "reading words", e);
  if (!good || !terms_between(l->x->store, &l->x->segments, TEXT(""), from, to, l->a, &keys, e))
    return false;
  for (size_t i = 0; good && i < keys.count; i++)
    good = offer_word(l, term_value(keys.items[i]), false, e);
  return good;
}

bool nearby_word(searcher *x, text folded, text *name, arena *a, error *e) {
  text from, to;
  long long most = -1, count;
  likely l = {.x = x, .typed = folded, .distance = SIZE_MAX, .a = a};
  *name = (text){"", 0};
  if (!range_of(folded, a, &from, &to)) return true;
  if (!offer_words(&l, from, to, e)) return false;
  char swapped[SHARED_LETTERS] = {folded.data[1], folded.data[0]};
  if (!range_of(arena_join(a, (text){swapped, sizeof swapped}, TEXT(""), TEXT("?")), a, &from, &to))
    return true;
  if (swapped[0] != swapped[1] && !offer_words(&l, from, to, e)) return false;
  for (size_t i = 0; i < l.words.count; i++) {
    if (!searcher_count(x, searcher_term(x, l.words.items[i], a), &count, e)) return false;
    if (count > most) most = count, *name = l.words.items[i];
  }
  return !arena_failed(a) || error_memory(e);
}

/* --- Headings --- */

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
