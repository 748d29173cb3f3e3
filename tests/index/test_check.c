/* Checking a library: each fault is seen, and mended where it can be. */
#include "index/check.h"

#include <string.h>

#include "scratch.h"

enum { ARTICLES = 320 };

static void fill_record(record *r, int number, arena *a) {
  record_init(r, a);
  record_add_id(r, TEXT("pmid"), arena_printf(a, "%d", 1000 + number));
  r->title = arena_printf(a, "Desk %d of the reading room, HER2-positive", number);
  list_push(a, &r->abstract)->text = TEXT("Desks resist. Readers of TNF-alpha sit; they read.");
  r->published = arena_printf(a, "%d Mar", 1990 + number % 20);
  list_push(a, &r->headings)->name = TEXT("Libraries");
  list_push(a, &r->people)->family = TEXT("Smith");
}

/* A library of invented articles in several segments, of which some have been revised away. */
static void fill(scratch *s) {
  index_writer *w = index_writer_open(s->store, &s->e);
  assert_done(s, w && store_begin(s->store, &s->e));
  for (int i = 1; i <= ARTICLES; i++) {
    arena a;
    record r;
    arena_init(&a);
    fill_record(&r, i, &a);
    scratch_insert(s, i, &r);
    assert_done(s, index_writer_add_record(w, i, &r, &s->e));
    if (i == ARTICLES / 2) assert_done(s, index_writer_flush(w, &s->e));
    if (i % 10 == 0) {
      assert_done(s, index_writer_flush(w, &s->e));
      assert_done(s, index_writer_remove(w, i, &s->e));
      assert_done(s, article_remove(s->store, i, &r, &s->e));
    }
    arena_finish(&a);
  }
  assert_done(s, index_writer_flush(w, &s->e) && store_commit(s->store, &s->e));
  index_writer_close(w);
}

static void count_articles(void *context, long long articles) { *(long long *)context = articles; }

/* The faults, a line each. */
static text faults_of(scratch *s, arena *a) {
  texts faults = {0};
  long long told = 0;
  text lines = TEXT("");
  check_watch watch = {&told, count_articles};
  assert_done(s, library_check(s->store, &watch, a, &faults, &s->e));
  for (size_t i = 0; i < faults.count; i++)
    lines = arena_join(a, lines, TEXT("\n"), faults.items[i]);
  return lines;
}

/* Opens the library anew: what the store remembers of it may be what a case has changed. */
static void reopen(scratch *s) {
  store_close(s->store);
  s->store = store_open(s->path, STORE_WRITE, &s->e);
  assert_done(s, s->store != NULL);
}

static const struct {
  const char *damage; /* SQL */
  const char *fault;  /* found in the answer */
} cases[] = {
    {"UPDATE article SET title = 'A far longer title than before' WHERE id = 7",
     "wrong length for article 7"},
    {"UPDATE article SET title = 'Chair 7 of the reading room, HER2-positive' WHERE id = 7",
     "words of the text index"},
    {"UPDATE article SET headings = NULL WHERE id = 7", "postings of segment"},
    {"UPDATE article SET published = '1950' WHERE id = 7", "wrong date for article 7"},
    {
        "DELETE FROM posting WHERE key = (SELECT min(key) FROM posting)",
        "is damaged",
    },
    {"UPDATE posting SET data = zeroblob(length(data)) WHERE key = (SELECT min(key) FROM posting)",
     "postings of segment"},
    {"DELETE FROM segment WHERE id = (SELECT max(id) FROM segment)", "is not in the index"},
    {"INSERT INTO dead VALUES (7)", "article 7 is not in the index"},
    {"DELETE FROM block WHERE first = (SELECT max(first) FROM block)", "postings of segment"},
    {"UPDATE block SET data = substr(data, 1, length(data) - 3)", "is damaged"},
    {"DELETE FROM identifier WHERE article = 7", "not found by its identifier pmid:1007"},
    {"INSERT INTO identifier VALUES ('pmid', '5', 999)", "leads nowhere"},
    {"PRAGMA foreign_keys = off; DELETE FROM identifier WHERE article = 7;"
     "DELETE FROM article WHERE id = 7",
     "holds article 7, which the library does not have"},
    {"UPDATE library SET value = '1' WHERE name = 'index_version'", "rules of version 1"},
    {"DELETE FROM library WHERE name = 'index_version'", "has no index"},
    {"UPDATE segment SET lengths = x'00'", "is damaged"},
    {"UPDATE segment SET dates = x'00'", "is damaged"},
    {"UPDATE segment SET dates = zeroblob(2 * span)", "is damaged"},
    {"INSERT INTO text_index (rowid, title) VALUES (7, char(5) || 'stray')", "other segments"},
    {"UPDATE text_index_data SET block = zeroblob(length(block)) WHERE id > 10", "is damaged"},
};

START_TEST(test_damage) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    scratch s;
    arena a;
    arena_init(&a);
    scratch_open(&s);
    fill(&s);
    assert_text(faults_of(&s, &a), "");
    assert_done(&s, store_execute(s.store, cases[i].damage, &s.e));
    reopen(&s);
    text found = faults_of(&s, &a);
    ck_assert_msg(text_find(found, text_of(cases[i].fault)) != TEXT_NONE,
                  "after \"%s\": \"%.*s\", not \"%s\"", cases[i].damage, TEXT_ARG(found),
                  cases[i].fault);
    check_watch watch = {0};
    assert_done(&s, library_reindex(s.store, &watch, &s.e));
    assert_text(faults_of(&s, &a), "");
    scratch_close(&s);
    arena_finish(&a);
  }
}
END_TEST

/* Faults beyond a score are not listed one by one. */
START_TEST(test_many_faults) {
  scratch s;
  arena a;
  arena_init(&a);
  scratch_open(&s);
  fill(&s);
  assert_done(&s, store_execute(s.store, "DELETE FROM identifier", &s.e));
  text found = faults_of(&s, &a), line;
  size_t lines = 0;
  while (text_take_line(&found, &line)) lines++;
  ck_assert_uint_eq(lines, 20);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

SUITE("index/check", test_damage, test_many_faults)
