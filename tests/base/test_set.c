/* Sets of bits: adding many numbers at once. */
#include "support.h"

#include "base/set.h"

/* Whatever word of bits they begin in, the set has what adding them one by one gives. */
START_TEST(numbers_above_a_base) {
  uint8_t numbers[256];
  for (uint64_t base = 0; base < 200; base += 7)
    for (unsigned step = 1; step < 90; step += 11) {
      set at_once = {0}, one_by_one = {0};
      size_t count = 0;
      for (unsigned n = step / 2; n < 256; n += step) numbers[count++] = (uint8_t)n;
      ck_assert(set_reserve(&at_once, base + 300) && set_reserve(&one_by_one, base + 300));
      set_add_above(&at_once, base, numbers, count);
      for (size_t i = 0; i < count; i++) set_add(&one_by_one, base + numbers[i]);
      ck_assert_uint_eq(set_count(&at_once), count);
      for (uint64_t n = 0; n < base + 300; n++)
        ck_assert_int_eq(set_has(&at_once, n), set_has(&one_by_one, n));
      set_finish(&at_once);
      set_finish(&one_by_one);
    }
}
END_TEST

START_TEST(nothing_above_a_base) {
  set s = {0};
  ck_assert(set_reserve(&s, 64));
  set_add_above(&s, 3, NULL, 0);
  ck_assert_uint_eq(set_count(&s), 0);
  set_finish(&s);
}
END_TEST

SUITE("base/set", numbers_above_a_base, nothing_above_a_base)
