/* The records of the text index: averages, structure, sizes. */
#include "index/fts5_tables.h"

/* Where they stand in text_index_data. */
enum { AVERAGES_ID = 1, STRUCTURE_ID = 10, COOKIE_BYTES = 4 };

static bool get_data(store *s, long long id, buffer *into, error *e) {
  sqlite3_stmt *get = store_statement(s, STATEMENT_FTS5_DATA_GET, e);
  if (!get) return false;
  sqlite3_bind_int64(get, 1, id);
  if (sqlite3_step(get) == SQLITE_ROW)
    buffer_add(into, (text){sqlite3_column_blob(get, 0), (size_t)sqlite3_column_bytes(get, 0)});
  if (sqlite3_reset(get) != SQLITE_OK) return store_fail(s, "reading the text index", e);
  return !into->failed || error_memory(e);
}

static bool put_data(store *s, long long id, const buffer *bytes, error *e) {
  if (bytes->failed) return error_memory(e);
  sqlite3_stmt *put = store_statement(s, STATEMENT_FTS5_DATA_PUT, e);
  if (!put) return false;
  sqlite3_bind_int64(put, 1, id);
  sqlite3_bind_blob64(put, 2, bytes->size ? bytes->data : "", bytes->size, SQLITE_STATIC);
  return store_run(s, put, e);
}

/* --- Sizes --- */

bool fts5_sizes_put(store *s, article_id id, const uint32_t *sizes, error *e) {
  buffer bytes = {0};
  for (int i = 0; i < COLUMN_COUNT; i++) fts5_add_varint(&bytes, sizes[i]);
  sqlite3_stmt *put = bytes.failed ? NULL : store_statement(s, STATEMENT_FTS5_SIZES_PUT, e);
  bool good = put || !bytes.failed || error_memory(e);
  if (put) {
    sqlite3_bind_int64(put, 1, id);
    sqlite3_bind_blob64(put, 2, bytes.data, bytes.size, SQLITE_STATIC);
    good = store_run(s, put, e);
  }
  buffer_finish(&bytes);
  return good && put;
}

bool fts5_sizes_drop(store *s, article_id id, fts5_totals *totals, error *e) {
  sqlite3_stmt *drop = store_statement(s, STATEMENT_FTS5_SIZES_DROP, e);
  if (!drop) return false;
  sqlite3_bind_int64(drop, 1, id);
  if (sqlite3_step(drop) == SQLITE_ROW) {
    text sizes = {sqlite3_column_blob(drop, 0), (size_t)sqlite3_column_bytes(drop, 0)};
    uint64_t size;
    totals->articles--;
    for (int i = 0; i < COLUMN_COUNT && fts5_take_varint(&sizes, &size); i++)
      totals->places[i] -= (long long)size;
  }
  return store_run(s, drop, e);
}

bool fts5_totals_add(store *s, const fts5_totals *more, error *e) {
  buffer bytes = {0};
  bool good = get_data(s, AVERAGES_ID, &bytes, e);
  text rest = buffer_text(&bytes);
  long long numbers[1 + COLUMN_COUNT];
  for (int i = 0; i <= COLUMN_COUNT; i++) {
    uint64_t number = 0;
    if (rest.size && !fts5_take_varint(&rest, &number)) number = 0;
    numbers[i] = (long long)number + (i ? more->places[i - 1] : more->articles);
  }
  buffer_clear(&bytes);
  for (int i = 0; i <= COLUMN_COUNT; i++)
    fts5_add_varint(&bytes, (uint64_t)(numbers[i] > 0 ? numbers[i] : 0));
  good = good && put_data(s, AVERAGES_ID, &bytes, e);
  buffer_finish(&bytes);
  return good;
}

/* --- Segments --- */

static bool drop(store *s, statement_name name, long long from, long long to, error *e) {
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, from);
  if (to) sqlite3_bind_int64(statement, 2, to);
  return store_run(s, statement, e);
}

bool fts5_segment_drop(store *s, long long segment, error *e) {
  return drop(s, STATEMENT_FTS5_DATA_DROP, fts5_page_id(segment, 0), fts5_page_id(segment + 1, 0),
              e) &&
         drop(s, STATEMENT_FTS5_NAMES_DROP, segment, 0, e);
}

/* FTS5 keeps what it has read of the segments until somebody else's change, or until a change of
 * its own is taken back: so it gets one, which is. */
static bool forget_segments(store *s, error *e) {
  return store_execute(s,
                       "SAVEPOINT forget;"
                       "INSERT INTO text_index (text_index, rank) VALUES ('automerge', 0);"
                       "ROLLBACK TO forget; RELEASE forget",
                       e);
}

/* One level with all segments, the oldest first (see fts5_index.c, "Structure Records"). */
static bool add_level(store *s, buffer *bytes, error *e) {
  buffer level = {0};
  uint64_t count = 0;
  sqlite3_stmt *all = store_statement(s, STATEMENT_FTS5_SEGMENTS, e);
  if (!all) return false;
  while (sqlite3_step(all) == SQLITE_ROW) {
    fts5_add_varint(&level, (uint64_t)sqlite3_column_int64(all, 0));
    fts5_add_varint(&level, 1);
    fts5_add_varint(&level, (uint64_t)sqlite3_column_int64(all, 1));
    count++;
  }
  bool good = sqlite3_reset(all) == SQLITE_OK || store_fail(s, "reading the segments", e);
  fts5_add_varint(bytes, count > 0);
  fts5_add_varint(bytes, count);
  fts5_add_varint(bytes, 0);
  if (count) {
    fts5_add_varint(bytes, 0);
    fts5_add_varint(bytes, count);
    buffer_add(bytes, buffer_text(&level));
  }
  if (level.failed) good = error_memory(e);
  buffer_finish(&level);
  return good;
}

/* The record as it is, and as it should be: behind the cookie, which is FTS5's own. */
static bool make_structure(store *s, buffer *is, buffer *should_be, error *e) {
  if (!get_data(s, STRUCTURE_ID, is, e)) return false;
  while (is->size < COOKIE_BYTES && !is->failed) buffer_add_byte(is, 0);
  if (is->failed) return error_memory(e);
  buffer_add(should_be, (text){is->data, COOKIE_BYTES});
  return add_level(s, should_be, e) && (!should_be->failed || error_memory(e));
}

bool fts5_segments_tell(store *s, error *e) {
  buffer is = {0}, should_be = {0};
  bool good = make_structure(s, &is, &should_be, e) && put_data(s, STRUCTURE_ID, &should_be, e) &&
              forget_segments(s, e);
  buffer_finish(&is);
  buffer_finish(&should_be);
  return good;
}

bool fts5_segments_agree(store *s, bool *agree, error *e) {
  buffer is = {0}, should_be = {0};
  bool good = make_structure(s, &is, &should_be, e);
  *agree = good && text_equal(buffer_text(&is), buffer_text(&should_be));
  buffer_finish(&is);
  buffer_finish(&should_be);
  return good;
}
