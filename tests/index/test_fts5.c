/* The text index that Carrel writes is the one that FTS5 would have written: word by word, article
 * by article, place by place; after removals and merging too. */
#include "scratch.h"

#include "index/fts5_walk.h"
#include "index/tokenizer.h"

static unsigned long long seed = 5;

static unsigned random_below(unsigned n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(seed >> 33) % n;
}

/* Words of all frequencies, some with joined forms. Columns have one part each: between parts
 * Carrel leaves room, which FTS5 cannot. */
static text random_words(arena *a, unsigned most) {
  buffer words = {0};
  for (unsigned i = 1 + random_below(most); i; i--) {
    unsigned kind = random_below(10);
    if (kind < 6) buffer_printf(&words, "common%u ", random_below(4));
    else if (kind < 9) buffer_printf(&words, "word%u ", random_below(1 + random_below(3000)));
    else buffer_printf(&words, "HER-%u ", random_below(30));
  }
  text made = arena_text(a, buffer_text(&words));
  buffer_finish(&words);
  return made;
}

static void random_record(record *r, arena *a) {
  record_init(r, a);
  r->title = random_words(a, 12);
  if (random_below(8))
    list_push(a, &r->abstract)->text = random_words(a, random_below(300) ? 90 : 30000);
  if (random_below(2)) list_push(a, &r->keywords)->text = random_words(a, 3);
  if (!random_below(5)) list_push(a, &r->people)->family = random_words(a, 2);
}

