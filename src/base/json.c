/* Writing JSON into a buffer (RFC 8259). */
#include "base/json.h"

#include <stdint.h>

/* Control characters are escaped, also those that JSON would let pass: DEL, and U+0080 to U+009F,
 * which a terminal may take for commands and whose first byte is this one. */
enum { DEL = 0x7F, BEFORE_CONTROLS = 0xC2 };

/* Whether the byte at `at` stands for itself. */
static bool json_plain(text value, size_t at) {
  unsigned char byte = (unsigned char)value.data[at];
  bool control =
      byte == BEFORE_CONTROLS && at + 1 < value.size && (unsigned char)value.data[at + 1] < 0xA0;
  return byte >= 0x20 && byte != '"' && byte != '\\' && byte != DEL && !control;
}

/* Whether eight bytes stand as they are: (v - 0x0101...) & ~v & 0x8080... has a bit where a byte of
 * v is 0 (and perhaps above one that is, which does no harm). */
static bool all_plain(const char *eight) {
  static const unsigned char others[] = {'"', '\\', DEL, BEFORE_CONTROLS};
  const uint64_t ones = 0x0101010101010101u;
  uint64_t bytes;
  memcpy(&bytes, eight, sizeof bytes);
  uint64_t found = (bytes - ones * 0x20) & ~bytes;
  for (size_t i = 0; i < sizeof others; i++) {
    uint64_t other = bytes ^ ones * others[i];
    found |= (other - ones) & ~other;
  }
  return !(found & ones * 0x80);
}

/* Where the run of plain bytes that begins at `at` ends. */
static size_t plain_end(text value, size_t at) {
  while (at + 8 <= value.size && all_plain(value.data + at)) at += 8;
  while (at < value.size && json_plain(value, at)) at++;
  return at;
}

/* Adds the character at `at` escaped, and returns how many bytes it is. */
static size_t add_escaped(buffer *b, text value, size_t at) {
  unsigned char byte = (unsigned char)value.data[at];
  bool beyond_ascii = byte == BEFORE_CONTROLS;
  if (byte == '"' || byte == '\\') buffer_printf(b, "\\%c", byte);
  else if (byte == '\n') buffer_put(b, "\\n");
  else if (byte == '\t') buffer_put(b, "\\t");
  else buffer_printf(b, "\\u%04x", beyond_ascii ? (unsigned char)value.data[at + 1] : byte);
  return beyond_ascii ? 2 : 1;
}

void json_add_text(buffer *b, text value) {
  buffer_add_byte(b, '"');
  for (size_t at = 0; at < value.size;) {
    size_t run = plain_end(value, at);
    buffer_add(b, text_slice(value, at, run));
    at = run;
    if (at < value.size) at += add_escaped(b, value, at);
  }
  buffer_add_byte(b, '"');
}

void json_add_comma(buffer *b) {
  if (b->size && b->data[b->size - 1] != '{' && b->data[b->size - 1] != '[' &&
      b->data[b->size - 1] != '\n')
    buffer_add_byte(b, ',');
}

void json_add_key(buffer *b, text key) {
  json_add_comma(b);
  buffer_put(b, "\"");
  buffer_add(b, key);
  buffer_put(b, "\":");
}
