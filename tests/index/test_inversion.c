/* From articles with terms to terms with articles, against counting by hand. */
#include "support.h"

#include <string.h>

#include "index/class_list.h"
#include "index/inversion.h"

enum { TERMS = 3000, ARTICLES = 200, MOST = 700 };

static unsigned long long seed = 11;

static unsigned random_below(unsigned n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(seed >> 33) % n;
}

/* Gives the inversion articles and notes what each term must have. */
static void add_articles(inversion *v, uint16_t (*expected)[ARTICLES], const set *removed) {
  for (uint16_t place = 0; place < ARTICLES; place++) {
    uint32_t position = 0;
    for (unsigned i = random_below(MOST); i; i--) {
      uint32_t term = random_below(1 + random_below(TERMS));
      unsigned column = random_below(COLUMN_COUNT);
      ck_assert(inversion_add(v, term, occurrence_where(column, position++)));
      if (!set_has(removed, place))
        expected[term][place] = code_count(expected[term][place], column);
    }
    ck_assert(inversion_end_article(v, place));
  }
}

/* The occurrences of a term, as they must be: by place, then in the order they came in. */
static void check_order(const finding *f, size_t count) {
  for (size_t i = 1; i < count; i++) {
    ck_assert_uint_le(found_place(f[i - 1]), found_place(f[i]));
    if (found_place(f[i - 1]) == found_place(f[i]))
      ck_assert_uint_lt(found_position(f[i - 1]), found_position(f[i]));
  }
}

START_TEST(terms_have_their_articles) {
  static class_list class;
  static uint16_t places[SEGMENT_SPAN], codes[SEGMENT_SPAN];
  inversion v = {0};
  set removed = {0};
  ck_assert(set_reserve(&removed, ARTICLES));
  set_add(&removed, 0);
  set_add(&removed, 77);
  for (int round = 0; round < 2; round++) {
    uint16_t(*expected)[ARTICLES] = calloc(TERMS, sizeof *expected);
    add_articles(&v, expected, &removed);
    ck_assert(inversion_make(&v, TERMS, &removed));
    for (uint32_t term = 0; term < TERMS; term++) {
      const finding *f = v.found + v.starts[term];
      size_t size = v.starts[term + 1] - v.starts[term];
      check_order(f, size);
      class_list_add(&class, f, size);
      uint32_t count = class_list_take(&class, places, codes), at = 0;
      for (uint16_t place = 0; place < ARTICLES; place++) {
        if (!expected[term][place]) continue;
        ck_assert_uint_lt(at, count);
        ck_assert_uint_eq(places[at], place);
        ck_assert_uint_eq(codes[at++], expected[term][place]);
      }
      ck_assert_uint_eq(at, count);
    }
    inversion_clear(&v);
    free(expected);
  }
  set_finish(&removed);
  inversion_finish(&v);
}
END_TEST

/* Two words of a class in the same articles and in others. */
START_TEST(a_class_counts_all_its_words) {
  static class_list class;
  uint16_t places[8], codes[8];
  const finding one[] = {2ull << 32, 2ull << 32 | 5, 900ull << 32},
                other[] = {1ull << 32, 2ull << 32};
  class_list_add(&class, one, 3);
  class_list_add(&class, other, 2);
  class_list_add(&class, other, 0);
  ck_assert_uint_eq(class_list_take(&class, places, codes), 3);
  ck_assert_uint_eq(places[0], 1);
  ck_assert_uint_eq(places[1], 2);
  ck_assert_uint_eq(places[2], 900);
  ck_assert_uint_eq(code_in(codes[1], COLUMN_TITLE), 3);
  ck_assert_uint_eq(class_list_take(&class, places, codes), 0);
}
END_TEST

SUITE("index/inversion", terms_have_their_articles, a_class_counts_all_its_words)
