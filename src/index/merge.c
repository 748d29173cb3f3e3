/* Merging segments: their lists are walked side by side, term by term.
 *
 * When: the newest segments, as many as are no larger than twice those behind them together and
 * fit one segment, are merged once they are MERGE_MANY or fill half a segment. So an article is
 * copied a few times only, however many files bring it in. */
#include "index/merge.h"

#include <stdlib.h>
#include <string.h>

#include "index/fts5_merge.h"
#include "index/fts5_tables.h"
#include "index/segment.h"

enum { MERGE_MANY = 8, MERGE_MOST = 64 };

/* One of the segments that are merged, with a walk over its lists. */
typedef struct source {
  segment_row row;
  lists_walk walk;
} source;

typedef struct merge {
  store *store;
  arena *a;
  source sources[MERGE_MOST];
  size_t count;
  set dead;
  segment_row target;
  uint16_t *lengths;
  date_span *days;
  lists_writer lists;
  buffer key; /* of the term under way */
  uint16_t places[SEGMENT_SPAN], codes[SEGMENT_SPAN];
} merge;

/* --- Choosing --- */

/* Fills the sources, newest first, and says whether to merge them. */
static bool choose(merge *m, const segments *all) {
  uint64_t span = 0;
  for (size_t at = all->list.count; at-- > 0 && m->count < MERGE_MOST;) {
    const segment_row *row = &all->list.items[at];
    if (all->end - row->first > SEGMENT_SPAN || (m->count && row->span > 2 * span)) break;
    m->sources[m->count++] = (source){.row = *row};
    span += row->span;
  }
  return m->count >= MERGE_MANY || (m->count >= 2 && span >= SEGMENT_SPAN / 2);
}

static void reverse_sources(merge *m) {
  for (size_t i = 0; i < m->count / 2; i++) {
    source swap = m->sources[i];
    m->sources[i] = m->sources[m->count - 1 - i];
    m->sources[m->count - 1 - i] = swap;
  }
}

/* --- Walking --- */

static bool sources_open(merge *m, error *e) {
  for (size_t i = 0; i < m->count; i++)
    if (!lists_walk_open(&m->sources[i].walk, m->store, m->sources[i].row.id, e)) return false;
  return true;
}

/* The smallest key that any walk stands at; false where all are at their end. */
static bool next_key(merge *m) {
  const text *least = NULL;
  for (size_t i = 0; i < m->count; i++) {
    const lists_walk *walk = &m->sources[i].walk;
    if (walk->more && (!least || text_compare(walk->key, *least) < 0)) least = &walk->key;
  }
  buffer_clear(&m->key);
  if (least) buffer_add(&m->key, *least);
  return least;
}

/* --- Lists --- */

/* Adds a source's postings of articles that are alive. */
static void gather(merge *m, const source *from, const postings *p, uint32_t *count) {
  uint32_t shift = (uint32_t)(from->row.first - m->target.first);
  for (uint32_t i = 0; i < p->count; i++) {
    uint32_t place = shift + p->places[i];
    if (place >= SEGMENT_SPAN || *count == SEGMENT_SPAN) break; /* a damaged list */
    if (set_has(&m->dead, (uint64_t)m->target.first + place)) continue;
    m->places[*count] = (uint16_t)place;
    if (p->codes) m->codes[*count] = p->codes[i];
    ++*count;
  }
}

static bool write_list(merge *m, uint32_t count, error *e) {
  text key = buffer_text(&m->key);
  postings list = {
      .places = m->places, .codes = block_key_is_word(key) ? m->codes : NULL, .count = count};
  return !count || lists_writer_add(&m->lists, key, &list, e);
}

static bool merge_lists(merge *m, error *e) {
  lists_writer_start(&m->lists, m->store, NULL, m->target.id, m->lengths,
                     segment_average(m->target.words, m->target.records));
  while (next_key(m)) {
    uint32_t count = 0;
    if (m->key.failed) return error_memory(e);
    for (size_t i = 0; i < m->count; i++) {
      source *from = &m->sources[i];
      if (!from->walk.more || !text_equal(from->walk.key, buffer_text(&m->key))) continue;
      gather(m, from, &from->walk.postings, &count);
      if (!lists_walk_step(&from->walk, e)) return false;
    }
    if (!write_list(m, count, e)) return false;
  }
  return lists_writer_end(&m->lists, e);
}

