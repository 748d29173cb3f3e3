/* Breaking paragraphs. */
#include "write/paragraph.h"

#include "base/utf8.h"

enum { COLUMNS = 80 };

void paragraph_add(output *out, text lead, text words, size_t indent) {
  buffer line = {0}, *b = &out->bytes;
  utf8_add_line(&line, words);
  text rest = arena_squeeze(out->scratch, buffer_text(&line)), word;
  if (line.failed) b->failed = true;
  buffer_finish(&line);
  if (!rest.size) return;
  utf8_add_line(b, lead);
  size_t column = utf8_width(lead);
  for (bool first = true; text_take_until(&rest, ' ', &word); first = false) {
    size_t width = utf8_width(word);
    bool breaks = !first && column + 1 + width > COLUMNS;
    if (breaks) buffer_printf(b, "\n%*s", (int)indent, "");
    else if (!first) buffer_put(b, " ");
    buffer_add(b, word);
    column = breaks ? indent + width : column + width + !first;
  }
  buffer_put(b, "\n");
}
