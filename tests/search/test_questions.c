/* Questions that nobody should ask, libraries that nobody should have, and what explains a score.
 * The records are invented. */
#include <math.h>
#include <string.h>

#include "search/library.h"

static const char one_record[] =
    "PMID- 1\nTI  - Lapatinib in resistant tumours.\nDP  - 2015\n"
    "MH  - Breast Neoplasms/drug therapy\n";

/* Enough records for feedback: a hundred about other things, and a few that share words. */
static text many_records(arena *a) {
  text all = TEXT("");
  for (int i = 1; i <= 120; i++) {
    const char *about = i <= 6 ? "Trastuzumab and lapatinib in resistant breast tumours"
                               : "Reading desks in quiet rooms";
    text one = arena_printf(
        a, "PMID- %d\nTI  - %s, part %d.\nAB  - %s of the series. Desk %d.\nDP  - %d\n\n", i, about,
        i, i <= 6 ? "Trastuzumab resistance by PTEN loss" : "Chairs", i, 1990 + i % 20);
    all = arena_join(a, all, TEXT(""), one);
  }
  return all;
}

typedef struct fixture {
  scratch scratch;
  searcher *searcher;
  arena a;
  answer found;
} fixture;

static void fixture_open(fixture *f, const char *records) {
  arena_init(&f->a);
  scratch_open(&f->scratch);
  library_fill(&f->scratch, records ? records : arena_string(&f->a, many_records(&f->a)));
  f->searcher = searcher_open(f->scratch.store, &f->scratch.e);
  ck_assert_msg(f->searcher != NULL, "%s", f->scratch.e.message);
}

static void fixture_close(fixture *f) {
  searcher_close(f->searcher);
  scratch_close(&f->scratch);
  arena_finish(&f->a);
}

static void ask(fixture *f, text words, search_request r) {
  r.limit = 20;
  assert_done(&f->scratch, search_topic(f->searcher, words, &r, &f->a, &f->found, &f->scratch.e));
}

/* --- Bad questions --- */

START_TEST(topics_without_words) {
  fixture f;
  static const struct {
    const char *typed;
    size_t hits;
    const char *notice;
  } cases[] = {
      {"", 0, "the text has no words"},
      {" ,;- ", 0, "the text has no words"},
      {"in the of", 1, NULL}, /* stop words are taken of a text that has no others */
      {"the of and", 0, "\"the\" is not in the library"},
      {"lapatinab", 0, "\"lapatinab\" is not in the library; did you mean lapatinib?"},
      {"lapatinab tumour", 1, "\"lapatinab\" is not in the library; did you mean lapatinib?"},
      {"lapaitnib", 0, "\"lapaitnib\" is not in the library; did you mean lapatinib?"},
      {"alpatinib", 0, "\"alpatinib\" is not in the library; did you mean lapatinib?"},
  };
  fixture_open(&f, one_record);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ask(&f, text_of(cases[i].typed), (search_request){0});
    ck_assert_msg(f.found.hits.count == cases[i].hits, "%s: %zu", cases[i].typed,
                  f.found.hits.count);
    if (cases[i].notice) assert_text(f.found.notices.items[0], cases[i].notice);
    else ck_assert_msg(f.found.notices.count <= 2, "%s", cases[i].typed);
  }
  fixture_close(&f);
}
END_TEST

START_TEST(very_long_words_and_texts) {
  fixture f;
  buffer long_text = {0};
  fixture_open(&f, one_record);
  for (int i = 0; i < 10000; i++) buffer_put(&long_text, "a");
  ask(&f, buffer_text(&long_text), (search_request){0});
  ck_assert_uint_eq(f.found.hits.count, 0);
  ck_assert_uint_eq(f.found.notices.count, 1);
  buffer_clear(&long_text);
  for (int i = 0; long_text.size < 10000000; i++)
    buffer_printf(&long_text, "word%d resistant tumours ", i % 50000);
  ask(&f, buffer_text(&long_text), (search_request){.explain = true});
  ck_assert_uint_eq(f.found.hits.count, 1);
  ck_assert_uint_eq(f.found.notices.count, 6);
  buffer_finish(&long_text);
  fixture_close(&f);
}
END_TEST

/* --- Poor libraries --- */

START_TEST(a_library_with_one_record_without_an_abstract) {
  fixture f;
  bool known;
  search_request r = {.limit = 5, .explain = true};
  fixture_open(&f, one_record);
  identifier own = {TEXT("pmid"), TEXT("1")}, other = {TEXT("pmid"), TEXT("2")};
  ask(&f, TEXT("breast tumours"), (search_request){.explain = true});
  ck_assert_uint_eq(f.found.hits.count, 1);
  ck_assert(f.found.hits.items[0].score > 0);
  assert_done(&f.scratch,
              search_similar(f.searcher, own, &r, &f.a, &f.found, &known, &f.scratch.e));
  ck_assert(known && !f.found.hits.count);
  assert_done(&f.scratch,
              search_similar(f.searcher, other, &r, &f.a, &f.found, &known, &f.scratch.e));
  ck_assert(!known && !f.found.hits.count);
  fixture_close(&f);
}
END_TEST

