/* Tagged lines. */
#include "write/tagged.h"

#include "base/utf8.h"

#define INDENT TEXT("      ")

/* The next word, and whether a line feed stood before it; false at the end. */
static bool take_word(text *rest, text *word, bool *line_feed) {
  size_t from = 0;
  *line_feed = false;
  while (from < rest->size && ascii_is_space(rest->data[from]))
    *line_feed |= rest->data[from++] == '\n';
  size_t to = from;
  while (to < rest->size && !ascii_is_space(rest->data[to])) to++;
  *word = text_slice(*rest, from, to);
  *rest = text_slice(*rest, to, rest->size);
  return word->size > 0;
}

void tagged_add(output *out, text tag, text value, size_t columns) {
  text word;
  bool line_feed, first = true;
  size_t column = INDENT.size;
  while (take_word(&value, &word, &line_feed)) {
    size_t width = utf8_width(word);
    bool broken = columns ? column + 1 + width > columns : line_feed;
    if (first) {
      buffer_printf(&out->bytes, "%-4.*s- ", TEXT_ARG(tag));
    } else if (broken) {
      buffer_put(&out->bytes, "\n");
      buffer_add(&out->bytes, INDENT);
      column = INDENT.size;
    } else {
      buffer_put(&out->bytes, " ");
      column++;
    }
    utf8_add_line(&out->bytes, word);
    column += width;
    first = false;
  }
  if (!first) buffer_put(&out->bytes, "\n");
}

text tagged_star(bool major, text name, arena *a) {
  return major ? arena_join(a, TEXT("*"), TEXT(""), name) : name;
}

text tagged_heading(const heading *h, arena *a) {
  text line = tagged_star(h->major, h->name, a);
  for (size_t i = 0; i < h->qualifiers.count; i++) {
    const qualifier *q = &h->qualifiers.items[i];
    line = arena_join(a, line, TEXT("/"), tagged_star(q->major, q->name, a));
  }
  return line;
}
