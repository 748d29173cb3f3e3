/* What the tests of readers share: running a reader over text or a file of the real data. */
#ifndef CARREL_TESTS_READ_RECORDS_H
#define CARREL_TESTS_READ_RECORDS_H

#include "model/record_json.h"
#include "read/readers.h"
#include "support.h"

/* Every record as one line of JSON members without their braces (source_line left out), a record
 * that was skipped as "skipped LINE: why", and "failed: why". */
static inline text read_as_json(const reader *with, text bytes, arena *a) {
  error e;
  error_clear(&e);
  input *in = input_of_text(bytes, "test", &e);
  void *state = with->open(in, &e);
  buffer out = {0};
  for (bool more = true; more;) {
    record r;
    record_init(&r, a);
    read_result result = with->next(state, &r, &e);
    more = result == READ_RECORD || result == READ_SKIPPED;
    if (out.size && result != READ_END) buffer_put(&out, "\n");
    r.source_line = 0;
    if (result == READ_RECORD) record_json_add_members(&out, &r);
    if (result == READ_SKIPPED) buffer_printf(&out, "skipped %lu: %s", e.line, e.message);
    if (result == READ_FAILED) buffer_printf(&out, "failed: %s", e.message);
  }
  with->close(state);
  input_close(in);
  text result = arena_text(a, buffer_text(&out));
  buffer_finish(&out);
  return result;
}

typedef struct json_case {
  const char *bytes, *json;
} json_case;

/* Checks a table of inputs and what they become. */
static inline void check_json_cases(const reader *with, const json_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    arena a;
    arena_init(&a);
    assert_text(read_as_json(with, text_of(cases[i].bytes), &a), cases[i].json);
    arena_finish(&a);
  }
}

typedef LIST_OF(record) records;

/* Reads a file of the real data, which must be recognised as this reader's and hold no bad record;
 * false where there is no such file. */
static inline bool read_shared(const reader *with, const char *name, records *all, arena *a) {
  const char *path = shared_data(name);
  if (!path) return false;
  error e;
  error_clear(&e);
  input *in = input_open(path, &e);
  ck_assert_msg(in != NULL, "%s: %s", path, e.message);
  ck_assert_ptr_eq(reader_recognise(input_head(in)), with);
  void *state = with->open(in, &e);
  read_result result = READ_RECORD;
  while (result == READ_RECORD) {
    record r;
    record_init(&r, a);
    result = with->next(state, &r, &e);
    if (result == READ_RECORD) *list_push(a, all) = r;
  }
  ck_assert_msg(result == READ_END, "%s:%lu: %s", path, e.line, e.message);
  with->close(state);
  input_close(in);
  return true;
}

#endif
