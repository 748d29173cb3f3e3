/* Reading the pages of a segment of the text index one after the other. */
#include "index/fts5_walk.h"

static bool damaged(const fts5_walk *w, error *e) {
  error_at(e, store_path(w->store), 0);
  return error_set(e, ERROR_DATABASE,
                   "the text index is damaged in segment %lld: run `carrel check --repair`",
                   w->segment);
}

static size_t get_16(const char *at) {
  return (size_t)(unsigned char)at[0] << 8 | (unsigned char)at[1];
}

/* --- Pages --- */

/* Finds where the next term of the page begins. */
static bool next_offset(fts5_walk *w, size_t from, error *e) {
  uint64_t distance;
  w->next = w->page.size;
  if (!w->foot.size) return true;
  if (!fts5_take_varint(&w->foot, &distance)) return damaged(w, e);
  w->next = from + distance;
  return (w->next >= w->at && w->next < w->page.size) || damaged(w, e);
}

/* Goes on to the next page; *more is false behind the last. */
static bool next_page(fts5_walk *w, bool *more, error *e) {
  int code = w->ended ? SQLITE_DONE : sqlite3_step(w->pages);
  *more = code == SQLITE_ROW;
  w->ended = !*more;
  if (w->ended) return code == SQLITE_DONE || store_fail(w->store, "reading the text index", e);
  text bytes = {sqlite3_column_blob(w->pages, 0), (size_t)sqlite3_column_bytes(w->pages, 0)};
  size_t foot = bytes.size >= FTS5_PAGE_HEAD ? get_16(bytes.data + 2) : 0;
  if (foot < FTS5_PAGE_HEAD || foot > bytes.size) return damaged(w, e);
  w->page = text_slice(bytes, 0, foot);
  w->foot = text_slice(bytes, foot, bytes.size);
  w->at = FTS5_PAGE_HEAD;
  w->no_term = w->no_article = true;
  return next_offset(w, 0, e);
}

static bool take(fts5_walk *w, uint64_t *number, error *e) {
  text rest = text_slice(w->page, w->at, w->page.size);
  size_t before = rest.size;
  if (!fts5_take_varint(&rest, number)) return damaged(w, e);
  w->at += before - rest.size;
  return true;
}

static bool take_bytes(fts5_walk *w, size_t size, buffer *into, error *e) {
  if (size > w->page.size - w->at) return damaged(w, e);
  buffer_add(into, text_slice(w->page, w->at, w->at + size));
  w->at += size;
  return !into->failed || error_memory(e);
}

/* --- Words and articles --- */

bool fts5_walk_open(fts5_walk *w, store *s, long long segment, error *e) {
  *w = (fts5_walk){.store = s, .segment = segment};
  if (sqlite3_prepare_v2(store_database(s), statement_texts[STATEMENT_FTS5_PAGES], -1, &w->pages,
                         NULL) != SQLITE_OK)
    return store_fail(s, "reading the text index", e);
  sqlite3_bind_int64(w->pages, 1, fts5_page_id(segment, 1));
  sqlite3_bind_int64(w->pages, 2, fts5_page_id(segment, INT32_MAX));
  return fts5_walk_word(w, e);
}

void fts5_walk_finish(fts5_walk *w) {
  sqlite3_finalize(w->pages);
  buffer_finish(&w->term);
  buffer_finish(&w->places);
  *w = (fts5_walk){0};
}

bool fts5_walk_word(fts5_walk *w, error *e) {
  uint64_t shared = 0, size;
  w->more = true;
  if (w->at == w->page.size && !next_page(w, &w->more, e)) return false;
  if (!w->more) return true;
  if (w->at != w->next) return damaged(w, e);
  if (!w->no_term && !take(w, &shared, e)) return false;
  if (!take(w, &size, e) || shared > w->term.size) return damaged(w, e);
  w->no_term = false;
  w->term.size = shared;
  if (!take_bytes(w, size, &w->term, e)) return false;
  if (!w->term.size) return damaged(w, e);
  w->word = text_slice(buffer_text(&w->term), 1, w->term.size);
  w->begins = true;
  return next_offset(w, w->next, e);
}

/* The places may go on over several pages. */
static bool take_places(fts5_walk *w, size_t size, error *e) {
  buffer_clear(&w->places);
  for (;;) {
    size_t here = w->next - w->at < size ? w->next - w->at : size;
    bool more;
    if (!take_bytes(w, here, &w->places, e)) return false;
    size -= here;
    if (!size) return true;
    if (w->at != w->page.size || !next_page(w, &more, e) || !more) return damaged(w, e);
  }
}

bool fts5_walk_article(fts5_walk *w, bool *more, error *e) {
  uint64_t number, size;
  *more = false;
  if (w->at == w->page.size) {
    if (!next_page(w, more, e)) return false;
    if (!*more) return true;
  }
  *more = w->at < w->next;
  if (!*more) return true;
  if (!take(w, &number, e) || !take(w, &size, e)) return false;
  w->article = (article_id)number + (w->begins || w->no_article ? 0 : w->article);
  w->begins = w->no_article = false;
  return take_places(w, size / 2, e);
}

size_t fts5_places_count(text places) {
  size_t count = 0;
  uint64_t number;
  while (fts5_take_varint(&places, &number)) {
    if (number != FTS5_COLUMN) count++;
    else if (!fts5_take_varint(&places, &number)) break; /* a column */
  }
  return count;
}
