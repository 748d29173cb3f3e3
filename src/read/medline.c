/* The MEDLINE format, which PubMed saves as "PubMed" (.nbib or .txt), and PubMed Central as
 * "MEDLINE": "TAG - value", continuation lines indented, a blank line between records. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "read/medline_parse.h"
#include "read/readers.h"

enum { TAG_WIDTH = 4, LINES_TO_RECOGNISE = 200 };

typedef struct medline {
  input *in;
  char tag[TAG_WIDTH];
  size_t tag_size; /* 0: a line without a tag, before any field */
  buffer value;
  bool ended; /* blank lines have ended the record */
} medline;

/* "PMID- 1", "TI  - x"; known tags also with another number of spaces before the dash. */
static bool read_tag(text line, text *tag, text *value) {
  size_t letters = 0;
  while (letters < line.size && letters < TAG_WIDTH && ascii_is_upper(line.data[letters]))
    letters++;
  size_t dash = letters;
  while (dash < line.size && line.data[dash] == ' ') dash++;
  if (letters < 2 || dash >= line.size || line.data[dash] != '-') return false;
  if (dash + 1 < line.size && line.data[dash + 1] != ' ') return false;
  *tag = text_slice(line, 0, letters);
  *value = text_trim(text_slice(line, dash + 1, line.size));
  return dash == TAG_WIDTH || medline_knows(*tag);
}

static bool is_blank(text line) { return text_trim(line).size == 0; }

/* --- Fields --- */

/* Passes blank lines by; true where there were some. */
static bool skip_blank_lines(medline *m) {
  text line;
  bool some = false;
  while (input_peek_line(m->in, &line) && is_blank(line)) some = input_line(m->in, &line);
  return some;
}

/* A further line of the field: one that has no tag. Behind a blank line it must be indented, or
 * the record has ended. */
static bool next_piece(medline *m) {
  text line, tag, value;
  bool after_blank = skip_blank_lines(m);
  if (!input_peek_line(m->in, &line)) return false;
  if (after_blank && !ascii_is_space(line.data[0])) {
    m->ended = true;
    return false;
  }
  if (read_tag(line, &tag, &value)) return false;
  buffer_put(&m->value, " ");
  buffer_add(&m->value, line);
  return input_line(m->in, &line);
}

/* The next field of the record; false where it ends. A second PMID begins the next record. */
static bool next_field(medline *m, bool has_pmid) {
  text line, tag = {"", 0}, value;
  if (m->ended || !input_peek_line(m->in, &line)) return false;
  if (!read_tag(line, &tag, &value)) tag.size = 0, value = line;
  if (has_pmid && text_equal(tag, TEXT("PMID"))) return false;
  if (tag.size) memcpy(m->tag, tag.data, tag.size);
  m->tag_size = tag.size;
  buffer_clear(&m->value);
  buffer_add(&m->value, value);
  input_line(m->in, &line);
  while (next_piece(m)) continue;
  return true;
}

/* --- Records --- */

/* Fills the record; false where there were only lines without tags. */
static bool read_fields(medline *m, record *r) {
  medline_parse p = {.record = r};
  bool any = false;
  while (next_field(m, record_id(r, TEXT("pmid")).size > 0)) {
    text value = arena_squeeze(r->arena, buffer_text(&m->value));
    text tag = arena_text(r->arena, (text){m->tag, m->tag_size});
    medline_take(&p, tag.size ? tag : TEXT("line"), value);
    any = any || tag.size;
    if (m->value.failed) r->arena->failed = true;
  }
  medline_complete(&p);
  return any;
}

static bool is_empty(const record *r) {
  return !r->ids.count && !r->title.size && !r->vernacular_title.size && !r->book_title.size;
}

static read_result skip(const medline *m, const record *r, const char *why, error *e) {
  error_set(e, ERROR_INPUT, "%s", why);
  error_at(e, input_name(m->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

static read_result medline_next(void *state, record *r, error *e) {
  medline *m = state;
  text line;
  skip_blank_lines(m);
  m->ended = false;
  if (!input_peek_line(m->in, &line)) return input_error(m->in, e) ? READ_FAILED : READ_END;
  r->source_line = (long long)input_line_number(m->in) + 1;
  bool any = read_fields(m, r);
  if (!input_peek_line(m->in, &line) && input_error(m->in, e)) return READ_FAILED;
  if (arena_failed(r->arena)) {
    error_memory(e);
    return READ_FAILED;
  }
  if (!any) return skip(m, r, "text that belongs to no record", e);
  if (is_empty(r)) return skip(m, r, "a record with neither an identifier nor a title", e);
  return READ_RECORD;
}

static void *medline_open(input *in, error *e) {
  medline *m = calloc(1, sizeof *m);
  if (!m) error_memory(e);
  else m->in = in;
  return m;
}

static void medline_close(void *state) {
  medline *m = state;
  buffer_finish(&m->value);
  free(m);
}

/* --- Recognition --- */

/* RIS looks alike; its records begin with TY and end with ER, which MEDLINE does not have. */
static bool is_ris(text tag) { return text_equal(tag, TEXT("TY")) || text_equal(tag, TEXT("ER")); }

static int medline_recognises(text head) {
  text line, tag, value;
  int sure = 0, two_letters = 0, longer = 0;
  for (int i = 0; i < LINES_TO_RECOGNISE && text_take_line(&head, &line); i++) {
    if (!read_tag(line, &tag, &value)) continue;
    if (is_ris(tag)) return 0;
    if (!medline_knows(tag)) continue;
    if (text_equal(tag, TEXT("PMID")) && text_all_digits(value)) sure = 95;
    if (tag.size == 2) two_letters++;
    else longer++;
  }
  if (sure) return sure;
  if (longer > 1 && two_letters) return 80;
  return two_letters > 2 ? 20 : 0;
}

const reader medline_reader = {
    .name = "nbib",
    .summary = "MEDLINE-tagged text: what PubMed saves as \"PubMed\" format",
    .carries = "everything but PubMed XML's identifiers of headings and substances",
    .recognises = medline_recognises,
    .open = medline_open,
    .next = medline_next,
    .close = medline_close,
};
