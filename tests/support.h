/* What every suite shares: a main that runs one check suite and reports in the Test Anything
 * Protocol, real data that may be absent, and texts in assertions. */
#ifndef CARREL_TESTS_SUPPORT_H
#define CARREL_TESTS_SUPPORT_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

/* Asserts that a text equals a C string; shows both where they differ. */
#define assert_text(actual, expected)                                                      \
  do {                                                                                     \
    text actual_ = (actual);                                                               \
    ck_assert_msg(text_equal(actual_, text_of(expected)), "got \"%.*s\", expected \"%s\"", \
                  TEXT_ARG(actual_), (expected));                                          \
  } while (0)

/* Says that the test which is running has been skipped, and why; the test then returns. */
void test_skip(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Root, whom the rights of files do not bind, becomes a user whom they do, and root again; for
 * everybody else this does nothing. */
void test_as_nobody(bool nobody);

/* The path of a file or folder of the real data beside the source tree ($CARREL_SHARED), or NULL
 * on a machine that has none: the test is then marked as skipped. Valid until the next call. */
const char *shared_data(const char *name);

/* A new empty folder, which everybody may enter. It goes with all that is in it when the suite
 * ends. Valid until the next call. */
const char *test_folder(void);

/* The program's side of a new terminal, whose other side ptsname() names; -1 on a system that makes
 * none: the test is then marked as skipped. */
int test_terminal(void);

/* Runs the tests, each in a process of its own, and prints one TAP line for each. Returns the exit
 * status of the program. */
int suite_run(const char *name, const TTest *const *tests, size_t count);

/* `SUITE("base/text", test_one, test_two)` makes the program. */
#define SUITE(name, ...)                                            \
  int main(void) {                                                  \
    const TTest *const tests_[] = {__VA_ARGS__};                    \
    return suite_run(name, tests_, sizeof tests_ / sizeof *tests_); \
  }

#endif
