/* Super- and subscripts in plain text. */
#include "base/script.h"

#include "base/utf8.h"

/* Source: Unicode Character Database, decompositions <super> and <sub>. Of the capitals none is
 * here: what is written in raised capitals is a name ("G12D"). */
static const struct {
  unsigned short plain, raised, lowered; /* 0: none */
} scripts[] = {
    {'(', 0x207D, 0x208D},    {')', 0x207E, 0x208E},    {'+', 0x207A, 0x208A},
    {'-', 0x207B, 0x208B},    {'0', 0x2070, 0x2080},    {'1', 0xB9, 0x2081},
    {'2', 0xB2, 0x2082},      {'3', 0xB3, 0x2083},      {'4', 0x2074, 0x2084},
    {'5', 0x2075, 0x2085},    {'6', 0x2076, 0x2086},    {'7', 0x2077, 0x2087},
    {'8', 0x2078, 0x2088},    {'9', 0x2079, 0x2089},    {'=', 0x207C, 0x208C},
    {'a', 0x1D43, 0x2090},    {'b', 0x1D47, 0},         {'c', 0x1D9C, 0},
    {'d', 0x1D48, 0},         {'e', 0x1D49, 0x2091},    {'f', 0x1DA0, 0},
    {'g', 0x1D4D, 0},         {'h', 0x02B0, 0x2095},    {'i', 0x2071, 0x1D62},
    {'j', 0x02B2, 0x2C7C},    {'k', 0x1D4F, 0x2096},    {'l', 0x02E1, 0x2097},
    {'m', 0x1D50, 0x2098},    {'n', 0x207F, 0x2099},    {'o', 0x1D52, 0x2092},
    {'p', 0x1D56, 0x209A},    {'r', 0x02B3, 0x1D63},    {'s', 0x02E2, 0x209B},
    {'t', 0x1D57, 0x209C},    {'u', 0x1D58, 0x1D64},    {'v', 0x1D5B, 0x1D65},
    {'w', 0x02B7, 0},         {'x', 0x02E3, 0x2093},    {'y', 0x02B8, 0},
    {'z', 0x1DBB, 0},         {0x03B2, 0x1D5D, 0x1D66}, {0x03B3, 0x1D5E, 0x1D67},
    {0x03B4, 0x1D5F, 0},      {0x03B8, 0x1DBF, 0},      {0x03C1, 0, 0x1D68},
    {0x03C6, 0x1D60, 0x1D69}, {0x03C7, 0x1D61, 0x1D6A}, {0x2010, 0x207B, 0x208B},
    {0x2013, 0x207B, 0x208B}, {0x2212, 0x207B, 0x208B},
};

static const text ordinals[] = {TEXT_STATIC("st"), TEXT_STATIC("nd"), TEXT_STATIC("rd"),
                                TEXT_STATIC("th")};

unsigned script_super(unsigned code) {
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
    if (scripts[i].plain == code) return scripts[i].raised;
  return 0;
}

unsigned script_sub(unsigned code) {
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
    if (scripts[i].plain == code) return scripts[i].lowered;
  return 0;
}

unsigned script_plain(unsigned code, bool *raised) {
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
    *raised = scripts[i].raised == code;
    if (code && (*raised || scripts[i].lowered == code)) return scripts[i].plain;
  }
  return 0;
}

/* Whether every character has a form and at most `most` of them are letters of the alphabet. */
static bool has_forms(text plain, unsigned (*form)(unsigned), size_t most) {
  size_t letters = 0;
  while (plain.size) {
    uint32_t code = utf8_take(&plain);
    if (code < 0x80 && ascii_is_letter((char)code)) letters++;
    if (!form(code)) return false;
  }
  return letters <= most;
}

static void add_forms(buffer *b, text plain, unsigned (*form)(unsigned)) {
  while (plain.size) utf8_add(b, form(utf8_take(&plain)));
}

static bool is_ordinal(text ending) {
  for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
    if (text_equal(ending, ordinals[i])) return true;
  return false;
}

void script_add_super(buffer *b, text raised) {
  if (has_forms(raised, script_super, 1)) {
    add_forms(b, raised, script_super);
    return;
  }
  text rest = raised;
  utf8_take(&rest);
  if (rest.size && !is_ordinal(raised)) buffer_put(b, "^");
  buffer_add(b, raised);
}

void script_add_sub(buffer *b, text lowered) {
  if (has_forms(lowered, script_sub, (size_t)-1)) add_forms(b, lowered, script_sub);
  else buffer_add(b, lowered);
}
