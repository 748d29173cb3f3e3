/* RIS, the format that reference managers and databases export: lines "XX  - value", from TY to
 * ER. Sources: the tags as reference managers list them, and files of Zotero, EndNote, Mendeley,
 * Ovid, Embase, EBSCO, ProQuest, Scopus, Web of Science, PsycINFO, Lens and Citavi.
 *
 * Files stray from it in every way, so: tags may be followed by one blank, a tab or no blank;
 * other lines belong to the value above; between records anything may stand; a TY ends a record
 * that lacks its ER; tags right behind an ER belong to the record before; a record may lack its
 * TY. */
#include "read/ris.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "read/readers.h"

typedef struct ris {
  input *in;
  buffer value; /* of the field that is being read */
  text tag;
  draft_fields fields;
} ris;

/* --- Lines --- */

static bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

/* "XX  - value". Where the spacing is off the tag must be a known one: text has hyphens too. */
static bool read_tag(text line, text *tag, text *value) {
  if (line.size < 4 || !ascii_is_upper(line.data[0])) return false;
  if (!ascii_is_upper(line.data[1]) && !ascii_is_digit(line.data[1])) return false;
  size_t at = 2;
  while (at < line.size && at < 6 && is_blank(line.data[at])) at++;
  if (at == 2 || at == line.size || line.data[at] != '-') return false;
  *tag = text_slice(line, 0, 2);
  *value = text_trim(text_slice(line, at + 1, line.size));
  bool proper = text_equal(text_slice(line, 2, at), TEXT("  ")) &&
                (at + 1 == line.size || is_blank(line.data[at + 1]));
  return proper || ris_tag_known(*tag);
}

static bool is_start(text tag) { return text_equal(tag, TEXT("TY")); }
static bool is_end(text tag) { return text_equal(tag, TEXT("ER")); }

/* Tags that a record has only one place for: behind an ER they show that a record without TY has
 * begun. */
static bool is_main(text tag) {
  return text_equal(tag, TEXT("TI")) || text_equal(tag, TEXT("T1")) ||
         text_equal(tag, TEXT("AU")) || text_equal(tag, TEXT("A1"));
}

/* --- Fields --- */

static void field_end(ris *x, arena *a) {
  if (!x->tag.size) return;
  if (x->value.failed) a->failed = true;
  *list_push(a, &x->fields) =
      (draft_field){arena_text(a, x->tag), arena_text(a, buffer_text(&x->value))};
  x->tag = (text){"", 0};
}

static void field_start(ris *x, arena *a, text tag, text value) {
  field_end(x, a);
  x->tag = arena_text(a, tag);
  buffer_clear(&x->value);
  buffer_add(&x->value, value);
}

static void field_continue(ris *x, text line) {
  buffer_put(&x->value, "\n");
  buffer_add(&x->value, line);
}

/* What numbers or heads the records of an export: "2.", "<2>", "Record #2 of 9". */
static bool is_numbering(text line) {
  line = text_trim(line);
  if (text_starts_nocase(line, TEXT("Record #")) || text_starts(line, TEXT("Provider:")) ||
      text_starts(line, TEXT("Content: text/plain")))
    return true;
  if (text_starts(line, TEXT("<")) && text_ends(line, TEXT(">")))
    return text_all_digits(text_slice(line, 1, line.size - 1));
  return text_ends(line, TEXT(".")) && text_all_digits(text_slice(line, 0, line.size - 1));
}

/* In a record without ER the head of the next one has been taken for text of the last field. */
static void drop_numbering(ris *x) {
  text value = buffer_text(&x->value);
  for (size_t at; (at = text_find_last(value, TEXT("\n"))) != TEXT_NONE;) {
    text line = text_trim(text_slice(value, at, value.size));
    if (line.size && !is_numbering(line)) break;
    value = text_slice(value, 0, at);
  }
  x->value.size = value.size;
}

/* --- Records --- */

/* Takes the tags that stand right behind an ER. */
static void take_trailing(ris *x, arena *a) {
  text line, tag, value;
  while (input_peek_line(x->in, &line) && read_tag(line, &tag, &value)) {
    if (is_start(tag) || is_main(tag)) break;
    if (!is_end(tag)) field_start(x, a, tag, value);
    input_line(x->in, &line);
  }
}

/* Passes over what stands between records; false at the end of the input. */
static bool find_start(ris *x) {
  text line, tag, value;
  while (input_peek_line(x->in, &line)) {
    if (read_tag(line, &tag, &value) && !is_end(tag)) return true;
    input_line(x->in, &line);
  }
  return false;
}

static void read_fields(ris *x, arena *a) {
  text line, tag, value;
  bool ended = false;
  x->fields = (draft_fields){0};
  x->tag = (text){"", 0};
  for (bool first = true; !ended && input_peek_line(x->in, &line); first = false) {
    bool tagged = read_tag(line, &tag, &value);
    if (tagged && is_start(tag) && !first) break;
    ended = tagged && is_end(tag);
    if (tagged && !ended) field_start(x, a, tag, value);
    else if (!tagged) field_continue(x, line);
    input_line(x->in, &line);
  }
  if (ended) take_trailing(x, a);
  else drop_numbering(x);
  field_end(x, a);
}

static read_result ris_next(void *state, record *r, error *e) {
  ris *x = state;
  bool found = find_start(x);
  r->source_line = (long long)input_line_number(x->in) + 1;
  if (found) read_fields(x, r->arena);
  if (input_error(x->in, e)) return READ_FAILED;
  if (!found) return READ_END;
  bool filled = ris_fill(r, &x->fields);
  if (arena_failed(r->arena)) {
    error_memory(e);
    return READ_FAILED;
  }
  if (filled) return READ_RECORD;
  error_set(e, ERROR_INPUT, "an RIS record without title, author or anything else to keep");
  error_at(e, input_name(x->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

/* --- The reader --- */

static int ris_recognises(text head) {
  text line, tag, value;
  int lines = 0, tags = 0;
  bool ends = false;
  while (text_take_line(&head, &line)) {
    bool blank = !text_trim(line).size;
    if (read_tag(line, &tag, &value)) {
      if (is_start(tag)) return lines == tags ? 95 : 80;
      ends |= is_end(tag);
      tags++;
    }
    lines += !blank;
  }
  return ends && tags > 2 ? 40 : 0;
}

static void *ris_open(input *in, error *e) {
  ris *x = calloc(1, sizeof *x);
  if (!x) error_memory(e);
  else x->in = in;
  return x;
}

static void ris_close(void *state) {
  ris *x = state;
  buffer_finish(&x->value);
  free(x);
}

const reader ris_reader = {
    .name = "ris",
    .summary = "RIS, from reference managers and most databases",
    .carries = "names, title, journal, abstract, keywords, identifiers, notes; no MeSH structure",
    .recognises = ris_recognises,
    .open = ris_open,
    .next = ris_next,
    .close = ris_close,
};
