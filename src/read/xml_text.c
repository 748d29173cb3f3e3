/* The text of an XML element as plain text. */
#include "read/xml_text.h"

#include <string.h>

#include "base/script.h"

/* Rewrites the text of an element in raised or lowered characters; white space stays around. */
static void close_script(xml_text *x, xml_open *o, void (*add)(buffer *, text)) {
  text whole = xml_open_text(x, o), inner = text_trim(whole);
  if (!inner.size) return;
  buffer_clear(&x->scratch);
  size_t before = (size_t)(inner.data - whole.data);
  buffer_add(&x->scratch, text_slice(whole, 0, before));
  add(&x->scratch, inner);
  buffer_add(&x->scratch, text_slice(whole, before + inner.size, whole.size));
  xml_open_replace(x, o);
}

static void close_sup(xml_text *x, xml_open *o) { close_script(x, o, script_add_super); }
static void close_sub(xml_text *x, xml_open *o) { close_script(x, o, script_add_sub); }

/* Elements outside of formulas. All others (b, i, u ...) are dropped and their text is kept. */
static const markup inline_markup[] = {
    {"sup", close_sup, MARKUP_INLINE},
    {"sub", close_sub, MARKUP_INLINE},
    {"math", NULL, MARKUP_MATH},
    {"DispFormula", NULL, MARKUP_BLOCK},
};

const char *xml_local_name(const char *name) {
  const char *colon = strrchr(name, ':');
  return colon ? colon + 1 : name;
}

static const markup *find_markup(const xml_text *x, const char *name) {
  name = xml_local_name(name);
  if (x->math) return math_markup(name);
  for (size_t i = 0; i < sizeof inline_markup / sizeof *inline_markup; i++)
    if (strcmp(inline_markup[i].name, name) == 0) return &inline_markup[i];
  return NULL;
}

text xml_open_text(const xml_text *x, const xml_open *o) {
  return text_slice(buffer_text(&x->words), o->start, x->words.size);
}

text xml_open_child(const xml_text *x, const xml_open *o, size_t number) {
  if (number >= o->count || number >= XML_TEXT_CHILDREN) return (text){"", 0};
  bool last = number + 1 == o->count || number + 1 == XML_TEXT_CHILDREN;
  return text_slice(buffer_text(&x->words), o->children[number],
                    last ? x->words.size : o->children[number + 1]);
}

void xml_open_replace(xml_text *x, const xml_open *o) {
  x->words.size = o->start;
  buffer_add(&x->words, buffer_text(&x->scratch));
  if (x->scratch.failed) x->words.failed = true;
}

void xml_text_begin(xml_text *x, bool parted) {
  buffer_clear(&x->words);
  x->depth = x->math = x->dropped = 0;
  x->parted = parted;
}

/* A child begins in an open element: notes where, and parts it from the one before. */
static void add_child(xml_text *x, xml_open *parent) {
  bool row = parent->markup && parent->markup->kind == MARKUP_ROW;
  bool rows = parent->markup && parent->markup->kind == MARKUP_ROWS;
  if (parent->count && row) buffer_add(&x->words, text_of(parent->between));
  if (parent->count && rows) buffer_put(&x->words, "; ");
  if (parent->count < XML_TEXT_CHILDREN) parent->children[parent->count] = x->words.size;
  parent->count++;
}

/* An attribute of at most 7 bytes, or `otherwise`. */
static void read_attribute(char value[8], const char **attributes, const char *name,
                           const char *otherwise) {
  for (; *attributes; attributes += 2)
    if (strcmp(attributes[0], name) == 0 && strlen(attributes[1]) < 8) otherwise = attributes[1];
  strcpy(value, otherwise);
}

void xml_text_start(xml_text *x, const char *name, const char **attributes) {
  if (x->depth++ >= XML_TEXT_DEPTH) return;
  if (x->depth > 1) add_child(x, &x->open[x->depth - 2]);
  const markup *m = find_markup(x, name);
  xml_open *o = &x->open[x->depth - 1];
  o->markup = m;
  o->start = x->words.size;
  o->count = o->prescripts = 0;
  if (!m) {
    if (x->parted) buffer_put(&x->words, " ");
    return;
  }
  if (m->kind == MARKUP_BLOCK) buffer_put(&x->words, " ");
  if (m->kind == MARKUP_MATH) x->math++;
  if (m->kind == MARKUP_DROPPED) x->dropped++;
  if (m->kind == MARKUP_ROW) {
    read_attribute(o->opening, attributes, "open", "(");
    read_attribute(o->closing, attributes, "close", ")");
    read_attribute(o->between, attributes, "separators", ", ");
  }
}

void xml_text_add(xml_text *x, text bytes) {
  if (x->dropped) return;
  if (x->math && x->depth <= XML_TEXT_DEPTH) {
    const markup *m = x->open[x->depth - 1].markup;
    if (!m || m->kind != MARKUP_TOKEN) bytes = text_trim(bytes);
  }
  buffer_add(&x->words, bytes);
}

void xml_text_end(xml_text *x) {
  if (x->depth-- > XML_TEXT_DEPTH) return;
  xml_open *o = &x->open[x->depth];
  const markup *m = o->markup;
  if (!m) {
    if (x->parted) buffer_put(&x->words, " ");
    return;
  }
  if (m->close) m->close(x, o);
  if (m->kind == MARKUP_BLOCK) buffer_put(&x->words, " ");
  if (m->kind == MARKUP_MATH) x->math--;
  if (m->kind == MARKUP_DROPPED) x->dropped--, x->words.size = o->start;
}

text xml_text_finish(xml_text *x, arena *a) {
  text raw = buffer_text(&x->words);
  if (x->words.failed) a->failed = true;
  return arena_squeeze(a, raw);
}

void xml_text_close(xml_text *x) {
  buffer_finish(&x->words);
  buffer_finish(&x->scratch);
}
