/* What every suite shares: a main that runs one check suite, and texts in assertions. */
#ifndef CARREL_TESTS_SUPPORT_H
#define CARREL_TESTS_SUPPORT_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/arena.h"

/* Asserts that a text equals a C string; shows both where they differ. */
#define assert_text(actual, expected)                                                      \
  do {                                                                                     \
    text actual_ = (actual);                                                               \
    ck_assert_msg(text_equal(actual_, text_of(expected)), "got \"%.*s\", expected \"%s\"", \
                  TEXT_ARG(actual_), (expected));                                          \
  } while (0)

/* The path of a file of the real data beside the source tree, or NULL, with a message, on a machine
 * that has none. Valid until the next call. */
static inline const char *shared_data(const char *name) {
  static char path[4096];
  const char *folder = getenv("CARREL_SHARED");
  snprintf(path, sizeof path, "%s/%s", folder ? folder : "../shared/data", name);
  struct stat status;
  if (stat(path, &status) == 0) return path;
  fprintf(stderr, "skipped: there is no %s\n", path);
  return NULL;
}

/* `SUITE("base/text", test_one, test_two)` makes the program. */
#define SUITE(name, ...)                                                                          \
  int main(void) {                                                                                \
    const TTest *tests_[] = {__VA_ARGS__};                                                        \
    Suite *suite_ = suite_create(name);                                                           \
    TCase *case_ = tcase_create(name);                                                            \
    tcase_set_timeout(case_, 120);                                                                \
    for (size_t i = 0; i < sizeof tests_ / sizeof *tests_; i++) tcase_add_test(case_, tests_[i]); \
    suite_add_tcase(suite_, case_);                                                               \
    SRunner *runner_ = srunner_create(suite_);                                                    \
    srunner_run_all(runner_, CK_NORMAL);                                                          \
    int failed_ = srunner_ntests_failed(runner_);                                                 \
    srunner_free(runner_);                                                                        \
    return failed_ ? EXIT_FAILURE : EXIT_SUCCESS;                                                 \
  }

#endif
