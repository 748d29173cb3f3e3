/* White space, quotation marks and letters in query text. */
#include "query/scan.h"

#include <string.h>

#include "base/utf8.h"

enum { SHOWN_COLUMNS = 60 };

text scan_shown(text slice) { return utf8_prefix(slice, SHOWN_COLUMNS); }

/* U+2000 to U+200B, U+2028, U+2029 and U+202F share their first two bytes. */
static bool is_general_space(unsigned char last) {
  return (last >= 0x80 && last <= 0x8B) || last == 0xA8 || last == 0xA9 || last == 0xAF;
}

size_t scan_space(text rest) {
  const unsigned char *p = (const unsigned char *)rest.data;
  if (rest.size == 0) return 0;
  if (p[0] <= ' ' || p[0] == 0x7F) return 1;
  if (rest.size >= 2 && p[0] == 0xC2 && p[1] == 0xA0) return 2;
  if (rest.size < 3) return 0;
  if (p[0] == 0xE2 && p[1] == 0x80 && is_general_space(p[2])) return 3;
  if (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) return 3;
  return p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF ? 3 : 0;
}

/* U+201C to U+201F. */
size_t scan_quote(text rest) {
  const unsigned char *p = (const unsigned char *)rest.data;
  if (rest.size == 0) return 0;
  if (p[0] == '"') return 1;
  return rest.size >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x9C && p[2] <= 0x9F ? 3 : 0;
}

bool scan_is_letter(char byte) {
  return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* Letters and digits; of what lies beyond ASCII, all but spaces and punctuation. */
static bool is_letter_code(uint32_t code) {
  if (code < 0x80) return scan_is_letter((char)code);
  if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
  return !(code >= 0x2000 && code <= 0x206F) && !(code >= 0x3000 && code <= 0x303F);
}

size_t scan_letters(text word) {
  size_t count = 0;
  while (word.size) count += is_letter_code(utf8_take(&word));
  return count;
}

bool scan_has_letter(text word) {
  while (word.size)
    if (is_letter_code(utf8_take(&word))) return true;
  return false;
}

static bool stays(char byte, const char *keep) {
  return scan_is_letter(byte) || (byte && strchr(keep, byte));
}

text scan_trim(text word, const char *keep) {
  while (word.size && !stays(word.data[0], keep)) word = text_slice(word, 1, word.size);
  bool opens = text_find_byte(word, '(') != TEXT_NONE;
  while (word.size && !stays(word.data[word.size - 1], keep)) {
    if (opens && word.data[word.size - 1] == ')') break;
    word.size--;
  }
  return word;
}

text scan_clean(arena *a, text slice) {
  char *copy = arena_alloc(a, slice.size);
  size_t size = 0;
  if (!copy) return (text){"", 0};
  for (text rest = slice; rest.size;) {
    size_t space = scan_space(rest), skipped = space ? space : scan_quote(rest);
    if (space && size && copy[size - 1] != ' ') copy[size++] = ' ';
    if (!skipped) copy[size++] = rest.data[0];
    rest = text_slice(rest, skipped ? skipped : 1, rest.size);
  }
  if (size && copy[size - 1] == ' ') size--;
  return (text){copy, size};
}

bool scan_take(text *rest, text *piece) {
  size_t space;
  while ((space = scan_space(*rest))) *rest = text_slice(*rest, space, rest->size);
  size_t end = 0;
  while (end < rest->size && !scan_space(text_slice(*rest, end, rest->size))) end++;
  *piece = text_slice(*rest, 0, end);
  *rest = text_slice(*rest, end, rest->size);
  return end > 0;
}