START_TEST(damaged_indexes_give_an_error_or_an_answer) {
  static const char *const damages[] = {
      "DELETE FROM block",
      "UPDATE block SET data = substr(data, 1, length(data) / 2)",
      "UPDATE block SET data = x'ffffffffffff'",
      "UPDATE segment SET lengths = substr(lengths, 1, 1)",
      "DELETE FROM segment",
      "DELETE FROM article",
      "DELETE FROM word",
  };
  for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
    fixture f;
    bool known;
    search_request r = {.limit = 20, .explain = true};
    fixture_open(&f, NULL);
    searcher_close(f.searcher);
    assert_done(&f.scratch, store_execute(f.scratch.store, damages[i], &f.scratch.e));
    f.searcher = searcher_open(f.scratch.store, &f.scratch.e);
    if (f.searcher) {
      error e;
      error_clear(&e);
      bool good =
          search_topic(f.searcher, TEXT("resistant breast tumours"), &r, &f.a, &f.found, &e);
      ck_assert_msg(good || *e.message, "%s", damages[i]);
      error_clear(&e);
      good = search_similar(f.searcher, (identifier){TEXT("pmid"), TEXT("3")}, &r, &f.a, &f.found,
                            &known, &e);
      ck_assert_msg(good || *e.message, "%s", damages[i]);
    } else {
      ck_assert_msg(*f.scratch.e.message, "%s", damages[i]);
    }
    fixture_close(&f);
  }
}
END_TEST

/* Many articles score alike there, so that the newer ones come first; nobody guesses which. */
START_TEST(dates_are_missed_where_they_decide) {
  static const char *const damages[] = {"UPDATE segment SET dates = x'00'",
                                        "UPDATE segment SET dates = zeroblob(2 * span)"};
  for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
    fixture f;
    search_request r = {.limit = 20, .plain = true};
    fixture_open(&f, NULL);
    assert_done(&f.scratch, store_execute(f.scratch.store, damages[i], &f.scratch.e));
    ck_assert(!search_topic(f.searcher, TEXT("quiet rooms"), &r, &f.a, &f.found, &f.scratch.e));
    ck_assert_ptr_nonnull(strstr(f.scratch.e.message, "is damaged"));
    fixture_close(&f);
  }
}
END_TEST

/* --- Words and phrases in turns --- */

static double score_of(scratch *s, const char *typed) {
  answer found;
  arena a;
  arena_init(&a);
  searcher *x = searcher_open(s->store, &s->e);
  query_options options = {0};
  search_request r = {.limit = 5, .literal = true};
  query *q = query_parse(text_of(typed), &options, &a, &s->e);
  ck_assert_ptr_nonnull(q);
  assert_done(s, search_query(x, q, &r, &a, &found, &s->e));
  ck_assert_uint_eq(found.hits.count, 1);
  double score = found.hits.items[0].score;
  searcher_close(x);
  arena_finish(&a);
  return score;
}

/* In the second segment nothing has the word before each phrase. */
START_TEST(phrases_beside_words_that_are_missing) {
  scratch s;
  scratch_open(&s);
  library_add(&s, "PMID- 1\nTI  - Zebras in the zoo.\n\nPMID- 2\nTI  - Lions.\n", 1);
  library_add(&s,
              "PMID- 3\nTI  - After a heart attack.\nAB  - Long after it, a brain stroke.\n\n"
              "PMID- 4\nTI  - Reading desks.\n",
              3);
  double both = score_of(&s,
                         "(zebra[tiab] OR \"heart attack\"[tiab]) AND "
                         "(zebra[tiab] OR \"brain stroke\"[tiab]) NOT zebras[ti]");
  double sum = score_of(&s, "\"heart attack\"[tiab]") + score_of(&s, "\"brain stroke\"[tiab]");
  ck_assert_double_eq_tol(both, sum, 1e-9);
  scratch_close(&s);
}
END_TEST

/* --- Explaining --- */

static void assert_explained(const answer *found) {
  for (size_t i = 0; i < found->hits.count; i++) {
    const hit *h = &found->hits.items[i];
    double sum = 0;
    for (size_t k = 0; k < h->shares.count; k++) {
      const score_share *s = &h->shares.items[k];
      double by_column = 0;
      for (unsigned c = 0; c < COLUMN_COUNT; c++) by_column += s->columns[c];
      if (!s->near) ck_assert_double_eq_tol(by_column, s->score, 1e-9);
      sum += s->score;
    }
    ck_assert_double_eq_tol(sum, h->score, 1e-9);
  }
}

