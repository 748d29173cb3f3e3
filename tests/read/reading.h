/* What the suites of readers share: input in, records as lines of JSON out. */
#ifndef CARREL_TESTS_READ_READING_H
#define CARREL_TESTS_READ_READING_H

#include "model/record_json.h"
#include "read/readers.h"
#include "support.h"

/* Reads all records and closes the input: a line `{"source_line":1,...}` for each, `!line: message`
 * for each that was skipped or where reading failed. */
static inline void reading_lines(const reader *with, input *in, buffer *lines) {
  error e;
  error_clear(&e);
  ck_assert_ptr_nonnull(in);
  void *state = with->open(in, &e);
  ck_assert_msg(state != NULL, "%s", e.message);
  arena a;
  arena_init(&a);
  for (read_result result = READ_RECORD; result == READ_RECORD || result == READ_SKIPPED;) {
    record r;
    arena_reset(&a);
    record_init(&r, &a);
    result = with->next(state, &r, &e);
    if (result == READ_END) break;
    if (result == READ_RECORD) {
      buffer_put(lines, "{");
      record_json_add_members(lines, &r);
      buffer_put(lines, "}\n");
    } else {
      buffer_printf(lines, "!%lu: %s\n", e.line, e.message);
    }
  }
  with->close(state);
  input_close(in);
  arena_finish(&a);
  ck_assert(!lines->failed);
}

/* Asserts what a reader makes of a text, and that the text is recognised as its format. */
static inline void assert_reading(const reader *with, const char *bytes, const char *expected) {
  error e;
  error_clear(&e);
  buffer lines = {0};
  input *in = input_of_text(text_of(bytes), "test", &e);
  ck_assert_ptr_nonnull(in);
  const reader *chosen = reader_recognise(input_head(in));
  ck_assert_msg(chosen == with, "taken for %s: %s", chosen ? chosen->name : "nothing", bytes);
  reading_lines(with, in, &lines);
  ck_assert_msg(text_equal(buffer_text(&lines), text_of(expected)),
                "from:\n%s\ngot:\n%.*s\nexpected:\n%s", bytes, TEXT_ARG(buffer_text(&lines)),
                expected);
  buffer_finish(&lines);
}

#endif
