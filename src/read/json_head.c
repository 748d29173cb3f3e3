/* What a JSON file is about, from the names in its first object. */
#include "read/json_items.h"

/* Takes a string with its quotes off the front; escapes stay as they are. */
static text take_string(text *rest) {
  size_t at = 1;
  while (at < rest->size && rest->data[at] != '"') at += rest->data[at] == '\\' ? 2 : 1;
  text string = text_slice(*rest, 1, at);
  *rest = text_slice(*rest, at + 1, rest->size);
  return string;
}

/* The head from the brace of its first object on; empty where it begins with anything else. */
static text first_object(text head) {
  size_t at = 0;
  for (; at < head.size && head.data[at] != '{'; at++) {
    if (!ascii_is_space(head.data[at]) && head.data[at] != '[' && head.data[at] != 0x1E)
      return (text){"", 0};
  }
  return text_slice(head, at, head.size);
}

size_t json_head_keys(text head, text keys[JSON_HEAD_KEYS]) {
  text rest = first_object(head);
  size_t count = 0, depth = 0;
  bool key = false; /* a string here would be a name */
  while (rest.size && count < JSON_HEAD_KEYS) {
    char byte = rest.data[0];
    if (byte == '"') {
      text string = take_string(&rest);
      if (key && depth == 1) keys[count++] = string;
      key = false;
      continue;
    }
    if (byte == '{' || byte == '[') depth++;
    if ((byte == '}' || byte == ']') && --depth == 0) break;
    key = (byte == '{' || byte == ',') || (key && ascii_is_space(byte));
    rest = text_slice(rest, 1, rest.size);
  }
  return count;
}

size_t json_keys_among(const text *keys, size_t count, const char *const *names) {
  size_t found = 0;
  for (; *names; names++)
    for (size_t i = 0; i < count; i++)
      if (text_equal(keys[i], text_of(*names))) {
        found++;
        break;
      }
  return found;
}
