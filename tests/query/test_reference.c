/* Putting what references stand for into their place. */
#include "query/reference.h"

#include "query/pubmed.h"
#include "support.h"

/* #1 is "a1 OR b1", #2 the reference itself, and there is nothing else. */
static query *find(void *context, query *reference, error *e) {
  arena *a = context;
  if (text_equal(reference->text, TEXT("1"))) return query_parse(TEXT("a1 OR b1"), NULL, a, e);
  if (text_equal(reference->text, TEXT("2"))) return reference;
  error_set(e, ERROR_USE, "nothing");
  return NULL;
}

static const struct {
  const char *typed, *outcome;
} cases[] = {
    {"c1", "(word \"c1\")"},
    {"c1 AND d1", "(and (word \"c1\") (word \"d1\"))"},
    {"#1", "(or (word \"a1\") (word \"b1\"))"},
    {"#1 AND c1", "(and (or (word \"a1\") (word \"b1\")) (word \"c1\"))"},
    {"c1 NOT (d1 OR #1)",
     "(not (word \"c1\") (or (word \"d1\") (or (word \"a1\") (word \"b1\"))))"},
    {"#2 AND #1", "(and (history \"2\") (or (word \"a1\") (word \"b1\")))"},
    {"c1 AND #3", "error 7 nothing"},
    {"c1 OR query:x", "error 6 nothing"},
};

START_TEST(references_are_replaced) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena a;
    error e;
    arena_init(&a);
    error_clear(&e);
    references to = {find, &a};
    query *q = query_parse(text_of(cases[i].typed), NULL, &a, &e);
    query *again = query_refer(q, &to, &a, &e);
    text outcome =
        again ? query_print(again, &a) : arena_printf(&a, "error %ld %s", e.offset, e.message);
    assert_text(outcome, cases[i].outcome);
    ck_assert_int_eq(query_has_references(q), strpbrk(cases[i].typed, "#:") != NULL);
    if (!query_has_references(q)) ck_assert_ptr_eq(again, q);
    arena_finish(&a);
  }
}
END_TEST

/* Twice as much with each reference: it ends with an error, and soon. */
static query *find_half(void *context, query *reference, error *e) {
  query **tree = context;
  (void)reference, (void)e;
  return *tree;
}

START_TEST(a_query_cannot_grow_without_end) {
  arena a;
  error e;
  arena_init(&a);
  error_clear(&e);
  query *tree = query_parse(TEXT("a1"), NULL, &a, &e), *pair;
  references to = {find_half, &tree};
  for (int i = 0; i < 30 && tree; i++) {
    pair = query_parse(TEXT("#1 OR #1"), NULL, &a, &e);
    tree = query_refer(pair, &to, &a, &e);
  }
  ck_assert_ptr_null(tree);
  ck_assert_str_eq(e.message, "with what it refers to, this has more than 200000 terms");
  arena_finish(&a);
}
END_TEST

SUITE("query/reference", references_are_replaced, a_query_cannot_grow_without_end)
