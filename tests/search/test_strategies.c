/* Ten search strategies, each in Ovid's language and in PubMed's: both find the same articles, line
 * by line, and what brute force finds. */
#include "brute_compare.h"
#include "query/strategy.h"
#include "../query/cases.h"

static const char *const names[] = {
    "01-inhaler-technique",     "02-trastuzumab-resistance",    "03-diabetes-apps",
    "04-delirium-hip-fracture", "05-exercise-depression",       "06-early-warning-sepsis",
    "07-breastfeeding-support", "08-stroke-telerehabilitation", "09-caesarean-prophylaxis",
    "10-school-obesity",
};

static strategy read_strategy(const char *name, const char *language, buffer *file, arena *a) {
  char path[256];
  query_options options = {.today = CASES_TODAY};
  strategy s;
  error e;
  error_clear(&e);
  snprintf(path, sizeof path, "query/strategies/%s.%s.txt", name, language);
  *file = cases_read(path);
  ck_assert_msg(strategy_parse(buffer_text(file), DIALECT_ANY, &options, a, &s, &e), "%s: %s", path,
                e.message);
  return s;
}

/* Articles of each line in both languages; how many all lines find together. */
static size_t compare_lines(brute_library *l, searcher *x, const char *name) {
  buffer files[2];
  arena a;
  size_t sum = 0;
  arena_init(&a);
  strategy ovid = read_strategy(name, "ovid", &files[0], &a);
  strategy pubmed = read_strategy(name, "pubmed", &files[1], &a);
  for (size_t i = 0; i < ovid.lines.count; i++) {
    set one = {0}, other = {0};
    evaluation v = {.x = x, .a = &a, .e = &l->s.e};
    brute_compare(l, x, ovid.lines.items[i].tree, false, &a);
    brute_compare(l, x, pubmed.lines.items[i].tree, true, &a);
    assert_done(&l->s, evaluate_query(&v, ovid.lines.items[i].tree, &one));
    assert_done(&l->s, evaluate_query(&v, pubmed.lines.items[i].tree, &other));
    text first = brute_difference(&one, &other, &a), second = brute_difference(&other, &one, &a);
    ck_assert_msg(text_equal(first, second), "%s, line %zu: Ovid's alone%.*s, PubMed's alone%.*s",
                  name, i + 1, TEXT_ARG(first), TEXT_ARG(second));
    sum += (size_t)set_count(&one);
    set_finish(&one);
    set_finish(&other);
  }
  buffer_finish(&files[0]);
  buffer_finish(&files[1]);
  arena_finish(&a);
  return sum;
}

static void run(bool shared) {
  brute_library l;
  size_t sum = 0;
  brute_start(&l);
  bool there = !shared || brute_read_shared(&l, 100);
  if (!shared) brute_read_corpus(&l);
  brute_ready(&l);
  searcher *x = searcher_open(l.s.store, &l.s.e);
  ck_assert_msg(x != NULL, "%s", l.s.e.message);
  for (size_t i = 0; there && i < sizeof names / sizeof *names; i++)
    sum += compare_lines(&l, x, names[i]);
  ck_assert_msg(!there || sum > 300, "all lines find no more than %zu", sum);
  searcher_close(x);
  brute_end(&l);
}

START_TEST(real_records) { run(true); }
END_TEST
START_TEST(corpus) { run(false); }
END_TEST

SUITE("search/strategies", real_records, corpus)
