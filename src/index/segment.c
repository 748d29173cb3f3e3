/* The table of segments, and asking all of them for terms. */
#include "index/segment.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/memory.h"
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

_Static_assert(sizeof(date_span) == 8, "a pair of days is two numbers of 32 bits in the file");

/* Adds the dates' numbers, and behind them the pairs. */
static bool add_dates(buffer *b, const date_span *days, uint32_t span) {
  map known;
  bool added, good = true;
  buffer pairs = {0};
  map_init(&known);
  for (uint32_t i = 0; good && i < span; i++) {
    text key = {(const char *)&days[i], sizeof days[i]};
    uint32_t *number = map_put(&known, key, &added);
    good = number;
    if (good && added) {
      *number = (uint32_t)known.count - 1;
      buffer_add(&pairs, key);
    }
    if (good) buffer_add(b, (text){(const char *)&(uint16_t){(uint16_t)*number}, 2});
  }
  buffer_add(b, buffer_text(&pairs));
  good = good && !pairs.failed && !b->failed;
  buffer_finish(&pairs);
  map_finish(&known);
  return good;
}

bool segment_insert(store *s, const segment_row *row, const date_span *days, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_SEGMENT_INSERT, e);
  buffer dates = {0};
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, row->id);
  sqlite3_bind_int64(statement, 2, row->first);
  sqlite3_bind_int64(statement, 3, row->span);
  sqlite3_bind_int64(statement, 4, row->records);
  sqlite3_bind_int64(statement, 5, row->words);
  sqlite3_bind_int64(statement, 6, row->pages);
  sqlite3_bind_blob64(statement, 7, row->lengths, row->span * sizeof *row->lengths, SQLITE_STATIC);
  bool good = add_dates(&dates, days, row->span) || error_memory(e);
  sqlite3_bind_blob64(statement, 8, dates.data, dates.size, SQLITE_STATIC);
  good = good && store_run(s, statement, e);
  buffer_finish(&dates);
  return good;
}

double segment_average(long long words, long long records) {
  return words > 0 && records > 0 ? (double)words / (double)records : 1;
}

/* --- Rows --- */

static bool load_rows(store *s, segments *all, arena *a, error *e) {
  sqlite3_stmt *statement = store_statement(s, STATEMENT_SEGMENT_ALL, e);
  if (!statement) return false;
  while (sqlite3_step(statement) == SQLITE_ROW)
    *list_push(a, &all->list) =
        (segment_row){.id = sqlite3_column_int64(statement, 0),
                      .first = sqlite3_column_int64(statement, 1),
                      .span = (uint32_t)sqlite3_column_int64(statement, 2),
                      .records = (uint32_t)sqlite3_column_int64(statement, 3),
                      .words = sqlite3_column_int64(statement, 4),
                      .pages = (uint32_t)sqlite3_column_int64(statement, 5)};
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(s, "reading the index", e);
  return !arena_failed(a) || error_memory(e);
}

static int by_first(const void *a, const void *b) {
  const segment_row *x = a, *y = b;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* Puts the rows in order and adds them up. */
static bool order_rows(store *s, segments *all, error *e) {
  if (all->list.count) qsort(all->list.items, all->list.count, sizeof *all->list.items, by_first);
  for (size_t i = 0; i < all->list.count; i++) {
    const segment_row *row = &all->list.items[i];
    if (row->span > SEGMENT_SPAN || row->first < all->end) return lists_damaged(s, row->id, e);
    all->records += row->records;
    all->words += row->words;
    all->end = row->first + row->span;
  }
  return true;
}

/* --- Lengths and dates --- */

/* They are read where they stand, which spares copies of some megabytes. */
static bool move_to(store *s, const char *column, long long segment, sqlite3_blob **blob,
                    error *e) {
  sqlite3 *database = store_database(s);
  int code = *blob ? sqlite3_blob_reopen(*blob, segment)
                   : sqlite3_blob_open(database, "main", "segment", column, segment, 0, blob);
  return code == SQLITE_OK || store_fail(s, "reading the index", e);
}

static bool load_lengths(store *s, segments *all, error *e) {
  size_t span = 0, at = 0;
  sqlite3_blob *blob = NULL;
  bool good = true;
  for (size_t i = 0; i < all->list.count; i++) span += all->list.items[i].span;
  all->lengths_size = span * sizeof *all->lengths;
  all->lengths = memory_large(all->lengths_size);
  if (!all->lengths) return error_memory(e);
  memory_provide(all->lengths, all->lengths_size);
  for (size_t i = 0; good && i < all->list.count; i++) {
    segment_row *row = &all->list.items[i];
    size_t size = row->span * sizeof *row->lengths;
    good = move_to(s, "lengths", row->id, &blob, e);
    if (good && (size_t)sqlite3_blob_bytes(blob) != size) good = lists_damaged(s, row->id, e);
    if (good && sqlite3_blob_read(blob, all->lengths + at, (int)size, 0) != SQLITE_OK)
      good = store_fail(s, "reading the index", e);
    row->lengths = all->lengths + at;
    at += row->span;
  }
  sqlite3_blob_close(blob);
  return good;
}

/* The pairs, of 32 bits, come to stand first. */
static bool take_dates(store *s, sqlite3_blob *blob, segment_row *row, arena *a, error *e) {
  size_t size = (size_t)sqlite3_blob_bytes(blob), each = row->span * sizeof *row->dates;
  if (size < each || (size - each) % sizeof *row->pairs) return lists_damaged(s, row->id, e);
  size_t pairs = size - each;
  char *bytes = arena_alloc(a, size + 1);
  if (!bytes) return error_memory(e);
  if (sqlite3_blob_read(blob, bytes, (int)pairs, (int)each) != SQLITE_OK ||
      sqlite3_blob_read(blob, bytes + pairs, (int)each, 0) != SQLITE_OK)
    return store_fail(s, "reading the index", e);
  row->pairs = (const date_span *)(const void *)bytes;
  row->pair_count = (uint32_t)(pairs / sizeof *row->pairs);
  row->dates = (const uint16_t *)(const void *)(bytes + pairs);
  for (uint32_t i = 0; i < row->span; i++)
    if (row->dates[i] >= row->pair_count) return lists_damaged(s, row->id, e);
  return true;
}

bool segment_read_dates(store *s, segment_row *row, arena *a, error *e) {
  sqlite3_blob *blob = NULL;
  if (row->dates) return true;
  bool good = move_to(s, "dates", row->id, &blob, e) && take_dates(s, blob, row, a, e);
  sqlite3_blob_close(blob);
  if (!good) row->dates = NULL;
  return good;
}

bool segments_read_dates(store *s, segments *all, arena *a, error *e) {
  for (size_t i = 0; i < all->list.count; i++)
    if (!segment_read_dates(s, &all->list.items[i], a, e)) return false;
  return true;
}

date_span segment_days(const segment_row *row, uint32_t place) {
  return row->pairs[row->dates[place]];
}

/* --- Loading all --- */

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
  if (load_rows(s, all, a, e) && order_rows(s, all, e) && load_lengths(s, all, e) &&
      load_dead(s, all, e))
    return true;
  segments_finish(all);
  return false;
}

void segments_finish(segments *all) {
  memory_release(all->lengths, all->lengths_size);
  all->lengths = NULL;
  set_finish(&all->dead);
}

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
