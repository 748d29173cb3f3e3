/* Folding characters. */
#include "text/fold.h"

#include <string.h>
#include <utf8proc.h>

/* From U+03B1, small alpha; final sigma (U+03C2) is a sigma. The micro sign is a mu in NFKC. */
static const text greek_names[25] = {
    TEXT_STATIC("alpha"),   TEXT_STATIC("beta"),  TEXT_STATIC("gamma"),   TEXT_STATIC("delta"),
    TEXT_STATIC("epsilon"), TEXT_STATIC("zeta"),  TEXT_STATIC("eta"),     TEXT_STATIC("theta"),
    TEXT_STATIC("iota"),    TEXT_STATIC("kappa"), TEXT_STATIC("lambda"),  TEXT_STATIC("mu"),
    TEXT_STATIC("nu"),      TEXT_STATIC("xi"),    TEXT_STATIC("omicron"), TEXT_STATIC("pi"),
    TEXT_STATIC("rho"),     TEXT_STATIC("sigma"), TEXT_STATIC("sigma"),   TEXT_STATIC("tau"),
    TEXT_STATIC("upsilon"), TEXT_STATIC("phi"),   TEXT_STATIC("chi"),     TEXT_STATIC("psi"),
    TEXT_STATIC("omega")};

fold_class fold_ascii(unsigned char byte) {
  if (ascii_is_letter((char)byte)) return FOLD_LETTER;
  if (ascii_is_digit((char)byte)) return FOLD_DIGIT;
  if (byte == '-') return FOLD_HYPHEN;
  if (byte == 0x1E) return FOLD_BOUNDARY;
  return ascii_is_space((char)byte) ? FOLD_SPACE : FOLD_BREAK;
}

bool fold_is_greek_name(text word) {
  for (size_t i = 0; i < sizeof greek_names / sizeof *greek_names; i++)
    if (text_equal(greek_names[i], word)) return true;
  return false;
}

static bool is_hyphen(uint32_t code) {
  return (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xFE63 || code == 0xFF0D;
}

/* Han, Hiragana, Katakana, Thai and their like are written without spaces. */
static bool stands_alone(uint32_t code) {
  return (code >= 0x0E00 && code <= 0x0EFF) || (code >= 0x3040 && code <= 0x30FF) ||
         (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}

static fold_class class_of(uint32_t code) {
  if (code < 0x80) return fold_ascii((unsigned char)code);
  if (code >= 0x3B1 && code <= 0x3C9) return FOLD_GREEK;
  if (stands_alone(code)) return FOLD_ALONE;
  switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return FOLD_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
      return FOLD_NOTHING;
    case UTF8PROC_CATEGORY_ND:
      return FOLD_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return FOLD_SPACE;
    default:
      return FOLD_BREAK;
  }
}

/* Letters that Unicode does not take apart, but readers of English leave the mark off. */
static const char *plain_letter(uint32_t code) {
  switch (code) {
    case 0xF8:
      return "o";
    case 0x142:
      return "l";
    case 0x111:
      return "d";
    case 0xE6:
      return "ae";
    case 0x153:
      return "oe";
    case 0x131:
      return "i";
    case 0xFE:
      return "th";
    case 0xF0:
      return "d";
    default:
      return NULL;
  }
}

static void add_folded(uint32_t code, char *out, size_t *size) {
  text name = {NULL, 0};
  if (code >= 0x3B1 && code <= 0x3C9) name = greek_names[code - 0x3B1];
  else if (plain_letter(code)) name = text_of(plain_letter(code));
  if (name.size && *size + name.size <= FOLD_LONGEST) {
    memcpy(out + *size, name.data, name.size);
    *size += name.size;
  } else if (!name.size && *size + 4 <= FOLD_LONGEST) {
    *size += (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out + *size);
  }
}

fold_class fold_code(uint32_t code, char *out, size_t *size) {
  utf8proc_int32_t folded[24];
  int last = 0;
  fold_class class = FOLD_NOTHING;
  *size = 0;
  if (is_hyphen(code)) return FOLD_HYPHEN;
  utf8proc_ssize_t count = utf8proc_decompose_char(
      (utf8proc_int32_t)code, folded, 24,
      UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, &last);
  for (utf8proc_ssize_t i = 0; i < count && i < 24; i++) {
    fold_class one = class_of((uint32_t)folded[i]);
    if (one == FOLD_NOTHING) continue;
    if (one != FOLD_LETTER && one != FOLD_DIGIT && one != FOLD_GREEK && one != FOLD_ALONE) {
      if (class == FOLD_NOTHING) class = one;
      continue;
    }
    if (!*size) class = one;
    add_folded((uint32_t)folded[i], out, size);
  }
  return class;
}
