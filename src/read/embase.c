/* Embase's other CSV, "fields by row": no table, but a line for each field, with its name and one
 * value or several: "AUTHOR NAMES","Roe R.","Poe E.". A record begins with its title. The fields
 * are named as the columns of Embase's tables are. */
#include <stdlib.h>

#include "read/csv.h"
#include "read/readers.h"

enum { ROWS_SEEN = 12, KNOWN_ENOUGH = 3 };

typedef struct embase {
  csv_rows rows;
  unsigned long broken; /* a line that could not be read, of which has not been told yet */
} embase;

static bool begins_record(text line) {
  return text_starts(line, TEXT("\"TITLE\",")) || text_starts(line, TEXT("TITLE,"));
}

static void add_field(record *r, const texts *row, csv_columns *columns, texts *values) {
  texts items = {0};
  text name = text_trim(row->items[0]);
  for (size_t i = 1; i < row->count; i++) {
    text item = csv_clean(row->items[i], r->arena);
    if (item.size) *list_push(r->arena, &items) = item;
  }
  *list_push(r->arena, columns) = (csv_column){name, csv_column_row(name)};
  *list_push(r->arena, values) = texts_join(r->arena, &items, TEXT("\n"));
}

/* The lines up to the next title; false where there are none. */
static bool read_fields(embase *x, record *r, csv_columns *columns, texts *values) {
  text next;
  texts row;
  unsigned long line;
  while (csv_rows_peek(&x->rows, &next) && !(columns->count && begins_record(next))) {
    row_result result = csv_rows_next(&x->rows, 0, r->arena, &row, &line);
    if (result == ROW_END) break;
    if (result == ROW_BROKEN) x->broken = line;
    else add_field(r, &row, columns, values);
    if (columns->count == 1) r->source_line = (long long)line;
  }
  return columns->count > 0;
}

static read_result skip(const embase *x, unsigned long line, const char *why, error *e) {
  error_set(e, ERROR_INPUT, "%s", why);
  error_at(e, input_name(x->rows.in), line);
  return READ_SKIPPED;
}

static read_result embase_next(void *state, record *r, error *e) {
  embase *x = state;
  csv_columns columns = {0};
  texts values = {0};
  unsigned long broken = x->broken;
  x->broken = 0;
  if (broken) return skip(x, broken, "a field with a quote that does not close", e);
  bool found = read_fields(x, r, &columns, &values);
  if (input_error(x->rows.in, e)) return READ_FAILED;
  if (!found && !x->broken) return READ_END;
  bool filled = found && csv_fill(r, &columns, &values);
  if (arena_failed(r->arena) || x->rows.lines.failed) {
    error_memory(e);
    return READ_FAILED;
  }
  if (filled) return READ_RECORD;
  return skip(x, (unsigned long)r->source_line, "fields without title, author and identifier", e);
}

/* Whether all of the first rows begin with names in capitals, some of which are known. */
static bool has_fields(csv_rows *rows, arena *a) {
  size_t known = 0;
  texts row;
  unsigned long line;
  for (int i = 0; i < ROWS_SEEN && csv_rows_next(rows, 0, a, &row, &line) == ROW_READ; i++) {
    text name = text_trim(row.items[0]);
    if (!name.size || row.count < 2) return false;
    for (size_t k = 0; k < name.size; k++)
      if (ascii_is_lower(name.data[k]) && !text_starts(name, TEXT("AiP"))) return false;
    known += csv_column_row(name) != NULL;
  }
  return known >= KNOWN_ENOUGH;
}

static int embase_recognises(text head) {
  text first = head, line = {"", 0};
  while (text_take_line(&first, &line) && !text_trim(line).size) continue;
  if (!begins_record(line)) return 0;
  arena a;
  error e;
  arena_init(&a);
  input *in = input_of_text(head, "", &e);
  csv_rows rows = {.in = in, .separator = ','};
  bool fields = in && has_fields(&rows, &a);
  csv_rows_finish(&rows);
  input_close(in);
  arena_finish(&a);
  return fields ? 90 : 0;
}

static void *embase_open(input *in, error *e) {
  embase *x = calloc(1, sizeof *x);
  if (!x) {
    error_memory(e);
    return NULL;
  }
  x->rows.in = in;
  x->rows.separator = ',';
  return x;
}

static void embase_close(void *state) {
  embase *x = state;
  csv_rows_finish(&x->rows);
  free(x);
}

const reader embase_reader = {
    .name = "embase",
    .summary = "Embase's CSV with a line for each field (tables are \"csv\")",
    .carries = "whatever fields it has: those without a meaning are kept by their names",
    .recognises = embase_recognises,
    .open = embase_open,
    .next = embase_next,
    .close = embase_close,
};
