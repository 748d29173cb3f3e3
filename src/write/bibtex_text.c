/* Text as BibTeX files hold it, with or without LaTeX's commands for letters. */
#include "base/latex.h"
#include "base/script.h"
#include "base/utf8.h"
#include "write/bibtex.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- Signs --- */

/* Braces count for BibTeX even behind a backslash. */
static const struct {
  char sign;
  text written;
} escapes[] = {
    {'\\', TEXT_STATIC("{\\textbackslash}")},
    {'{', TEXT_STATIC("{\\textbraceleft}")},
    {'}', TEXT_STATIC("{\\textbraceright}")},
    {'~', TEXT_STATIC("{\\textasciitilde}")},
    {'^', TEXT_STATIC("{\\textasciicircum}")},
    {'`', TEXT_STATIC("{\\textasciigrave}")},
    {'%', TEXT_STATIC("\\%")},
    {'&', TEXT_STATIC("\\&")},
    {'#', TEXT_STATIC("\\#")},
    {'$', TEXT_STATIC("\\$")},
    {'_', TEXT_STATIC("\\_")},
};

/* What LaTeX's old fonts lack. */
static const struct {
  char sign;
  text written;
} latex_escapes[] = {{'<', TEXT_STATIC("{\\textless}")},
                     {'>', TEXT_STATIC("{\\textgreater}")},
                     {'|', TEXT_STATIC("{\\textbar}")}};

/* Signs that LaTeX makes of several. */
static const struct {
  uint32_t code;
  text written;
} ligatures[] = {{0x2013, TEXT_STATIC("--")},
                 {0x2014, TEXT_STATIC("---")},
                 {0x201C, TEXT_STATIC("``")},
                 {0x201D, TEXT_STATIC("''")}};

/* Adds a piece, and parts it from what stands before where the two would make a ligature. */
static void add_apart(buffer *b, text piece) {
  bool joins = b->size && piece.size && b->data[b->size - 1] == piece.data[0] &&
               text_find_byte(TEXT("-'`"), piece.data[0]) != TEXT_NONE;
  if (joins) buffer_put(b, "{}");
  buffer_add(b, piece);
}

static void add_ascii(buffer *b, text sign, bool latex) {
  for (size_t i = 0; i < COUNT(escapes); i++)
    if (escapes[i].sign == sign.data[0]) {
      buffer_add(b, escapes[i].written);
      return;
    }
  for (size_t i = 0; latex && i < COUNT(latex_escapes); i++)
    if (latex_escapes[i].sign == sign.data[0]) {
      buffer_add(b, latex_escapes[i].written);
      return;
    }
  add_apart(b, sign);
}

/* --- LaTeX's commands --- */

/* "{$^{-1}$}" for a run of raised or lowered characters, taken off `rest`; false where none is. */
static bool add_scripts(buffer *b, text *rest) {
  bool raised, next_raised;
  text ahead = *rest;
  uint32_t plain = script_plain(utf8_take(&ahead), &raised);
  if (!plain) return false;
  buffer_put(b, "{$");
  buffer_add_byte(b, raised ? '^' : '_');
  buffer_put(b, "{");
  do {
    const latex_sign *greek = NULL;
    char bytes[4];
    text sign = {bytes, utf8_encode(plain, bytes)};
    if (plain >= 0x80) greek = latex_sign_of(sign);
    if (greek) buffer_printf(b, "\\%.*s ", TEXT_ARG(greek->command));
    else buffer_add(b, sign);
    *rest = ahead;
    plain = ahead.size ? script_plain(utf8_take(&ahead), &next_raised) : 0;
  } while (plain && next_raised == raised);
  buffer_put(b, "}$}");
  return true;
}

/* "{\ss}", "{$\alpha$}" */
static bool add_command(buffer *b, text sign) {
  const latex_sign *found = latex_sign_of(sign);
  if (!found) return false;
  buffer_printf(b, found->formula ? "{$\\%.*s$}" : "{\\%.*s}", TEXT_ARG(found->command));
  return true;
}

static bool is_below(uint32_t mark) {
  return mark == 0x323 || mark == 0x327 || mark == 0x328 || mark == 0x331;
}

/* "{\'e}", "{\v{s}}", "{\'{\i}}": the letter with the first `marks` of its marks. */
static bool add_accents(buffer *b, const uint32_t *pieces, size_t marks) {
  if (!marks) {
    char bytes[4];
    buffer_add(b, (text){bytes, utf8_encode(pieces[0], bytes)});
    return true;
  }
  text command = latex_accent_command(pieces[marks]);
  if (!command.size) return false;
  bool simple = marks == 1 && !ascii_is_letter(command.data[0]);
  bool dotted = (pieces[0] == 'i' || pieces[0] == 'j') && marks == 1 && !is_below(pieces[1]);
  buffer_printf(b, "\\%.*s", TEXT_ARG(command));
  if (simple && !dotted) return add_accents(b, pieces, 0);
  buffer_put(b, "{");
  if (dotted) buffer_put(b, "\\");
  bool good = add_accents(b, pieces, marks - 1);
  buffer_put(b, "}");
  return good;
}

static bool add_accented(buffer *b, uint32_t code) {
  uint32_t pieces[UTF8_PIECES];
  size_t count = utf8_decompose(code, pieces), before = b->size;
  if (count < 2 || pieces[0] >= 0x80 || !ascii_is_letter((char)pieces[0])) return false;
  buffer_put(b, "{");
  bool good = add_accents(b, pieces, count - 1);
  buffer_put(b, "}");
  if (!good) b->size = before;
  return good;
}

static bool add_ligature(buffer *b, uint32_t code) {
  for (size_t i = 0; i < COUNT(ligatures); i++)
    if (ligatures[i].code == code) {
      add_apart(b, ligatures[i].written);
      return true;
    }
  return false;
}

/* --- Text --- */

/* Adds text without control characters. */
static void add_plain(buffer *b, text plain, bool latex) {
  while (plain.size) {
    text here = plain;
    uint32_t code = utf8_take(&plain);
    text sign = text_slice(here, 0, here.size - plain.size);
    if (code < 0x80) {
      add_ascii(b, sign, latex);
    } else if (latex && add_scripts(b, &here)) {
      plain = here;
    } else if (!latex ||
               !(add_ligature(b, code) || add_command(b, sign) || add_accented(b, code))) {
      buffer_add(b, sign);
    }
  }
}

void bibtex_add_text(buffer *b, text plain, bool latex) {
  buffer line = {0};
  utf8_add_line(&line, plain);
  add_plain(b, buffer_text(&line), latex);
  if (line.failed) b->failed = true;
  buffer_finish(&line);
}
