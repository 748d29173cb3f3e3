/* PubMed's query language, read. The cases are in pubmed.txt. */
#include <string.h>
#include <time.h>

#include "query/pubmed.h"
#include "cases.h"

static query *parse(text typed, arena *a, error *e, texts *notes) {
  query_options options = {.today = CASES_TODAY, .notes = notes};
  error_clear(e);
  return query_parse(typed, &options, a, e);
}

START_TEST(every_line_means_its_tree) {
  buffer file = cases_read("query/pubmed.txt");
  text rest = buffer_text(&file), input, expected;
  size_t count = 0;
  for (; cases_next(&rest, &input, &expected); count++) {
    arena a;
    error e;
    arena_init(&a);
    text outcome = cases_outcome(parse(input, &a, &e, NULL), &e, &a);
    ck_assert_msg(text_equal(outcome, expected), "%.*s\n  got      %.*s\n  expected %.*s",
                  TEXT_ARG(input), TEXT_ARG(outcome), TEXT_ARG(expected));
    arena_finish(&a);
  }
  ck_assert_uint_ge(count, 250);
  buffer_finish(&file);
}
END_TEST

START_TEST(every_tree_prints_as_a_query_that_means_it) {
  buffer file = cases_read("query/pubmed.txt");
  text rest = buffer_text(&file), input, expected;
  while (cases_next(&rest, &input, &expected)) {
    arena a;
    error e;
    arena_init(&a);
    query *q = parse(input, &a, &e, NULL);
    if (q) {
      text again = query_to_pubmed(q, &a, NULL);
      text outcome = cases_outcome(parse(again, &a, &e, NULL), &e, &a);
      ck_assert_msg(text_equal(outcome, expected), "%.*s\n  printed as %.*s\n  means %.*s",
                    TEXT_ARG(input), TEXT_ARG(again), TEXT_ARG(outcome));
    }
    arena_finish(&a);
  }
  buffer_finish(&file);
}
END_TEST

