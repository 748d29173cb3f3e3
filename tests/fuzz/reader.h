/* What the fuzz targets of readers share: whatever the bytes, a reader ends, says why it skips or
 * fails, and gives records that survive JSON. */
#ifndef CARREL_TESTS_FUZZ_READER_H
#define CARREL_TESTS_FUZZ_READER_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "model/record_json.h"
#include "read/readers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ_REQUIRE(condition)                           \
  do {                                                    \
    if (!(condition)) {                                   \
      fprintf(stderr, "does not hold: %s\n", #condition); \
      abort();                                            \
    }                                                     \
  } while (0)

/* The record as JSON is UTF-8, reads back, and is the same JSON then. */
static inline void fuzz_check_record(const record *r) {
  buffer first = {0}, second = {0};
  buffer_put(&first, "{");
  record_json_add_members(&first, r);
  buffer_put(&first, "}");
  FUZZ_REQUIRE(utf8_valid(buffer_text(&first)));
  arena a;
  arena_init(&a);
  record again;
  error e;
  record_init(&again, &a);
  FUZZ_REQUIRE(record_json_read(&again, buffer_text(&first), &e));
  buffer_put(&second, "{");
  record_json_add_members(&second, &again);
  buffer_put(&second, "}");
  FUZZ_REQUIRE(text_equal(buffer_text(&first), buffer_text(&second)));
  arena_finish(&a);
  buffer_finish(&first);
  buffer_finish(&second);
}

static inline int fuzz_reader(const reader *with, const uint8_t *data, size_t size) {
  error e;
  arena a;
  arena_init(&a);
  input *in = input_of_text((text){(const char *)data, size}, "fuzz", &e);
  FUZZ_REQUIRE(in);
  with->recognises(input_head(in));
  void *state = with->open(in, &e);
  read_result result = state ? READ_RECORD : READ_FAILED;
  /* No record is shorter than a byte, so that a reader which never ends is found out. */
  for (size_t left = size + 2; result == READ_RECORD || result == READ_SKIPPED; left--) {
    FUZZ_REQUIRE(left > 0);
    record r;
    record_init(&r, &a);
    error_clear(&e);
    result = with->next(state, &r, &e);
    if (result == READ_RECORD) fuzz_check_record(&r);
    if (result == READ_SKIPPED || result == READ_FAILED) FUZZ_REQUIRE(e.message[0]);
    arena_reset(&a);
  }
  if (state) with->close(state);
  input_close(in);
  arena_finish(&a);
  return 0;
}

#endif
