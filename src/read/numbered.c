/* Cutting numbered text into records and blocks. */
#include "read/numbered.h"

#include <stdlib.h>

enum { LINES_TO_RECOGNISE = 2000 };

bool numbered_take(text *line, text marks, long long *number) {
  size_t digits = 0;
  while (digits < line->size && ascii_is_digit(line->data[digits])) digits++;
  if (digits + 1 >= line->size || text_find_byte(marks, line->data[digits]) == TEXT_NONE ||
      line->data[digits + 1] != ' ')
    return false;
  if (!text_to_number(text_slice(*line, 0, digits), number)) return false;
  *line = text_trim(text_slice(*line, digits + 1, line->size));
  return true;
}

void *numbered_open(input *in, text marks, bool one_block, error *e) {
  numbered *n = calloc(1, sizeof *n);
  if (!n) error_memory(e);
  else n->in = in, n->marks = marks, n->one_block = one_block;
  return n;
}

void numbered_close(void *state) { free(state); }

/* --- Records --- */

static bool is_blank(text line) { return text_trim(line).size == 0; }

/* Passes blank lines by and counts them. */
static size_t skip_blank_lines(numbered *n) {
  text line;
  size_t count = 0;
  while (input_peek_line(n->in, &line) && is_blank(line)) {
    input_line(n->in, &line);
    count++;
  }
  return count;
}

/* Whether this line begins a record: the next one, the first of a file that was appended, or,
 * behind lines without a number, any. */
static bool begins_record(const numbered *n, text line, bool any) {
  long long number;
  return numbered_take(&line, n->marks, &number) && (any || number == n->last + 1 || number == 1);
}

static bool names_pmid(text line) { return text_find(line, TEXT("PMID: ")) != TEXT_NONE; }

/* Reads blocks up to the next record; false where the first line has no number. */
static bool read_blocks(numbered *n, record *r, blocks *found) {
  text line;
  bool pmid = false, numbered_one = true;
  size_t blanks = 1;
  for (size_t count = 0; input_peek_line(n->in, &line); count++) {
    if (count && blanks && begins_record(n, line, !numbered_one) &&
        (pmid || blanks > 1 || n->one_block || !numbered_one))
      break;
    input_line(n->in, &line);
    line = arena_squeeze(r->arena, line);
    if (!count) numbered_one = numbered_take(&line, n->marks, &n->last);
    if (blanks) list_push(r->arena, found);
    if (arena_failed(r->arena)) break;
    *list_push(r->arena, &found->items[found->count - 1].lines) = line;
    pmid = pmid || names_pmid(line);
    blanks = skip_blank_lines(n);
  }
  return numbered_one;
}

read_result numbered_next(numbered *n, record *r, blocks *found, error *e) {
  text line;
  skip_blank_lines(n);
  if (!input_peek_line(n->in, &line)) return input_error(n->in, e) ? READ_FAILED : READ_END;
  r->source_line = (long long)input_line_number(n->in) + 1;
  bool any = read_blocks(n, r, found);
  if (!input_peek_line(n->in, &line) && input_error(n->in, e)) return READ_FAILED;
  if (arena_failed(r->arena)) {
    error_memory(e);
    return READ_FAILED;
  }
  if (any) return READ_RECORD;
  error_set(e, ERROR_INPUT, "text that belongs to no record");
  error_at(e, input_name(n->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

text block_text(const block *b, arena *a) { return texts_join(a, &b->lines, TEXT(" ")); }

/* --- Recognition --- */

/* ". 2017" anywhere, also where the line was broken between the two. */
static bool has_year(text line) {
  for (size_t at = 0; at + 4 <= line.size; at++) {
    text year = text_slice(line, at, at + 4);
    bool begins = at == 0 || (at > 1 && line.data[at - 1] == ' ' && line.data[at - 2] == '.');
    if (begins && text_all_digits(year) &&
        (text_starts(year, TEXT("1")) || text_starts(year, TEXT("20"))))
      return true;
  }
  return false;
}

bool numbered_recognises(text head, text marks) {
  text line;
  long long number;
  bool year = false, first_block = false;
  for (int i = 0; i < LINES_TO_RECOGNISE && text_take_line(&head, &line); i++) {
    line = text_trim(line);
    if (!first_block && !line.size) continue;
    if (!first_block && !numbered_take(&line, marks, &number)) return false;
    first_block = true;
    if (!line.size && !year) return false;
    year = year || has_year(line);
    if (year && names_pmid(line)) return true;
  }
  return false;
}

bool numbered_in_one_block(text head) {
  text line;
  for (bool any = false; text_take_line(&head, &line); any = any || line.size) {
    line = text_trim(line);
    if (any && !line.size) return false;
    if (names_pmid(line)) return true;
  }
  return false;
}
