/* Character references. */
#include "read/entity.h"

#include <string.h>

#include "read/html_entity.h"

#define NAME_LONGEST 10

/* XML's own, which are not in HTML's table. */
static const struct {
  text name;
  uint32_t code;
} basics[] = {{TEXT_STATIC("amp"), '&'},
              {TEXT_STATIC("lt"), '<'},
              {TEXT_STATIC("gt"), '>'},
              {TEXT_STATIC("quot"), '"'},
              {TEXT_STATIC("apos"), '\''}};

static uint32_t read_digits(text digits, unsigned base) {
  uint32_t code = 0;
  for (size_t i = 0; i < digits.size; i++) {
    char byte = ascii_lower(digits.data[i]);
    unsigned value = ascii_is_digit(byte)         ? (unsigned)(byte - '0')
                     : byte >= 'a' && byte <= 'f' ? (unsigned)(byte - 'a') + 10
                                                  : 99;
    if (value >= base) return 0;
    code = code * base + value;
    if (code > 0x10FFFF) return 0;
  }
  return code;
}

static uint32_t read_name(text name) {
  if (text_starts_nocase(name, TEXT("#x"))) return read_digits(text_slice(name, 2, name.size), 16);
  if (text_starts(name, TEXT("#"))) return read_digits(text_slice(name, 1, name.size), 10);
  for (size_t i = 0; i < sizeof basics / sizeof *basics; i++)
    if (text_equal(name, basics[i].name)) return basics[i].code;
  char string[NAME_LONGEST + 1] = "";
  if (name.size <= NAME_LONGEST) memcpy(string, name.data, name.size);
  return html_entity(string);
}

bool entity_take(text *rest, uint32_t *code) {
  size_t end = text_find_byte(text_slice(*rest, 0, NAME_LONGEST + 2), ';');
  if (!text_starts(*rest, TEXT("&")) || end == TEXT_NONE) return false;
  uint32_t found = read_name(text_slice(*rest, 1, end));
  bool printable = found >= 0x20 || found == '\t' || found == '\n';
  if (!printable || (found >= 0xD800 && found <= 0xDFFF)) return false;
  *code = found == 0xA0 ? ' ' : found;
  *rest = text_slice(*rest, end + 1, rest->size);
  return true;
}
