/* The readers are asked first; what none of them knows is text. */
#include "cli/record_file.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "read/reader.h"

/* Records that cannot be read are passed over, unless there is no other. */
static bool first_record(const reader *format, input *in, record *r, error *e) {
  error last;
  error_clear(&last);
  void *state = format->open(in, e);
  if (!state) return false;
  read_result result = READ_SKIPPED;
  while (result == READ_SKIPPED) result = format->next(state, r, &last);
  format->close(state);
  if (result == READ_RECORD) return true;
  if (last.kind != ERROR_NONE) *e = last;
  else error_set(e, ERROR_INPUT, "there is no record in it");
  return false;
}

static bool whole_text(input *in, record *r, error *e) {
  char bytes[BUFSIZ];
  buffer all = {0};
  bool was_bad;
  for (size_t size; (size = input_read(in, bytes, sizeof bytes));)
    buffer_add(&all, (text){bytes, size});
  bool good = (!all.failed || error_memory(e)) && !input_error(in, e);
  text words = text_trim(buffer_text(&all));
  if (good && !words.size) good = error_set(e, ERROR_INPUT, "there are no words in it");
  if (good)
    list_push(r->arena, &r->abstract)->text =
        arena_text(r->arena, utf8_repair(r->arena, words, &was_bad));
  buffer_finish(&all);
  return good && (!arena_failed(r->arena) || error_memory(e));
}

bool record_file_read(const char *path, record *r, error *e) {
  input *in = input_open(path, e);
  if (!in) return false;
  const reader *format = reader_recognise(input_head(in));
  bool good = format ? first_record(format, in, r, e) : whole_text(in, r, e);
  if (!good && !*e->file) error_at(e, path, 0);
  input_close(in);
  return good;
}
