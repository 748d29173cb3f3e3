/* The items of a JSON file, one at a time, so that no file has to fit into memory: the elements of
 * an array at the top, objects one after another (one a line, or however they are laid out), or
 * what a named member further inside holds. An item is an object; its text is found here by its
 * braces and quotes, and read by somebody else. */
#ifndef CARREL_READ_JSON_ITEMS_H
#define CARREL_READ_JSON_ITEMS_H

#include "base/buffer.h"
#include "read/input.h"

typedef struct json_items json_items;

typedef enum {
  ITEM_WHOLE,  /* an object with as many braces closed as were opened */
  ITEM_BROKEN, /* the message says why this is none; what follows it can be read */
  ITEM_END,
  ITEM_FAILED, /* input_error says why, or else the message; nothing more can be read */
} json_item_kind;

typedef struct json_item {
  text bytes;         /* of a whole one, valid until the next call; perhaps no UTF-8 */
  unsigned long line; /* on which it begins */
  const char *message;
} json_item;

/* `within`, borrowed: the name of the member whose array or object holds the items, wherever it
 * stands and however often it comes; empty: they stand at the top. NULL where memory has run out.
 * The input is borrowed and must not have been read from. */
json_items *json_items_open(input *in, text within);
json_item_kind json_items_next(json_items *x, json_item *item);
void json_items_close(json_items *x);

enum { JSON_HEAD_KEYS = 64 };

/* The names of the members of the first object in the head of a file, at the top or in an array.
 * Returns how many there are; 0 where the text is no JSON that holds objects. */
size_t json_head_keys(text head, text keys[JSON_HEAD_KEYS]);
/* How many of the names, NULL at the end, are there. */
size_t json_keys_among(const text *keys, size_t count, const char *const *names);

#endif
