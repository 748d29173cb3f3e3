/* The table of segments, and asking all of them for terms. */
#include "index/segment.h"

#include <stdlib.h>
#include <string.h>

#include "index/fts5_segment.h"

/* Steps a statement that gives at most one row with one number; 0 where there is none. */
static bool one_number(store *s, sqlite3_stmt *statement, long long *number, error *e) {
  *number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(s, "reading the index", e);
}

/* --- Writing --- */

bool segment_next(store *s, long long *id, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_SEGMENT_FREE, e);
  if (!statement || !one_number(s, statement, id, e)) return false;
  return *id <= FTS5_SEGMENTS_MOST ||
         error_set(e, ERROR_DATABASE, "the library is full: its index has %d segments",
                   FTS5_SEGMENTS_MOST);
}

bool segment_insert(store *s, const segment_row *row, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_SEGMENT_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, row->id);
  sqlite3_bind_int64(statement, 2, row->first);
  sqlite3_bind_int64(statement, 3, row->span);
  sqlite3_bind_int64(statement, 4, row->records);
  sqlite3_bind_int64(statement, 5, row->words);
  sqlite3_bind_int64(statement, 6, row->pages);
  sqlite3_bind_blob64(statement, 7, row->lengths, row->span * sizeof *row->lengths, SQLITE_STATIC);
  sqlite3_bind_blob64(statement, 8, row->days, 2 * row->span * sizeof *row->days, SQLITE_STATIC);
  return store_run(s, statement, e);
}

double segment_average(long long words, long long records) {
  return words > 0 && records > 0 ? (double)words / (double)records : 1;
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
                     .words = sqlite3_column_int64(statement, 4),
                     .pages = (uint32_t)sqlite3_column_int64(statement, 5)};
  row.lengths = copy_blob(statement, 6, row.span * sizeof *row.lengths, a);
  row.days = copy_blob(statement, 7, 2 * row.span * sizeof *row.days, a);
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

/* --- Terms --- */

text term_key(text field, text value, arena *a) {
  char *key = arena_alloc(a, field.size + 1 + value.size);
  if (!key) return (text){"", 0};
  if (field.size) memcpy(key, field.data, field.size);
  key[field.size] = ':';
  if (value.size) memcpy(key + field.size + 1, value.data, value.size);
  return (text){key, field.size + 1 + value.size};
}

text term_value(text key) {
  size_t colon = text_find_byte(key, ':');
  return colon == TEXT_NONE ? (text){"", 0} : text_slice(key, colon + 1, key.size);
}

bool term_exists(store *s, const segments *all, text key, bool *exists, error *e) {
  arena a;
  bool good = true;
  arena_init(&a);
  *exists = false;
  for (size_t i = 0; good && !*exists && i < all->list.count; i++) {
    block_entry found;
    good = lists_find(s, all->list.items[i].id, key, &a, &found, e);
    *exists = good && found.count;
    arena_reset(&a);
  }
  arena_finish(&a);
  return good;
}

bool word_find(store *s, const segments *all, text word, arena *a, text *key, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_WORD_FIND, e);
  if (!statement) return false;
  store_bind(statement, 1, word);
  bool known = sqlite3_step(statement) == SQLITE_ROW;
  text stem = known ? store_column(statement, 0, a) : word;
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(s, "reading words", e);
  *key = term_key(TEXT(""), stem, a);
  if (arena_failed(a)) return error_memory(e);
  if (!known && !term_exists(s, all, *key, &known, e)) return false;
  if (!known) *key = (text){"", 0};
  return true;
}

static int by_bytes(const void *a, const void *b) {
  return text_compare(*(const text *)a, *(const text *)b);
}

/* Several segments may have given the same keys. */
static void sort_keys(texts *keys) {
  size_t kept = 0;
  if (!keys->count) return;
  qsort(keys->items, keys->count, sizeof *keys->items, by_bytes);
  for (size_t i = 0; i < keys->count; i++)
    if (!i || !text_equal(keys->items[i], keys->items[kept - 1]))
      keys->items[kept++] = keys->items[i];
  keys->count = kept;
}

bool terms_between(store *s, const segments *all, text field, text from, text end, arena *a,
                   texts *keys, error *e) {
  text first = term_key(field, from, a), behind = term_key(field, end, a);
  *keys = (texts){0};
  if (arena_failed(a)) return error_memory(e);
  for (size_t i = 0; i < all->list.count; i++)
    if (!lists_keys(s, all->list.items[i].id, first, behind, a, keys, e)) return false;
  if (all->list.count > 1) sort_keys(keys);
  return true;
}

bool posting_get(store *s, long long segment, text key, arena *a, postings *found, error *e) {
  block_entry entry;
  return lists_find(s, segment, key, a, &entry, e) &&
         lists_read(s, segment, key, &entry, a, found, e);
}

/* --- Counting --- */

/* Steps every walk that stands at the smallest key, and tells that key's kind. */
static bool step_least(lists_walk *walks, size_t count, bool *any, bool *is_word, error *e) {
  buffer least = {0};
  bool good = true;
  *any = false;
  for (size_t i = 0; i < count; i++) {
    if (!walks[i].more || (*any && text_compare(walks[i].key, buffer_text(&least)) >= 0)) continue;
    *any = true;
    buffer_clear(&least);
    buffer_add(&least, walks[i].key);
  }
  *is_word = block_key_is_word(buffer_text(&least));
  for (size_t i = 0; good && i < count; i++)
    if (walks[i].more && text_equal(walks[i].key, buffer_text(&least)))
      good = lists_walk_step(&walks[i], e);
  if (least.failed) good = error_memory(e);
  buffer_finish(&least);
  return good;
}

bool terms_count(store *s, const segments *all, long long *terms, long long *words, error *e) {
  size_t count = all->list.count, opened = 0;
  lists_walk *walks = calloc(count + 1, sizeof *walks);
  bool good = walks || error_memory(e), any = true, is_word;
  *terms = *words = 0;
  for (; good && opened < count; opened++)
    good = lists_walk_open_keys(&walks[opened], s, all->list.items[opened].id, e);
  while (good && any) {
    good = step_least(walks, count, &any, &is_word, e);
    *terms += any;
    *words += any && is_word;
  }
  for (size_t i = 0; i < opened; i++) lists_walk_finish(&walks[i]);
  free(walks);
  return good;
}
