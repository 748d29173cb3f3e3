/* Formulas in one line: "a/b", "x²", "x^(n+1)", "x_i", "√(x)". Source of the elements: W3C,
 * Mathematical Markup Language (MathML) Version 3.0, chapter 3. */
#include <string.h>

#include "base/script.h"
#include "base/utf8.h"
#include "read/xml_text.h"

/* Signs that stand over a letter and the combining character that does the same. */
static const struct {
  text sign;
  unsigned combining;
} accents[] = {
    {TEXT_STATIC("."), 0x0307},      {TEXT_STATIC("\u02D9"), 0x0307},
    {TEXT_STATIC("-"), 0x0304},      {TEXT_STATIC("_"), 0x0304},
    {TEXT_STATIC("\u00AF"), 0x0304}, {TEXT_STATIC("\u203E"), 0x0304},
    {TEXT_STATIC("\u2212"), 0x0304}, {TEXT_STATIC("\u2015"), 0x0304},
    {TEXT_STATIC("^"), 0x0302},      {TEXT_STATIC("\u02C6"), 0x0302},
    {TEXT_STATIC("~"), 0x0303},      {TEXT_STATIC("\u02DC"), 0x0303},
    {TEXT_STATIC("\u2192"), 0x20D7}, {TEXT_STATIC("\u20D7"), 0x20D7},
    {TEXT_STATIC("\u00A8"), 0x0308},
};

/* What makes a part of a formula more than one thing. */
static const text operators[] = {
    TEXT_STATIC(" "),      TEXT_STATIC("+"),      TEXT_STATIC("-"),      TEXT_STATIC("/"),
    TEXT_STATIC("*"),      TEXT_STATIC("="),      TEXT_STATIC("<"),      TEXT_STATIC(">"),
    TEXT_STATIC(","),      TEXT_STATIC("\u2212"), TEXT_STATIC("\u00D7"), TEXT_STATIC("\u00B7"),
    TEXT_STATIC("\u00B1"),
};

static bool is_compound(text part) {
  if (text_starts(part, TEXT("(")) && text_find_byte(part, ')') == part.size - 1) return false;
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
    if (text_find(part, operators[i]) != TEXT_NONE) return true;
  return false;
}

/* Adds a part, in parentheses where it would fall apart without. */
static void add_part(buffer *b, text part) {
  bool fence = is_compound(part);
  if (fence) buffer_put(b, "(");
  buffer_add(b, part);
  if (fence) buffer_put(b, ")");
}

static bool all_have(text part, unsigned (*form)(unsigned)) {
  while (part.size)
    if (!form(utf8_take(&part))) return false;
  return true;
}

static void add_forms(buffer *b, text part, unsigned (*form)(unsigned)) {
  while (part.size) utf8_add(b, form(utf8_take(&part)));
}

static void add_super(buffer *b, text part) {
  part = text_trim(part);
  if (!part.size) return;
  if (all_have(part, script_super)) {
    add_forms(b, part, script_super);
    return;
  }
  buffer_put(b, "^");
  add_part(b, part);
}

/* Numbers, and names that begin with one ("2max"), become subscripts; a letter stays "x_i". */
static void add_sub(buffer *b, text part) {
  part = text_trim(part);
  if (!part.size) return;
  if (!ascii_is_letter(part.data[0]) && all_have(part, script_sub)) {
    add_forms(b, part, script_sub);
    return;
  }
  buffer_put(b, "_");
  add_part(b, part);
}

static void close_fraction(xml_text *x, xml_open *o) {
  buffer_clear(&x->scratch);
  add_part(&x->scratch, xml_open_child(x, o, 0));
  buffer_put(&x->scratch, "/");
  add_part(&x->scratch, xml_open_child(x, o, 1));
  xml_open_replace(x, o);
}

static void close_scripts(xml_text *x, xml_open *o, text sub, text super) {
  buffer_clear(&x->scratch);
  buffer_add(&x->scratch, xml_open_child(x, o, 0));
  add_sub(&x->scratch, sub);
  add_super(&x->scratch, super);
  xml_open_replace(x, o);
}

static void close_super(xml_text *x, xml_open *o) {
  close_scripts(x, o, (text){"", 0}, xml_open_child(x, o, 1));
}

static void close_sub(xml_text *x, xml_open *o) {
  close_scripts(x, o, xml_open_child(x, o, 1), (text){"", 0});
}

static void close_sub_super(xml_text *x, xml_open *o) {
  close_scripts(x, o, xml_open_child(x, o, 1), xml_open_child(x, o, 2));
}

/* base (sub super)* [mprescripts (sub super)*] */
static void close_multiscripts(xml_text *x, xml_open *o) {
  if (o->count > XML_TEXT_CHILDREN) return;
  buffer_clear(&x->scratch);
  size_t end = o->prescripts ? o->prescripts : o->count;
  for (size_t i = end + 1; i < o->count; i += 2) {
    add_sub(&x->scratch, xml_open_child(x, o, i));
    add_super(&x->scratch, xml_open_child(x, o, i + 1));
  }
  buffer_add(&x->scratch, xml_open_child(x, o, 0));
  for (size_t i = 1; i < end; i += 2) {
    add_sub(&x->scratch, xml_open_child(x, o, i));
    if (i + 1 < end) add_super(&x->scratch, xml_open_child(x, o, i + 1));
  }
  xml_open_replace(x, o);
}

