/* UTF-8: decoding, repair of other encodings, width on a terminal, safe display. */
#include "base/utf8.h"

#include <string.h>
#include <stdlib.h>
#include <utf8proc.h>

uint32_t utf8_take(text *rest) {
  unsigned char first = (unsigned char)rest->data[0];
  if (first < 0x80) {
    rest->data++, rest->size--;
    return first;
  }
  utf8proc_int32_t code;
  utf8proc_ssize_t size =
      utf8proc_iterate((const utf8proc_uint8_t *)rest->data, (utf8proc_ssize_t)rest->size, &code);
  if (size <= 0) {
    rest->data++, rest->size--;
    return UTF8_REPLACEMENT;
  }
  rest->data += size;
  rest->size -= (size_t)size;
  return (uint32_t)code;
}

size_t utf8_encode(uint32_t code, char out[4]) {
  if (!utf8proc_codepoint_valid((utf8proc_int32_t)code)) code = UTF8_REPLACEMENT;
  return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

void utf8_add(buffer *b, uint32_t code) {
  char bytes[4];
  size_t size = utf8_encode(code, bytes);
  buffer_add(b, (text){bytes, size});
}

/* Where the run of ASCII that begins at `at` ends: eight bytes at a time, as most text is that. */
static size_t ascii_end(text bytes, size_t at) {
  uint64_t eight;
  for (; at + sizeof eight <= bytes.size; at += sizeof eight) {
    memcpy(&eight, bytes.data + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < bytes.size && (unsigned char)bytes.data[at] < 0x80) at++;
  return at;
}

/* The length of the valid prefix. */
static size_t utf8_valid_size(text bytes) {
  size_t at = 0;
  while ((at = ascii_end(bytes, at)) < bytes.size) {
    utf8proc_int32_t code;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)bytes.data + at,
                                             (utf8proc_ssize_t)(bytes.size - at), &code);
    if (size <= 0) break;
    at += (size_t)size;
  }
  return at;
}

bool utf8_valid(text bytes) { return utf8_valid_size(bytes) == bytes.size; }

/* Windows-1252 where it differs from Latin-1, 0x80 to 0x9F (source: WHATWG Encoding Standard). */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

text utf8_repair(arena *a, text bytes, bool *repaired) {
  *repaired = !utf8_valid(bytes);
  if (!*repaired) return bytes;
  buffer fixed = {0};
  while (bytes.size) {
    size_t good = utf8_valid_size(bytes);
    buffer_add(&fixed, text_slice(bytes, 0, good));
    bytes = text_slice(bytes, good, bytes.size);
    if (!bytes.size) break;
    unsigned char byte = (unsigned char)bytes.data[0];
    utf8_add(&fixed, byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
    bytes = text_slice(bytes, 1, bytes.size);
  }
  if (fixed.failed) a->failed = true;
  text result = arena_text(a, buffer_text(&fixed));
  buffer_finish(&fixed);
  return result;
}

text utf8_compose(arena *a, text separate) {
  utf8proc_uint8_t *composed = NULL;
  utf8proc_ssize_t size =
      utf8proc_map((const utf8proc_uint8_t *)separate.data, (utf8proc_ssize_t)separate.size,
                   &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  if (size == UTF8PROC_ERROR_NOMEM) a->failed = true;
  text result = size < 0 ? separate : arena_text(a, (text){(char *)composed, (size_t)size});
  free(composed);
  return result;
}

size_t utf8_decompose(uint32_t code, uint32_t pieces[UTF8_PIECES]) {
  utf8proc_int32_t found[UTF8_PIECES];
  int boundary = 0;
  utf8proc_ssize_t count =
      utf8proc_decompose_char((utf8proc_int32_t)code, found, UTF8_PIECES,
                              (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE), &boundary);
  if (count < 1 || count > UTF8_PIECES) count = 1, found[0] = (utf8proc_int32_t)code;
  for (utf8proc_ssize_t i = 0; i < count; i++) pieces[i] = (uint32_t)found[i];
  return (size_t)count;
}

static size_t code_width(uint32_t code) {
  int width = utf8proc_charwidth((utf8proc_int32_t)code);
  return width > 0 ? (size_t)width : 0;
}

size_t utf8_width(text shown) {
  size_t width = 0;
  while (shown.size) width += code_width(utf8_take(&shown));
  return width;
}

text utf8_prefix(text shown, size_t columns) {
  text rest = shown;
  size_t width = 0, end = 0;
  while (rest.size) {
    width += code_width(utf8_take(&rest));
    if (width > columns) break;
    end = shown.size - rest.size;
  }
  return text_slice(shown, 0, end);
}

/* Characters that change how their neighbours are shown without being seen themselves. */
static bool code_is_hidden(uint32_t code) {
  return (code >= 0x80 && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0xFEFF;
}

void utf8_add_safe(buffer *b, text shown) {
  while (shown.size) {
    text here = shown;
    uint32_t code = utf8_take(&shown);
    if (code == '\n' || code == '\r' || code == '\t') buffer_put(b, " ");
    else if (code < 0x20 || code == 0x7F) buffer_printf(b, "^%c", (char)(code ^ 0x40));
    else if (code == 0xAD) continue;
    else if (code_is_hidden(code)) buffer_printf(b, "<%02X>", (unsigned)code);
    else if (code == UTF8_REPLACEMENT) utf8_add(b, code);
    else buffer_add(b, text_slice(here, 0, here.size - shown.size));
  }
}

/* Whether the byte may begin what utf8_add_line changes: a control character of ASCII, or the first
 * byte of those beyond it and of U+2028 and U+2029. */
static bool may_break_line(char byte) {
  unsigned char value = (unsigned char)byte;
  return value < 0x20 || value == 0x7F || value == 0xC2 || value == 0xE2;
}

void utf8_add_line(buffer *b, text written) {
  while (written.size) {
    size_t run = 0;
    while (run < written.size && !may_break_line(written.data[run])) run++;
    buffer_add(b, text_slice(written, 0, run));
    written = text_slice(written, run, written.size);
    if (!written.size) break;
    text here = written;
    uint32_t code = utf8_take(&written);
    bool space = (code >= '\t' && code <= '\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
    bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    if (space) buffer_put(b, " ");
    else if (!control) buffer_add(b, text_slice(here, 0, here.size - written.size));
  }
}
