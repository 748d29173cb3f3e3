/* Words in FTS5: what is indexed, and what a query finds. */
#include "support.h"

#include "base/buffer.h"
#include "index/document.h"
#include "index/tokenizer.h"

/* Words go in as they have been found in a record. */
static void insert_title(sqlite3_stmt *insert, size_t row, const char *title) {
  document_maker maker;
  document made;
  record r;
  arena a;
  arena_init(&a);
  record_init(&r, &a);
  r.title = text_of(title);
  ck_assert(document_maker_init(&maker) && document_make(&maker, &made, &r, &a));
  sqlite3_bind_int64(insert, 1, (sqlite3_int64)row);
  sqlite3_bind_text(insert, 2, made.columns[COLUMN_TITLE].data, -1, SQLITE_STATIC);
  ck_assert_int_eq(sqlite3_step(insert), SQLITE_DONE);
  sqlite3_reset(insert);
  document_maker_finish(&maker);
  arena_finish(&a);
}

static sqlite3 *open_index(void) {
  static const char *const titles[] = {
      "breast HER2 cancer",
      "breast HER-2 cancer",
      "breast HER 2 cancer",
      "HER and 2 others",
      "TNF-\xCE\xB1 in Sj\xC3\xB6gren's syndrome",
      "first part\n\x1E\nsecond part",
  };
  sqlite3 *db;
  sqlite3_stmt *insert;
  error e;
  ck_assert(sqlite3_open(":memory:", &db) == SQLITE_OK && tokenizer_register(db, &e));
  ck_assert_int_eq(sqlite3_exec(db,
                                "CREATE VIRTUAL TABLE t USING fts5"
                                "(title, content = '', tokenize = 'carrel')",
                                NULL, NULL, NULL),
                   SQLITE_OK);
  sqlite3_prepare_v2(db, "INSERT INTO t (rowid, title) VALUES (?1, ?2)", -1, &insert, NULL);
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    insert_title(insert, i + 1, titles[i]);
  sqlite3_finalize(insert);
  return db;
}

/* The values of the first column, each with a "|" behind it. */
static void query(sqlite3 *db, const char *sql, const char *expression, buffer *found) {
  sqlite3_stmt *statement;
  buffer_clear(found);
  ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
  sqlite3_bind_text(statement, 1, expression, -1, SQLITE_STATIC);
  int result;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW)
    buffer_printf(found, "%s|", (const char *)sqlite3_column_text(statement, 0));
  ck_assert_msg(result == SQLITE_DONE, "%s: %s", expression, sqlite3_errmsg(db));
  sqlite3_finalize(statement);
}

static const struct {
  const char *expression, *rows;
} searches[] = {
    {"her2", "1|2|3|"}, /* one token, as it stands */
    {"\"her 2\"", "1|2|3|"},
    {"her", "1|2|3|4|"},
    {"\"breast her 2 cancer\"", "1|2|3|"},
    {"\"breast her2\"", "1|2|3|"},
    {"her2 + 2", "1|2|3|"}, /* the joined form takes the place of the first part alone */
    {"\"HER2\"", ""},       /* queries are folded before */
    {"tnfalpha", "5|"},
    {"\"tnf alpha in sjogren\"", "5|"},
    {"sjogre*", "5|"},
    {"\"part second\"", ""}, /* no phrase crosses a separator */
    {"\"first part\" AND \"second part\"", "6|"},
    {"NEAR(breast cancer, 2)", "1|2|3|"},
};

START_TEST(queries_name_words_as_they_stand) {
  sqlite3 *db = open_index();
  buffer found = {0};
  for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
    query(db, "SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY rowid", searches[i].expression,
          &found);
    ck_assert_msg(text_equal(buffer_text(&found), text_of(searches[i].rows)),
                  "%s finds %.*s rather than %s", searches[i].expression,
                  TEXT_ARG(buffer_text(&found)), searches[i].rows);
  }
  buffer_finish(&found);
  sqlite3_close(db);
}
END_TEST

START_TEST(each_word_has_its_place_in_the_index) {
  sqlite3 *db = open_index();
  buffer found = {0};
  ck_assert_int_eq(
      sqlite3_exec(db, "CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)", NULL, NULL, NULL),
      SQLITE_OK);
  query(
      db,
      "SELECT term || '@' || offset FROM v WHERE doc = 2 AND ?1 IS NOT NULL ORDER BY offset, term",
      "", &found);
  assert_text(buffer_text(&found), "breast@0|her@1|her2@1|2@2|cancer@3|");
  buffer_finish(&found);
  sqlite3_close(db);
}
END_TEST

START_TEST(arguments_are_refused) {
  sqlite3 *db = open_index();
  ck_assert_int_ne(sqlite3_exec(db, "CREATE VIRTUAL TABLE u USING fts5(x, tokenize = 'carrel 1')",
                                NULL, NULL, NULL),
                   SQLITE_OK);
  sqlite3_close(db);
}
END_TEST

SUITE("index/tokenizer", queries_name_words_as_they_stand, each_word_has_its_place_in_the_index,
      arguments_are_refused)
