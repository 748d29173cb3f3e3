/* Walking over JSON. */
#include "base/json_scan.h"

#include <string.h>

#include "base/utf8.h"

enum { DEEPEST = 100 };

void json_scan_start(json_scan *s, text json) {
  *s = (json_scan){.at = json.data, .end = json.data + json.size};
}

static void fail(json_scan *s) {
  s->failed = true;
  s->at = s->end;
}

static bool is_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

char json_scan_peek(json_scan *s) {
  while (s->at < s->end && is_space(*s->at)) s->at++;
  return s->at < s->end ? *s->at : 0;
}

bool json_scan_mark(json_scan *s, char mark) {
  if (json_scan_peek(s) != mark) return false;
  s->at++;
  return true;
}

bool json_scan_end(json_scan *s) { return !json_scan_peek(s) && s->at == s->end && !s->failed; }

/* --- Texts --- */

/* The number of four hexadecimal digits; below 0 where there are none. */
static long four_digits(json_scan *s) {
  long code = 0;
  if (s->end - s->at < 4) return -1;
  for (int i = 0; i < 4; i++, s->at++) {
    char c = ascii_lower(*s->at);
    int digit = ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

/* Behind "\u"; two of them make one character beyond the first 65,536. */
static size_t read_unicode(json_scan *s, char bytes[4]) {
  long code = four_digits(s), low;
  if (code >= 0xD800 && code < 0xDC00) {
    if (s->end - s->at < 2 || s->at[0] != '\\' || s->at[1] != 'u') return 0;
    s->at += 2;
    low = four_digits(s);
    if (low < 0xDC00 || low >= 0xE000) return 0;
    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
  } else if (code >= 0xDC00 && code < 0xE000) {
    return 0;
  }
  return code < 0 ? 0 : utf8_encode((unsigned)code, bytes);
}

/* Behind a backslash: writes what it stands for, and gives its size; 0 where it stands for
 * nothing. */
static size_t read_escape(json_scan *s, char bytes[4]) {
  static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  if (s->at == s->end) return 0;
  char name = *s->at++;
  if (name == 'u') return read_unicode(s, bytes);
  const char *known = name ? strchr(names, name) : NULL;
  if (!known) return 0;
  bytes[0] = meant[known - names];
  return 1;
}

/* Where the closing quote stands, or the end. */
static const char *closing_quote(const json_scan *s) {
  const char *at = s->at;
  for (; at < s->end && *at != '"'; at++)
    if (*at == '\\' && at + 1 < s->end) at++;
  return at;
}

/* With escapes; the opening quote has been read. What comes out is no longer than what stands
 * there. */
static text read_escaped(json_scan *s, arena *a) {
  char *made = arena_alloc(a, (size_t)(closing_quote(s) - s->at)), *to = made;
  while (made && s->at < s->end && *s->at != '"' && (unsigned char)*s->at >= ' ') {
    if (*s->at != '\\') {
      *to++ = *s->at++;
      continue;
    }
    char bytes[4];
    s->at++;
    size_t size = read_escape(s, bytes);
    if (!size) made = NULL;
    if (!made) break;
    memcpy(to, bytes, size);
    to += size;
  }
  if (made && s->at < s->end && *s->at == '"') {
    s->at++;
    return (text){made, (size_t)(to - made)};
  }
  fail(s);
  return (text){"", 0};
}

text json_scan_text(json_scan *s, arena *a) {
  if (!json_scan_mark(s, '"')) {
    fail(s);
    return (text){"", 0};
  }
  const char *quote = memchr(s->at, '"', (size_t)(s->end - s->at));
  if (!quote) {
    fail(s);
    return (text){"", 0};
  }
  text plain = {s->at, (size_t)(quote - s->at)};
  if (text_find_byte(plain, '\\') != TEXT_NONE) return read_escaped(s, a);
  s->at = quote + 1;
  return plain;
}

/* --- Other values --- */

static bool take_word(json_scan *s, text word) {
  json_scan_peek(s);
  if (!text_starts((text){s->at, (size_t)(s->end - s->at)}, word)) return false;
  s->at += word.size;
  return true;
}

long long json_scan_number(json_scan *s) {
  bool negative = json_scan_mark(s, '-');
  const char *from = s->at;
  long long number = 0;
  while (s->at < s->end && ascii_is_digit(*s->at)) s->at++;
  if (!text_to_number((text){from, (size_t)(s->at - from)}, &number)) fail(s);
  bool goes_on = s->at < s->end && (*s->at == '.' || ascii_lower(*s->at) == 'e');
  if (goes_on) fail(s); /* no whole number */
  return negative ? -number : number;
}

bool json_scan_boolean(json_scan *s) {
  if (take_word(s, TEXT("true"))) return true;
  if (!take_word(s, TEXT("false"))) fail(s);
  return false;
}

static void skip_text(json_scan *s) {
  s->at++;
  s->at = closing_quote(s);
  if (s->at == s->end) fail(s);
  else s->at++;
}

/* Numbers and words go on to the next mark. */
static void skip_plain(json_scan *s) {
  const char *from = s->at;
  while (s->at < s->end && !is_space(*s->at) && !strchr(",:[]{}\"", *s->at)) s->at++;
  if (s->at == from) fail(s);
}

/* Brackets are counted: which closes which is not looked at. */
void json_scan_skip(json_scan *s) {
  size_t depth = 0;
  do {
    char next = json_scan_peek(s);
    if (next == '"') skip_text(s);
    else if (next == '{' || next == '[') depth++, s->at++;
    else if (depth && (next == '}' || next == ']')) depth--, s->at++;
    else if (depth && (next == ',' || next == ':')) s->at++;
    else if (next) skip_plain(s);
    else fail(s);
    if (depth > DEEPEST) fail(s);
  } while (depth && !s->failed);
}

/* --- Arrays and objects --- */

static bool next_of(json_scan *s, bool *first, char closing) {
  bool more = !json_scan_mark(s, closing);
  if (more && !*first && !json_scan_mark(s, ',')) fail(s);
  *first = false;
  return more && !s->failed;
}

bool json_scan_element(json_scan *s, bool *first) { return next_of(s, first, ']'); }

bool json_scan_member(json_scan *s, bool *first, text *name, arena *a) {
  if (!next_of(s, first, '}')) return false;
  *name = json_scan_text(s, a);
  if (!json_scan_mark(s, ':')) fail(s);
  return !s->failed;
}
