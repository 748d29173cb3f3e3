/* Records in the store, driven by the table of members: each is one column of `article`. */
#include "store/articles.h"

#include <assert.h>

#include "base/map.h"
#include "model/identifier.h"
#include "model/record_json.h"

enum { COLUMN_ID, COLUMN_FILE, COLUMN_CHECKSUM, COLUMN_MEMBERS };

/* --- Putting --- */

void article_row_finish(article_row *row) { buffer_finish(&row->lists); }

static uint64_t mix(uint64_t hash, uint64_t more) {
  return (hash ^ more) * 0x9e3779b97f4a7c15u + (hash >> 29);
}

static bool is_list(const member *m) { return m->shape == SHAPE_TEXTS || m->shape == SHAPE_ITEMS; }

/* The hash of a member's value; of a list that of its JSON. */
static uint64_t member_hash(const member *m, const record *r, text json) {
  const void *place = member_place(m, r);
  if (m->shape == SHAPE_TEXT) return text_hash(*(const text *)place);
  if (m->shape == SHAPE_NUMBER) return (uint64_t)(*(const long long *)place);
  return is_list(m) ? text_hash(json) : 1;
}

bool article_row_fill(article_row *row, const record *r, error *e) {
  uint64_t hash = 0;
  assert(record_members.count == ARTICLE_MEMBERS);
  row->record = r;
  buffer_clear(&row->lists);
  for (size_t i = 0; i < ARTICLE_MEMBERS; i++) {
    const member *m = &record_members.members[i];
    size_t from = row->lists.size;
    bool empty = member_is_empty(m, r);
    if (!empty && is_list(m)) member_json_add(&row->lists, m, r, JSON_ROWS);
    row->ends[i] = row->lists.size;
    if (empty || m->offset == offsetof(record, source_line)) continue;
    text json = text_slice(buffer_text(&row->lists), from, row->ends[i]);
    hash = mix(mix(hash, i), member_hash(m, r, json));
  }
  row->checksum = (long long)hash;
  return !row->lists.failed || error_memory(e);
}

static void bind_text(sqlite3_stmt *statement, int at, text value) {
  sqlite3_bind_text64(statement, at, value.data, value.size, SQLITE_STATIC, SQLITE_UTF8);
}

static void bind_member(sqlite3_stmt *statement, const article_row *row, size_t i) {
  const member *m = &record_members.members[i];
  const void *place = member_place(m, row->record);
  int at = (int)i + COLUMN_MEMBERS + 1;
  if (member_is_empty(m, row->record)) return;
  switch (m->shape) {
    case SHAPE_TEXT:
      bind_text(statement, at, *(const text *)place);
      break;
    case SHAPE_NUMBER:
      sqlite3_bind_int64(statement, at, *(const long long *)place);
      break;
    case SHAPE_BOOLEAN:
      sqlite3_bind_int(statement, at, 1);
      break;
    case SHAPE_TEXTS:
    case SHAPE_ITEMS:
      bind_text(statement, at,
                text_slice(buffer_text(&row->lists), i ? row->ends[i - 1] : 0, row->ends[i]));
      break;
  }
}

bool article_name(store *s, article_id id, const record *r, error *e) {
  for (size_t i = 0; i < r->ids.count; i++) {
    sqlite3_stmt *statement = store_statement(s, STATEMENT_IDENTIFIER_INSERT, e);
    if (!statement) return false;
    bind_text(statement, 1, r->ids.items[i].scheme);
    bind_text(statement, 2, r->ids.items[i].value);
    sqlite3_bind_int64(statement, 3, id);
    if (!store_run(s, statement, e)) return false;
  }
  return true;
}

bool article_insert(store *s, article_id id, const article_row *row, long long file, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_ARTICLE_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, COLUMN_ID + 1, id);
  if (file) sqlite3_bind_int64(statement, COLUMN_FILE + 1, file);
  sqlite3_bind_int64(statement, COLUMN_CHECKSUM + 1, row->checksum);
  for (size_t i = 0; i < ARTICLE_MEMBERS; i++) bind_member(statement, row, i);
  return store_run(s, statement, e) && article_name(s, id, row->record, e);
}

