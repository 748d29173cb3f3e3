/* Opening libraries: new ones, ones of others, and files that are none. */
#include "store/store.h"

#include <string.h>
#include <sys/stat.h>

#include "support.h"

/* Makes a library with a setting in it. */
static void make_library(const char *path) {
  error e;
  error_clear(&e);
  store *s = store_open(path, STORE_WRITE, &e);
  ck_assert_msg(s != NULL, "%s", e.message);
  ck_assert(store_begin(s, &e));
  ck_assert(store_set(s, "test", TEXT("here"), &e));
  ck_assert(store_commit(s, &e));
  store_close(s);
}

static void assert_readable(const char *path) {
  arena a;
  error e;
  arena_init(&a);
  error_clear(&e);
  store *s = store_open(path, STORE_READ, &e);
  ck_assert_msg(s != NULL, "%s: %s", path, e.message);
  assert_text(store_get(s, "test", &a, &e), "here");
  store_close(s);
  arena_finish(&a);
}

START_TEST(a_library_can_be_read_where_nothing_can_be_written) {
  /* The second name has every character that means something to SQLite in a name. */
  static const char *const names[] = {"library.db", "50%25 of it? #1.db"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char path[256];
    const char *folder = test_folder();
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    make_library(path);
    ck_assert_int_eq(chmod(path, 0444), 0);
    ck_assert_int_eq(chmod(folder, 0555), 0);
    test_as_nobody(true);
    assert_readable(path);
    test_as_nobody(false);
    ck_assert_int_eq(chmod(folder, 0755), 0);
  }
}
END_TEST

/* A journal has what an interrupted transaction has overwritten: without it the file is not whole,
 * and here it cannot be put right. */
START_TEST(a_library_is_not_read_without_its_journal) {
  char path[256], journal[300];
  error e;
  error_clear(&e);
  const char *folder = test_folder();
  snprintf(path, sizeof path, "%s/library.db", folder);
  snprintf(journal, sizeof journal, "%s-journal", path);
  make_library(path);
  FILE *f = fopen(journal, "w");
  ck_assert(f && fputs("what stood in the file before", f) >= 0 && fclose(f) == 0);
  ck_assert_int_eq(chmod(folder, 0555), 0);
  test_as_nobody(true);
  ck_assert_ptr_null(store_open(path, STORE_READ, &e));
  test_as_nobody(false);
  ck_assert_int_eq(chmod(folder, 0755), 0);
  ck_assert_int_eq(e.kind, ERROR_DATABASE);
}
END_TEST

START_TEST(what_is_no_library_is_told) {
  static const struct {
    const char *content, *message;
    error_kind kind;
  } cases[] = {
      {"PMID- 1\nTI  - This is an invented record, and longer than the head of a database file "
       "that SQLite looks at.\n",
       "file is not a database", ERROR_DATABASE},
      {"", "the library is empty", ERROR_DATABASE},
      {NULL, "no library here", ERROR_SYSTEM},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char path[256];
    error e;
    error_clear(&e);
    snprintf(path, sizeof path, "%s/file", test_folder());
    FILE *file = cases[i].content ? fopen(path, "w") : NULL;
    if (file) fputs(cases[i].content, file), fclose(file);
    ck_assert_ptr_null(store_open(path, STORE_READ, &e));
    ck_assert_msg(strstr(e.message, cases[i].message) && e.kind == cases[i].kind,
                  "case %zu: %d, %s", i, (int)e.kind, e.message);
  }
}
END_TEST

SUITE("store/store", a_library_can_be_read_where_nothing_can_be_written,
      a_library_is_not_read_without_its_journal, what_is_no_library_is_told)
