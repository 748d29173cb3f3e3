/* From left to right: each sign, command and formula is written as what it prints. Arguments are
 * converted by recursion, to a depth that no honest text reaches. */
#include "read/latex.h"

#include "base/buffer.h"
#include "base/latex.h"
#include "base/script.h"
#include "base/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define DEPTH_MOST 24

typedef struct latex {
  text rest;
  buffer *out;
  bool formula;
  int depth;
} latex;

static void convert(text source, buffer *out, bool formula, int depth);

/* --- Taking tokens --- */

static void skip(text *rest, size_t count) { *rest = text_slice(*rest, count, rest->size); }

static void skip_space(text *rest) {
  while (rest->size && ascii_is_space(rest->data[0])) skip(rest, 1);
}

bool latex_take_group(text *rest, text *content) {
  size_t depth = 0;
  if (!text_starts(*rest, TEXT("{"))) return false;
  for (size_t at = 0; at < rest->size; at++) {
    char byte = rest->data[at];
    if (byte == '\\') at++;
    else if (byte == '{') depth++;
    else if (byte == '}') depth--;
    if (depth) continue;
    *content = text_slice(*rest, 1, at);
    skip(rest, at + 1);
    return true;
  }
  return false;
}

/* Behind a backslash: a run of letters, or one other character. */
static text take_command(text *rest) {
  size_t size = 0;
  while (size < rest->size && ascii_is_letter(rest->data[size])) size++;
  text after = *rest;
  if (!size && rest->size) {
    utf8_take(&after);
    size = rest->size - after.size;
  }
  text command = text_slice(*rest, 0, size);
  skip(rest, size);
  return command;
}

/* The next group, command or character. */
static text take_argument(text *rest) {
  text content;
  skip_space(rest);
  if (!rest->size) return *rest;
  if (latex_take_group(rest, &content)) return content;
  text before = *rest;
  if (rest->data[0] == '\\') {
    skip(rest, 1);
    take_command(rest);
  } else {
    utf8_take(rest);
  }
  return text_slice(before, 0, before.size - rest->size);
}

/* --- Accents and scripts --- */

/* The argument's first letter with the mark; an i or j under it has no dot already. */
static void add_accent(latex *x, text command, uint32_t mark) {
  buffer letters = {0};
  convert(take_argument(&x->rest), &letters, x->formula, x->depth + 1);
  text rest = buffer_text(&letters);
  if (!rest.size) {
    /* "\~{}" is the sign itself. */
    buffer_add(x->out, command);
  } else {
    uint32_t first = utf8_take(&rest);
    utf8_add(x->out, first == 0x131 ? 'i' : first == 0x237 ? 'j' : first);
    /* The marks that it has already come first. */
    for (text ahead = rest; ahead.size; rest = ahead) {
      uint32_t next = utf8_take(&ahead);
      if (next < 0x300 || next > 0x36F) break;
      utf8_add(x->out, next);
    }
    utf8_add(x->out, mark);
    buffer_add(x->out, rest);
  }
  if (letters.failed) x->out->failed = true;
  buffer_finish(&letters);
}

static void add_script(latex *x, void (*add)(buffer *b, text script)) {
  buffer inner = {0};
  convert(take_argument(&x->rest), &inner, x->formula, x->depth + 1);
  if (inner.size) add(x->out, buffer_text(&inner));
  if (inner.failed) x->out->failed = true;
  buffer_finish(&inner);
}

/* --- Commands with a meaning of their own --- */

static void do_superscript(latex *x) { add_script(x, script_add_super); }
static void do_subscript(latex *x) { add_script(x, script_add_sub); }
static void do_space(latex *x) { buffer_put(x->out, " "); }
static void do_paragraph(latex *x) { buffer_put(x->out, "\n"); }
static void do_nothing(latex *x) { (void)x; }
static void do_drop_argument(latex *x) { take_argument(&x->rest); }

static void do_verbatim(latex *x) {
  text address = take_argument(&x->rest);
  buffer_add(x->out, address);
}

/* "(a + b)/c" */
static void add_term(latex *x) {
  buffer term = {0};
  convert(take_argument(&x->rest), &term, true, x->depth + 1);
  text words = buffer_text(&term);
  bool sum = text_find_byte(words, ' ') != TEXT_NONE || text_find_byte(words, '+') != TEXT_NONE ||
             text_find_byte(words, '-') != TEXT_NONE;
  if (sum) buffer_put(x->out, "(");
  buffer_add(x->out, words);
  if (sum) buffer_put(x->out, ")");
  if (term.failed) x->out->failed = true;
  buffer_finish(&term);
}

static void do_fraction(latex *x) {
  add_term(x);
  buffer_put(x->out, "/");
  add_term(x);
}

static void do_root(latex *x) {
  buffer_put(x->out, "\u221A");
  add_term(x);
}

