/* Sorting many texts. */
#include "support.h"

#include <string.h>

#include "base/order.h"

enum { MANY = 20000 };

static unsigned long long seed = 7;

static unsigned next_random(void) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(seed >> 33);
}

/* Texts that begin alike, in runs of eight bytes and around them, with zero bytes among them. */
static text make_text(arena *a, uint32_t number) {
  static const char *const heads[] = {"", "mh:", "au:smith", "mh:diabetes mellitus/",
                                      "aaaaaaaaaaaaaaaa"};
  const char *head = heads[next_random() % 5];
  text made =
      arena_printf(a, "%s%x%c%u", head, next_random() % 4096, 'a' + (int)(number % 3), number);
  size_t cut = strlen(head) + next_random() % 3;
  if (next_random() % 50 == 0) ((char *)(size_t)made.data)[cut] = 0;
  return made;
}

START_TEST(numbers_stand_in_the_order_of_their_texts) {
  arena a;
  arena_init(&a);
  text *texts = arena_alloc(&a, MANY * sizeof *texts);
  uint32_t *numbers = arena_alloc(&a, MANY * sizeof *numbers);
  for (uint32_t i = 0; i < MANY; i++) {
    texts[i] = make_text(&a, i);
    numbers[i] = i;
  }
  ck_assert(order_by_text(numbers, MANY, texts));
  for (size_t i = 1; i < MANY; i++)
    ck_assert_int_lt(text_compare(texts[numbers[i - 1]], texts[numbers[i]]), 0);
  arena_finish(&a);
}
END_TEST

START_TEST(a_text_comes_behind_its_beginnings) {
  static const text texts[] = {TEXT_STATIC("a\0\0"),
                               TEXT_STATIC("a"),
                               TEXT_STATIC(""),
                               TEXT_STATIC("a\0"),
                               TEXT_STATIC("a\0\0\0\0\0\0\0\0"),
                               TEXT_STATIC("b"),
                               TEXT_STATIC("\xFF"),
                               TEXT_STATIC("~")};
  uint32_t numbers[] = {0, 1, 2, 3, 4, 5, 6, 7};
  static const uint32_t expected[] = {2, 1, 3, 0, 4, 5, 7, 6};
  ck_assert(order_by_text(numbers, 8, texts));
  for (int i = 0; i < 8; i++) ck_assert_uint_eq(numbers[i], expected[i]);
  ck_assert(order_by_text(numbers, 0, texts));
}
END_TEST

SUITE("base/order", numbers_stand_in_the_order_of_their_texts, a_text_comes_behind_its_beginnings)
