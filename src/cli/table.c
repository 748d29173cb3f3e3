/* Small tables. */
#include "cli/table.h"

#include <string.h>

/* The least width that is worth a column of its own. */
enum { LEAST_COLUMN = 20, NARROW_INDENT = 4 };

void table_row(output *out, const text *cells, const size_t *places, size_t count) {
  bool narrow = out->columns && out->columns < places[count - 1] + LEAST_COLUMN;
  layout l;
  layout_begin(&l, out, TEXT(""), places[0]);
  layout_add_unbroken(&l, cells[0], STYLE_STRONG);
  for (size_t i = 1; i < count; i++) {
    if (!cells[i].size) continue;
    if (narrow) layout_space(&l, 2);
    else layout_column(&l, places[i]);
    layout_hang(&l, narrow ? places[0] + NARROW_INDENT : places[i]);
    layout_add(&l, cells[i], STYLE_PLAIN);
  }
  layout_end(&l);
}

text table_number(long long number, arena *a) {
  text digits = arena_printf(a, "%lld", number);
  char grouped[32];
  size_t size = 0;
  for (size_t i = 0; i < digits.size; i++) {
    size_t left = digits.size - i;
    if (i && left % 3 == 0 && digits.data[i - 1] != '-') grouped[size++] = ',';
    grouped[size++] = digits.data[i];
  }
  return arena_text(a, (text){grouped, size});
}

void table_add_csv(buffer *b, text cell) {
  bool quotes = false;
  for (size_t i = 0; i < cell.size; i++) quotes = quotes || strchr(",\"\r\n", cell.data[i]);
  if (!quotes) {
    buffer_add(b, cell);
    return;
  }
  buffer_add_byte(b, '"');
  for (size_t i = 0; i < cell.size; i++) {
    if (cell.data[i] == '"') buffer_add_byte(b, '"');
    buffer_add_byte(b, cell.data[i]);
  }
  buffer_add_byte(b, '"');
}
