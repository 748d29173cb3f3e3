/* Finding items by their braces and quotes. What is in them is not looked at, but for what cannot
 * be right in any JSON and shows that an item was never ended: a string that goes over the end of
 * its line, and an object on a line of its own where none can stand. */
#include "read/json_items.h"

#include <stdlib.h>

enum {
  CHUNK = 64 * 1024,
  LONGEST_ITEM = 64 * 1024 * 1024, /* bytes; more is no bibliographic record */
  NESTING = 64,                    /* containers inside each other that are told apart */
  NO_BYTE = -1
};

struct json_items {
  input *in;
  text within;
  enum { TOP, OUTSIDE, IN_ARRAY, IN_OBJECT } place; /* OUTSIDE: `within` has still to come */
  unsigned long line;
  size_t column; /* of the next byte */
  bool returned; /* the byte before was a CR */
  bool resuming; /* the item before was broken: goes on where one begins */
  size_t item_column;
  buffer item;
  size_t at, filled;
  char chunk[CHUNK];
};

json_items *json_items_open(input *in, text within) {
  json_items *x = calloc(1, sizeof *x);
  if (!x) return NULL;
  x->in = in;
  x->within = within;
  x->place = within.size ? OUTSIDE : TOP;
  x->line = 1;
  return x;
}

void json_items_close(json_items *x) {
  if (!x) return;
  buffer_finish(&x->item);
  free(x);
}

/* --- Bytes --- */

/* The next byte, or NO_BYTE at the end. */
static int peek(json_items *x) {
  if (x->at == x->filled) {
    x->filled = input_read(x->in, x->chunk, CHUNK);
    x->at = 0;
    if (!x->filled) return NO_BYTE;
  }
  return (unsigned char)x->chunk[x->at];
}

static void take(json_items *x) {
  char byte = x->chunk[x->at++];
  bool ends = byte == '\r' || (byte == '\n' && !x->returned);
  x->returned = byte == '\r';
  x->line += ends;
  x->column = byte == '\n' || byte == '\r' ? 0 : x->column + 1;
}

static bool is_line_end(int byte) { return byte == '\n' || byte == '\r'; }
static bool is_space(int byte) { return byte != NO_BYTE && ascii_is_space((char)byte); }

static int skip_space(json_items *x) {
  while (is_space(peek(x))) take(x);
  return peek(x);
}

/* --- Strings and values that are passed over --- */

/* Takes a string; its first bytes, escapes as they stand, go into `name`. */
static text take_string(json_items *x, char name[static 64]) {
  size_t size = 0;
  take(x);
  for (int byte; (byte = peek(x)) != NO_BYTE && !is_line_end(byte);) {
    take(x);
    if (byte == '"') break;
    if (size < 64) name[size++] = (char)byte;
    if (byte == '\\' && peek(x) != NO_BYTE) take(x);
  }
  return (text){name, size};
}

/* Takes a value whatever it is, up to what ends it. */
static void take_value(json_items *x) {
  char name[64];
  size_t depth = 0;
  for (int byte; (byte = peek(x)) != NO_BYTE;) {
    bool closes = byte == '}' || byte == ']';
    if (!depth && (closes || byte == ',')) return;
    if (byte == '"') {
      take_string(x, name);
      continue;
    }
    depth += byte == '{' || byte == '[';
    depth -= closes;
    take(x);
    if (closes && !depth) return;
  }
}

/* Goes on to the container that holds the items; false at the end. */
static bool find_container(json_items *x) {
  char bytes[64];
  for (int byte; (byte = skip_space(x)) != NO_BYTE;) {
    if (byte != '"') {
      take(x);
      continue;
    }
    text name = take_string(x, bytes);
    if (!text_equal(name, x->within) || skip_space(x) != ':') continue;
    take(x);
    byte = skip_space(x);
    if (byte != '[' && byte != '{') continue;
    take(x);
    x->place = byte == '[' ? IN_ARRAY : IN_OBJECT;
    return true;
  }
  return false;
}

/* --- Items --- */

typedef struct nesting {
  size_t depth;
  unsigned long long objects; /* a bit for each level: whether it is an object */
  int before;                 /* the last byte that was no white space */
  bool fresh;                 /* nothing but white space on this line so far */
  bool in_string, escaped;
} nesting;

/* Whether an object can stand here. */
static bool object_may_follow(const nesting *n) {
  bool in_object = n->depth <= NESTING && n->depth && (n->objects >> (n->depth - 1) & 1);
  if (n->before == ',') return n->depth > NESTING || !in_object;
  return n->before == ':' || n->before == '[';
}

