/* Filling the window: reading, line ends, encodings, and a look at every character. */
#include "read/xml_window.h"

#include <stdlib.h>
#include <string.h>

enum {
  FIRST_CAPACITY = 256 * 1024,
  BLOCK = 64, /* bytes that are looked at together; a loop of so many becomes a few instructions */
};

void xml_window_open(xml_window *w, input *in) { *w = (xml_window){.in = in}; }

void xml_window_close(xml_window *w) { free(w->data); }

/* -- Characters -------------------------------------------------------------------------------- */

/* Whether all of the block are printable ASCII, tabs and line feeds, as nearly all blocks are. */
static bool is_plain_block(const char *bytes) {
  unsigned char other = 0;
  for (int i = 0; i < BLOCK; i++) {
    unsigned char byte = (unsigned char)bytes[i];
    unsigned char control = byte < ' ' && byte != '\n' && byte != '\t';
    other |= (unsigned char)(control | byte >> 7);
  }
  return !other;
}

/* The bytes of the character that this one leads; 0 where it leads none. */
static size_t character_size(unsigned char lead) {
  if (lead < 0x80) return lead >= ' ' || lead == '\n' || lead == '\t' || lead == '\r';
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static bool is_trail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/* Of a character of several bytes whose first is right: no overlong form, no surrogate, nothing
 * beyond U+10FFFF, neither U+FFFE nor U+FFFF. */
static bool is_character(const unsigned char *bytes, size_t size) {
  for (size_t i = 1; i < size; i++)
    if (!is_trail(bytes[i])) return false;
  switch (bytes[0]) {
    case 0xE0:
      return bytes[1] >= 0xA0;
    case 0xED:
      return bytes[1] < 0xA0;
    case 0xEF:
      return bytes[1] < 0xBF || bytes[2] < 0xBE;
    case 0xF0:
      return bytes[1] >= 0x90;
    case 0xF4:
      return bytes[1] < 0x90;
    default:
      return true;
  }
}

/* Moves `sound` on to the first byte that cannot be looked at. */
static void look(xml_window *w) {
  size_t at = w->sound, filled = w->filled;
  w->stop = XML_STOP_NONE;
  while (at < filled) {
    while (filled - at >= BLOCK && is_plain_block(w->data + at)) at += BLOCK;
    size_t end = filled - at < BLOCK ? filled : at + BLOCK;
    while (at < end) {
      const unsigned char *bytes = (const unsigned char *)w->data + at;
      size_t size = character_size(*bytes);
      bool known = size && (size == 1 || w->encoding != XML_US_ASCII);
      if (known && size > filled - at) w->stop = XML_STOP_CUT;
      else if (!known || (size > 1 && !is_character(bytes, size))) w->stop = XML_STOP_INVALID;
      if (w->stop) break;
      at += size;
    }
    if (w->stop) break;
  }
  w->sound = at;
}

/* -- Line ends --------------------------------------------------------------------------------- */

/* CR LF and CR become LF, in the bytes from `fresh` on. */
static void unify_line_ends(xml_window *w, size_t fresh) {
  char *data = w->data;
  if (!w->after_return && !memchr(data + fresh, '\r', w->filled - fresh)) return;
  size_t kept = fresh;
  for (size_t at = fresh; at < w->filled; at++) {
    bool second = w->after_return && data[at] == '\n';
    w->after_return = data[at] == '\r';
    if (!second) data[kept++] = w->after_return ? '\n' : data[at];
  }
  w->filled = kept;
}

/* In pieces whose sum fits a byte, so that the compiler makes a few instructions of each. */
static size_t count_line_feeds(const char *bytes, size_t size) {
  size_t all = 0;
  while (size) {
    size_t piece = size < BLOCK ? size : BLOCK;
    unsigned char some = 0;
    if (piece == BLOCK)
      for (int i = 0; i < BLOCK; i++) some += bytes[i] == '\n';
    else
      for (size_t i = 0; i < piece; i++) some += bytes[i] == '\n';
    all += some;
    bytes += piece;
    size -= piece;
  }
  return all;
}

unsigned long xml_window_line(xml_window *w, size_t place) {
  if (place > w->counted) {
    w->line_feeds += count_line_feeds(w->data + w->counted, place - w->counted);
    w->counted = place;
  }
  return w->line_feeds + 1;
}

/* -- Encodings --------------------------------------------------------------------------------- */

static bool ensure(xml_window *w, size_t capacity) {
  if (capacity <= w->capacity) return true;
  size_t wanted = w->capacity ? w->capacity : FIRST_CAPACITY;
  while (wanted < capacity) wanted *= 2;
  char *larger = realloc(w->data, wanted);
  if (!larger) {
    w->stop = XML_STOP_MEMORY;
    return false;
  }
  w->data = larger;
  w->capacity = wanted;
  return true;
}

/* ISO 8859-1 to UTF-8, in place, from the end. */
static bool widen(xml_window *w, size_t from) {
  size_t high = 0;
  for (size_t i = from; i < w->filled; i++) high += (unsigned char)w->data[i] >> 7;
  if (!ensure(w, w->filled + high)) return false;
  size_t at = w->filled, to = w->filled + high;
  w->filled = to;
  while (to > at) {
    unsigned char byte = (unsigned char)w->data[--at];
    w->data[--to] = (char)(byte < 0x80 ? byte : 0x80 | (byte & 0x3F));
    if (byte >= 0x80) w->data[--to] = (char)(0xC0 | byte >> 6);
  }
  return true;
}

/* The opposite, for what has been widened. */
static void narrow(xml_window *w, size_t from) {
  size_t to = from;
  for (size_t at = from; at < w->filled; at++) {
    unsigned char byte = (unsigned char)w->data[at];
    if (byte >= 0x80) byte = (unsigned char)(byte << 6 | (w->data[++at] & 0x3F));
    w->data[to++] = (char)byte;
  }
  w->filled = to;
}

bool xml_window_encode(xml_window *w, size_t from, xml_encoding encoding) {
  if (encoding == w->encoding) return true;
  if (w->encoding == XML_ISO_8859_1) narrow(w, from);
  w->encoding = encoding;
  if (encoding == XML_ISO_8859_1 && !widen(w, from)) return false;
  w->sound = from;
  look(w);
  return true;
}

/* -- Filling ----------------------------------------------------------------------------------- */

static void let_go(xml_window *w, size_t from) {
  xml_window_line(w, from);
  w->filled -= from;
  w->sound -= from;
  w->counted -= from;
  if (from && w->filled) memmove(w->data, w->data + from, w->filled);
}

static bool read_more(xml_window *w) {
  if (w->filled > XML_WINDOW_MOST) {
    w->stop = XML_STOP_FULL;
    return false;
  }
  if (!ensure(w, w->filled + FIRST_CAPACITY / 2)) return false;
  size_t fresh = w->filled;
  size_t got = input_read(w->in, w->data + fresh, w->capacity - fresh);
  w->ended = got == 0;
  w->filled += got;
  unify_line_ends(w, fresh);
  if (w->encoding == XML_ISO_8859_1 && !widen(w, fresh)) return false;
  look(w);
  return true;
}

bool xml_window_fill(xml_window *w, size_t from) {
  let_go(w, from);
  size_t seen = w->sound;
  while (w->sound <= 2 * seen && !w->ended && w->stop != XML_STOP_INVALID)
    if (!read_more(w)) break;
  if (w->sound > seen && w->stop != XML_STOP_MEMORY) return true;
  if (!w->stop) w->stop = XML_STOP_END;
  return false;
}