/* "\ElsevierGlyph{2014}": a code point in hexadecimal digits. */
static void do_glyph(latex *x) {
  text digits = take_argument(&x->rest);
  uint32_t code = 0;
  for (size_t i = 0; i < digits.size && i < 6; i++) {
    size_t value = text_find_byte(TEXT("0123456789abcdef"), ascii_lower(digits.data[i]));
    if (value == TEXT_NONE) return;
    code = code * 16 + (uint32_t)value;
  }
  if (code >= 0x20) utf8_add(x->out, code);
}

static void do_formula(latex *x, const char *closing) {
  text inner;
  if (!text_cut(x->rest, text_of(closing), &inner, &x->rest)) {
    x->rest = inner;
    return;
  }
  convert(inner, x->out, true, x->depth + 1);
}

static void do_inline_formula(latex *x) { do_formula(x, "\\)"); }
static void do_display_formula(latex *x) { do_formula(x, "\\]"); }

static const struct {
  text command;
  void (*act)(latex *x);
} commands[] = {
    {TEXT_STATIC("textsuperscript"), do_superscript},
    {TEXT_STATIC("sp"), do_superscript},
    {TEXT_STATIC("textsubscript"), do_subscript},
    {TEXT_STATIC("sb"), do_subscript},
    {TEXT_STATIC("url"), do_verbatim},
    {TEXT_STATIC("path"), do_verbatim},
    {TEXT_STATIC("href"), do_drop_argument},
    {TEXT_STATIC("textcolor"), do_drop_argument},
    {TEXT_STATIC("begin"), do_drop_argument},
    {TEXT_STATIC("end"), do_drop_argument},
    {TEXT_STATIC("label"), do_drop_argument},
    {TEXT_STATIC("hspace"), do_drop_argument},
    {TEXT_STATIC("vspace"), do_drop_argument},
    {TEXT_STATIC("frac"), do_fraction},
    {TEXT_STATIC("tfrac"), do_fraction},
    {TEXT_STATIC("dfrac"), do_fraction},
    {TEXT_STATIC("sqrt"), do_root},
    {TEXT_STATIC("ElsevierGlyph"), do_glyph},
    {TEXT_STATIC("("), do_inline_formula},
    {TEXT_STATIC("["), do_display_formula},
    {TEXT_STATIC("par"), do_paragraph},
    {TEXT_STATIC("\\"), do_space},
    {TEXT_STATIC(" "), do_space},
    {TEXT_STATIC("\n"), do_space},
    {TEXT_STATIC(","), do_space},
    {TEXT_STATIC(";"), do_space},
    {TEXT_STATIC(":"), do_space},
    {TEXT_STATIC(">"), do_space},
    {TEXT_STATIC("space"), do_space},
    {TEXT_STATIC("quad"), do_space},
    {TEXT_STATIC("qquad"), do_space},
    {TEXT_STATIC("newline"), do_space},
    {TEXT_STATIC("linebreak"), do_space},
    {TEXT_STATIC("!"), do_nothing},
    {TEXT_STATIC("/"), do_nothing},
    {TEXT_STATIC("-"), do_nothing},
    {TEXT_STATIC("@"), do_nothing},
    {TEXT_STATIC(")"), do_nothing},
    {TEXT_STATIC("]"), do_nothing},
    /* Declarations: they say how the rest of their group looks. */
    {TEXT_STATIC("it"), do_nothing},
    {TEXT_STATIC("bf"), do_nothing},
    {TEXT_STATIC("em"), do_nothing},
    {TEXT_STATIC("sc"), do_nothing},
    {TEXT_STATIC("sl"), do_nothing},
    {TEXT_STATIC("rm"), do_nothing},
    {TEXT_STATIC("sf"), do_nothing},
    {TEXT_STATIC("tt"), do_nothing},
    {TEXT_STATIC("cal"), do_nothing},
    {TEXT_STATIC("itshape"), do_nothing},
    {TEXT_STATIC("bfseries"), do_nothing},
    {TEXT_STATIC("scshape"), do_nothing},
    {TEXT_STATIC("ttfamily"), do_nothing},
    {TEXT_STATIC("normalfont"), do_nothing},
    {TEXT_STATIC("small"), do_nothing},
    {TEXT_STATIC("large"), do_nothing},
    {TEXT_STATIC("left"), do_nothing},
    {TEXT_STATIC("right"), do_nothing},
    {TEXT_STATIC("big"), do_nothing},
    {TEXT_STATIC("limits"), do_nothing},
    {TEXT_STATIC("displaystyle"), do_nothing},
    {TEXT_STATIC("noindent"), do_nothing},
    {TEXT_STATIC("protect"), do_nothing},
    {TEXT_STATIC("relax"), do_nothing},
    {TEXT_STATIC("bgroup"), do_nothing},
    {TEXT_STATIC("egroup"), do_nothing},
};

/* --- The walk --- */

static bool run_command(latex *x, text command) {
  for (size_t i = 0; i < COUNT(commands); i++)
    if (text_equal(commands[i].command, command)) {
      commands[i].act(x);
      return true;
    }
  return false;
}

