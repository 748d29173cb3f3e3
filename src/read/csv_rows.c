/* Rows of tables: which lines make one, and its cells. */
#include "read/csv.h"

#include <string.h>

enum {
  LONGEST_QUOTE = 1024 * 1024,   /* lines within quotes, in bytes: a longer run was never closed */
  MOST_WASTED = 64 * 1024 * 1024 /* bytes looked at in vain: then quotes no longer reach over lines,
                                    so that reading takes linear time */
};

/* A walk through a row, that can go on when there are more lines. */
typedef struct walk {
  size_t at;
  bool inside;  /* a quote is open */
  bool strayed; /* a quote stood where none closes a cell */
} walk;

static bool ends_cell(text bytes, size_t at, char separator) {
  return at >= bytes.size || bytes.data[at] == separator || bytes.data[at] == '\n';
}

/* From within quotes to behind the one that closes them; false where the bytes end before. */
static bool walk_close(walk *w, text bytes, char separator) {
  while (w->at < bytes.size) {
    bool quote = bytes.data[w->at++] == '"';
    if (!quote) continue;
    if (ends_cell(bytes, w->at, separator)) {
      w->inside = false;
      return true;
    }
    if (bytes.data[w->at] == '"') w->at++;
    else w->strayed = true;
  }
  return false;
}

/* To within the quotes of a cell that begins with one, perhaps behind blanks. */
static void walk_open(walk *w, text bytes) {
  size_t at = w->at;
  while (at < bytes.size && bytes.data[at] == ' ') at++;
  w->inside = at < bytes.size && bytes.data[at] == '"';
  if (w->inside) w->at = at + 1;
}

/* To the line feed behind the row; false where the bytes end within quotes. */
static bool walk_row(walk *w, text bytes, char separator) {
  for (;;) {
    if (!w->inside) walk_open(w, bytes);
    if (w->inside && !walk_close(w, bytes, separator)) return false;
    while (!ends_cell(bytes, w->at, separator)) w->at++;
    if (w->at >= bytes.size || bytes.data[w->at] == '\n') return true;
    w->at++;
  }
}

/* --- Lines --- */

static text lines_of(const csv_rows *rows) {
  return text_slice(buffer_text(&rows->lines), rows->start, rows->lines.size);
}

/* Forgets what has been taken, now and then. */
static void compact(csv_rows *rows) {
  text left = lines_of(rows);
  if (left.size && rows->start < LONGEST_QUOTE) return;
  if (left.size) memmove(rows->lines.data, left.data, left.size);
  rows->lines.size = left.size;
  rows->start = 0;
}

/* One more line; false at the end of the input. */
static bool add_line(csv_rows *rows) {
  text line;
  compact(rows);
  if (!input_line(rows->in, &line)) return false;
  buffer_add(&rows->lines, line);
  buffer_add_byte(&rows->lines, '\n');
  return !rows->lines.failed;
}

static void drop(csv_rows *rows, size_t size) {
  text dropped = text_slice(lines_of(rows), 0, size);
  for (size_t i = 0; i < dropped.size; i++) rows->line += dropped.data[i] == '\n';
  rows->start += dropped.size;
}

static size_t first_line(const csv_rows *rows) { return text_find_byte(lines_of(rows), '\n') + 1; }

/* Past blank lines; false at the end. */
static bool find_row(csv_rows *rows) {
  for (;;) {
    if (!lines_of(rows).size && !add_line(rows)) return false;
    size_t end = first_line(rows);
    text line = text_slice(lines_of(rows), 0, end);
    if (text_trim(line).size || text_find_byte(line, rows->separator) != TEXT_NONE) return true;
    drop(rows, end);
  }
}

/* --- Cells --- */

static text undouble(text quoted, arena *a) {
  if (text_find(quoted, TEXT("\"\"")) == TEXT_NONE) return quoted;
  buffer plain = {0};
  text before;
  while (text_cut(quoted, TEXT("\"\""), &before, &quoted)) {
    buffer_add(&plain, before);
    buffer_add_byte(&plain, '"');
  }
  buffer_add(&plain, before);
  if (plain.failed) a->failed = true;
  text copy = arena_text(a, buffer_text(&plain));
  buffer_finish(&plain);
  return copy;
}

/* Takes a cell off the row; false where it was the last. */
static bool take_cell(text *row, char separator, arena *a, text *cell) {
  walk w = {0};
  walk_open(&w, *row);
  size_t from = w.at, to;
  if (w.inside && walk_close(&w, *row, separator)) {
    to = w.at;
    *cell = undouble(text_slice(*row, from, to - 1), a);
  } else {
    to = text_find_byte(*row, separator);
    if (to == TEXT_NONE) to = row->size;
    *cell = text_slice(*row, 0, to);
  }
  bool more = to < row->size;
  *row = text_slice(*row, to + 1, row->size);
  return more;
}

static void split(const csv_rows *rows, size_t size, arena *a, texts *cells) {
  text row = arena_text(a, text_trim_end(text_slice(lines_of(rows), 0, size), "\n"));
  *cells = (texts){0};
  for (bool more = true; more;) more = take_cell(&row, rows->separator, a, list_push(a, cells));
}

/* --- Rows --- */

void csv_rows_finish(csv_rows *rows) { buffer_finish(&rows->lines); }

bool csv_rows_peek(csv_rows *rows, text *line) {
  if (!find_row(rows)) return false;
  *line = text_slice(lines_of(rows), 0, first_line(rows) - 1);
  return true;
}

/* Whether the row ends; then the walk is behind its last line feed. */
static bool measure(csv_rows *rows, walk *w) {
  bool patient = rows->wasted < MOST_WASTED, whole;
  size_t most = patient ? LONGEST_QUOTE : 0;
  for (;;) {
    text bytes = text_slice(lines_of(rows), 0, patient ? TEXT_NONE : first_line(rows));
    whole = walk_row(w, bytes, rows->separator);
    if (whole || bytes.size > most || !add_line(rows)) break;
  }
  w->at += whole;
  return whole;
}

row_result csv_rows_next(csv_rows *rows, size_t columns, arena *a, texts *cells,
                         unsigned long *line) {
  walk w = {0};
  bool found = find_row(rows);
  *line = rows->line + 1;
  if (!found) return ROW_END;
  bool whole = measure(rows, &w);
  size_t first = first_line(rows), size = w.at;
  bool doubtful = !whole || (w.strayed && size > first), fits = false;
  if (doubtful) {
    /* The quote may be a letter: then the line is a row by itself. */
    split(rows, first, a, cells);
    fits = cells->count == columns;
    if (fits) size = first;
    rows->wasted += w.at;
  }
  if (!fits && whole) {
    split(rows, size, a, cells);
    fits = !doubtful || cells->count == columns;
  }
  drop(rows, fits ? size : first);
  return fits ? ROW_READ : ROW_BROKEN;
}
