/* Slices, arenas and lists. */
#include "support.h"

#include "base/date.h"
#include "base/list.h"

START_TEST(lines_of_every_kind) {
  text rest = TEXT("a\r\nb\n\nc\rd\r\re\r"), line;
  const char *expected[] = {"a", "b", "", "c", "d", "", "e"};
  for (size_t i = 0; i < 7; i++) {
    ck_assert(text_take_line(&rest, &line));
    assert_text(line, expected[i]);
  }
  ck_assert(!text_take_line(&rest, &line));
}
END_TEST

START_TEST(dates_are_read_as_pubmed_sorts_them) {
  static const struct {
    const char *printed;
    int from, to;
  } cases[] = {
      {"2025 Mar 15", 20250315, 20250315},
      {"2025 Mar", 20250301, 20250331},
      {"2024 Feb", 20240201, 20240229},
      {"2003", 20030101, 20031231},
      {"2000 Nov-Dec", 20001101, 20001231},
      {"1998 Dec-1999 Jan", 19981201, 19990131},
      {"2000 Spring", 20000401, 20000630},
      {"Winter 1999", 19990101, 19990331},
      {"1976-1977", 19760101, 19771231},
      {"2025-03-15", 20250315, 20250315},
      {"2025/3", 20250301, 20250331},
      {"20250315", 20250315, 20250315},
      {"15 March 2025", 20250315, 20250315},
      {"2014//", 20140101, 20141231},
      {"1998 Dec 14-21", 19981214, 19981221},
      {"1978 Jul-Aug", 19780701, 19780831},
      {"nothing", 0, 0},
      {"", 0, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    date_span span;
    date_read(text_of(cases[i].printed), &span);
    ck_assert_msg(span.from == cases[i].from && span.to == cases[i].to, "%s: %d to %d",
                  cases[i].printed, span.from, span.to);
  }
}
END_TEST

START_TEST(plain_dates_are_printed_alike) {
  static const struct {
    const char *printed, *tidy;
  } cases[] = {
      {"2014/07/06 06:00", "2014 Jul 6"},
      {"20140706", "2014 Jul 6"},
      {"2014-07-06", "2014 Jul 6"},
      {"2014 Jul 6", "2014 Jul 6"},
      {"2014/07", "2014 Jul"},
      {"2014//", "2014"},
      {"2014", "2014"},
      {"2014 Jan-Dec", "2014"},
      {"2000 Spring", "2000 Spring"},
      {"2000 Nov-Dec", "2000 Nov-Dec"},
      {"1998 Dec 14-21", "1998 Dec 14-21"},
      {"soon", "soon"},
      {"", ""},
  };
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_text(date_tidy(&a, text_of(cases[i].printed)), cases[i].tidy);
  arena_finish(&a);
}
END_TEST

START_TEST(lists_survive_growing) {
  arena a;
  arena_init(&a);
  LIST_OF(size_t) numbers = {0};
  for (size_t i = 0; i < 1000; i++) *list_push(&a, &numbers) = i;
  ck_assert_uint_eq(numbers.count, 1000);
  for (size_t i = 0; i < 1000; i++) ck_assert_uint_eq(numbers.items[i], i);
  ck_assert(!arena_failed(&a));
  arena_finish(&a);
}
END_TEST

SUITE("base/text", lines_of_every_kind, dates_are_read_as_pubmed_sorts_them,
      plain_dates_are_printed_alike, lists_survive_growing)
