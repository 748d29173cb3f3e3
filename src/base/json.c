/* Writing JSON into a buffer (RFC 8259). */
#include "base/json.h"

static bool json_plain(unsigned char byte) { return byte >= 0x20 && byte != '"' && byte != '\\'; }

void json_add_text(buffer *b, text value) {
  buffer_add_byte(b, '"');
  for (size_t at = 0; at < value.size;) {
    size_t run = at;
    while (run < value.size && json_plain((unsigned char)value.data[run])) run++;
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
