/* Rows wait one after the other: a struct index_row, its key and its bytes. */
#include "index/rows.h"

#include <string.h>

/* Bytes that are handed over at once: enough for the rows of a thread to lie together in the
 * library. */
enum { PIECE = 6 * 1024 * 1024 };

void row_sink_start(row_sink *s, store *store, handover *to) {
  s->store = store;
  s->to = to;
  buffer_clear(&s->waiting);
}

void row_sink_finish(row_sink *s) { buffer_finish(&s->waiting); }

static void bind_bytes(sqlite3_stmt *statement, int at, text bytes) {
  sqlite3_bind_blob64(statement, at, bytes.size ? bytes.data : "", bytes.size, SQLITE_STATIC);
}

static bool write_row(store *s, const index_row *r, error *e) {
  sqlite3_stmt *insert = store_statement(s, r->statement, e);
  int at = 1;
  if (!insert) return false;
  sqlite3_bind_int64(insert, at++, r->id);
  if (r->key_kind == KEY_TEXT) store_bind(insert, at++, r->key);
  else if (r->key_kind == KEY_BLOB) bind_bytes(insert, at++, r->key);
  if (r->is_number) sqlite3_bind_int64(insert, at, r->number);
  else bind_bytes(insert, at, r->bytes);
  return store_run(s, insert, e);
}

bool row_sink_put(row_sink *s, const index_row *r, error *e) {
  if (s->store) return write_row(s->store, r, e);
  buffer_add(&s->waiting, (text){(const char *)r, sizeof *r});
  buffer_add(&s->waiting, r->key);
  buffer_add(&s->waiting, r->bytes);
  if (s->waiting.failed) return error_memory(e);
  if (s->waiting.size >= PIECE) handover_give(s->to, &s->waiting);
  return true;
}

void row_sink_end(row_sink *s) {
  if (!s->store && s->waiting.size) handover_give(s->to, &s->waiting);
}

bool rows_put(store *s, text rows, error *e) {
  for (size_t at = 0; at < rows.size;) {
    index_row r;
    memcpy(&r, rows.data + at, sizeof r);
    at += sizeof r;
    r.key.data = rows.data + at;
    at += r.key.size;
    r.bytes.data = rows.data + at;
    at += r.bytes.size;
    if (!write_row(s, &r, e)) return false;
  }
  return true;
}
