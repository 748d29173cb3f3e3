/* Checking a library. */
#include "index/check.h"

#include "index/census.h"
#include "index/fts5_tables.h"
#include "index/fts5_walk.h"
#include "index/index.h"

enum { FAULTS_MOST = 20 };

typedef struct checker {
  store *store;
  const check_watch *watch;
  arena *a;
  texts *faults;
  error *e;
  census census;
  segments segments;
  uint64_t *sums; /* of postings, by segment, as the articles say */
  uint64_t words; /* of the text index, as the articles say */
  size_t at;      /* the segment under way */
  long long articles;
} checker;

#define fault(c, ...)                                                                \
  ((c)->faults->count < FAULTS_MOST                                                  \
       ? (void)(*list_push((c)->a, (c)->faults) = arena_printf((c)->a, __VA_ARGS__)) \
       : (void)0)

/* --- SQLite's own checks --- */

/* Runs a check that gives a row for each fault, or one that says "ok". */
static bool ask_sqlite(checker *c, statement_name name, const char *what) {
  sqlite3_stmt *statement = store_statement(c->store, name, c->e);
  if (!statement) return false;
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    const char *found = (const char *)sqlite3_column_text(statement, 0);
    if (found && !text_equal(text_of(found), TEXT("ok"))) fault(c, "%s: %s", what, found);
  }
  sqlite3_reset(statement);
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) fault(c, "%s: the file is damaged", what);
  else if (code != SQLITE_DONE) return store_fail(c->store, what, c->e);
  return true;
}

/* FTS5's check of itself is a writing statement; where nothing can be written it is left out. */
static bool ask_fts5(checker *c) {
  sqlite3_stmt *statement = store_statement(c->store, STATEMENT_CHECK_TEXT, c->e);
  if (!statement) return false;
  int code = sqlite3_step(statement);
  sqlite3_reset(statement);
  if ((code & 0xFF) == SQLITE_CORRUPT) fault(c, "the text index is damaged");
  else if (code != SQLITE_DONE && (code & 0xFF) != SQLITE_READONLY)
    return store_fail(c->store, "checking the text index", c->e);
  return true;
}

/* --- Articles --- */

/* Every identifier of the article must lead to it. */
static bool check_identifiers(checker *c, article_id id, const record *r) {
  for (size_t i = 0; i < r->ids.count; i++) {
    const identifier *one = &r->ids.items[i];
    sqlite3_stmt *statement = store_statement(c->store, STATEMENT_CHECK_IDENTIFIER, c->e);
    if (!statement) return false;
    sqlite3_bind_text(statement, 1, one->scheme.data, (int)one->scheme.size, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, one->value.data, (int)one->value.size, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 3, id);
    bool there = sqlite3_step(statement) == SQLITE_ROW;
    sqlite3_reset(statement);
    if (!there)
      fault(c, "article %lld is not found by its identifier %.*s:%.*s", id, TEXT_ARG(one->scheme),
            TEXT_ARG(one->value));
  }
  return true;
}

/* A number that no article has must not count in a segment. */
static void check_gap(checker *c, article_id id) {
  const segment_row *row = &c->segments.list.items[c->at];
  size_t place = (size_t)(id - row->first);
  if (set_has(&c->segments.dead, (uint64_t)id)) return;
  if (row->lengths[place] || segment_days(row, (uint32_t)place).from)
    fault(c, "the index holds article %lld, which the library does not have", id);
}

/* Goes on to the segment that holds the article; *next is the first number not yet looked at. */
static const segment_row *segment_of(checker *c, article_id id, article_id *next) {
  for (; c->at < c->segments.list.count; c->at++) {
    const segment_row *row = &c->segments.list.items[c->at];
    if (*next < row->first) *next = row->first;
    article_id end = row->first + row->span;
    while (*next < id && *next < end) check_gap(c, (*next)++);
    if (id < end) return id < row->first ? NULL : row;
  }
  return NULL;
}

static bool check_article(checker *c, article_id id, article_id *next) {
  record r;
  arena a;
  census_sums sums;
  bool there;
  const segment_row *row = segment_of(c, id, next);
  uint16_t place = row ? (uint16_t)(id - row->first) : 0;
  arena_init(&a);
  record_init(&r, &a);
  bool good = article_get(c->store, id, &r, &there, c->e) && check_identifiers(c, id, &r) &&
              census_take(&c->census, place, &r, &sums, c->e);
  if (good) c->words += sums.words;
  if (good && (!row || set_has(&c->segments.dead, (uint64_t)id))) {
    fault(c, "article %lld is not in the index", id);
  } else if (good) {
    c->sums[c->at] += sums.postings;
    if (row->lengths[place] != sums.length)
      fault(c, "the index has a wrong length for article %lld", id);
    date_span days = segment_days(row, place);
    if (days.from != sums.days.from || days.to != sums.days.to)
      fault(c, "the index has a wrong date for article %lld", id);
  }
  if (row) *next = id + 1;
  arena_finish(&a);
  return good;
}

