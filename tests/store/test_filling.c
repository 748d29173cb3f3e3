/* Filling a library: past its log while there is nothing to read, and with it from then on. */
#include "store/filling.h"

#include <string.h>

#include "support.h"

static void run(store *s, const char *sql) {
  error e;
  error_clear(&e);
  ck_assert_msg(store_execute(s, sql, &e), "%s: %s", sql, e.message);
}

static store *open_library(const char *folder) {
  char path[256];
  error e;
  error_clear(&e);
  snprintf(path, sizeof path, "%s/filling.db", folder);
  store *s = store_open(path, STORE_WRITE, &e);
  ck_assert_msg(s != NULL, "%s", e.message);
  return s;
}

static void add_article(store *s) { run(s, "INSERT INTO article (checksum) VALUES (0)"); }

/* The mode, and that SQLite makes as sure of changes as it asks for: 1 is NORMAL, 2 is FULL. */
static void assert_mode(store *s, const char *expected) {
  ck_assert_msg(store_gives(s, "PRAGMA journal_mode", expected), "not %s", expected);
  bool logged = strcmp(expected, "wal") == 0;
  ck_assert(store_gives(s, "PRAGMA synchronous", logged ? "1" : "2"));
}

START_TEST(an_empty_library_is_filled_past_its_log) {
  const char *folder = test_folder();
  store *s = open_library(folder);
  assert_mode(s, "wal");
  filling_begin(s);
  assert_mode(s, "truncate");
  add_article(s);
  filling_end(s);
  assert_mode(s, "wal");
  store_close(s);
}
END_TEST

START_TEST(one_with_articles_keeps_its_log) {
  const char *folder = test_folder();
  store *s = open_library(folder);
  add_article(s);
  filling_begin(s);
  assert_mode(s, "wal");
  filling_end(s);
  store_close(s);
}
END_TEST

START_TEST(a_filling_that_was_interrupted_goes_on) {
  const char *folder = test_folder();
  store *s = open_library(folder);
  filling_begin(s);
  add_article(s);
  store_close(s);
  s = open_library(folder);
  assert_mode(s, "delete"); /* how SQLite names a journal of which it does not know how it ends */
  filling_begin(s);
  assert_mode(s, "truncate");
  filling_end(s);
  assert_mode(s, "wal");
  store_close(s);
}
END_TEST

START_TEST(who_reads_is_left_alone) {
  const char *folder = test_folder();
  store *s = open_library(folder), *reader = open_library(folder);
  run(reader, "BEGIN; SELECT count(*) FROM article");
  filling_begin(s);
  assert_mode(s, "wal");
  add_article(s);
  filling_end(s);
  store_close(reader);
  store_close(s);
}
END_TEST

/* More than memory is allowed is added while another reads: nothing waits until the transaction
 * ends. If it did, this test would not end in time. */
START_TEST(who_reads_holds_up_the_end_alone) {
  const char *folder = test_folder();
  store *s = open_library(folder);
  filling_begin(s);
  add_article(s);
  store *reader = open_library(folder);
  run(reader, "BEGIN; SELECT count(*) FROM article");
  run(s, "PRAGMA cache_size = 10; BEGIN IMMEDIATE");
  run(s,
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
      "INSERT INTO article (checksum, title) SELECT i, printf('%01000d', i) FROM n");
  for (int i = 0; i < 3; i++) add_article(s);
  run(reader, "COMMIT");
  run(s, "COMMIT");
  assert_mode(s, "truncate");
  store_close(reader);
  filling_end(s);
  assert_mode(s, "wal");
  store_close(s);
}
END_TEST

SUITE("store/filling", an_empty_library_is_filled_past_its_log, one_with_articles_keeps_its_log,
      a_filling_that_was_interrupted_goes_on, who_reads_is_left_alone,
      who_reads_holds_up_the_end_alone)
