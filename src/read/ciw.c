/* The tagged format of Web of Science and other databases of Clarivate: "TI A title", further lines
 * of a value indented by three blanks, records from PT to ER, a file from FN to EF. */
#include "read/ciw.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "read/readers.h"

typedef struct ciw {
  input *in;
  buffer value; /* of the field that is being read */
} ciw;

/* --- Lines --- */

/* "XX value" or, of the tags that end something, "XX". */
static bool read_tag(text line, text *tag, text *value) {
  if (line.size < 2 || !ascii_is_upper(line.data[0])) return false;
  if (!ascii_is_upper(line.data[1]) && !ascii_is_digit(line.data[1])) return false;
  if (line.size > 2 && line.data[2] != ' ') return false;
  *tag = text_slice(line, 0, 2);
  *value = text_trim(text_slice(line, 2, line.size));
  return true;
}

static bool is_continuation(text line) { return text_starts(line, TEXT("  ")); }
static bool is(text tag, const char *wanted) { return text_equal(tag, text_of(wanted)); }

/* What stands around records. */
static bool is_frame(text tag) {
  return is(tag, "FN") || is(tag, "VR") || is(tag, "EF") || is(tag, "ER");
}

/* --- Records --- */

/* Passes over what stands between records; false at the end of the input. */
static bool find_start(ciw *x) {
  text line, tag, value;
  while (input_peek_line(x->in, &line)) {
    if (read_tag(line, &tag, &value) && !is_frame(tag)) return true;
    input_line(x->in, &line);
  }
  return false;
}

static void read_field(ciw *x, draft_fields *fields, arena *a) {
  text line, tag, value;
  input_line(x->in, &line);
  read_tag(line, &tag, &value);
  tag = arena_text(a, tag);
  buffer_clear(&x->value);
  buffer_add(&x->value, value);
  while (input_peek_line(x->in, &line) && is_continuation(line)) {
    buffer_put(&x->value, "\n");
    buffer_add(&x->value, text_trim(line));
    input_line(x->in, &line);
  }
  if (x->value.failed) a->failed = true;
  *list_push(a, fields) = (draft_field){tag, arena_text(a, buffer_text(&x->value))};
}

/* Until ER, EF or the PT of a record before which its ER is missing; other lines are no part. */
static void read_fields(ciw *x, draft_fields *fields, arena *a) {
  text line, tag, value;
  while (input_peek_line(x->in, &line)) {
    bool tagged = read_tag(line, &tag, &value);
    if (tagged && (is_frame(tag) || (is(tag, "PT") && fields->count))) return;
    if (tagged) read_field(x, fields, a);
    else input_line(x->in, &line);
  }
}

static read_result ciw_next(void *state, record *r, error *e) {
  ciw *x = state;
  draft_fields fields = {0};
  bool found = find_start(x);
  r->source_line = (long long)input_line_number(x->in) + 1;
  if (found) read_fields(x, &fields, r->arena);
  if (input_error(x->in, e)) return READ_FAILED;
  if (!found) return READ_END;
  bool filled = ciw_fill(r, &fields);
  if (arena_failed(r->arena)) {
    error_memory(e);
    return READ_FAILED;
  }
  if (filled) return READ_RECORD;
  error_set(e, ERROR_INPUT, "a Web of Science record without title, author or anything to keep");
  error_at(e, input_name(x->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

/* --- The reader --- */

static int ciw_recognises(text head) {
  text line, tag, value;
  int tags = 0;
  bool header = false, record = false;
  while (text_take_line(&head, &line)) {
    if (is_continuation(line) || !text_trim(line).size) continue;
    if (!read_tag(line, &tag, &value)) return header && record ? 85 : 0;
    header |= tags == 0 && is(tag, "FN");
    record |= is(tag, "PT") && value.size == 1;
    if (header && record) return 95;
    if (record && ++tags > 3) return 75;
    tags++;
  }
  return record && tags > 2 ? 75 : 0;
}

static void *ciw_open(input *in, error *e) {
  ciw *x = calloc(1, sizeof *x);
  if (!x) error_memory(e);
  else x->in = in;
  return x;
}

static void ciw_close(void *state) {
  ciw *x = state;
  buffer_finish(&x->value);
  free(x);
}

const reader ciw_reader = {
    .name = "ciw",
    .summary = "Web of Science's tagged text (.ciw, .txt)",
    .carries = "names, addresses, title, journal, abstract, keywords, funding, cited references",
    .recognises = ciw_recognises,
    .open = ciw_open,
    .next = ciw_next,
    .close = ciw_close,
};