static bool check_articles(checker *c) {
  article_id id = 0, next = 0;
  bool more;
  while (article_next(c->store, &id, &more, c->e)) {
    if (!more) {
      segment_of(c, INT64_MAX, &next);
      return true;
    }
    if (!check_article(c, id, &next)) return false;
    if (c->watch->told) c->watch->told(c->watch->context, ++c->articles);
  }
  return false;
}

/* --- The indexes --- */

static uint64_t sum_list(const checker *c, const segment_row *row, text key, const postings *list) {
  uint64_t sum = 0, term = text_hash(key);
  for (uint32_t i = 0; i < list->count; i++) {
    uint16_t place = list->places[i];
    if (set_has(&c->segments.dead, (uint64_t)row->first + place)) continue;
    sum += census_posting(term, place, list->codes ? list->codes[i] : 0);
  }
  return sum;
}

static bool check_postings(checker *c, size_t at) {
  const segment_row *row = &c->segments.list.items[at];
  uint64_t sum = 0;
  lists_walk walk;
  error problem;
  error_clear(&problem);
  bool good = lists_walk_open(&walk, c->store, row->id, &problem);
  while (good && walk.more) {
    sum += sum_list(c, row, walk.key, &walk.postings);
    good = lists_walk_step(&walk, &problem);
  }
  lists_walk_finish(&walk);
  if (!good) fault(c, "%s", problem.message);
  else if (sum != c->sums[at])
    fault(c, "the postings of segment %lld are not those of its articles", row->id);
  return true;
}

/* Adds up the words of the articles that are alive. */
static bool sum_words(checker *c, fts5_walk *walk, uint64_t *sum, error *e) {
  while (walk->more) {
    uint64_t count = 0;
    bool more = true;
    while (more) {
      if (!fts5_walk_article(walk, &more, e)) return false;
      if (more && !set_has(&c->segments.dead, (uint64_t)walk->article))
        count += fts5_places_count(buffer_text(&walk->places));
    }
    *sum += census_words(walk->word, count);
    if (!fts5_walk_word(walk, e)) return false;
  }
  return true;
}

static bool check_words(checker *c) {
  uint64_t sum = 0;
  bool good = true, agree;
  if (!fts5_segments_agree(c->store, &agree, c->e)) return false;
  if (!agree) fault(c, "the text index has other segments than the postings");
  for (size_t i = 0; good && i < c->segments.list.count; i++) {
    fts5_walk walk;
    error problem;
    error_clear(&problem);
    good = fts5_walk_open(&walk, c->store, c->segments.list.items[i].id, &problem) &&
           sum_words(c, &walk, &sum, &problem);
    fts5_walk_finish(&walk);
    if (!good) fault(c, "%s", problem.message);
  }
  if (good && sum != c->words)
    fault(c, "the words of the text index are not those of the articles");
  return true;
}

/* --- All --- */

/* What cannot be used at all is a fault; then nothing more can be checked. */
static bool usable(checker *c) {
  error problem;
  error_clear(&problem);
  if (index_prepare(c->store, STORE_READ, &problem) &&
      segments_load(c->store, &c->segments, c->a, &problem) &&
      segments_read_dates(c->store, &c->segments, c->a, &problem))
    return true;
  fault(c, "%s", problem.message);
  return false;
}

static bool check_all(checker *c) {
  if (!census_init(&c->census, c->e)) return false;
  size_t count = c->segments.list.count;
  c->sums = arena_alloc(c->a, (count + 1) * sizeof *c->sums);
  if (!c->sums) return error_memory(c->e);
  bool good = check_articles(c);
  for (size_t i = 0; good && i < count; i++) good = check_postings(c, i);
  return good && check_words(c) && ask_fts5(c);
}

bool library_check(store *s, const check_watch *watch, arena *a, texts *faults, error *e) {
  checker c = {.store = s, .watch = watch, .a = a, .faults = faults, .e = e};
  error_clear(e);
  /* All of one state of the library, whoever else writes. */
  if (!store_execute(s, "BEGIN", e) || !ask_sqlite(&c, STATEMENT_CHECK_DATABASE, "the database") ||
      !ask_sqlite(&c, STATEMENT_CHECK_REFERENCES, "a reference that leads nowhere, in table"))
    return false;
  bool good = !usable(&c) || check_all(&c);
  census_finish(&c.census);
  segments_finish(&c.segments);
  store_rollback(s);
  return good && (!arena_failed(a) || error_memory(e));
}
