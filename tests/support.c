/* The main program of every suite: runs check, keeps track of what was skipped, prints TAP,
 * and to standard error why a test has failed. */
#include "support.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECONDS_A_TEST = 120, SKIPS_MAX = 64 };

/* The folder in which tests make theirs. */
static char work[] = "/tmp/carrel-test-XXXXXX";

/* Tests run in processes of their own; in this shared memory they tell that they were skipped. */
typedef struct skip {
  char test[128], reason[512];
} skip;
static skip *skips;

static skip *skip_of(const char *test) {
  for (size_t i = 0; i < SKIPS_MAX && *skips[i].test; i++)
    if (strcmp(skips[i].test, test) == 0) return &skips[i];
  return NULL;
}

void test_skip(const char *format, ...) {
  if (skip_of(tcase_name())) return;
  size_t i = 0;
  while (i < SKIPS_MAX && *skips[i].test) i++;
  if (i == SKIPS_MAX) ck_abort_msg("more tests are skipped than there is room for");
  snprintf(skips[i].test, sizeof skips[i].test, "%s", tcase_name());
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(skips[i].reason, sizeof skips[i].reason, format, arguments);
  va_end(arguments);
}

void test_as_nobody(bool nobody) {
  enum { NOBODY = 65534 };
  if (getuid() == 0) ck_assert_int_eq(seteuid(nobody ? NOBODY : 0), 0);
}

const char *shared_data(const char *name) {
  static char path[4096];
  const char *folder = getenv("CARREL_SHARED");
  snprintf(path, sizeof path, "%s/%s", folder ? folder : "../shared/data", name);
  struct stat status;
  if (stat(path, &status) == 0) return path;
  test_skip("there is no %s", path);
  return NULL;
}

const char *test_folder(void) {
  static char path[sizeof work + 64];
  static unsigned made; /* by this process */
  snprintf(path, sizeof path, "%s/%ld-%u", work, (long)getpid(), ++made);
  ck_assert_int_eq(mkdir(path, 0755), 0);
  return path;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  return remove(path);
}

static bool make_work(void) { return mkdtemp(work) && chmod(work, 0755) == 0; }

static bool remove_work(void) { return nftw(work, remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0; }

int test_terminal(void) {
  int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0) test_skip("this system makes no terminals");
  else ck_assert(grantpt(terminal) == 0 && unlockpt(terminal) == 0);
  return terminal;
}

static void print_result(const char *suite, size_t number, TestResult *result) {
  const char *test = tr_tcname(result);
  bool passed = tr_rtype(result) == CK_PASS;
  const skip *skipped = skip_of(test);
  printf("%s %zu - %s: %s", passed ? "ok" : "not ok", number, suite, test);
  if (passed && skipped) printf(" # SKIP %s", skipped->reason);
  putchar('\n');
  if (passed) return;
  fprintf(stderr, "%s:%d: %s: %s: %s\n", tr_lfile(result), tr_lno(result), test,
          tr_rtype(result) == CK_ERROR ? "crashed after this line" : "failed", tr_msg(result));
}

/* One test case a test, so that a test can tell its own name. */
static Suite *suite_of(const char *name, const TTest *const *tests, size_t count) {
  Suite *suite = suite_create(name);
  for (size_t i = 0; i < count; i++) {
    TCase *one = tcase_create(tests[i]->name);
    tcase_set_timeout(one, SECONDS_A_TEST);
    tcase_add_test(one, tests[i]);
    suite_add_tcase(suite, one);
  }
  return suite;
}

int suite_run(const char *name, const TTest *const *tests, size_t count) {
  skips = mmap(NULL, SKIPS_MAX * sizeof *skips, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
               -1, 0);
  if (skips == MAP_FAILED || !make_work()) return EXIT_FAILURE;
  SRunner *runner = srunner_create(suite_of(name, tests, count));
  srunner_run_all(runner, CK_SILENT);
  size_t run = (size_t)srunner_ntests_run(runner);
  TestResult **results = srunner_results(runner);
  printf("1..%zu\n", count);
  for (size_t i = 0; i < run; i++) print_result(name, i + 1, results[i]);
  bool passed = run == count && srunner_ntests_failed(runner) == 0;
  free(results);
  srunner_free(runner);
  munmap(skips, SKIPS_MAX * sizeof *skips);
  passed = remove_work() && passed;
  return passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
