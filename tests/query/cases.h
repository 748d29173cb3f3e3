/* Files of cases, a line each: "input => what is expected". Lines that begin with "## " and empty
 * ones are passed over. */
#ifndef CARREL_TESTS_QUERY_CASES_H
#define CARREL_TESTS_QUERY_CASES_H

#include <stdio.h>

#include "base/buffer.h"
#include "base/error.h"
#include "query/tree.h"
#include "support.h"

#define CASES_TODAY 20250615

/* The whole of a file under tests/; the buffer is the caller's to finish. */
static inline buffer cases_read(const char *name) {
  char path[4096], piece[4096];
  const char *folder = getenv("CARREL_SOURCE");
  snprintf(path, sizeof path, "%s/tests/%s", folder ? folder : "..", name);
  FILE *file = fopen(path, "rb");
  ck_assert_msg(file != NULL, "there is no %s", path);
  buffer whole = {0};
  size_t size;
  while ((size = fread(piece, 1, sizeof piece, file)) > 0) buffer_add(&whole, (text){piece, size});
  fclose(file);
  ck_assert(!whole.failed);
  return whole;
}

/* The next case off `rest`; false at the end. */
static inline bool cases_next(text *rest, text *input, text *expected) {
  text line;
  while (text_take_line(rest, &line)) {
    if (text_starts(line, TEXT("## ")) || line.size == 0) continue;
    ck_assert_msg(text_cut(line, TEXT(" => "), input, expected), "no => in: %.*s", TEXT_ARG(line));
    return true;
  }
  return false;
}

/* The tree as a line, or "error BYTE MESSAGE". */
static inline text cases_outcome(const query *q, const error *e, arena *a) {
  if (q) return query_print(q, a);
  ck_assert_int_eq(e->kind, ERROR_USE);
  return arena_printf(a, "error %ld %s", e->offset, e->message);
}

#endif