static size_t count_shares(const answer *found, bool near) {
  size_t count = 0;
  for (size_t i = 0; i < found->hits.count; i++)
    for (size_t k = 0; k < found->hits.items[i].shares.count; k++) {
      const score_share *s = &found->hits.items[i].shares.items[k];
      count += near ? s->near : s->sources.count > 0;
    }
  return count;
}

START_TEST(shares_add_up_to_the_score) {
  fixture f;
  bool known;
  score_parameters p = parameters_default();
  search_request r = {.limit = 20, .explain = true};
  fixture_open(&f, NULL);
  ask(&f, TEXT("resistant breast tumours in desks"), r);
  assert_explained(&f.found);
  ck_assert_uint_gt(count_shares(&f.found, true), 0);
  ck_assert_uint_gt(count_shares(&f.found, false), 0);
  r.plain = r.reverse = true;
  ask(&f, TEXT("resistant breast tumours in desks"), r);
  assert_explained(&f.found);
  ck_assert_uint_eq(count_shares(&f.found, false), 0);
  assert_done(&f.scratch, parameters_set(&p, "weights", TEXT("title=9,abstract=0"), &f.scratch.e));
  r = (search_request){.limit = 20, .explain = true, .parameters = &p};
  ask(&f, TEXT("resistant breast tumours in desks"), r);
  assert_explained(&f.found);
  assert_done(&f.scratch, search_similar(f.searcher, (identifier){TEXT("pmid"), TEXT("3")}, &r,
                                         &f.a, &f.found, &known, &f.scratch.e));
  ck_assert_uint_gt(f.found.hits.count, 4);
  assert_explained(&f.found);
  fixture_close(&f);
}
END_TEST

START_TEST(reversing_turns_the_whole_list) {
  fixture f;
  texts forth = {0};
  fixture_open(&f, NULL);
  search_request r = {.limit = 200};
  assert_done(&f.scratch,
              search_topic(f.searcher, TEXT("desk rooms"), &r, &f.a, &f.found, &f.scratch.e));
  for (size_t i = 0; i < f.found.hits.count; i++)
    *list_push(&f.a, &forth) = record_id(f.found.hits.items[i].record, TEXT("pmid"));
  ck_assert_uint_gt(forth.count, 100);
  ck_assert_uint_eq(forth.count, (size_t)f.found.total);
  r = (search_request){.limit = 7, .offset = 3, .reverse = true};
  assert_done(&f.scratch,
              search_topic(f.searcher, TEXT("desk rooms"), &r, &f.a, &f.found, &f.scratch.e));
  ck_assert_uint_eq(f.found.hits.count, 7);
  for (size_t i = 0; i < 7; i++)
    ck_assert(text_equal(record_id(f.found.hits.items[i].record, TEXT("pmid")),
                         forth.items[forth.count - 1 - 3 - i]));
  fixture_close(&f);
}
END_TEST

/* --- Parameters --- */

START_TEST(parameters_from_texts) {
  static const struct {
    const char *name, *value, *result; /* result: NULL where it is refused */
  } cases[] = {
      {"k1", "1.2", "1.2"},
      {"k1", "0", "0"},
      {"k1", "-1", NULL},
      {"k1", "nan", NULL},
      {"k1", "1.2x", NULL},
      {"k1", "", NULL},
      {"b", "1", "1"},
      {"b", "1.01", NULL},
      {"weights", "title=5", "title=5,abstract=1,keywords=2,mesh=2"},
      {"weights", "mesh=0, abstract=2", "title=3,abstract=2,keywords=2,mesh=0"},
      {"weights", "title=21", NULL},
      {"weights", "names=1", NULL},
      {"weights", "title", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    error e;
    score_parameters p = parameters_default();
    arena_init(&a);
    error_clear(&e);
    bool good = parameters_set(&p, cases[i].name, text_of(cases[i].value), &e);
    ck_assert_msg(good == (cases[i].result != NULL), "%s %s", cases[i].name, cases[i].value);
    if (good) assert_text(parameters_get(&p, cases[i].name, &a), cases[i].result);
    else ck_assert_int_eq(e.kind, ERROR_USE);
    arena_finish(&a);
  }
}
END_TEST

SUITE("search/questions", topics_without_words, very_long_words_and_texts,
      a_library_with_one_record_without_an_abstract, damaged_indexes_give_an_error_or_an_answer,
      dates_are_missed_where_they_decide, phrases_beside_words_that_are_missing,
      shares_add_up_to_the_score, reversing_turns_the_whole_list, parameters_from_texts)
