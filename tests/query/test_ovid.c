/* Ovid's query language, read and written. The cases are in ovid.txt. */
#include <string.h>
#include <time.h>

#include "query/ovid.h"
#include "query/qualifier.h"
#include "cases.h"
#include "maker.h"

static query *parse(text typed, arena *a, error *e, texts *notes) {
  query_options options = {.today = CASES_TODAY, .notes = notes};
  error_clear(e);
  return ovid_parse(typed, &options, a, e);
}

START_TEST(every_line_means_its_tree) {
  buffer file = cases_read("query/ovid.txt");
  text rest = buffer_text(&file), input, expected;
  while (cases_next(&rest, &input, &expected)) {
    arena a;
    error e;
    arena_init(&a);
    query *q = parse(input, &a, &e, NULL);
    text outcome = cases_outcome(q, &e, &a);
    ck_assert_msg(text_equal(outcome, expected), "%.*s\n  got      %.*s\n  expected %.*s",
                  TEXT_ARG(input), TEXT_ARG(outcome), TEXT_ARG(expected));
    if (q) {
      text again = query_to_ovid(q, &a, NULL);
      outcome = cases_outcome(parse(again, &a, &e, NULL), &e, &a);
      ck_assert_msg(text_equal(outcome, expected), "%.*s\n  written as %.*s\n  means %.*s",
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
      {"1 or 2 and 3", "without brackets, and is worked off before not, and not before or"},
      {"a1 not b1 and c1", "without brackets, and is worked off before not, and not before or"},
      {"asthma.ab. /freq=3", "/freq=3 is not kept: one occurrence is enough"},
      {"asthma.hw.", ".hw., words of headings, is asked as all text words"},
      {"((a1 adj2 b1) adj5 c1).ti.",
       "adj within adj: the widest distance, in any order, counts for all of it"},
      {"smit#s.au.", "\"smit#s\" is a whole value and is cut off at its wildcard"},
      {"1 or (2 and 3)", NULL},
      {"a1 or b1 or c1 adj3 d1", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    error e;
    texts notes = {0};
    arena_init(&a);
    ck_assert_msg(parse(text_of(cases[i].typed), &a, &e, &notes) != NULL, "%s", e.message);
    ck_assert_msg(notes.count == (cases[i].note ? 1 : 0), "%s: %zu", cases[i].typed, notes.count);
    if (cases[i].note) assert_text(notes.items[0], cases[i].note);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(what_ovid_cannot_say_is_told) {
  static const struct {
    const char *typed, *ovid, *lost; /* remarks parted by "|" */
  } cases[] = {
      {"cancer[ti]", "cancer.ti.", ""},
      {"\"breast cancer\"[tiab] OR tumor*[tiab]", "(\"breast cancer\" or tumor*).ti,ab,kf.", ""},
      {"asthma[mh] OR asthma[majr:noexp]", "exp asthma/ or *asthma/", ""},
      {"\"hip pain\"[tiab:~2]", "(hip adj3 pain).ti,ab,kf.", ""},
      {"smith j[au]", "smith j*.au.", ""},
      {"\"smith j\"[au]", "smith j.au.", ""},
      {"2010:2020[dp]", "2010:2020.yr.", ""},
      {"2010/03:2020[dp]", "201003:2020.yr.",
       "Ovid's date of publication is a year; months and days count for nothing"},
      {"1000:2000[pmid]", "1000:2000.ui.", "[pmid]: Ovid has no ranges of numbers"},
      {"heart attack", "(heart and attack).mp.",
       "untagged words are asked as .mp.; PubMed also looks for headings among them"},
      {"heart", "heart.mp.",
       "untagged words are asked as .mp.; PubMed also looks for headings among them"},
      {"query:mine", "\"mine\"", "query:mine: saved queries are Carrel's own"},
      {"review[pt:noexp]", "review.pt.", "[pt:noexp]: Ovid does not explode .pt. anyway"},
      {"aspirin[pa]", "aspirin.af.", "[pa]: Ovid has no such field; asked in all"},
      {"neoplasm*[mh]", "neoplasm*.sh.",
       "neoplasm*: Ovid truncates headings only in .sh., which does not explode"},
      {"none[sb]", "\"0\".ui.", "Ovid cannot ask for no record; asked for a number that none has"},
      {"wom*n[ti]", "wom*n.ti.", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    error e;
    texts lost = {0};
    arena_init(&a);
    error_clear(&e);
    query *q = query_parse(text_of(cases[i].typed), NULL, &a, &e);
    ck_assert_msg(q != NULL, "%s", e.message);
    assert_text(query_to_ovid(q, &a, &lost), cases[i].ovid);
    text all = {"", 0};
    for (size_t j = 0; j < lost.count; j++) all = arena_join(&a, all, TEXT("|"), lost.items[j]);
    assert_text(all, cases[i].lost);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(what_pubmed_cannot_say_is_told) {
  static const struct {
    const char *typed, *pubmed, *lost;
  } cases[] = {
      {"asthma.ti,ab.", "asthma[tiab]", ""},
      {"exp *Asthma/dt", "\"Asthma/drug therapy\"[majr]", ""},
      {"wom#n.ti.", "woman[ti] OR women[ti] OR womin[ti] OR womon[ti] OR womun[ti] OR womyn[ti]",
       "wom#n: no wildcards inside words; written as woman, women, womin, womon, womun, womyn"},
      {"colo?r.ti.", "color[ti] OR colour[ti]",
       "colo?r: no wildcards inside words; written as color, colour"},
      {"p?ediatric*.ti.", "pediatric*[ti] OR paediatric*[ti] OR poediatric*[ti]",
       "p?ediatric*: no wildcards inside words; written as pediatric*, paediatric*, poediatric*"},
      {"organi#ation.ti.", "organisation[ti] OR organization[ti]",
       "organi#ation: no wildcards inside words; written as organisation, organization"},
      {"patient?.ti.", "patient[ti] OR patients[ti]",
       "patient?: no wildcards inside words; written as patient, patients"},
      {"dog$1.ti.", "dog*[ti]", "dog$1: no wildcards inside words; written as dog*"},
      {"(breast adj3 cancer).ti.", "\"breast cancer\"[ti:~2]", ""},
      {"((a1 or b1) adj3 c1).ti.", "\"a1 c1\"[ti:~2] OR \"b1 c1\"[ti:~2]", ""},
      {"(wom#n adj health).ti.",
       "\"woman health\"[ti] OR \"women health\"[ti] OR \"womin health\"[ti] OR \"womon "
       "health\"[ti] OR \"womun health\"[ti] OR \"womyn health\"[ti]",
       "wom#n: no wildcards inside words; written as woman, women, womin, womon, womun, womyn"},
      {"(hip adj3 pain*).mp.", "\"hip pain*\"[tw:~2]",
       "PubMed drops proximity around a truncated word; Carrel does not|PubMed has proximity in "
       "[ti], [tiab] and [ad] only"},
      {"(\"hip pain\" adj3 chronic).ti.", "\"hip pain chronic\"[ti:~2]",
       "\"hip pain\" inside proximity: its words are asked one by one"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    error e;
    texts lost = {0};
    arena_init(&a);
    query *q = parse(text_of(cases[i].typed), &a, &e, NULL);
    ck_assert_msg(q != NULL, "%s", e.message);
    assert_text(query_to_pubmed(q, &a, &lost), cases[i].pubmed);
    text all = {"", 0};
    for (size_t j = 0; j < lost.count; j++) all = arena_join(&a, all, TEXT("|"), lost.items[j]);
    assert_text(all, cases[i].lost);
    arena_finish(&a);
  }
}
END_TEST

START_TEST(the_language_is_told_apart) {
  static const struct {
    const char *typed;
    bool ovid;
  } cases[] = {
      {"exp Asthma/", true},
      {"Asthma/", true},
      {"asthma.ti,ab.", true},
      {"(breast adj3 cancer)", true},
      {"or/1-5", true},
      {"limit 5 to english", true},
      {"(asthma or wheeze).mp. [mp=title, abstract]", true},
      {"exp *Asthma/dt, th", true},
      {"1 and 2", false},
      {"asthma", false},
      {"asthma AND child[mh]", false},
      {"neoplasms/dh[mh]", false},
      {"neoplasms/dt", false},
      {"and/or", false},
      {"HIV/AIDS", false},
      {"the u.s.a. in", false},
      {"breast cancer.", false},
      {"\"unclosed", false},
      {"(asthma[tiab]) AND exp Asthma/", false},
      {"", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    ck_assert_msg(ovid_is_likely(text_of(cases[i].typed)) == cases[i].ovid, "%s", cases[i].typed);
}
END_TEST

/* ---- Random trees ---- */

static bool is(const field *f, const char *name) { return !strcmp(f->name, name); }

static const field *text_field(maker *m) {
  static const char *const names[] = {"ti", "ab", "tiab", "tw", "all", "ad", "ot"};
  return field_find(text_of(PICK(m, names)));
}

static query *near_item(maker *m) {
  static const query_kind kinds[] = {QUERY_EXACT, QUERY_PREFIX, QUERY_WILD, QUERY_PHRASE};
  query *q = query_new(m->arena, PICK(m, kinds));
  q->text = q->kind == QUERY_WILD ? TEXT("colo?r$2") : a_word(m);
  if (q->kind != QUERY_PHRASE) return q;
  q->text = some_words(m, 1 + below(m, 2));
  q->quoted = true;
  return q;
}

static query *a_near(maker *m) {
  query *q = query_new(m->arena, QUERY_NEAR);
  q->field = text_field(m);
  q->distance = (unsigned)below(m, 20);
  for (size_t i = 2 + below(m, 2); i; i--) {
    query *item = near_item(m);
    query_add(m->arena, q, coin(m) ? item : query_pair(m->arena, QUERY_OR, item, near_item(m)));
  }
  return q;
}

static query *a_term(maker *m) {
  static const query_kind kinds[] = {QUERY_WORD, QUERY_PREFIX, QUERY_WILD, QUERY_PHRASE};
  query *q = query_new(m->arena, PICK(m, kinds));
  q->field = text_field(m);
  q->text = q->kind == QUERY_WILD ? TEXT("organi#ation*") : a_word(m);
  q->quoted = q->kind == QUERY_PHRASE;
  if (q->quoted) q->text = some_words(m, 1 + below(m, 3));
  return q;
}

static query *a_value(maker *m) {
  static const char *const tags[] = {"mh", "majr", "pt", "au", "la", "dp"};
  static const char *const codes[] = {"dt", "th", "pc"};
  query *q = query_new(m->arena, QUERY_VALUE);
  q->field = field_find(text_of(PICK(m, tags)));
  bool heading = is(q->field, "mh") || is(q->field, "majr");
  q->quoted = !is(q->field, "la") && !is(q->field, "dp");
  q->text = is(q->field, "dp") ? TEXT("2020") : TEXT("Wounds and Injuries");
  if (heading) q->no_explode = coin(m);
  if (heading && coin(m)) q->qualifier = qualifier_name(text_of(PICK(m, codes)));
  return q;
}

static query *a_line(maker *m) {
  query *q = query_new(m->arena, QUERY_HISTORY);
  q->text = arena_printf(m->arena, "%zu", 1 + below(m, 9));
  return q;
}

static query *a_leaf(maker *m) {
  static query *(*const leaves[])(maker *) = {a_term, a_near, a_value, a_line};
  return PICK(m, leaves)(m);
}

START_TEST(what_is_written_reads_as_the_same_tree) {
  for (int i = 0; i < 5000; i++) {
    arena a;
    error e;
    arena_init(&a);
    maker m = {&a, (unsigned long long)i * 104729 + 1};
    query *made = a_tree(&m, 1 + i % 5, a_leaf);
    text expected = query_print(made, &a), written = query_to_ovid(made, &a, NULL);
    text outcome = cases_outcome(parse(written, &a, &e, NULL), &e, &a);
    ck_assert_msg(text_equal(outcome, expected),
                  "tree %d\n  %.*s\n  writes as %.*s\n  reads as %.*s", i, TEXT_ARG(expected),
                  TEXT_ARG(written), TEXT_ARG(outcome));
    arena_finish(&a);
  }
}
END_TEST

/* ---- Hostile input ---- */

START_TEST(long_input_is_read_in_linear_time) {
  static const char *const pieces[] = {
      "(",
      ")",
      "(a1 ",
      "[",
      "[a]",
      "\"",
      "\"a\" ",
      "a1 ",
      "a1 and ",
      "a1 or ",
      "a1 not ",
      "a1 adj3 ",
      "a1 adj ",
      "a1 or b1 and ",
      "exp a/ ",
      "exp a ",
      "exp a or ",
      "a1/",
      "a1/ or ",
      "*",
      "*a/ or ",
      ".",
      ".ti.",
      "a1.ti. or ",
      "a1.ti,ab,",
      "(a1).ti. or ",
      "or/1-999 or ",
      "1 or ",
      "a$1 ",
      "(a1 or b1) adj2 ",
      "((a1 adj2 b1) or c1) adj3 ",
      "/freq=1 ",
      "limit 1 to ",
      "a1,",
      "\xFF",
      "\xC2\xA0",
      ":",
  };
  enum { SIZE = 100000 };
  static char typed[SIZE];
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    size_t size = strlen(pieces[i]);
    for (size_t at = 0; at < SIZE; at++) typed[at] = pieces[i][at % size];
    arena a;
    error e;
    arena_init(&a);
    clock_t begun = clock();
    query *q = parse((text){typed, SIZE}, &a, &e, NULL);
    if (q) query_to_ovid(q, &a, NULL);
    else ck_assert(e.kind == ERROR_USE && e.offset >= 0 && e.offset <= SIZE);
    ovid_is_likely((text){typed, SIZE});
    double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    ck_assert_msg(seconds < 3, "%d bytes of %s took %.1f s", SIZE, pieces[i], seconds);
    arena_finish(&a);
  }
}
END_TEST

SUITE("query/ovid", every_line_means_its_tree, remarks_tell_what_may_surprise,
      what_ovid_cannot_say_is_told, what_pubmed_cannot_say_is_told, the_language_is_told_apart,
      what_is_written_reads_as_the_same_tree, long_input_is_read_in_linear_time)