static void take_backslash(latex *x) {
  skip(&x->rest, 1);
  if (!x->rest.size) return;
  text command = take_command(&x->rest);
  bool letters = ascii_is_letter(command.data[0]);
  /* "\''{u}" stands in many files for "\"{u}". */
  if (text_equal(command, TEXT("'")) && text_starts(x->rest, TEXT("'"))) {
    skip(&x->rest, 1);
    command = TEXT("\"");
  }
  text behind = x->rest;
  if (letters) skip_space(&x->rest);
  uint32_t mark = latex_accent(command);
  const latex_sign *sign = latex_sign_of_command(command);
  if (mark) {
    add_accent(x, command, mark);
  } else if (sign) {
    buffer_add(x->out, sign->sign);
  } else if (!run_command(x, command) && !(letters && text_starts(x->rest, TEXT("{")))) {
    /* An escaped sign, or a command that is not known and has no argument. */
    buffer_add(x->out, command);
    x->rest = behind;
  }
}

/* "$5 and $10" is no formula. */
static bool is_formula(text inner) {
  bool spaced = false;
  for (size_t i = 0; i < inner.size; i++) {
    if (text_find_byte(TEXT("\\^_=<>+{"), inner.data[i]) != TEXT_NONE) return true;
    spaced |= ascii_is_space(inner.data[i]);
  }
  return inner.size && !spaced;
}

static void take_dollar(latex *x) {
  text inner, after;
  size_t size = text_starts(x->rest, TEXT("$$")) ? 2 : 1;
  text opening = text_slice(x->rest, 0, size);
  skip(&x->rest, size);
  if (x->formula) return;
  if (text_cut(x->rest, opening, &inner, &after) && is_formula(inner)) {
    x->rest = after;
    convert(inner, x->out, true, x->depth + 1);
  } else {
    buffer_add(x->out, opening);
  }
}

/* What several signs in a row stand for outside of formulas; the longer ones first. */
static const struct {
  text signs, printed;
} ligatures[] = {
    {TEXT_STATIC("---"), TEXT_STATIC("\u2014")}, {TEXT_STATIC("--"), TEXT_STATIC("\u2013")},
    {TEXT_STATIC("``"), TEXT_STATIC("\u201C")},  {TEXT_STATIC("''"), TEXT_STATIC("\u201D")},
    {TEXT_STATIC("?`"), TEXT_STATIC("\u00BF")},  {TEXT_STATIC("!`"), TEXT_STATIC("\u00A1")},
    {TEXT_STATIC("`"), TEXT_STATIC("\u2018")},
};

static bool take_ligature(latex *x) {
  for (size_t i = 0; i < COUNT(ligatures) && !x->formula; i++)
    if (text_starts(x->rest, ligatures[i].signs)) {
      buffer_add(x->out, ligatures[i].printed);
      skip(&x->rest, ligatures[i].signs.size);
      return true;
    }
  return false;
}

static void take_sign(latex *x) {
  char byte = x->rest.data[0];
  if (byte == '\\') {
    take_backslash(x);
  } else if (byte == '$') {
    take_dollar(x);
  } else if (byte == '{' || byte == '}') {
    skip(&x->rest, 1);
  } else if (x->formula && (byte == '^' || byte == '_')) {
    skip(&x->rest, 1);
    add_script(x, byte == '^' ? script_add_super : script_add_sub);
  } else if (!take_ligature(x)) {
    buffer_add_byte(x->out, byte == '~' ? ' ' : byte);
    skip(&x->rest, 1);
  }
}

static void convert(text source, buffer *out, bool formula, int depth) {
  latex x = {.rest = source, .out = out, .formula = formula, .depth = depth};
  if (depth > DEPTH_MOST) buffer_add(out, source);
  else
    while (x.rest.size) take_sign(&x);
}

text latex_plain(arena *a, text source) {
  buffer out = {0};
  convert(source, &out, false, 0);
  if (out.failed) a->failed = true;
  text separate = arena_text(a, buffer_text(&out));
  buffer_finish(&out);
  return utf8_compose(a, separate);
}

text latex_verbatim(arena *a, text source) {
  static const text url = TEXT_STATIC("\\url");
  buffer out = {0};
  while (source.size) {
    char byte = source.data[0], next = source.size > 1 ? source.data[1] : ' ';
    if (text_starts(source, url)) {
      skip(&source, url.size);
      continue;
    }
    bool escape = byte == '\\' && text_find_byte(TEXT("_%&#$~{}^"), next) != TEXT_NONE;
    if (escape) buffer_add_byte(&out, next);
    else if (byte != '{' && byte != '}') buffer_add_byte(&out, byte);
    skip(&source, escape ? 2 : 1);
  }
  if (out.failed) a->failed = true;
  text result = arena_squeeze(a, buffer_text(&out));
  buffer_finish(&out);
  return result;
}
