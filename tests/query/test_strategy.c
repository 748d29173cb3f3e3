/* Strategies of several lines in both languages. */
#include "query/strategy.h"
#include "cases.h"

static bool parse(text typed, arena *a, strategy *s, texts *notes, error *e) {
  query_options options = {.today = CASES_TODAY, .notes = notes};
  error_clear(e);
  return strategy_parse(typed, DIALECT_ANY, &options, a, s, e);
}

/* ---- Ten strategies in both languages ---- */

static const char *const names[] = {
    "01-inhaler-technique",     "02-trastuzumab-resistance",    "03-diabetes-apps",
    "04-delirium-hip-fracture", "05-exercise-depression",       "06-early-warning-sepsis",
    "07-breastfeeding-support", "08-stroke-telerehabilitation", "09-caesarean-prophylaxis",
    "10-school-obesity",
};

static strategy read_file(const char *name, const char *ending, buffer *file, arena *a) {
  char path[256];
  strategy s;
  error e;
  snprintf(path, sizeof path, "query/strategies/%s.%s.txt", name, ending);
  *file = cases_read(path);
  ck_assert_msg(parse(buffer_text(file), a, &s, NULL, &e), "%s, line %lu: %s", path, e.line,
                e.message);
  return s;
}

static void compare(const char *name) {
  arena a;
  buffer files[2];
  arena_init(&a);
  strategy ovid = read_file(name, "ovid", &files[0], &a);
  strategy pubmed = read_file(name, "pubmed", &files[1], &a);
  ck_assert_int_eq(ovid.dialect, DIALECT_OVID);
  ck_assert_int_eq(pubmed.dialect, DIALECT_PUBMED);
  ck_assert_uint_eq(ovid.lines.count, pubmed.lines.count);
  for (size_t i = 0; i < ovid.lines.count; i++) {
    error e;
    ck_assert_uint_eq(ovid.lines.items[i].number, pubmed.lines.items[i].number);
    text written = query_to_pubmed(ovid.lines.items[i].read, &a, NULL);
    query *again = dialect_parse(written, DIALECT_PUBMED, NULL, &a, &e);
    ck_assert_msg(again != NULL, "%s %zu: %.*s", name, i + 1, TEXT_ARG(written));
    text got = query_print(again, &a), expected = query_print(pubmed.lines.items[i].read, &a);
    ck_assert_msg(text_equal(got, expected), "%s, line %zu\n  Ovid's:   %.*s\n  PubMed's: %.*s",
                  name, i + 1, TEXT_ARG(got), TEXT_ARG(expected));
  }
  buffer_finish(&files[0]);
  buffer_finish(&files[1]);
  arena_finish(&a);
}

START_TEST(both_languages_mean_the_same) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) compare(names[i]);
}
END_TEST

/* Written and read again, in the same language, they are the same. */
static void check_written(const strategy *s, const char *name, arena *a) {
  strategy again;
  error e;
  text written = strategy_write(s, s->dialect, a, NULL);
  ck_assert_msg(parse(written, a, &again, NULL, &e), "%s: %s\n%.*s", name, e.message,
                TEXT_ARG(written));
  ck_assert_uint_eq(again.lines.count, s->lines.count);
  for (size_t i = 0; i < s->lines.count; i++) {
    text first = query_print(s->lines.items[i].tree, a);
    text second = query_print(again.lines.items[i].tree, a);
    ck_assert_msg(text_equal(first, second), "%s, line %zu\n  %.*s\n  %.*s", name, i + 1,
                  TEXT_ARG(first), TEXT_ARG(second));
  }
}

START_TEST(what_is_written_reads_as_the_same) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    arena a;
    buffer files[2];
    arena_init(&a);
    strategy ovid = read_file(names[i], "ovid", &files[0], &a);
    strategy pubmed = read_file(names[i], "pubmed", &files[1], &a);
    check_written(&ovid, names[i], &a);
    check_written(&pubmed, names[i], &a);
    buffer_finish(&files[0]);
    buffer_finish(&files[1]);
    arena_finish(&a);
  }
}
END_TEST

/* ---- Lines ---- */

/* "1 TREE; 2 TREE" of a strategy, or the error. */
static text outline(text typed, arena *a) {
  strategy s;
  error e;
  text all = {"", 0};
  if (!parse(typed, a, &s, NULL, &e))
    return arena_printf(a, "line %lu, byte %ld: %s", e.line, e.offset, e.message);
  for (size_t i = 0; i < s.lines.count; i++) {
    text tree = query_print(s.lines.items[i].tree, a);
    text line = arena_printf(a, "%u %.*s", s.lines.items[i].number, TEXT_ARG(tree));
    all = arena_join(a, all, TEXT("; "), line);
  }
  return all;
}

