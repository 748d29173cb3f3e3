/* The text of an XML element as plain text: markup inside it is dropped or, where it carries
 * meaning, written out: super- and subscripts, and formulas in MathML in one line. White space is
 * squeezed. For readers of XML formats, which feed it what expat reports between the start and the
 * end of an element that holds text. */
#ifndef CARREL_READ_XML_TEXT_H
#define CARREL_READ_XML_TEXT_H

#include "base/arena.h"
#include "base/buffer.h"

struct markup;

enum {
  XML_TEXT_DEPTH = 48, /* elements nested deeper are read as if their tags were not there */
  XML_TEXT_CHILDREN = 12
};

/* An element that is open: where its text starts, and the texts of its children. */
typedef struct xml_open {
  const struct markup *markup; /* NULL: plain */
  size_t start, count;
  size_t children[XML_TEXT_CHILDREN]; /* where the first ones start */
  size_t prescripts;                  /* the child behind which prescripts stand; 0: none */
  char opening[8], closing[8], between[8];
} xml_open;

typedef struct xml_text {
  buffer words, scratch;
  xml_open open[XML_TEXT_DEPTH];
  size_t depth;
  size_t math, dropped; /* how many open elements are formulas, or are left out */
  bool parted;          /* tags of unknown elements part words */
} xml_text;

/* A zeroed xml_text is ready. Begins a new text; `parted`: for elements of unknown meaning, whose
 * children are no inline markup. */
void xml_text_begin(xml_text *x, bool parted);
/* The start of an element inside the text, as expat gives it. */
void xml_text_start(xml_text *x, const char *name, const char **attributes);
void xml_text_add(xml_text *x, text bytes);
/* The end of the element that was started last. */
void xml_text_end(xml_text *x);
/* The whole text, in the arena. */
text xml_text_finish(xml_text *x, arena *a);
/* Frees its memory. */
void xml_text_close(xml_text *x);

/* The name without its namespace prefix. */
const char *xml_local_name(const char *name);

/* For xml_text.c and xml_math.c only: what is done with an element inside a text. */
typedef struct markup {
  const char *name;
  void (*close)(xml_text *x, xml_open *o); /* rewrites its text; may be NULL */
  enum {
    MARKUP_INLINE,
    MARKUP_BLOCK,   /* stands on its own: parts words */
    MARKUP_MATH,    /* the formula; white space between its elements means nothing */
    MARKUP_TOKEN,   /* a leaf of a formula */
    MARKUP_ROW,     /* children are parted by ", " */
    MARKUP_ROWS,    /* children are parted by "; " */
    MARKUP_DROPPED, /* says in another way what has been said */
  } kind;
} markup;

/* What a formula's element is, by its local name; NULL where it is plain. */
const markup *math_markup(const char *name);
/* The text of a child that has been kept in `children`, and the whole text of an element. */
text xml_open_child(const xml_text *x, const xml_open *o, size_t number);
text xml_open_text(const xml_text *x, const xml_open *o);
/* Puts what stands in x->scratch in place of the element's text. */
void xml_open_replace(xml_text *x, const xml_open *o);

#endif
