/* Opening a library for searching. */
#include "search/searcher.h"

#include <stdlib.h>

#include "search/matches.h"

/* All numbers in segments but the dead. A number in a segment without an article has neither days
 * nor words, and is no article: such gaps come from articles that were revised before a merge. */
static bool fill_alive(searcher *x, error *e) {
  sqlite3_stmt *statement;
  if (!set_reserve(&x->alive, (uint64_t)x->segments.end)) return error_memory(e);
  for (size_t i = 0; i < x->segments.list.count; i++) {
    const segment_row *row = &x->segments.list.items[i];
    if (row->records == row->span) {
      set_add_range(&x->alive, (uint64_t)row->first, (uint64_t)row->first + row->span);
      continue;
    }
    /* A segment with gaps: the articles themselves tell. */
    statement = store_statement(x->store, STATEMENT_ARTICLE_BETWEEN, e);
    if (!statement) return false;
    sqlite3_bind_int64(statement, 1, row->first);
    sqlite3_bind_int64(statement, 2, row->first + row->span);
    while (sqlite3_step(statement) == SQLITE_ROW)
      set_add(&x->alive, (uint64_t)sqlite3_column_int64(statement, 0));
    if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(x->store, "reading articles", e);
  }
  set_subtract(&x->alive, &x->segments.dead);
  return true;
}

searcher *searcher_open(store *s, error *e) {
  searcher *x = calloc(1, sizeof *x);
  if (!x) {
    error_memory(e);
    return NULL;
  }
  x->store = s;
  arena_init(&x->lasting);
  arena_init(&x->found_memory);
  arena_init(&x->open_memory);
  map_init(&x->terms);
  arena_init(&x->passing);
  arena_init(&x->ranking);
  map_init(&x->remembered.keys);
  x->walk = words_create();
  x->stemmer = stemmer_create();
  if (!matches_register(s, e)) {
    searcher_close(x);
    return NULL;
  }
  /* Beginning one for each list that is read would take longer than reading it, too. */
  x->reading = sqlite3_get_autocommit(store_database(s)) != 0;
  if (x->reading && !store_execute(s, "BEGIN", e)) {
    x->reading = false;
    searcher_close(x);
    return NULL;
  }
  bool ready =
      x->walk && x->stemmer ? segments_load(s, &x->segments, &x->lasting, e) : error_memory(e);
  if (ready && fill_alive(x, e) && mesh_state_get(s, &x->mesh, e) &&
      parameters_load(s, &x->parameters, e))
    return x;
  searcher_close(x);
  return NULL;
}

void searcher_close(searcher *x) {
  if (!x) return;
  if (x->reading) store_rollback(x->store);
  words_destroy(x->walk);
  stemmer_destroy(x->stemmer);
  set_finish(&x->alive);
  segments_finish(&x->segments);
  arena_finish(&x->lasting);
  arena_finish(&x->found_memory);
  arena_finish(&x->open_memory);
  map_finish(&x->terms);
  arena_finish(&x->passing);
  arena_finish(&x->ranking);
  remembered_finish(&x->remembered);
  free(x);
}

/* --- Terms --- */

enum { REMEMBERED_TERMS = 2000 };

/* How much of lists is kept, by the size of the library: 128 MB of a million records. */
static size_t open_most(const searcher *x) {
  enum { EACH = 128, LEAST = 16 * 1024 * 1024 };
  return LEAST + EACH * (size_t)x->segments.records;
}

static void close_lists(searcher *x) {
  for (size_t i = 0; i < x->open.count; i++)
    *x->open.items[i] = (term_list){.entry = x->open.items[i]->entry};
  arena_reset(&x->open_memory);
  x->open.items = NULL;
  x->open.count = x->open.capacity = 0;
  x->open_bytes = 0;
}

void searcher_begin(searcher *x) {
  bool many = x->found.count > REMEMBERED_TERMS;
  if (many || x->open_bytes > open_most(x)) close_lists(x);
  if (!many) return;
  map_clear(&x->terms);
  arena_reset(&x->found_memory);
  x->found.items = NULL;
  x->found.count = x->found.capacity = 0;
}

term_list *searcher_find(searcher *x, text term, error *e) {
  size_t count = x->segments.list.count;
  uint32_t *known = map_find(&x->terms, term);
  bool added;
  if (known) return x->found.items[*known];
  term_list *lists = arena_alloc(&x->found_memory, (count + 1) * sizeof *lists);
  if (!lists) return error_memory(e), NULL;
  for (size_t i = 0; i < count; i++)
    if (!lists_find(x->store, x->segments.list.items[i].id, term, &x->found_memory, &lists[i].entry,
                    e))
      return NULL;
  if (!(known = map_put(&x->terms, term, &added))) return error_memory(e), NULL;
  *known = (uint32_t)x->found.count;
  *list_push(&x->found_memory, &x->found) = lists;
  return arena_failed(&x->found_memory) ? (error_memory(e), NULL) : lists;
}

/* About what a list takes that is read: a long one packed, a short one as it is. */
static size_t list_bytes(const block_entry *entry) {
  enum { HEAD = 4 * PACKED_BLOCKS };
  size_t count = entry->count;
  return sizeof(term_list) + (count < PACKED_LEAST ? 4 * count : 2 * count + HEAD);
}

term_list *searcher_open_list(searcher *x, text term, size_t segment, term_list *found, arena *a,
                              error *e) {
  const segment_row *row = &x->segments.list.items[segment];
  if (found->memory) return found;
  if (x->open_bytes <= open_most(x)) {
    x->open_bytes += list_bytes(&found->entry);
    *list_push(&x->open_memory, &x->open) = found;
    return term_list_open(x->store, row, term, found, &x->open_memory, e) ? found : NULL;
  }
  term_list *copy = arena_new(a, term_list);
  if (!copy) return error_memory(e), NULL;
  *copy = *found;
  return term_list_open(x->store, row, term, copy, a, e) ? copy : NULL;
}

bool searcher_count(searcher *x, text term, long long *count, error *e) {
  const term_list *lists = searcher_find(x, term, e);
  *count = 0;
  for (size_t i = 0; lists && i < x->segments.list.count; i++) *count += lists[i].entry.count;
  return lists;
}

text searcher_term(searcher *x, text word, arena *a) {
  return term_key(TEXT(""), stemmer_stem(x->stemmer, word), a);
}

score_parameters searcher_parameters(const searcher *x) { return x->parameters; }

/* --- Articles --- */

library_extent searcher_extent(const searcher *x) {
  return (library_extent){(long long)set_count(&x->alive), x->segments.end - 1};
}

static segment_row *segment_of(const searcher *x, article_id id) {
  size_t low = 0, high = x->segments.list.count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    segment_row *row = &x->segments.list.items[middle];
    if (id < row->first) high = middle;
    else if (id >= row->first + row->span) low = middle + 1;
    else return row;
  }
  return NULL;
}

const segment_row *searcher_segment(const searcher *x, article_id id) { return segment_of(x, id); }

bool searcher_day(searcher *x, article_id id, int *day, error *e) {
  segment_row *row = segment_of(x, id);
  *day = 0;
  if (!row) return true;
  if (!segment_read_dates(x->store, row, &x->lasting, e)) return false;
  *day = segment_days(row, (uint32_t)(id - row->first)).from;
  return true;
}

bool searcher_read_dates(searcher *x, error *e) {
  return segments_read_dates(x->store, &x->segments, &x->lasting, e);
}

uint16_t searcher_length(const searcher *x, article_id id) {
  const segment_row *row = searcher_segment(x, id);
  return row ? row->lengths[id - row->first] : 0;
}
