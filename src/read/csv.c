/* Tables with a header line. A row is read at a time, so that memory does not grow with the file;
 * a row that has not as many cells as the header is kept where that is safe, and otherwise
 * reported. */
#include "read/csv.h"

#include <stdlib.h>

#include "read/readers.h"

typedef struct csv {
  csv_rows rows;
  csv_header header;
  csv_columns columns;
  arena names;          /* of the columns */
  size_t last_known;    /* behind this column none has a meaning */
  unsigned long passed; /* line of the header, up to which lines are passed over */
} csv;

/* --- The header --- */

static void name_columns(csv *x) {
  for (size_t i = 0; i < x->header.cells.count; i++) {
    csv_column *column = list_push(&x->names, &x->columns);
    column->name = text_trim(x->header.cells.items[i]);
    column->row = csv_column_row(column->name);
    if (!column->name.size) column->name = arena_printf(&x->names, "column %zu", i + 1);
    if (column->row) x->last_known = i + 1;
  }
}

static void *csv_open(input *in, error *e) {
  csv *x = calloc(1, sizeof *x);
  if (!x) {
    error_memory(e);
    return NULL;
  }
  arena_init(&x->names);
  csv_header_find(&x->header, input_head(in), &x->names);
  x->rows.in = in;
  x->rows.separator = x->header.separator;
  name_columns(x);
  return x;
}

static void csv_close(void *state) {
  csv *x = state;
  csv_rows_finish(&x->rows);
  arena_finish(&x->names);
  free(x);
}

/* --- Rows --- */

static bool is_blank(const texts *cells) {
  for (size_t i = 0; i < cells->count; i++)
    if (text_trim(cells->items[i]).size) return false;
  return true;
}

/* Files that were put together have the header in between. */
static bool is_header(const csv *x, const texts *cells) {
  if (cells->count != x->header.cells.count) return false;
  for (size_t i = 0; i < cells->count; i++)
    if (!text_equal(cells->items[i], x->header.cells.items[i])) return false;
  return true;
}

/* A row that is too long may have nothing in the cells too many. One that is too short is no piece
 * of another if it has all columns that mean something, or names its article. */
static bool is_safe(const csv *x, const texts *cells, arena *a) {
  size_t count = x->columns.count;
  for (size_t i = count; i < cells->count; i++)
    if (text_trim(cells->items[i]).size) return false;
  if (cells->count >= count) return true;
  if (cells->count > 1 && cells->count >= x->last_known) return true;
  for (size_t i = 0; i < cells->count; i++)
    if (csv_cell_identifies(x->columns.items[i].row, cells->items[i], a)) return true;
  return false;
}

static void clean(texts *cells, arena *a) {
  for (size_t i = 0; i < cells->count; i++) cells->items[i] = csv_clean(cells->items[i], a);
}

static read_result skip(const csv *x, unsigned long line, error *e) {
  error_at(e, input_name(x->rows.in), line);
  return READ_SKIPPED;
}

static read_result fill(csv *x, record *r, texts *cells, error *e) {
  unsigned long line = (unsigned long)r->source_line;
  if (!is_safe(x, cells, r->arena)) {
    error_set(e, ERROR_INPUT, "a row of %zu columns, where the header has %zu", cells->count,
              x->columns.count);
    return skip(x, line, e);
  }
  clean(cells, r->arena);
  bool filled = x->header.of_web_of_science ? csv_fill_of_web_of_science(r, &x->columns, cells)
                                            : csv_fill(r, &x->columns, cells);
  if (arena_failed(r->arena)) {
    error_memory(e);
    return READ_FAILED;
  }
  if (filled) return READ_RECORD;
  error_set(e, ERROR_INPUT, "a row without title, author, abstract, journal and identifier");
  return skip(x, line, e);
}

/* The next row that is neither blank nor a header. */
static row_result next_row(csv *x, record *r, texts *cells, unsigned long *line) {
  for (;;) {
    row_result result = csv_rows_next(&x->rows, x->columns.count, r->arena, cells, line);
    if (result != ROW_READ) return result;
    if (*line > x->header.line && !is_blank(cells) && !is_header(x, cells)) return result;
  }
}

static read_result csv_next(void *state, record *r, error *e) {
  csv *x = state;
  texts cells = {0};
  unsigned long line;
  if (!x->columns.count) {
    error_set(e, ERROR_INPUT, "no line names columns that Carrel knows, such as title or doi");
    error_at(e, input_name(x->rows.in), 0);
    return READ_FAILED;
  }
  row_result result = next_row(x, r, &cells, &line);
  r->source_line = (long long)line;
  if (input_error(x->rows.in, e)) return READ_FAILED;
  if (x->rows.lines.failed || arena_failed(r->arena)) {
    error_memory(e);
    return READ_FAILED;
  }
  if (result == ROW_END) return READ_END;
  if (result == ROW_READ) return fill(x, r, &cells, e);
  error_set(e, ERROR_INPUT, "a row with a quote that does not close where a column ends");
  return skip(x, line, e);
}

/* --- The readers --- */

static int recognise(text head, bool tabs) {
  arena a;
  csv_header h;
  arena_init(&a);
  csv_header_find(&h, head, &a);
  arena_finish(&a);
  return (h.separator == '\t') == tabs ? h.sure : 0;
}

static int csv_recognises(text head) { return recognise(head, false); }
static int tsv_recognises(text head) { return recognise(head, true); }

#define CARRIES "whatever columns it has: those without a meaning are kept by their names"

const reader csv_reader = {
    .name = "csv",
    .summary = "tables with a header line, parted by commas or semicolons",
    .carries = CARRIES,
    .recognises = csv_recognises,
    .open = csv_open,
    .next = csv_next,
    .close = csv_close,
};

const reader tsv_reader = {
    .name = "tsv",
    .summary = "tables with a header line, parted by tabs",
    .carries = CARRIES,
    .recognises = tsv_recognises,
    .open = csv_open,
    .next = csv_next,
    .close = csv_close,
};
