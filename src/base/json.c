/* Writing JSON into a buffer (RFC 8259). */
#include "base/json.h"

#include <stdint.h>

static bool json_plain(unsigned char byte) { return byte >= 0x20 && byte != '"' && byte != '\\'; }

/* Whether eight bytes stand as they are: (v - 0x0101...) & ~v & 0x8080... has a bit where a byte of
 * v is 0 (and perhaps above one that is, which does no harm). */
static bool all_plain(const char *eight) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t bytes, quote, backslash;
  memcpy(&bytes, eight, sizeof bytes);
  quote = bytes ^ ones * '"';
  backslash = bytes ^ ones * '\\';
  uint64_t found = ((bytes - ones * 0x20) & ~bytes) | ((quote - ones) & ~quote) |
                   ((backslash - ones) & ~backslash);
  return !(found & ones * 0x80);
}

/* Where the run of plain bytes that begins at `at` ends. */
static size_t plain_end(text value, size_t at) {
  while (at + 8 <= value.size && all_plain(value.data + at)) at += 8;
  while (at < value.size && json_plain((unsigned char)value.data[at])) at++;
  return at;
}

void json_add_text(buffer *b, text value) {
  buffer_add_byte(b, '"');
  for (size_t at = 0; at < value.size;) {
    size_t run = plain_end(value, at);
    buffer_add(b, text_slice(value, at, run));
    if (run == value.size) break;
    char byte = value.data[run];
    if (byte == '"' || byte == '\\') buffer_printf(b, "\\%c", byte);
    else if (byte == '\n') buffer_put(b, "\\n");
    else if (byte == '\t') buffer_put(b, "\\t");
    else buffer_printf(b, "\\u%04x", (unsigned)(unsigned char)byte);
    at = run + 1;
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
