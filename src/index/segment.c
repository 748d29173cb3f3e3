/* The tables of segments, postings and terms. */
#include "index/segment.h"

#include <string.h>

long long posting_key(long long segment, uint32_t term) { return segment << 32 | term; }

/* Steps a statement that gives at most one row with one number; 0 where there is none. */
static bool one_number(store *s, sqlite3_stmt *statement, long long *number, error *e) {
  *number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the index", e);
}

static void bind_text(sqlite3_stmt *statement, int at, text value) {
  sqlite3_bind_text64(statement, at, value.data ? value.data : "", value.size, SQLITE_STATIC,
                      SQLITE_UTF8);
}

/* --- Writing --- */

bool segment_next(store *s, long long *id, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_SEGMENT_LAST, e);
  if (!statement || !one_number(s, statement, id, e)) return false;
  ++*id;
  return true;
}

bool segment_insert(store *s, const segment_row *row, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_SEGMENT_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, row->id);
  sqlite3_bind_int64(statement, 2, row->first);
  sqlite3_bind_int64(statement, 3, row->span);
  sqlite3_bind_int64(statement, 4, row->records);
  sqlite3_bind_int64(statement, 5, row->words);
  sqlite3_bind_blob64(statement, 6, row->lengths, row->span * sizeof *row->lengths, SQLITE_STATIC);
  sqlite3_bind_blob64(statement, 7, row->days, 2 * row->span * sizeof *row->days, SQLITE_STATIC);
  return store_run(s, statement, e);
}

bool posting_insert(store *s, long long segment, uint32_t term, text bytes, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_POSTING_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, posting_key(segment, term));
  sqlite3_bind_blob64(statement, 2, bytes.data, bytes.size, SQLITE_STATIC);
  return store_run(s, statement, e);
}

/* --- Loading --- */

/* A copy of a column of numbers, which must have the size that is wanted. */
static const void *copy_blob(sqlite3_stmt *statement, int column, size_t wanted, arena *a) {
  if ((size_t)sqlite3_column_bytes(statement, column) != wanted) return NULL;
  void *copy = arena_alloc(a, wanted);
  if (copy) memcpy(copy, sqlite3_column_blob(statement, column), wanted);
  return copy;
}

static bool load_segment(store *s, sqlite3_stmt *statement, segments *all, arena *a, error *e) {
  segment_row row = {.id = sqlite3_column_int64(statement, 0),
                     .first = sqlite3_column_int64(statement, 1),
                     .span = (uint32_t)sqlite3_column_int64(statement, 2),
                     .records = (uint32_t)sqlite3_column_int64(statement, 3),
                     .words = sqlite3_column_int64(statement, 4)};
  row.lengths = copy_blob(statement, 5, row.span * sizeof *row.lengths, a);
  row.days = copy_blob(statement, 6, 2 * row.span * sizeof *row.days, a);
  if (arena_failed(a)) return error_memory(e);
  if (!row.lengths || !row.days || row.span > SEGMENT_SPAN || row.first < all->end) {
    error_at(e, store_path(s), 0);
    return error_set(e, ERROR_DATABASE,
                     "segment %lld of the index is damaged: run `carrel check --repair`", row.id);
  }
  *list_push(a, &all->list) = row;
  all->records += row.records;
  all->words += row.words;
  all->end = row.first + row.span;
  return true;
}

static bool load_dead(store *s, segments *all, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_DEAD_ALL, e);
  if (!statement || !set_reserve(&all->dead, (uint64_t)all->end)) return error_memory(e);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    article_id id = sqlite3_column_int64(statement, 0);
    if (id < all->end) set_add(&all->dead, (uint64_t)id);
  }
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the index", e);
}

bool segments_load(store *s, segments *all, arena *a, error *e) {
  *all = (segments){0};
  sqlite3_stmt *statement = store_statement(s, STATEMENT_SEGMENT_ALL, e);
  if (!statement) return false;
  bool good = true;
  while (good && sqlite3_step(statement) == SQLITE_ROW)
    good = load_segment(s, statement, all, a, e);
  if (sqlite3_reset(statement) != SQLITE_OK) good = store_fail(s, "reading the index", e);
  good = good && load_dead(s, all, e);
  if (!good) segments_finish(all);
  return good;
}

void segments_finish(segments *all) { set_finish(&all->dead); }

/* --- Asking --- */

static bool find_number(store *s, sqlite3_stmt *statement, uint32_t *number, error *e) {
  long long found;
  if (!one_number(s, statement, &found, e)) return false;
  *number = (uint32_t)found;
  return true;
}

bool term_find(store *s, text field, text value, uint32_t *term, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_TERM_FIND, e);
  if (!statement) return false;
  bind_text(statement, 1, field);
  bind_text(statement, 2, value);
  return find_number(s, statement, term, e);
}

bool word_find(store *s, text word, uint32_t *term, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_WORD_FIND, e);
  if (!statement) return false;
  bind_text(statement, 1, word);
  return find_number(s, statement, term, e);
}

bool posting_count(store *s, long long segment, uint32_t term, uint32_t *count, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_POSTING_SIZE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, posting_key(segment, term));
  if (!find_number(s, statement, count, e)) return false;
  if (term_is_word(term)) *count = *count > POSTING_HEAD ? (*count - POSTING_HEAD) / 4 : 0;
  else *count /= 2;
  return true;
}

bool posting_get(store *s, long long segment, uint32_t term, arena *a, postings *found, error *e) {
  *found = (postings){0};
  sqlite3_stmt *statement = store_statement(s, STATEMENT_POSTING_GET, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, posting_key(segment, term));
  if (sqlite3_step(statement) == SQLITE_ROW) {
    text bytes = {sqlite3_column_blob(statement, 0), (size_t)sqlite3_column_bytes(statement, 0)};
    *found = postings_read(arena_text(a, bytes), term_is_word(term));
  }
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(s, "reading the index", e);
  return !arena_failed(a) || error_memory(e);
}
