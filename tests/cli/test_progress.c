/* The words of the line of progress. */
#include "cli/progress.h"

#include "support.h"

static const struct {
  ingest_progress now;
  size_t width;
  const char *expected;
} cases[] = {
    {{.records = 12}, 0, "12 records"},
    {{.records = 1234, .seconds = 2}, 0, "1,234 records \xC2\xB7 617/s"},
    {{.records = 1234567, .seconds = 100, .bytes = 25000000, .total_bytes = 100000000},
     0,
     "1,234,567 records \xC2\xB7 12,345/s \xC2\xB7 25.0 of 100.0 MB \xC2\xB7 5:00 left"},
    {{.records = 10, .seconds = 2, .bytes = 1, .total_bytes = 3601},
     0,
     "10 records \xC2\xB7 5/s \xC2\xB7 0.0 of 0.0 MB \xC2\xB7 2:00:00 left"},
    /* Too early to tell how long it takes. */
    {{.records = 5, .seconds = 0.5, .bytes = 500000, .total_bytes = 1000000, .file = "a.nbib"},
     0,
     "5 records \xC2\xB7 0.5 of 1.0 MB \xC2\xB7 a.nbib"},
    /* A file that grows while it is read. */
    {{.records = 5, .seconds = 2, .bytes = 3000000, .total_bytes = 1000000},
     0,
     "5 records \xC2\xB7 2/s \xC2\xB7 3.0 of 1.0 MB"},
    {{.records = 5, .file = "folder/a.nbib"}, 20, "5 records \xC2\xB7 folder/a"},
};

START_TEST(test_words) {
  arena a;
  arena_init(&a);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_text(progress_words(&cases[i].now, cases[i].width, &a), cases[i].expected);
  arena_finish(&a);
}
END_TEST

SUITE("cli/progress", test_words)
