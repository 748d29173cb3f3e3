/* Slices of bytes: comparing, finding, splitting. */
#include "base/text.h"

#include <string.h>

text text_of(const char *string) { return string ? (text){string, strlen(string)} : (text){"", 0}; }

bool text_equal(text a, text b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool text_equal_nocase(text a, text b) { return a.size == b.size && text_starts_nocase(a, b); }

int text_compare(text a, text b) {
  size_t common = a.size < b.size ? a.size : b.size;
  int order = common ? memcmp(a.data, b.data, common) : 0;
  if (order != 0) return order;
  return a.size < b.size ? -1 : a.size > b.size;
}

bool text_starts(text whole, text prefix) {
  return whole.size >= prefix.size &&
         (prefix.size == 0 || memcmp(whole.data, prefix.data, prefix.size) == 0);
}

bool text_starts_nocase(text whole, text prefix) {
  if (whole.size < prefix.size) return false;
  for (size_t i = 0; i < prefix.size; i++)
    if (ascii_lower(whole.data[i]) != ascii_lower(prefix.data[i])) return false;
  return true;
}

bool text_ends(text whole, text suffix) {
  return whole.size >= suffix.size &&
         text_equal(text_slice(whole, whole.size - suffix.size, whole.size), suffix);
}

size_t text_find(text whole, text part) {
  if (part.size == 0) return 0;
  for (size_t from = 0; from + part.size <= whole.size; from++) {
    const char *hit = memchr(whole.data + from, part.data[0], whole.size - part.size - from + 1);
    if (!hit) return TEXT_NONE;
    from = (size_t)(hit - whole.data);
    if (memcmp(hit, part.data, part.size) == 0) return from;
  }
  return TEXT_NONE;
}

size_t text_find_nocase(text whole, text part) {
  for (size_t from = 0; from + part.size <= whole.size; from++)
    if (text_starts_nocase(text_slice(whole, from, whole.size), part)) return from;
  return TEXT_NONE;
}

size_t text_find_byte(text whole, char byte) {
  const char *hit = whole.size ? memchr(whole.data, byte, whole.size) : NULL;
  return hit ? (size_t)(hit - whole.data) : TEXT_NONE;
}

size_t text_find_last(text whole, text part) {
  if (part.size > whole.size) return TEXT_NONE;
  for (size_t from = whole.size - part.size + 1; from-- > 0;)
    if (text_equal(text_slice(whole, from, from + part.size), part)) return from;
  return TEXT_NONE;
}

text text_trim(text whole) {
  while (whole.size && ascii_is_space(whole.data[0])) whole.data++, whole.size--;
  while (whole.size && ascii_is_space(whole.data[whole.size - 1])) whole.size--;
  return whole;
}

text text_trim_end(text whole, const char *set) {
  while (whole.size && whole.data[whole.size - 1] && strchr(set, whole.data[whole.size - 1]))
    whole.size--;
  return whole;
}

bool text_cut(text whole, text separator, text *before, text *after) {
  size_t at = text_find(whole, separator);
  bool found = at != TEXT_NONE;
  if (!found) at = whole.size;
  *before = text_slice(whole, 0, at);
  *after = found ? text_slice(whole, at + separator.size, whole.size) : (text){"", 0};
  return found;
}

bool text_take_until(text *rest, char separator, text *piece) {
  if (!rest->data) return false;
  size_t at = text_find_byte(*rest, separator);
  *piece = text_slice(*rest, 0, at == TEXT_NONE ? rest->size : at);
  /* A NULL start marks the end, so that "a;" yields "a" and then an empty last piece. */
  *rest = at == TEXT_NONE ? (text){NULL, 0} : (text){rest->data + at + 1, rest->size - at - 1};
  return true;
}

bool text_take_line(text *rest, text *line) {
  if (rest->size == 0) return false;
  size_t at = text_find_byte(*rest, '\n');
  size_t end = at == TEXT_NONE ? rest->size : at, next = at == TEXT_NONE ? end : end + 1;
  size_t back = text_find_byte(text_slice(*rest, 0, end), '\r');
  if (back != TEXT_NONE && back + 1 != end) next = back + 1;
  *line = (text){rest->data, back == TEXT_NONE ? end : back};
  *rest = (text){rest->data + next, rest->size - next};
  return true;
}

bool text_all_digits(text whole) {
  for (size_t i = 0; i < whole.size; i++)
    if (!ascii_is_digit(whole.data[i])) return false;
  return whole.size > 0;
}

bool text_to_number(text digits, long long *number) {
  if (!text_all_digits(digits) || digits.size > 18) return false;
  *number = 0;
  for (size_t i = 0; i < digits.size; i++) *number = *number * 10 + (digits.data[i] - '0');
  return true;
}