static void close_prescripts(xml_text *x, xml_open *o) {
  (void)o;
  if (x->depth) x->open[x->depth - 1].prescripts = x->open[x->depth - 1].count - 1;
}

static void close_over(xml_text *x, xml_open *o) {
  text over = text_trim(xml_open_child(x, o, 1));
  for (size_t i = 0; i < sizeof accents / sizeof *accents; i++) {
    if (!text_equal(over, accents[i].sign)) continue;
    buffer_clear(&x->scratch);
    buffer_add(&x->scratch, text_trim(xml_open_child(x, o, 0)));
    utf8_add(&x->scratch, accents[i].combining);
    xml_open_replace(x, o);
    return;
  }
  close_super(x, o);
}

static void close_root(xml_text *x, xml_open *o) {
  text index = text_trim(xml_open_child(x, o, 1));
  buffer_clear(&x->scratch);
  if (all_have(index, script_super)) {
    add_forms(&x->scratch, index, script_super);
  } else {
    add_part(&x->scratch, index);
    buffer_put(&x->scratch, " ");
  }
  buffer_put(&x->scratch, "\u221A(");
  buffer_add(&x->scratch, xml_open_child(x, o, 0));
  buffer_put(&x->scratch, ")");
  xml_open_replace(x, o);
}

static void enclose(xml_text *x, xml_open *o, const char *opening, const char *closing) {
  buffer_clear(&x->scratch);
  buffer_add(&x->scratch, text_of(opening));
  buffer_add(&x->scratch, xml_open_text(x, o));
  buffer_add(&x->scratch, text_of(closing));
  xml_open_replace(x, o);
}

static void close_square_root(xml_text *x, xml_open *o) { enclose(x, o, "\u221A(", ")"); }
static void close_fenced(xml_text *x, xml_open *o) { enclose(x, o, o->opening, o->closing); }
static void close_table(xml_text *x, xml_open *o) { enclose(x, o, "[", "]"); }
static void close_space(xml_text *x, xml_open *o) { enclose(x, o, " ", ""); }
static void close_infinity(xml_text *x, xml_open *o) { enclose(x, o, "\u221E", ""); }

/* Leaves out white space around and the operators that are there to be heard, not seen
 * (U+2061 to U+2064: function application, invisible times ...). */
static void close_token(xml_text *x, xml_open *o) {
  text token = text_trim(xml_open_text(x, o));
  bool invisible = token.size == 3 && memcmp(token.data, "\xE2\x81", 2) == 0 &&
                   (unsigned char)token.data[2] >= 0xA1 && (unsigned char)token.data[2] <= 0xA4;
  buffer_clear(&x->scratch);
  if (!invisible) buffer_add(&x->scratch, token);
  xml_open_replace(x, o);
}

static const markup formula_markup[] = {
    {"annotation", NULL, MARKUP_DROPPED},
    {"annotation-xml", NULL, MARKUP_DROPPED},
    {"ci", close_token, MARKUP_TOKEN},
    {"cn", close_token, MARKUP_TOKEN},
    {"infinity", close_infinity, MARKUP_INLINE},
    {"math", NULL, MARKUP_MATH},
    {"matrix", close_table, MARKUP_ROWS},
    {"matrixrow", NULL, MARKUP_ROW},
    {"mfenced", close_fenced, MARKUP_ROW},
    {"mfrac", close_fraction, MARKUP_INLINE},
    {"mi", close_token, MARKUP_TOKEN},
    {"mlabeledtr", NULL, MARKUP_ROW},
    {"mmultiscripts", close_multiscripts, MARKUP_INLINE},
    {"mn", close_token, MARKUP_TOKEN},
    {"mo", close_token, MARKUP_TOKEN},
    {"mover", close_over, MARKUP_INLINE},
    {"mphantom", NULL, MARKUP_DROPPED},
    {"mprescripts", close_prescripts, MARKUP_INLINE},
    {"mroot", close_root, MARKUP_INLINE},
    {"ms", close_token, MARKUP_TOKEN},
    {"mspace", close_space, MARKUP_INLINE},
    {"msqrt", close_square_root, MARKUP_INLINE},
    {"msub", close_sub, MARKUP_INLINE},
    {"msubsup", close_sub_super, MARKUP_INLINE},
    {"msup", close_super, MARKUP_INLINE},
    {"mtable", close_table, MARKUP_ROWS},
    {"mtext", close_token, MARKUP_TOKEN},
    {"mtr", NULL, MARKUP_ROW},
    {"munder", close_sub, MARKUP_INLINE},
    {"munderover", close_sub_super, MARKUP_INLINE},
};

const markup *math_markup(const char *name) {
  size_t low = 0, high = sizeof formula_markup / sizeof *formula_markup;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = strcmp(name, formula_markup[middle].name);
    if (order == 0) return &formula_markup[middle];
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return NULL;
}
