/* The header of a table: which line it is, and what parts its columns. */
#include "read/csv.h"

enum {
  LINES_BEFORE = 4,   /* rows that may be the header: some exports first say what they are */
  ROWS_COMPARED = 8,  /* rows behind it that should have as many cells */
  LONGEST_NAME = 120, /* of a column */
  MANY_KNOWN = 3      /* column names that no other text has beside each other */
};

static const char separators[] = {',', ';', '\t'};

/* "sep=;", which Excel reads as an order; where the separator is that one there is a cell more. */
static bool is_order(const texts *cells) {
  text first = text_trim(cells->items[0]);
  bool alone = cells->count == 1 || (cells->count == 2 && !cells->items[1].size);
  return alone && text_starts_nocase(first, TEXT("sep=")) && first.size <= sizeof "sep=;" - 1;
}

/* --- Column names --- */

typedef struct tally {
  size_t known, main, tags;
  bool names; /* every cell can be the name of a column */
} tally;

/* Whether a cell can be the name of a column: neither markup nor a sentence. */
static bool is_name(text cell, bool known) {
  static const text starts = TEXT_STATIC("{[<#@|");
  if (!cell.size) return true;
  if (text_find_byte(starts, cell.data[0]) != TEXT_NONE) return false;
  return known || (cell.size <= LONGEST_NAME && !text_ends(cell, TEXT(".")));
}

static tally count_names(const texts *cells) {
  tally t = {.names = true};
  for (size_t i = 0; i < cells->count; i++) {
    text cell = text_trim(cells->items[i]);
    const draft_row *row = csv_column_row(cell);
    t.known += row != NULL;
    t.main += row && csv_column_is_main(row);
    t.tags += csv_tag_of_web_of_science(cell).size > 0;
    t.names = t.names && is_name(cell, row != NULL);
  }
  return t;
}

/* Whether it is Web of Science's: its columns are named by two letters, or one by its accession
 * number. */
static bool has_web_of_science(const texts *cells) {
  static const text marks[] = {TEXT_STATIC("UT"), TEXT_STATIC("UT (Unique WOS ID)"),
                               TEXT_STATIC("UT (Unique ID)")};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    for (size_t k = 0; k < cells->count; k++)
      if (text_equal_nocase(text_trim(cells->items[k]), marks[i])) return true;
  return false;
}

/* --- Looking for it --- */

/* How many of the next rows there are and have as many cells. The last of a head may be cut. */
static void compare_rows(csv_rows *rows, size_t columns, bool cut, arena *a, size_t *there,
                         size_t *equal) {
  texts cells;
  unsigned long line;
  bool fits = false;
  *there = *equal = 0;
  while (*there < ROWS_COMPARED) {
    row_result result = csv_rows_next(rows, columns, a, &cells, &line);
    if (result == ROW_END && cut && *there) --*there, *equal -= fits;
    if (result == ROW_END) return;
    fits = result == ROW_READ && cells.count == columns;
    ++*there;
    *equal += fits;
  }
}

/* How sure one can be, by the names that are known and the rows that follow. */
static int weigh(const tally *t, bool first, size_t columns, size_t there, size_t equal) {
  bool fits = equal * 2 >= there, follows = there > 0;
  bool many = t->known > MANY_KNOWN || (t->known == MANY_KNOWN && columns == MANY_KNOWN);
  if (columns < 2 || !t->names) return 0;
  if (t->tags > MANY_KNOWN) return 85;
  if (!t->main) return 0;
  if (many && first) return 80;
  if (!fits) return 0;
  if (!first) return many && follows ? 70 : 0;
  if (t->known == MANY_KNOWN) return 75;
  if (t->known == 2 && (follows || columns == 2)) return 60;
  return follows && equal == there ? 40 : 0;
}

/* Tries the rows at the start of the head with one separator. */
static void try_separator(csv_header *h, text head, char separator, arena *a) {
  error e;
  input *in = input_of_text(head, "", &e);
  if (!in) {
    a->failed = true;
    return;
  }
  csv_rows rows = {.in = in, .separator = separator};
  bool first = true;
  for (int i = 0; i < LINES_BEFORE; i++) {
    texts cells;
    unsigned long line;
    row_result result = csv_rows_next(&rows, 0, a, &cells, &line);
    if (result == ROW_END) break;
    if (result == ROW_BROKEN) continue;
    if (first && is_order(&cells)) continue;
    tally t = count_names(&cells);
    bool of_web_of_science = has_web_of_science(&cells);
    if (!of_web_of_science) t.tags = 0;
    if (t.main || t.tags) {
      size_t there, equal;
      compare_rows(&rows, cells.count, head.size == INPUT_HEAD, a, &there, &equal);
      int sure = weigh(&t, first, cells.count, there, equal);
      if (sure > h->sure) *h = (csv_header){sure, separator, line, cells, of_web_of_science};
      break;
    }
    first = false;
  }
  csv_rows_finish(&rows);
  input_close(in);
}

void csv_header_find(csv_header *h, text head, arena *a) {
  *h = (csv_header){0};
  for (size_t i = 0; i < sizeof separators; i++)
    if (text_find_byte(head, separators[i]) != TEXT_NONE) try_separator(h, head, separators[i], a);
}
