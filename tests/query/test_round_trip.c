/* Trees at random, printed in PubMed's syntax: reading that gives the same tree. */
#include <string.h>

#include "query/pubmed.h"
#include "query/qualifier.h"
#include "cases.h"
#include "maker.h"

enum { TREES = 8000, DEEPEST = 5 };

static const char *const stop_words[] = {"of", "the", "with", "or"};

static bool is(const field *f, const char *name) { return !strcmp(f->name, name); }

/* ---- Leaves ---- */

static query *a_term(maker *m) {
  static const query_kind kinds[] = {QUERY_WORD, QUERY_EXACT, QUERY_PREFIX, QUERY_WILD,
                                     QUERY_PHRASE};
  query *q = query_new(m->arena, PICK(m, kinds));
  if (coin(m)) q->field = a_field(m, FIELD_WORDS, 0);
  q->text = q->kind == QUERY_WILD ? TEXT("wom*n") : a_word(m);
  if (q->kind == QUERY_PREFIX || q->kind == QUERY_WILD) q->quoted = coin(m);
  if (q->kind != QUERY_PHRASE) return q;
  size_t count = 1 + below(m, 4);
  q->text = some_words(m, count);
  q->quoted = count == 1 || !q->field || coin(m);
  if (count > 1 && coin(m)) q->text = arena_join(m->arena, q->text, TEXT(""), TEXT("*"));
  return q;
}

static void add_near_item(maker *m, query *near, query_kind kind) {
  query *item = query_new(m->arena, kind);
  item->text = a_word(m);
  query_add(m->arena, near, item);
}

static query *a_near(maker *m) {
  query *q = query_new(m->arena, QUERY_NEAR);
  q->ordered = coin(m);
  q->quoted = q->ordered && coin(m);
  q->distance = q->ordered ? 0 : (unsigned)below(m, 1001);
  if (!q->quoted || coin(m)) q->field = a_field(m, FIELD_WORDS, 0);
  add_near_item(m, q, QUERY_PREFIX);
  for (size_t i = 1 + below(m, 3); i; i--)
    add_near_item(m, q, coin(m) ? QUERY_EXACT : QUERY_PREFIX);
  return q;
}

static query *a_run(maker *m) {
  query *q = query_new(m->arena, QUERY_RUN);
  for (size_t i = 1 + below(m, 3); i; i--) {
    query *word = query_new(m->arena, QUERY_WORD);
    word->stop = coin(m);
    word->text = word->stop ? text_of(PICK(m, stop_words)) : a_word(m);
    query_add(m->arena, q, word);
  }
  query *last = query_new(m->arena, QUERY_WORD);
  last->text = a_word(m);
  query_add(m->arena, q, last);
  for (size_t i = 0; i < q->items.count; i++)
    q->text = arena_join(m->arena, q->text, TEXT(" "), q->items.items[i]->text);
  return q;
}

static query *a_value(maker *m) {
  static const field_kind kinds[] = {FIELD_NAME, FIELD_HEADING, FIELD_VALUE};
  static const char *const values[] = {
      "smith ja", "breast neoplasms", "Lung Diseases, Interstitial", "prevention & control",
      "medline",  "0140-6736"};
  static const char *const codes[] = {"dt", "dh", "pc", "zz"};
  query *q = query_new(m->arena, QUERY_VALUE);
  q->field = a_field(m, PICK(m, kinds), 0);
  q->text = text_of(PICK(m, values));
  q->quoted = coin(m);
  q->truncated = below(m, 4) == 0 && !text_equal(q->text, TEXT("prevention & control"));
  if (q->field->can & FIELD_EXPLODES) q->no_explode = coin(m);
  if (!q->truncated && (is(q->field, "mh") || is(q->field, "majr")) && coin(m)) {
    text code = text_of(PICK(m, codes)), name = qualifier_name(code);
    q->qualifier = name.size ? name : code;
  }
  return q;
}

static query *a_date(maker *m) {
  static const char *const dates[] = {"1998", "2000/01", "2001/05/31", "2020", "2024/02/29"};
  query *q = query_new(m->arena, coin(m) ? QUERY_RANGE : QUERY_VALUE);
  q->field = a_field(m, FIELD_DATE, FIELD_RANGES);
  q->text = text_of(PICK(m, dates));
  if (q->kind == QUERY_VALUE) return q;
  q->text = (text){"", 0};
  q->low = text_of(dates[below(m, 3)]);
  q->high = text_of(dates[3 + below(m, 2)]);
  return q;
}

static query *a_number(maker *m) {
  query *q = query_new(m->arena, coin(m) ? QUERY_RANGE : QUERY_VALUE);
  q->field = field_find(TEXT("pmid"));
  text low = arena_printf(m->arena, "%zu", 1 + below(m, 5000));
  if (q->kind == QUERY_VALUE) q->text = low;
  else q->low = low, q->high = arena_printf(m->arena, "%zu", 5000 + below(m, 5000));
  return q;
}

static query *a_reference(maker *m) {
  static const query_kind kinds[] = {QUERY_HISTORY, QUERY_SAVED, QUERY_ALL, QUERY_NOTHING};
  query *q = query_new(m->arena, PICK(m, kinds));
  if (q->kind == QUERY_HISTORY) q->text = arena_printf(m->arena, "%zu", below(m, 30));
  if (q->kind == QUERY_SAVED) q->text = coin(m) ? TEXT("mine") : TEXT("my reviews");
  return q;
}

static query *an_identifier(maker *m) {
  query *q = query_new(m->arena, QUERY_VALUE);
  q->field = field_find(coin(m) ? TEXT("doi") : TEXT("pmc"));
  q->text = is(q->field, "doi") ? TEXT("10.1016/S0140-6736(20)30183-5") : TEXT("PMC6055010");
  return q;
}

static query *a_leaf(maker *m) {
  static query *(*const leaves[])(maker *) = {a_term,      a_term,       a_near, a_run,
                                              a_value,     a_value,      a_date, a_number,
                                              a_reference, an_identifier};
  return PICK(m, leaves)(m);
}

START_TEST(what_is_printed_reads_as_the_same_tree) {
  for (int i = 0; i < TREES; i++) {
    arena a;
    error e;
    arena_init(&a);
    error_clear(&e);
    maker m = {&a, (unsigned long long)i * 7919 + 1};
    query *made = a_tree(&m, 1 + i % DEEPEST, a_leaf);
    text expected = query_print(made, &a), printed = query_to_pubmed(made, &a, NULL);
    query_options options = {.today = CASES_TODAY};
    text outcome = cases_outcome(query_parse(printed, &options, &a, &e), &e, &a);
    ck_assert_msg(text_equal(outcome, expected),
                  "tree %d\n  %.*s\n  prints as %.*s\n  reads as %.*s", i, TEXT_ARG(expected),
                  TEXT_ARG(printed), TEXT_ARG(outcome));
    arena_finish(&a);
  }
}
END_TEST

SUITE("query/round_trip", what_is_printed_reads_as_the_same_tree)
