/* Merging segments: their lists are walked side by side, term by term.
 *
 * When: the newest segments, as many as are no larger than twice those behind them together and
 * fit one segment, are merged once they are MERGE_MANY or fill half a segment. So an article is
 * copied a few times only, however many files bring it in. */
#include "index/merge.h"

#include <stdlib.h>
#include <string.h>

#include "index/segment.h"

enum { MERGE_MANY = 8, MERGE_MOST = 64 };

/* One of the segments that are merged, with a walk over its lists. */
typedef struct source {
  segment_row row;
  sqlite3_stmt *walk;
  bool more;
  uint32_t term;
} source;

typedef struct merge {
  store *store;
  source sources[MERGE_MOST];
  size_t count;
  set dead;
  segment_row target;
  uint16_t *lengths;
  int32_t *days;
  uint16_t *list; /* head, places, codes: room for the largest */
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

static bool source_step(merge *m, source *from, error *e) {
  int code = sqlite3_step(from->walk);
  from->more = code == SQLITE_ROW;
  if (from->more) from->term = (uint32_t)sqlite3_column_int64(from->walk, 0);
  return from->more || code == SQLITE_DONE || store_fail(m->store, "merging the index", e);
}

static bool sources_open(merge *m, error *e) {
  for (size_t i = 0; i < m->count; i++) {
    source *from = &m->sources[i];
    if (sqlite3_prepare_v2(store_database(m->store), statement_texts[STATEMENT_POSTING_WALK], -1,
                           &from->walk, NULL) != SQLITE_OK)
      return store_fail(m->store, "merging the index", e);
    sqlite3_bind_int64(from->walk, 1, posting_key(from->row.id, 0));
    sqlite3_bind_int64(from->walk, 2, posting_key(from->row.id + 1, 0));
    if (!source_step(m, from, e)) return false;
  }
  return true;
}

/* The smallest term that any walk stands at; false where all are at their end. */
static bool next_term(const merge *m, uint32_t *term) {
  bool found = false;
  for (size_t i = 0; i < m->count; i++) {
    if (!m->sources[i].more || (found && m->sources[i].term >= *term)) continue;
    *term = m->sources[i].term;
    found = true;
  }
  return found;
}

/* --- Lists --- */

typedef struct gathered {
  uint32_t count;
  uint16_t ceiling, shortest;
} gathered;

/* Adds a source's postings of articles that are alive: places from 0, codes from SEGMENT_SPAN. */
static void gather(merge *m, const source *from, const postings *p, gathered *g) {
  uint16_t *places = m->list + 2, *codes = places + SEGMENT_SPAN;
  uint32_t shift = (uint32_t)(from->row.first - m->target.first);
  for (uint32_t i = 0; i < p->count; i++) {
    uint32_t place = shift + p->places[i];
    if (set_has(&m->dead, (uint64_t)m->target.first + place)) continue;
    places[g->count] = (uint16_t)place;
    if (p->codes) {
      codes[g->count] = p->codes[i];
      g->ceiling = code_ceiling(g->ceiling, p->codes[i]);
      if (m->lengths[place] < g->shortest) g->shortest = m->lengths[place];
    }
    g->count++;
  }
}

static bool write_list(merge *m, uint32_t term, const gathered *g, error *e) {
  if (!g->count) return true;
  size_t size = g->count * sizeof *m->list;
  if (!term_is_word(term))
    return posting_insert(m->store, m->target.id, term, (text){(char *)(m->list + 2), size}, e);
  memmove(m->list + 2 + g->count, m->list + 2 + SEGMENT_SPAN, size);
  m->list[0] = g->ceiling;
  m->list[1] = g->shortest;
  text bytes = {(char *)m->list, POSTING_HEAD + 2 * size};
  return posting_insert(m->store, m->target.id, term, bytes, e);
}

static bool merge_lists(merge *m, error *e) {
  uint32_t term = 0;
  while (next_term(m, &term)) {
    gathered g = {.shortest = UINT16_MAX};
    for (size_t i = 0; i < m->count; i++) {
      source *from = &m->sources[i];
      if (!from->more || from->term != term) continue;
      text bytes = {sqlite3_column_blob(from->walk, 1),
                    (size_t)sqlite3_column_bytes(from->walk, 1)};
      postings p = postings_read(bytes, term_is_word(term));
      gather(m, from, &p, &g);
      if (!source_step(m, from, e)) return false;
    }
    if (!write_list(m, term, &g, e)) return false;
  }
  return true;
}

/* --- The whole --- */

/* The target's lengths and days; the dead have neither, and do not count. */
static void fill_target(merge *m) {
  for (size_t i = 0; i < m->count; i++) {
    const segment_row *row = &m->sources[i].row;
    for (uint32_t k = 0; k < row->span; k++) {
      uint64_t number = (uint64_t)row->first + k;
      if (set_has(&m->dead, number)) continue;
      size_t place = (size_t)(number - (uint64_t)m->target.first);
      m->lengths[place] = row->lengths[k];
      m->days[2 * place] = row->days[2 * k];
      m->days[2 * place + 1] = row->days[2 * k + 1];
      m->target.words += row->lengths[k];
    }
    m->target.records += row->records;
  }
  for (uint64_t n = set_next(&m->dead, (uint64_t)m->target.first); n != SET_END;
       n = set_next(&m->dead, n + 1))
    m->target.records--;
}

static bool run_between(store *s, statement_name name, long long from, long long to, error *e) {
  sqlite3_stmt *statement = store_statement(s, name, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, from);
  sqlite3_bind_int64(statement, 2, to);
  return store_run(s, statement, e);
}

static bool drop_sources(merge *m, error *e) {
  for (size_t i = 0; i < m->count; i++) {
    long long id = m->sources[i].row.id;
    sqlite3_finalize(m->sources[i].walk);
    m->sources[i].walk = NULL;
    sqlite3_stmt *statement = store_statement(m->store, STATEMENT_SEGMENT_DELETE, e);
    if (!statement) return false;
    sqlite3_bind_int64(statement, 1, id);
    if (!store_run(m->store, statement, e) ||
        !run_between(m->store, STATEMENT_POSTING_DELETE, posting_key(id, 0), posting_key(id + 1, 0),
                     e))
      return false;
  }
  return run_between(m->store, STATEMENT_DEAD_FORGET, m->target.first,
                     m->target.first + m->target.span, e);
}

static bool merge_run(merge *m, error *e) {
  const segment_row *newest = &m->sources[0].row;
  const segment_row *oldest = &m->sources[m->count - 1].row;
  m->target.first = oldest->first;
  m->target.span = (uint32_t)(newest->first + newest->span - oldest->first);
  reverse_sources(m);
  m->lengths = calloc(SEGMENT_SPAN, sizeof *m->lengths);
  m->days = calloc(2 * SEGMENT_SPAN, sizeof *m->days);
  m->list = malloc((2 + 2 * SEGMENT_SPAN) * sizeof *m->list);
  if (!m->lengths || !m->days || !m->list) return error_memory(e);
  fill_target(m);
  m->target.lengths = m->lengths;
  m->target.days = m->days;
  return segment_next(m->store, &m->target.id, e) && sources_open(m, e) && merge_lists(m, e) &&
         drop_sources(m, e) && segment_insert(m->store, &m->target, e);
}

static void merge_finish(merge *m) {
  for (size_t i = 0; i < m->count; i++) sqlite3_finalize(m->sources[i].walk);
  free(m->lengths);
  free(m->days);
  free(m->list);
}

bool segments_merge(store *s, error *e) {
  arena a;
  segments all;
  arena_init(&a);
  merge *m = calloc(1, sizeof *m);
  bool good = m ? segments_load(s, &all, &a, e) : error_memory(e);
  if (good) {
    m->store = s;
    m->dead = all.dead;
    if (choose(m, &all)) good = merge_run(m, e);
    merge_finish(m);
    segments_finish(&all);
  }
  free(m);
  arena_finish(&a);
  return good;
}