/* --- The whole --- */

/* The target's lengths and days; the dead have neither, and do not count. */
static bool fill_target(merge *m, error *e) {
  for (size_t i = 0; i < m->count; i++) {
    segment_row *row = &m->sources[i].row;
    if (!segment_read_dates(m->store, row, m->a, e)) return false;
    for (uint32_t k = 0; k < row->span; k++) {
      uint64_t number = (uint64_t)row->first + k;
      if (set_has(&m->dead, number)) continue;
      size_t place = (size_t)(number - (uint64_t)m->target.first);
      m->lengths[place] = row->lengths[k];
      m->days[place] = segment_days(row, k);
      m->target.words += row->lengths[k];
    }
    m->target.records += row->records;
  }
  for (uint64_t n = set_next(&m->dead, (uint64_t)m->target.first); n != SET_END;
       n = set_next(&m->dead, n + 1))
    m->target.records--;
  return true;
}

static bool drop_source(store *s, source *from, error *e) {
  lists_walk_finish(&from->walk);
  sqlite3_stmt *statement = store_statement(s, STATEMENT_SEGMENT_DELETE, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, from->row.id);
  return store_run(s, statement, e) && lists_remove(s, from->row.id, e) &&
         fts5_segment_drop(s, from->row.id, e);
}

/* The dead of the segment are gone for good: nothing tells of them any more. */
static bool forget_dead(merge *m, error *e) {
  fts5_totals gone = {0};
  uint64_t end = (uint64_t)m->target.first + m->target.span;
  for (uint64_t n = set_next(&m->dead, (uint64_t)m->target.first); n < end;
       n = set_next(&m->dead, n + 1))
    if (!fts5_sizes_drop(m->store, (article_id)n, &gone, e)) return false;
  sqlite3_stmt *forget = store_statement(m->store, STATEMENT_DEAD_FORGET, e);
  if (!forget) return false;
  sqlite3_bind_int64(forget, 1, m->target.first);
  sqlite3_bind_int64(forget, 2, m->target.first + m->target.span);
  return store_run(m->store, forget, e) && fts5_totals_add(m->store, &gone, e);
}

static bool drop_sources(merge *m, error *e) {
  for (size_t i = 0; i < m->count; i++)
    if (!drop_source(m->store, &m->sources[i], e)) return false;
  return forget_dead(m, e);
}

static bool merge_text(merge *m, error *e) {
  long long sources[MERGE_MOST];
  for (size_t i = 0; i < m->count; i++) sources[i] = m->sources[i].row.id;
  return fts5_merge(m->store, sources, m->count, m->target.id, &m->dead, &m->target.pages, e);
}

static bool merge_run(merge *m, error *e) {
  const segment_row *newest = &m->sources[0].row;
  const segment_row *oldest = &m->sources[m->count - 1].row;
  m->target.first = oldest->first;
  m->target.span = (uint32_t)(newest->first + newest->span - oldest->first);
  reverse_sources(m);
  m->lengths = calloc(SEGMENT_SPAN, sizeof *m->lengths);
  m->days = calloc(SEGMENT_SPAN, sizeof *m->days);
  if (!m->lengths || !m->days) return error_memory(e);
  m->target.lengths = m->lengths;
  return fill_target(m, e) && segment_next(m->store, &m->target.id, e) && sources_open(m, e) &&
         merge_lists(m, e) && merge_text(m, e) && drop_sources(m, e) &&
         segment_insert(m->store, &m->target, m->days, e);
}

static void merge_finish(merge *m) {
  for (size_t i = 0; i < m->count; i++) lists_walk_finish(&m->sources[i].walk);
  lists_writer_finish(&m->lists);
  buffer_finish(&m->key);
  free(m->lengths);
  free(m->days);
}

bool segments_merge(store *s, error *e) {
  arena a;
  segments all;
  arena_init(&a);
  merge *m = calloc(1, sizeof *m);
  bool good = m ? segments_load(s, &all, &a, e) : error_memory(e);
  if (good) {
    m->store = s;
    m->a = &a;
    m->dead = all.dead;
    if (choose(m, &all)) good = merge_run(m, e);
    merge_finish(m);
    segments_finish(&all);
  }
  free(m);
  arena_finish(&a);
  return good;
}
