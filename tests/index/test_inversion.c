/* From articles with terms to terms with articles, against counting by hand. */
#include <string.h>

#include "index/class_list.h"
#include "index/inversion.h"
#include "support.h"

enum { TERMS = 3000, ARTICLES = 200, MOST = 700 };

static unsigned long long seed = 11;

static unsigned random_below(unsigned n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(seed >> 33) % n;
}

/* The positions of a word in an article, as FTS5 writes them, and their code. */
typedef struct occurrences {
  unsigned char bytes[2000];
  size_t size;
  uint16_t code;
} occurrences;

/* Up to some tens of positions, near and far, in columns that ascend. */
static void make_occurrences(occurrences *o) {
  o->size = o->code = 0;
  for (unsigned column = 0; column < COLUMN_COUNT; column++) {
    unsigned count = random_below(4) ? 0 : 1 + random_below(12);
    if (count && column) {
      o->bytes[o->size++] = 1;
      o->bytes[o->size++] = (unsigned char)column;
    }
    for (; count; count--) {
      o->size += varint_put(o->bytes + o->size, 2 + random_below(1u << random_below(20)));
      o->code = code_count(o->code, column);
    }
  }
}

/* Gives the inversion articles and notes what each term must have. */
static void add_articles(inversion *v, uint16_t (*expected)[ARTICLES], const set *removed) {
  static occurrences o;
  for (uint16_t place = 0; place < ARTICLES; place++) {
    for (unsigned i = random_below(MOST); i; i--) {
      uint32_t term = random_below(1 + random_below(TERMS));
      make_occurrences(&o);
      if (!o.size || expected[term][place]) continue;
      ck_assert(inversion_add(v, term, place, (text){(char *)o.bytes, o.size}));
      ck_assert(inversion_add(v, term, place, TEXT("said again")));
      expected[term][place] = o.code;
    }
  }
  for (uint32_t term = 0; term < TERMS; term++)
    for (uint16_t place = 0; place < ARTICLES; place++)
      if (set_has(removed, place)) expected[term][place] = 0;
}

static void check_term(const inversion *v, uint32_t term, const uint16_t *expected,
                       const set *removed) {
  static class_list class;
  static uint16_t places[SEGMENT_SPAN], codes[SEGMENT_SPAN], again[2][ARTICLES];
  uint32_t at = 0;
  class_list_add(&class, inversion_start(v, term, removed));
  uint32_t count = class_list_take(&class, places, codes);
  ck_assert_int_eq(inversion_has(v, term, removed), count > 0);
  ck_assert_uint_eq(class_list_single(inversion_start(v, term, removed), again[0], again[1]),
                    count);
  ck_assert_mem_eq(again[0], places, count * sizeof *places);
  ck_assert_mem_eq(again[1], codes, count * sizeof *codes);
  for (uint16_t place = 0; place < ARTICLES; place++) {
    if (!expected[place]) continue;
    ck_assert_uint_lt(at, count);
    ck_assert_uint_eq(places[at], place);
    ck_assert_uint_eq(codes[at++], expected[place]);
  }
  ck_assert_uint_eq(at, count);
}

START_TEST(terms_have_their_articles) {
  inversion v = {0};
  set removed = {0};
  ck_assert(set_reserve(&removed, ARTICLES));
  set_add(&removed, 0);
  set_add(&removed, 77);
  for (int round = 0; round < 3; round++) {
    uint16_t(*expected)[ARTICLES] = calloc(TERMS, sizeof *expected);
    add_articles(&v, expected, &removed);
    for (uint32_t term = 0; term < TERMS; term++) check_term(&v, term, expected[term], &removed);
    ck_assert(!inversion_has(&v, 1u << 30, NULL));
    inversion_clear(&v);
    ck_assert_uint_eq(v.bytes, 0);
    free(expected);
  }
  set_finish(&removed);
  inversion_finish(&v);
}
END_TEST

/* Lists that have memory of their own, and two such beside each other. */
START_TEST(long_lists) {
  enum { LONG = 60000, ROOM = 100 };
  static char positions[ROOM];
  inversion v = {0};
  memset(positions, 2, sizeof positions);
  for (int round = 0; round < 2; round++) {
    for (unsigned place = 0; place < LONG; place++)
      for (uint32_t term = 5; term < 7; term++)
        ck_assert(inversion_add(&v, term, (uint16_t)place, (text){positions, place % ROOM}));
    for (uint32_t term = 5; term < 7; term++) {
      inversion_walk w = inversion_start(&v, term, NULL);
      for (unsigned place = 0; place < LONG; place++) {
        ck_assert(inversion_next(&w));
        ck_assert_uint_eq(w.place, place);
        ck_assert_uint_eq(w.positions.size, place % ROOM);
        ck_assert(!place || w.positions.size == 0 || w.positions.data[0] == 2);
      }
      ck_assert(!inversion_next(&w));
    }
    inversion_clear(&v);
  }
  inversion_finish(&v);
}
END_TEST

/* Two words of a class in the same articles and in others. */
START_TEST(a_class_counts_all_its_words) {
  static class_list class;
  uint16_t places[8], codes[8];
  inversion v = {0};
  /* Two near positions and one of two bytes, of which the last is a 1. */
  text title = TEXT("\2\5\201\1"), once = TEXT("\3");
  ck_assert_int_eq(COLUMN_TITLE, 0);
  ck_assert(inversion_add(&v, 1, 2, title) && inversion_add(&v, 1, 900, once));
  ck_assert(inversion_add(&v, 2, 1, once) && inversion_add(&v, 2, 2, once));
  for (uint32_t term = 1; term < 4; term++) class_list_add(&class, inversion_start(&v, term, NULL));
  ck_assert_uint_eq(class_list_take(&class, places, codes), 3);
  ck_assert_uint_eq(places[0], 1);
  ck_assert_uint_eq(places[1], 2);
  ck_assert_uint_eq(places[2], 900);
  ck_assert_uint_eq(code_in(codes[1], COLUMN_TITLE), 3 + 1);
  ck_assert_uint_eq(class_list_take(&class, places, codes), 0);
  inversion_finish(&v);
}
END_TEST

SUITE("index/inversion", terms_have_their_articles, long_lists, a_class_counts_all_its_words)
