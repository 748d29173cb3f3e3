/* Paragraphs for people to read: words flow to the width of the terminal, measured in columns,
 * with a hanging indent; styles show where the terminal has colours. Nothing here sends a control
 * character that stood in a text. */
#ifndef CARREL_WRITE_LAYOUT_H
#define CARREL_WRITE_LAYOUT_H

#include "write/writer.h"

typedef enum {
  STYLE_PLAIN,
  STYLE_STRONG,  /* titles, labels */
  STYLE_MARK,    /* a word that was searched for */
  STYLE_HEAD,    /* the head of a group or a part */
  STYLE_FAINT,   /* what matters least */
  STYLE_WARNING, /* a retraction, an article that is not there */
} layout_style;

/* One paragraph, from layout_begin to layout_end. The members are layout.c's own. */
typedef struct layout {
  output *out;
  size_t indent;       /* columns before every line but the first */
  size_t width;        /* columns of a line; 0: lines have no end */
  size_t column;       /* columns used of this line */
  size_t gap;          /* spaces owed before the next word */
  bool started;        /* a word stands on this line */
  layout_style shown;  /* what the terminal has been told last */
  buffer word, styles; /* the word that is being gathered, and the style of each of its bytes */
} layout;

/* Starts a paragraph whose first line begins with `lead`; further lines, and the first where lead
 * is shorter, are indented to `indent` columns. */
void layout_begin(layout *l, output *out, text lead, size_t indent);
/* From now on further lines are indented to `indent` columns. */
void layout_hang(layout *l, size_t indent);
/* Adds words. Words of two calls join unless white space stands between them. */
void layout_add(layout *l, text words, layout_style style);
/* Adds words that stay on one line if that is wide enough. */
void layout_add_unbroken(layout *l, text words, layout_style style);
/* The same, with stretches of `words` (in order) shown as STYLE_MARK. */
void layout_add_marked(layout *l, text words, const spans *marks, layout_style style);
/* Ends the word; the next one on the same line stands `gap` columns on. */
void layout_space(layout *l, size_t gap);
/* Ends the word; the next one stands at this column, on a line of its own where it is passed. */
void layout_column(layout *l, size_t column);
/* Ends the paragraph with a line end. */
void layout_end(layout *l);

/* A paragraph of one style, after `indent` columns. */
void layout_line(output *out, size_t indent, text words, layout_style style);

#endif