bool article_remove(store *s, article_id id, const record *r, error *e) {
  for (size_t i = 0; i < r->ids.count; i++) {
    sqlite3_stmt *statement = store_statement(s, STATEMENT_IDENTIFIER_DELETE, e);
    if (!statement) return false;
    bind_text(statement, 1, r->ids.items[i].scheme);
    bind_text(statement, 2, r->ids.items[i].value);
    sqlite3_bind_int64(statement, 3, id);
    if (!store_run(s, statement, e)) return false;
  }
  sqlite3_stmt *statement = store_statement(s, STATEMENT_ARTICLE_DELETE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  return store_run(s, statement, e);
}

/* --- Getting --- */

static text column_text(sqlite3_stmt *statement, int at) {
  const char *bytes = (const char *)sqlite3_column_text(statement, at);
  return bytes ? (text){bytes, (size_t)sqlite3_column_bytes(statement, at)} : (text){"", 0};
}

static bool read_member(sqlite3_stmt *statement, int at, const member *m, record *r, error *e) {
  if (sqlite3_column_type(statement, at) == SQLITE_NULL) return true;
  void *place = member_place(m, r);
  switch (m->shape) {
    case SHAPE_TEXT:
      *(text *)place = arena_text(r->arena, column_text(statement, at));
      break;
    case SHAPE_NUMBER:
      *(long long *)place = sqlite3_column_int64(statement, at);
      break;
    case SHAPE_BOOLEAN:
      *(bool *)place = sqlite3_column_int(statement, at) != 0;
      break;
    case SHAPE_TEXTS:
    case SHAPE_ITEMS:
      return member_json_read(m, r, column_text(statement, at), r->arena, e);
  }
  return true;
}

static bool read_file(store *s, long long file, record *r, error *e) {
  if (!file) return true;
  sqlite3_stmt *statement = store_statement(s, STATEMENT_FILE_GET, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, file);
  if (sqlite3_step(statement) == SQLITE_ROW) {
    r->source_file = arena_text(r->arena, column_text(statement, 0));
    r->source_format = arena_text(r->arena, column_text(statement, 1));
  }
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the ledger", e);
}

bool article_get(store *s, article_id id, record *r, bool *found, error *e) {
  *found = false;
  sqlite3_stmt *statement = store_statement(s, STATEMENT_ARTICLE_GET, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  long long file = 0;
  bool good = true;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    *found = true;
    file = sqlite3_column_int64(statement, COLUMN_FILE);
    for (size_t i = 0; good && i < record_members.count; i++)
      good = read_member(statement, (int)i + COLUMN_MEMBERS, &record_members.members[i], r, e);
  }
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(s, "reading an article", e);
  if (!good) e->kind = ERROR_DATABASE;
  if (good && arena_failed(r->arena)) return error_memory(e);
  return good && read_file(s, file, r, e);
}

/* Reads the members that the statement's columns name. */
static bool get_some(store *s, statement_name name, article_id id, record *r, bool *found,
                     error *e) {
  bool good = true;
  *found = false;
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  if (sqlite3_step(statement) == SQLITE_ROW) {
    *found = true;
    for (int i = 0; good && i < sqlite3_column_count(statement); i++) {
      const member *m = member_named(&record_members, text_of(sqlite3_column_name(statement, i)));
      good = read_member(statement, i, m, r, e);
    }
  }
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(s, "reading an article", e);
  if (!good) e->kind = ERROR_DATABASE;
  return good && (!arena_failed(r->arena) || error_memory(e));
}

bool article_prose(store *s, article_id id, record *r, bool *found, error *e) {
  return get_some(s, STATEMENT_ARTICLE_PROSE, id, r, found, e);
}

bool article_ranked(store *s, article_id id, record *r, bool *found, error *e) {
  return get_some(s, STATEMENT_ARTICLE_RANKED, id, r, found, e);
}

/* --- Asking --- */

bool article_find(store *s, identifier id, article_id *found, error *e) {
  *found = 0;
  sqlite3_stmt *statement = store_statement(s, STATEMENT_IDENTIFIER_FIND, e);
  if (!statement) return false;
  bind_text(statement, 1, id.scheme);
  bind_text(statement, 2, id.value);
  if (sqlite3_step(statement) == SQLITE_ROW) *found = sqlite3_column_int64(statement, 0);
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "finding an article", e);
}

bool article_state(store *s, article_id id, long long *file, long long *checksum, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_ARTICLE_STATE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  *file = *checksum = 0;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    *checksum = sqlite3_column_int64(statement, 0);
    *file = sqlite3_column_int64(statement, 1);
  }
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading an article", e);
}

bool article_said_again(store *s, article_id id, long long file, long long line, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_ARTICLE_SAID_AGAIN, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  sqlite3_bind_int64(statement, 2, file);
  if (line) sqlite3_bind_int64(statement, 3, line);
  return store_run(s, statement, e);
}

static bool one_number(store *s, statement_name name, long long *number, error *e) {
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (!statement) return false;
  *number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "counting", e);
}

bool article_last(store *s, article_id *last, error *e) {
  return one_number(s, STATEMENT_ARTICLE_LAST, last, e);
}

bool article_next(store *s, article_id *id, bool *more, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_ARTICLE_WALK, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, *id);
  *more = sqlite3_step(statement) == SQLITE_ROW;
  if (*more) *id = sqlite3_column_int64(statement, 0);
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the articles", e);
}

bool article_count(store *s, long long *count, error *e) {
  return one_number(s, STATEMENT_ARTICLE_COUNT, count, e);
}