START_TEST(lines_are_told_apart) {
  static const struct {
    const char *typed, *outline;
  } cases[] = {
      {"asthma", "1 (word \"asthma\")"},
      {"a1\nb1\n#1 OR #2", "1 (word \"a1\"); 2 (word \"b1\"); 3 (or (word \"a1\") (word \"b1\"))"},
      {"1. a1\n2. b1\n3. 1 OR 2",
       "1 (word \"a1\"); 2 (word \"b1\"); 3 (or (word \"a1\") (word \"b1\"))"},
      {"#1 a1\n#2 b1\n#3 #1 AND #2",
       "1 (word \"a1\"); 2 (word \"b1\"); 3 (and (word \"a1\") (word \"b1\"))"},
      {"#1: a1\r\n#2: b1\r\n", "1 (word \"a1\"); 2 (word \"b1\")"},
      {"1\ta1\t1,234\n2\tb1\t5", "1 (word \"a1\"); 2 (word \"b1\")"},
      {"1 a1 (1234)\n2 b1 (5)", "1 (word \"a1\"); 2 (word \"b1\")"},
      {"\n\n1. a1\n\n2. b1\n\n", "1 (word \"a1\"); 2 (word \"b1\")"},
      {"Searched on Friday\n1. a1 OR\n   b1\n2. #1",
       "1 (or (word \"a1\") (word \"b1\")); 2 (or (word \"a1\") (word \"b1\"))"},
      {"1. a1\n5. b1\n6. #5", "1 (word \"a1\"); 5 (word \"b1\"); 6 (word \"b1\")"},
      {"a1.ti.\nb1.ti.\n1 and 2",
       "1 (word ti \"a1\"); 2 (word ti \"b1\"); 3 (and (word ti \"a1\") (word ti \"b1\"))"},
      {"1 a1.ti.\n2 b1.ti.\n3 1 or 2\n4 or/1-3\n5 3 not 4",
       "1 (word ti \"a1\"); 2 (word ti \"b1\"); 3 (or (word ti \"a1\") (word ti \"b1\")); "
       "4 (or (word ti \"a1\") (word ti \"b1\") (or (word ti \"a1\") (word ti \"b1\"))); "
       "5 (not (or (word ti \"a1\") (word ti \"b1\")) (or (word ti \"a1\") (word ti \"b1\") (or "
       "(word ti \"a1\") (word ti \"b1\"))))"},
      {"1. a1.ti.\n2. limit 1 to english",
       "1 (word ti \"a1\"); 2 (and (word ti \"a1\") (value la "
       "\"english\"))"},
      {"#1 Search: a1\n#2 Search: b1", "1 (word \"a1\"); 2 (word \"b1\")"},
      {"1. a1 2019\n2. b1", "1 (run (word \"a1\") (word \"2019\")); 2 (word \"b1\")"},
      {"", "line 0, byte 0: there is no line with a query"},
      {"\n \n", "line 0, byte 0: there is no line with a query"},
      {"1. a1\n2. #3", "line 2, byte 9: there is no line 3 above"},
      {"1. a1\n2. #2", "line 2, byte 9: there is no line 2 above"},
      {"1. a1\n2. b1[tib]\n", "line 2, byte 11: unknown tag [tib]; did you mean [tiab]?"},
      {"a1.ti.\n\n(b1", "line 3, byte 8: this bracket is never closed"},
      {"1. a1.ti.\n2. 1 and 7", "line 2, byte 19: there is no line 7 above"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    arena_init(&a);
    assert_text(outline(text_of(cases[i].typed), &a), cases[i].outline);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(a_heading_is_passed_over_with_a_remark) {
  arena a;
  strategy s;
  error e;
  texts notes = {0};
  arena_init(&a);
  ck_assert(parse(TEXT("Database: MEDLINE\n\n1. a1\n"), &a, &s, &notes, &e));
  ck_assert_uint_eq(notes.count, 1);
  assert_text(notes.items[0], "passed over: Database: MEDLINE");
  arena_finish(&a);
}
END_TEST

START_TEST(lines_that_double_each_time_are_refused) {
  buffer b = {0};
  arena a;
  strategy s;
  error e;
  arena_init(&a);
  buffer_put(&b, "1. a1\n");
  for (int i = 2; i < 60; i++) buffer_printf(&b, "%d. #%d OR #%d\n", i, i - 1, i - 1);
  ck_assert(!parse(buffer_text(&b), &a, &s, NULL, &e));
  ck_assert_int_eq(e.kind, ERROR_USE);
  ck_assert_uint_eq(e.line, 19);
  buffer_finish(&b);
  arena_finish(&a);
}
END_TEST

SUITE("query/strategy", both_languages_mean_the_same, what_is_written_reads_as_the_same,
      lines_are_told_apart, a_heading_is_passed_over_with_a_remark,
      lines_that_double_each_time_are_refused)
