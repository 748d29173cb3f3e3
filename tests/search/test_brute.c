/* Thousands of queries by chance: the library finds what brute force finds. */
#include "random_query.h"

enum { DEEPEST = 3 };

/* The sanitizers watch the code, all of which fewer queries run through as well. */
#ifdef __SANITIZE_ADDRESS__
enum { WATCHED = 5 };
#else
enum { WATCHED = 1 };
#endif

static void compare_many(brute_library *l, unsigned long long seed, int count) {
  searcher *x = searcher_open(l->s.store, &l->s.e);
  ck_assert_msg(x != NULL, "%s", l->s.e.message);
  pool = &l->b;
  for (int i = 0; i < count; i++) {
    arena a;
    arena_init(&a);
    maker m = {&a, seed * 1000003 + (unsigned long long)i * 7919 + 1};
    brute_compare(l, x, a_tree(&m, i % (DEEPEST + 1), a_random_leaf), i % 2, &a);
    arena_finish(&a);
  }
  searcher_close(x);
}

static void run(unsigned long long seed, int count, bool shared) {
  brute_library l;
  brute_start(&l);
  bool there = !shared || brute_read_shared(&l, 60);
  if (!shared && seed % 2) brute_read_corpus(&l);
  if (!shared && !(seed % 2)) brute_read_synthetic(&l, 250);
  brute_ready(&l);
  if (there) brute_make_mesh(&l);
  if (there) compare_many(&l, seed, count / WATCHED);
  brute_end(&l);
}

START_TEST(real_records_1) { run(11, 1100, true); }
END_TEST
START_TEST(real_records_2) { run(12, 1100, true); }
END_TEST
START_TEST(corpus_1) { run(21, 1000, false); }
END_TEST
START_TEST(corpus_2) { run(23, 1000, false); }
END_TEST
START_TEST(synthetic_records) { run(22, 1100, false); }
END_TEST

SUITE("search/brute", real_records_1, real_records_2, corpus_1, corpus_2, synthetic_records)
