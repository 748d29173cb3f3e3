/* Flowing words into lines. */
#include "write/layout.h"

#include "base/utf8.h"

/* The narrowest room for words: a deep indent on a narrow terminal runs over its edge. */
enum { LEAST_ROOM = 12 };

/* Select Graphic Rendition (ECMA-48, 8.3.117), by layout_style. */
static const char *const renditions[] = {"0", "1", "1;4", "1;36", "2", "1;31"};

static void show_style(layout *l, layout_style style) {
  if (!l->out->color || style == l->shown) return;
  if (l->shown != STYLE_PLAIN) buffer_put(&l->out->bytes, "\x1b[0m");
  if (style != STYLE_PLAIN) buffer_printf(&l->out->bytes, "\x1b[%sm", renditions[style]);
  l->shown = style;
}

static void add_spaces(layout *l, size_t count) {
  for (size_t i = 0; i < count; i++) buffer_add_byte(&l->out->bytes, ' ');
  l->column += count;
}

void layout_begin(layout *l, output *out, text lead, size_t indent) {
  size_t columns = out->columns;
  if (columns && columns < indent + LEAST_ROOM) columns = indent + LEAST_ROOM;
  *l = (layout){.out = out, .indent = indent, .width = columns};
  buffer_add(&out->bytes, lead);
  l->column = utf8_width(lead);
  if (l->column < indent) add_spaces(l, indent - l->column);
}

void layout_hang(layout *l, size_t indent) { l->indent = indent; }

static void break_line(layout *l) {
  show_style(l, STYLE_PLAIN);
  buffer_put(&l->out->bytes, "\n");
  l->column = 0;
  l->started = false;
  add_spaces(l, l->indent);
}

static void add_styled(layout *l, text part, const char *styles) {
  for (size_t at = 0; at < part.size;) {
    size_t end = at + 1;
    while (end < part.size && styles[end] == styles[at]) end++;
    show_style(l, (layout_style)styles[at]);
    buffer_add(&l->out->bytes, text_slice(part, at, end));
    at = end;
  }
  l->column += utf8_width(part);
  l->started = true;
}

/* A space within one style is part of it, so that underlining runs on. */
static void add_gap(layout *l, layout_style next) {
  if (next != l->shown) show_style(l, STYLE_PLAIN);
  add_spaces(l, l->gap);
}

/* Puts the gathered word on this line or the next; one longer than a line is cut. */
static void end_word(layout *l) {
  text word = buffer_text(&l->word);
  const char *styles = buffer_text(&l->styles).data;
  if (l->word.failed || l->styles.failed) l->out->bytes.failed = true;
  if (!word.size || l->out->bytes.failed) return;
  bool fits = !l->width || l->column + l->gap + utf8_width(word) <= l->width;
  if (l->started && !fits) break_line(l);
  else if (l->started) add_gap(l, (layout_style)styles[0]);
  while (word.size) {
    size_t room = l->width > l->column ? l->width - l->column : 0;
    text part = l->width ? utf8_prefix(word, room) : word;
    if (!part.size) part = word;
    add_styled(l, part, styles);
    styles += part.size;
    word = text_slice(word, part.size, word.size);
    if (word.size) break_line(l);
  }
  buffer_clear(&l->word);
  buffer_clear(&l->styles);
  l->gap = 1;
}

void layout_space(layout *l, size_t gap) {
  end_word(l);
  l->gap = gap;
}

void layout_column(layout *l, size_t column) {
  end_word(l);
  if (l->column + (l->started ? 2 : 0) > column) {
    layout_hang(l, column);
    break_line(l);
  } else if (l->started) {
    l->gap = column - l->column;
  } else {
    add_spaces(l, column - l->column);
  }
}

void layout_add_unbroken(layout *l, text words, layout_style style) {
  size_t before = l->word.size;
  utf8_add_safe(&l->word, words);
  for (size_t i = before; i < l->word.size; i++) buffer_add_byte(&l->styles, (char)style);
}

void layout_add(layout *l, text words, layout_style style) {
  while (words.size) {
    size_t end = 0;
    while (end < words.size && !ascii_is_space(words.data[end])) end++;
    layout_add_unbroken(l, text_slice(words, 0, end), style);
    if (end == words.size) break;
    layout_space(l, 1);
    words = text_slice(words, end + 1, words.size);
  }
}

void layout_add_marked(layout *l, text words, const spans *marks, layout_style style) {
  size_t at = 0;
  for (size_t i = 0; i < marks->count; i++) {
    span mark = marks->items[i];
    if (mark.from < at || mark.size > words.size || mark.from > words.size - mark.size) continue;
    layout_add(l, text_slice(words, at, mark.from), style);
    at = mark.from + mark.size;
    layout_add(l, text_slice(words, mark.from, at), STYLE_MARK);
  }
  layout_add(l, text_slice(words, at, words.size), style);
}

void layout_end(layout *l) {
  end_word(l);
  show_style(l, STYLE_PLAIN);
  buffer_put(&l->out->bytes, "\n");
  buffer_finish(&l->word);
  buffer_finish(&l->styles);
}

void layout_line(output *out, size_t indent, text words, layout_style style) {
  layout l;
  layout_begin(&l, out, TEXT(""), indent);
  layout_add(&l, words, style);
  layout_end(&l);
}