START_TEST(remarks_tell_what_may_surprise) {
  static const struct {
    const char *typed, *note;
  } cases[] = {
      {"cancer or tumor", "\"or\" is read as a word and passed over; operators are in capitals"},
      {"cancer not tumor", "\"not\" is read as a word and passed over; operators are in capitals"},
      {"wom*n", "\"wom*n\": PubMed itself knows * only at the end of a word"},
      {"pain -hip", "\"-hip\" does not exclude the word; NOT does"},
      {"(a1 OR b1)[ti]",
       "[ti] after a bracket is given to each of its terms; PubMed itself would not"},
      {"neoplasms/drug terapy[mh]", "\"drug terapy\" is no subheading; did you mean drug therapy?"},
      {"dugs[sh]", "\"dugs\" is no subheading"},
      {"exp asthma/", "\"asthma/\": a heading has [mh] behind it; a slash has Ovid's language"},
      {"neoplasms/dt[mh] AND therap*[sh]", NULL},
      {"cancer OR tumor", NULL},
      {"her2-positive cancer*", NULL},
      {"\"cancer or tumor\"", NULL},
      {"or", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    error e;
    texts notes = {0};
    arena_init(&a);
    ck_assert(parse(text_of(cases[i].typed), &a, &e, &notes));
    ck_assert_uint_eq(notes.count, cases[i].note ? 1 : 0);
    if (cases[i].note) assert_text(notes.items[0], cases[i].note);
    arena_finish(&a);
  }
}
END_TEST

/* Adds "[slice]" for every leaf. */
static void add_slices(buffer *b, const query *q, text typed) {
  if (query_has_items(q->kind) && q->kind != QUERY_NEAR) {
    for (size_t i = 0; i < q->items.count; i++) add_slices(b, q->items.items[i], typed);
    return;
  }
  buffer_printf(b, "{%.*s}", TEXT_ARG(text_slice(typed, q->from, q->from + q->size)));
}

START_TEST(leaves_know_their_place) {
  static const struct {
    const char *typed, *slices;
  } cases[] = {
      {"heart attack", "{heart}{attack}"},
      {"(heart, attack) OR \"one two\"", "{heart}{attack}{\"one two\"}"},
      {"kidney allograft[tiab] AND x1*", "{kidney allograft[tiab]}{x1*}"},
      {"“one two” [ti]", "{“one two” [ti]}"},
      {"\"2010\"[dp] : \"2015\"[dp] a1", "{\"2010\"[dp] : \"2015\"[dp]}{a1}"},
      {"cancer 2019:2024[dp]", "{cancer}{2019:2024[dp]}"},
      {"#1 AND query:\"my own\"", "{#1}{query:\"my own\"}"},
      {"(one two OR \"three\")[ti]", "{one two}{\"three\"}"},
      {"\"one two\"[tiab:~3] hasabstract", "{\"one two\"[tiab:~3]}{hasabstract}"},
      {"neoplasms/diet therapy AND =a1", "{neoplasms/diet therapy}{=a1}"},
      {"12345, 67890", "{12345}{67890}"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    error e;
    buffer b = {0};
    arena_init(&a);
    text typed = text_of(cases[i].typed);
    query *q = parse(typed, &a, &e, NULL);
    ck_assert_msg(q != NULL, "%s: %s", cases[i].typed, e.message);
    add_slices(&b, q, typed);
    assert_text(buffer_text(&b), cases[i].slices);
    buffer_finish(&b);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(without_a_today_relative_dates_are_errors) {
  arena a;
  error e;
  arena_init(&a);
  error_clear(&e);
  ck_assert(!query_parse(TEXT("\"last 5 years\"[dp]"), NULL, &a, &e));
  ck_assert_int_eq(e.kind, ERROR_USE);
  ck_assert_int_eq(e.offset, 1);
  arena_finish(&a);
}
END_TEST

/* ---- Hostile input ---- */

/* Reads `typed` and prints the tree again; gives the seconds it took. */
static double read_hostile(text typed) {
  arena a;
  error e;
  arena_init(&a);
  clock_t begun = clock();
  query *q = parse(typed, &a, &e, NULL);
  if (q) query_to_pubmed(q, &a, NULL);
  else ck_assert_int_eq(e.kind, ERROR_USE);
  if (!q) ck_assert(e.offset >= 0 && (size_t)e.offset <= typed.size);
  double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
  arena_finish(&a);
  return seconds;
}

START_TEST(long_input_is_read_in_linear_time) {
  static const char *const pieces[] = {
      "(",          ")",
      "()",         "(a1 ",
      "((a1)",      "[",
      "]",          "[]",
      "\"",         "\"\" ",
      "“",          "a1 ",
      "a1 AND ",    "a1 OR b1 AND ",
      "a1 NOT ",    "a1[ti] ",
      "a1[ti] OR ", "*",
      "a*",         "ab* ",
      "/",          "a1/dt ",
      "& ",         "a1 & ",
      "#",          "#1 ",
      ":",          "a1:",
      "1:2[dp] ",   "2000 : ",
      "\"a1\":",    "=a1",
      "=",          " ",
      "\xC2\xA0",   "\xFF",
      "10.1000/(",  "query:a1 ",
      "12345678 ",  "(a1 OR b1)[ti] ",
      "-",          "or ",
  };
  enum { SIZE = 100000 };
  static char typed[SIZE];
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    size_t size = strlen(pieces[i]);
    for (size_t at = 0; at < SIZE; at++) typed[at] = pieces[i][at % size];
    double seconds = read_hostile((text){typed, SIZE});
    ck_assert_msg(seconds < 2, "%d bytes of %s took %.1f s", SIZE, pieces[i], seconds);
  }
}
END_TEST

START_TEST(no_bytes_make_it_fail) {
  static const char *const pieces[] = {
      "(",
      ")",
      "[",
      "]",
      "\"",
      "*",
      "=",
      ":",
      "/",
      "#1",
      " ",
      "AND ",
      "OR ",
      "NOT ",
      "[ti]",
      "[dp]",
      "[mh:noexp]",
      "[tiab:~2]",
      "a1",
      "ab",
      "\0",
      "\xE2\x80\x9C",
      "\xE2",
      "\xFF",
      "2000",
      "&",
      "|",
      "query:",
      "last 5 years",
      "“",
      "\xC2",
      "10.1000/x",
      "hasabstract",
      "[pmid]",
      "[sb]",
      "all",
      "dt",
      "-",
      ",",
      "the",
  };
  enum { PIECES = sizeof pieces / sizeof *pieces, ROUNDS = 20000, LONGEST = 12 };
  unsigned long long state = 42;
  for (int round = 0; round < ROUNDS; round++) {
    char typed[LONGEST * 16];
    size_t size = 0;
    for (int i = 0; i < LONGEST; i++) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      const char *piece = pieces[(state >> 33) % PIECES];
      size_t length = *piece ? strlen(piece) : 1;
      memcpy(typed + size, piece, length);
      size += length;
    }
    read_hostile((text){typed, size});
  }
}
END_TEST

SUITE("query/pubmed", every_line_means_its_tree, every_tree_prints_as_a_query_that_means_it,
      remarks_tell_what_may_surprise, leaves_know_their_place,
      without_a_today_relative_dates_are_errors, long_input_is_read_in_linear_time,
      no_bytes_make_it_fail)
