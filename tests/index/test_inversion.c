/* From articles with terms to terms with articles, against counting by hand. */
#include "support.h"

#include <string.h>

#include "index/inversion.h"
#include "index/posting.h"

enum { TERMS = 5000, ARTICLES = 300, MOST = 2500 };

static unsigned long long seed = 11;

static unsigned random_below(unsigned n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(seed >> 33) % n;
}

/* Gives the inversion articles and notes what each term must have. */
static void add_articles(inversion *v, uint16_t (*expected)[ARTICLES]) {
  for (uint16_t place = 0; place < ARTICLES; place++) {
    for (unsigned i = random_below(MOST); i; i--) {
      uint32_t term = random_below(1 + random_below(TERMS));
      unsigned column = random_below(COLUMN_COUNT);
      ck_assert(inversion_count(v, term, (int)column));
      expected[term][place] = code_count(expected[term][place], column);
    }
    ck_assert(inversion_end_article(v, place));
  }
}

START_TEST(terms_have_their_articles) {
  inversion v;
  inversion_init(&v);
  for (int round = 0; round < 2; round++) {
    uint16_t(*expected)[ARTICLES] = calloc(TERMS, sizeof *expected);
    add_articles(&v, expected);
    ck_assert(inversion_make(&v, TERMS));
    for (uint32_t term = 0; term < TERMS; term++) {
      uint32_t at = v.starts[term];
      for (uint16_t place = 0; place < ARTICLES; place++)
        if (expected[term][place])
          ck_assert_uint_eq(v.postings[at++], (uint32_t)place << 16 | expected[term][place]);
      ck_assert_uint_eq(at, v.starts[term + 1]);
    }
    inversion_clear(&v);
    free(expected);
  }
  inversion_finish(&v);
}
END_TEST

START_TEST(a_value_counts_in_no_column) {
  inversion v;
  inversion_init(&v);
  ck_assert(inversion_count(&v, 1, INVERSION_VALUE) && inversion_count(&v, 1, INVERSION_VALUE));
  ck_assert(inversion_end_article(&v, 9) && inversion_make(&v, 2));
  ck_assert_uint_eq(v.starts[1], 0);
  ck_assert_uint_eq(v.starts[2], 1);
  ck_assert_uint_eq(v.postings[0], 9u << 16);
  inversion_finish(&v);
}
END_TEST

SUITE("index/inversion", terms_have_their_articles, a_value_counts_in_no_column)