static void nesting_step(nesting *n, int byte) {
  if (n->in_string) {
    n->in_string = n->escaped || byte != '"';
    n->escaped = !n->escaped && byte == '\\';
  } else if (byte == '"') {
    n->in_string = true;
  } else if (byte == '{' || byte == '[') {
    unsigned long long bit = n->depth < NESTING ? 1ull << n->depth : 0;
    n->objects = byte == '{' ? n->objects | bit : n->objects & ~bit;
    n->depth++;
  } else if (byte == '}' || byte == ']') {
    n->depth--;
  }
  if (is_line_end(byte)) n->fresh = true;
  else if (!is_space(byte)) n->before = byte, n->fresh = false;
}

/* Takes the bytes of a string that mean nothing but themselves, as far as they have been read. */
static void take_run(json_items *x) {
  size_t from = x->at;
  while (x->at < x->filled && x->chunk[x->at] != '"' && x->chunk[x->at] != '\\' &&
         (unsigned char)x->chunk[x->at] >= ' ')
    x->at++;
  buffer_add(&x->item, (text){x->chunk + from, x->at - from});
  x->column += x->at - from;
}

/* Takes an item up to its end, or to where it is seen that it has none. */
static json_item_kind take_item(json_items *x, json_item *item) {
  nesting n = {0};
  item->line = x->line;
  x->item_column = x->column;
  buffer_clear(&x->item);
  do {
    int byte = peek(x);
    item->message = byte == NO_BYTE ? "malformed JSON: the input ends within a record"
                    : n.in_string && is_line_end(byte)
                        ? "malformed JSON: a string is not closed on its line"
                    : byte == '{' && n.fresh && !n.in_string && !object_may_follow(&n)
                        ? "malformed JSON: a record is not closed where the next begins"
                        : NULL;
    if (item->message) {
      x->resuming = true;
      return ITEM_BROKEN;
    }
    /* Control characters may not stand in strings, but do; they are not worth a record. */
    buffer_add_byte(&x->item, byte < ' ' && n.in_string ? ' ' : (char)byte);
    nesting_step(&n, byte);
    take(x);
    if (n.in_string && !n.escaped) take_run(x);
    if (x->item.failed || x->item.size > LONGEST_ITEM) {
      item->message = x->item.failed ? "out of memory" : "a record is longer than 64 MiB";
      return ITEM_FAILED;
    }
  } while (n.depth);
  item->bytes = buffer_text(&x->item);
  return ITEM_WHOLE;
}

/* After a broken item: goes on to the next line that begins with a brace no further to the right
 * than the item did. */
static void resume(json_items *x) {
  x->resuming = false;
  for (int byte; (byte = peek(x)) != NO_BYTE;) {
    while (is_space(peek(x)) && !is_line_end(peek(x))) take(x);
    byte = peek(x);
    if (byte == '{' && x->column <= x->item_column) return;
    if (byte == '}' && x->column <= x->item_column) {
      take(x);
      return;
    }
    while ((byte = peek(x)) != NO_BYTE && !is_line_end(byte)) take(x);
    while (is_line_end(peek(x))) take(x);
  }
}

/* Takes what is no object: a word, a number, a string, a list. */
static json_item_kind take_stray(json_items *x, json_item *item) {
  static const text ends = TEXT_STATIC("\n\r{[],");
  char name[64];
  item->message = "a JSON value that is no record";
  if (peek(x) == '"') {
    take_string(x, name);
  } else if (peek(x) == '[') {
    take_value(x);
  } else {
    for (bool first = true; peek(x) != NO_BYTE; first = false) {
      if (!first && text_find_byte(ends, (char)peek(x)) != TEXT_NONE) break;
      take(x);
    }
  }
  return ITEM_BROKEN;
}

/* The name of a member whose value is an item, or a value that is passed over. */
static void take_member(json_items *x) {
  char name[64];
  take_string(x, name);
  if (skip_space(x) == ':') take(x);
  if (skip_space(x) != '{') take_value(x);
}

/* What stands between items: true where it has been taken. */
static bool take_between(json_items *x, int byte) {
  /* 0x1E parts the texts of a JSON text sequence (RFC 7464). */
  if (byte == ',' || byte == 0x1E) return take(x), true;
  if (x->place == TOP && (byte == '[' || byte == ']')) return take(x), true;
  if (byte == '}' || byte == ']') {
    bool stray = x->place == TOP || (x->place == IN_ARRAY) != (byte == ']');
    take(x);
    if (!stray) x->place = OUTSIDE;
    return true;
  }
  if (x->place == IN_OBJECT && byte == '"') return take_member(x), true;
  return false;
}

json_item_kind json_items_next(json_items *x, json_item *item) {
  *item = (json_item){0};
  if (x->resuming) resume(x);
  for (;;) {
    if (x->place == OUTSIDE && !find_container(x)) return ITEM_END;
    int byte = skip_space(x);
    item->line = x->line;
    if (byte == NO_BYTE) return ITEM_END;
    if (byte == '{') return take_item(x, item);
    if (!take_between(x, byte)) return take_stray(x, item);
  }
}