/* The same article by way of FTS5. */
static void insert_plain(scratch *s, article_id id, const document *d) {
  sqlite3_stmt *insert;
  sqlite3_prepare_v2(store_database(s->store),
                     "INSERT INTO plain (rowid, title, abstract, keywords, mesh, names, journal,"
                     " affiliations, other) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                     -1, &insert, NULL);
  sqlite3_bind_int64(insert, 1, id);
  for (int i = 0; i < COLUMN_COUNT; i++)
    sqlite3_bind_text(insert, i + 2, d->columns[i].data, -1, SQLITE_STATIC);
  ck_assert_int_eq(sqlite3_step(insert), SQLITE_DONE);
  sqlite3_finalize(insert);
}

static void add(scratch *s, index_writer *w, article_id id, bool stays) {
  arena a;
  record r;
  document d;
  document_maker maker;
  arena_init(&a);
  random_record(&r, &a);
  ck_assert(document_maker_init(&maker) && document_make(&maker, &d, &r, &a));
  assert_done(s, index_writer_add(w, id, &d, &s->e));
  if (stays) insert_plain(s, id, &d);
  document_maker_finish(&maker);
  arena_finish(&a);
}

static void execute(scratch *s, const char *sql) {
  assert_done(s, store_execute(s->store, sql, &s->e));
}

static void compare_words(scratch *s) {
  execute(s,
          "DROP TABLE IF EXISTS ours; DROP TABLE IF EXISTS theirs;"
          "CREATE TEMP TABLE ours AS SELECT term, doc, col, offset FROM our_words"
          " WHERE doc NOT IN (SELECT article FROM dead);"
          "CREATE TEMP TABLE theirs AS SELECT term, doc, col, offset FROM their_words"
          " WHERE term <> char(30)");
  ck_assert_int_gt(scratch_number(s, "SELECT count(*) FROM ours"), 0);
  ck_assert_int_eq(scratch_number(s, "SELECT count(*) FROM ours"),
                   scratch_number(s, "SELECT count(*) FROM theirs"));
  ck_assert_int_eq(scratch_number(s,
                                  "SELECT count(*) FROM (SELECT * FROM ours EXCEPT "
                                  "SELECT * FROM theirs)"),
                   0);
  execute(s, "INSERT INTO text_index (text_index) VALUES ('integrity-check')");
  /* What bm25() asks for: sizes of columns, and averages. */
  ck_assert_int_eq(
      scratch_number(s,
                     "SELECT count(*) FROM text_index_docsize WHERE id NOT IN"
                     " (SELECT article FROM dead) AND sz NOT IN"
                     " (SELECT sz FROM plain_docsize WHERE id = text_index_docsize.id)"),
      0);
}

/* Phrases, prefixes and words together go by FTS5's skips. */
static void compare_matches(scratch *s) {
  for (int i = 0; i < 60; i++) {
    char query[128], sql[512];
    unsigned a = random_below(4), b = random_below(1 + random_below(3000)), c = random_below(30);
    static const char *const shapes[] = {
        "\"common%u word%u\"",    "common%u AND word%u",      "common%u NOT word%u",
        "\"common%u\" + word%u*", "NEAR(common%u word%u, 3)", "{title} : common%u OR word%u"};
    snprintf(query, sizeof query, shapes[random_below(6)], a, random_below(3) ? b : c);
    snprintf(sql, sizeof sql,
             "SELECT count(*) FROM (SELECT rowid FROM text_index WHERE text_index MATCH '%s'"
             " AND rowid NOT IN (SELECT article FROM dead) EXCEPT"
             " SELECT rowid FROM plain WHERE plain MATCH '%s')",
             query, query);
    ck_assert_msg(scratch_number(s, sql) == 0, "%s", query);
    snprintf(sql, sizeof sql,
             "SELECT count(*) FROM (SELECT rowid FROM plain WHERE plain MATCH '%s' EXCEPT"
             " SELECT rowid FROM text_index WHERE text_index MATCH '%s')",
             query, query);
    ck_assert_msg(scratch_number(s, sql) == 0, "%s", query);
  }
}

static void open_both(scratch *s) {
  scratch_open(s);
  execute(s,
          "CREATE VIRTUAL TABLE plain USING fts5 (title, abstract, keywords, mesh, names,"
          " journal, affiliations, other, content='', tokenize='carrel');"
          "CREATE VIRTUAL TABLE temp.our_words USING fts5vocab (main, text_index, instance);"
          "CREATE VIRTUAL TABLE temp.their_words USING fts5vocab (main, plain, instance)");
}

START_TEST(one_segment_is_as_fts5_writes_it) {
  scratch s;
  open_both(&s);
  index_writer *w = index_writer_open(s.store, &s.e);
  assert_done(&s, store_begin(s.store, &s.e));
  for (article_id id = 1; id <= 1500; id++) {
    bool stays = random_below(20);
    add(&s, w, id, stays);
    if (!stays) assert_done(&s, index_writer_remove(w, id, &s.e));
  }
  assert_done(&s, index_writer_flush(w, &s.e));
  assert_done(&s, store_commit(s.store, &s.e));
  ck_assert_int_eq(scratch_number(&s, "SELECT count(*) FROM segment"), 1);
  compare_words(&s);
  compare_matches(&s);
  index_writer_close(w);
  scratch_close(&s);
}
END_TEST

/* Many small segments, which merge; articles that go when their segment stands. */
START_TEST(merged_segments_are_too) {
  scratch s;
  open_both(&s);
  index_writer *w = index_writer_open(s.store, &s.e);
  article_id id = 0;
  for (int round = 0; round < 40; round++) {
    assert_done(&s, store_begin(s.store, &s.e));
    article_id before = id;
    for (unsigned i = random_below(round % 10 == 9 ? 400 : 12); i; i--)
      id++, add(&s, w, id, (id * 7) % 11 != 0);
    for (article_id gone = before > 60 ? before - 60 : 1; gone <= before; gone++)
      if ((gone * 7) % 11 == 0) assert_done(&s, index_writer_remove(w, gone, &s.e));
    assert_done(&s, index_writer_flush(w, &s.e));
    assert_done(&s, store_commit(s.store, &s.e));
  }
  assert_done(&s, store_begin(s.store, &s.e));
  for (article_id gone = 1; gone <= id; gone++)
    if ((gone * 7) % 11 == 0) assert_done(&s, index_writer_remove(w, gone, &s.e));
  assert_done(&s, store_commit(s.store, &s.e));
  ck_assert_int_lt(scratch_number(&s, "SELECT count(*) FROM segment"), 16);
  compare_words(&s);
  compare_matches(&s);
  index_writer_close(w);
  scratch_close(&s);
}
END_TEST

START_TEST(varints_are_sqlites) {
  static const struct {
    uint64_t number;
    size_t size;
  } cases[] = {{0, 1},          {127, 1},        {128, 2},        {16383, 2},
               {16384, 3},      {1ull << 55, 8}, {1ull << 56, 9}, {(1ull << 56) - 1, 8},
               {UINT64_MAX, 9}, {1ull << 63, 9}, {0x12345678, 5}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    buffer b = {0};
    uint64_t again;
    fts5_add_varint(&b, cases[i].number);
    ck_assert_uint_eq(b.size, cases[i].size);
    text rest = buffer_text(&b);
    ck_assert(fts5_take_varint(&rest, &again) && rest.size == 0);
    ck_assert_uint_eq(again, cases[i].number);
    rest = text_slice(buffer_text(&b), 0, b.size - 1);
    ck_assert(!fts5_take_varint(&rest, &again));
    buffer_finish(&b);
  }
}
END_TEST

SUITE("index/fts5", one_segment_is_as_fts5_writes_it, merged_segments_are_too, varints_are_sqlites)
