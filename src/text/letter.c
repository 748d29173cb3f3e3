/* Folding one character beyond ASCII: NFKC and case folding by utf8proc, then what Unicode leaves
 * as it is but people do not type. */
#include "text/letter.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "text/greek.h"
#include "text/scan.h"

enum { PIECES_MOST = 32 };

typedef struct range {
  uint32_t first, last;
} range;

static bool in_ranges(uint32_t code, const range *ranges, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (code >= ranges[i].first && code <= ranges[i].last) return true;
  return false;
}
#define IN_RANGES(code, ranges) in_ranges((code), (ranges), sizeof(ranges) / sizeof *(ranges))

/* Accents and the like of the alphabets that drop them: Latin, Greek, Cyrillic. The marks of other
 * scripts are letters like any other. */
static const range dropped_marks[] = {{0x300, 0x36F},   {0x483, 0x489},    {0x1AB0, 0x1AFF},
                                      {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},  {0xFE00, 0xFE0F},
                                      {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};

/* Scripts that write words without spaces between them, and Hangul, whose words carry endings. */
static const range single_letters[] = {
    {0x0E00, 0x0EFF},   /* Thai, Lao */
    {0x1000, 0x109F},   /* Burmese */
    {0x1100, 0x11FF},   /* Hangul, in pieces */
    {0x1780, 0x17FF},   /* Khmer */
    {0x2E80, 0x2FFF},   /* Han radicals */
    {0x3005, 0x3007},   /* Han repetition and zero */
    {0x3021, 0x318F},   /* Kana, Bopomofo, Hangul */
    {0x31A0, 0x4DBF},   /* Han and Kana */
    {0x4E00, 0xA48F},   /* Han, Yi */
    {0xA960, 0xA97F},   /* Hangul */
    {0xAC00, 0xD7FF},   /* Hangul */
    {0xF900, 0xFAFF},   /* Han */
    {0x20000, 0x3FFFF}, /* Han */
};

/* Vowels and final consonants of Hangul in pieces, which belong to the consonant before them. */
static const range hangul_marks[] = {{0x1160, 0x11FF}, {0xD7B0, 0xD7FF}};

/* Modifier letters that serve as apostrophes, primes and tone marks. */
static const range modifiers[] = {{0x2B9, 0x2DF}};

/* What stays of a character where Unicode knows no simpler form, sorted by code point. */
static const struct {
  uint32_t code;
  text spelled;
} spellings[] = {
    {0xB7, TEXT_STATIC(".")}, /* decimal point of some journals */
    {0xE6, TEXT_STATIC("ae")},  {0xF0, TEXT_STATIC("d")},   {0xF8, TEXT_STATIC("o")},
    {0xFE, TEXT_STATIC("th")},  {0x111, TEXT_STATIC("d")},  {0x127, TEXT_STATIC("h")},
    {0x131, TEXT_STATIC("i")},  {0x142, TEXT_STATIC("l")},  {0x14B, TEXT_STATIC("ng")},
    {0x153, TEXT_STATIC("oe")}, {0x167, TEXT_STATIC("t")},  {0x2010, TEXT_STATIC("-")},
    {0x2012, TEXT_STATIC("-")}, {0x2013, TEXT_STATIC("-")}, {0x2030, TEXT_STATIC("%")},
    {0x2212, TEXT_STATIC("-")}, {0x2219, TEXT_STATIC(".")}, {0x22C5, TEXT_STATIC(".")},
};

/* Characters that are used as if they were another one. */
static uint32_t intended(uint32_t code) {
  switch (code) {
    case 0x2120: /* service mark: its letters are no part of the word */
    case 0x2122: /* trade mark */
      return UTF8_REPLACEMENT;
    case 0x2206: /* increment */
      return 0x3B4;
    case 0x251: /* phonetic alpha */
      return 0x3B1;
    default:
      return code;
  }
}

letter_kind letter_kind_of_ascii(char byte) {
  if (ascii_is_letter(byte)) return KIND_LETTER;
  return ascii_is_digit(byte) ? KIND_DIGIT : KIND_NONE;
}

char letter_between(letter_kind before, letter_kind after) {
  enum { O = 0, J = FOLD_JOINT, C = FOLD_CUT };
  static const signed char between[KIND_COUNT][KIND_COUNT] = {
      /*                  none letter digit raised greek mu word single mark */
      [KIND_NONE] = {O, O, O, O, O, O, O, O, O},       [KIND_LETTER] = {O, O, O, O, J, J, J, C, O},
      [KIND_DIGIT] = {O, O, O, C, O, C, O, C, O},      [KIND_RAISED] = {O, O, C, O, O, C, O, C, O},
      [KIND_GREEK] = {O, J, O, O, J, J, J, C, J},      [KIND_MU] = {O, C, O, O, J, J, J, C, C},
      [KIND_GREEK_WORD] = {O, J, O, O, J, J, O, C, O}, [KIND_SINGLE] = {O, C, C, C, C, C, C, C, O},
      [KIND_MARK] = {O, O, O, O, J, J, J, C, O},
  };
  return (char)between[before][after];
}

/* The folded code points of a character, accents dropped; their number. */
static size_t decompose(uint32_t code, utf8proc_int32_t pieces[PIECES_MOST]) {
  int boundary = 0;
  utf8proc_ssize_t count = utf8proc_decompose_char(
      (utf8proc_int32_t)intended(code), pieces, PIECES_MOST,
      UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, &boundary);
  if (count < 0 || count > PIECES_MOST) count = 0;
  utf8proc_ssize_t kept = 0;
  for (utf8proc_ssize_t i = 0; i < count; i++)
    if (!IN_RANGES((uint32_t)pieces[i], dropped_marks))
      pieces[kept++] = (utf8proc_int32_t)intended((uint32_t)pieces[i]);
  if (kept > 1) kept = utf8proc_normalize_utf32(pieces, kept, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  return kept > 0 ? (size_t)kept : 0;
}

static void add(letter *l, text bytes, letter_kind kind) {
  char separator = letter_between((letter_kind)l->last, kind);
  if (l->size + bytes.size + 1 > LETTER_LONGEST) return;
  if (!l->size) l->first = (uint8_t)kind;
  else if (separator) l->bytes[l->size++] = separator;
  memcpy(l->bytes + l->size, bytes.data, bytes.size);
  l->size = (uint8_t)(l->size + bytes.size);
  if (kind != KIND_MARK || l->last == KIND_NONE) l->last = (uint8_t)kind;
}

static bool add_spelling(letter *l, uint32_t piece) {
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
    if (spellings[i].code != piece) continue;
    add(l, spellings[i].spelled, letter_kind_of_ascii(spellings[i].spelled.data[0]));
    return true;
  }
  return false;
}

/* By Unicode's general category. */
static void add_by_category(letter *l, uint32_t piece) {
  char bytes[4];
  text encoded = {bytes, utf8_encode(piece, bytes)};
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)piece);
  if (category == UTF8PROC_CATEGORY_CF) return;
  if (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP)
    add(l, TEXT(" "), KIND_NONE);
  else if (category == UTF8PROC_CATEGORY_CN || category > UTF8PROC_CATEGORY_NO ||
           IN_RANGES(piece, modifiers))
    add(l, TEXT("\x1D"), KIND_NONE);
  else if ((category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) ||
           IN_RANGES(piece, hangul_marks))
    add(l, encoded, KIND_MARK);
  else add(l, encoded, IN_RANGES(piece, single_letters) ? KIND_SINGLE : KIND_LETTER);
}

static void add_piece(letter *l, uint32_t piece, bool raised) {
  text name = greek_name(piece);
  if (piece < 0x80) {
    char byte = (char)piece;
    letter_kind kind = letter_kind_of_ascii(byte);
    add(l, (text){&byte, 1}, kind == KIND_DIGIT && raised ? KIND_RAISED : kind);
  } else if (name.size) {
    add(l, name, piece == 0x3BC ? KIND_MU : KIND_GREEK);
  } else if (!add_spelling(l, piece)) {
    add_by_category(l, piece);
  }
}

void letter_fold(uint32_t code, letter *folded) {
  utf8proc_int32_t pieces[PIECES_MOST];
  size_t count = decompose(code, pieces);
  bool raised = utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_NO;
  *folded = (letter){.code = code, .only = count == 1 ? (uint32_t)pieces[0] : 0};
  for (size_t i = 0; i < count; i++) add_piece(folded, (uint32_t)pieces[i], raised);
}
