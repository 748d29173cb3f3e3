/* Items to records, and the values of JSON as texts. */
#include "read/json_reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/json_items.h"
#include "read/plain.h"

/* --- The reader --- */

typedef struct json_reader {
  input *in;
  json_items *items;
  const json_format *format;
} json_reader;

/* Where the items stand in a file with this head. */
static text place_of_items(const json_format *format, text head) {
  text keys[JSON_HEAD_KEYS];
  size_t count = json_head_keys(head, keys);
  for (size_t i = 0; i < format->wrapper_count; i++)
    for (size_t k = 0; k < count; k++)
      if (text_equal(keys[k], format->wrappers[i].outer)) return format->wrappers[i].inner;
  return (text){"", 0};
}

void *json_reader_open(input *in, const json_format *format, error *e) {
  json_reader *x = calloc(1, sizeof *x);
  if (x) {
    *x = (json_reader){.in = in, .format = format};
    x->items = json_items_open(in, place_of_items(format, input_head(in)));
    if (x->items) return x;
  }
  free(x);
  error_memory(e);
  return NULL;
}

void json_reader_close(void *state) {
  json_reader *x = state;
  json_items_close(x->items);
  free(x);
}

static read_result skip(const json_reader *x, unsigned long line, error *e) {
  error_at(e, input_name(x->in), line);
  return READ_SKIPPED;
}

static read_result read_item(const json_reader *x, const json_item *item, record *r, error *e) {
  json_error_t problem;
  bool repaired;
  text bytes = utf8_repair(r->arena, item->bytes, &repaired);
  r->source_line = (long long)item->line;
  json_t *value = json_loadb(bytes.data, bytes.size, JSON_ALLOW_NUL, &problem);
  if (!value) {
    error_set(e, ERROR_INPUT, "malformed JSON: %s", problem.text);
    return skip(x, item->line + (problem.line > 1 ? (unsigned long)problem.line - 1 : 0), e);
  }
  bool filled = x->format->fill(r, value, bytes, e);
  json_decref(value);
  return filled ? READ_RECORD : skip(x, item->line, e);
}

read_result json_reader_next(void *state, record *r, error *e) {
  json_reader *x = state;
  json_item item;
  read_result result = READ_END;
  json_item_kind kind = json_items_next(x->items, &item);
  if (input_error(x->in, e)) return READ_FAILED;
  if (kind == ITEM_FAILED) {
    error_set(e, ERROR_INPUT, "%s", item.message);
    error_at(e, input_name(x->in), item.line);
    return READ_FAILED;
  }
  if (kind == ITEM_BROKEN) {
    error_set(e, ERROR_INPUT, "%s", item.message);
    result = skip(x, item.line, e);
  }
  if (kind == ITEM_WHOLE) result = read_item(x, &item, r, e);
  if (!arena_failed(r->arena)) return result;
  error_memory(e);
  return READ_FAILED;
}

/* --- Values --- */

/* A NUL cannot stand in a text that is to be printed. */
static text without_nuls(arena *a, text bytes) {
  if (text_find_byte(bytes, '\0') == TEXT_NONE) return arena_text(a, bytes);
  buffer out = {0};
  text piece;
  for (bool first = true; text_take_until(&bytes, '\0', &piece); first = false) {
    if (!first) utf8_add(&out, UTF8_REPLACEMENT);
    buffer_add(&out, piece);
  }
  if (out.failed) a->failed = true;
  text copy = arena_text(a, buffer_text(&out));
  buffer_finish(&out);
  return copy;
}

text json_text(arena *a, const json_t *value) {
  if (json_is_string(value))
    return without_nuls(a, (text){json_string_value(value), json_string_length(value)});
  if (json_is_integer(value)) return arena_printf(a, "%lld", (long long)json_integer_value(value));
  if (json_is_real(value)) return arena_printf(a, "%.15g", json_real_value(value));
  return (text){"", 0};
}

json_t *json_at(const json_t *object, const char *path) {
  text rest = text_of(path), name;
  while (object && text_take_until(&rest, '.', &name))
    object = json_object_getn(object, name.data, name.size);
  return (json_t *)(size_t)object;
}

text json_text_at(arena *a, const json_t *object, const char *path) {
  return json_text(a, json_at(object, path));
}

text json_plain_at(arena *a, const json_t *object, const char *path) {
  return plain_text(a, json_text_at(a, object, path));
}

bool json_flag_at(const json_t *object, const char *path) {
  const json_t *value = json_at(object, path);
  const char *word = json_string_value(value);
  return json_is_true(value) || (word && (strcmp(word, "Y") == 0 || strcmp(word, "true") == 0));
}

text json_dump(arena *a, const json_t *value) {
  char *printed = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
  if (!printed) a->failed = true;
  text copy = arena_text(a, text_of(printed));
  free(printed);
  return copy;
}

size_t json_count(const json_t *value) {
  if (json_is_array(value)) return json_array_size(value);
  return value && !json_is_null(value) ? 1 : 0;
}

json_t *json_element(const json_t *value, size_t number) {
  return json_is_array(value) ? json_array_get(value, number) : (json_t *)(size_t)value;
}

/* --- Fields --- */

void json_pass_over(draft *d, text name, const json_t *value) { (void)d, (void)name, (void)value; }

static const json_rule *rule_of(const json_rule *rules, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(rules[i].name, name) == 0) return &rules[i];
  return NULL;
}

static bool is_text(const json_t *value) { return json_is_string(value) || json_is_number(value); }

/* Whether it is a text or a list of nothing else. */
static bool is_texts(const json_t *value) {
  for (size_t i = 0; i < json_count(value); i++)
    if (!is_text(json_element(value, i))) return false;
  return true;
}

void json_fields(draft *d, const json_t *item, const json_rule *rules, size_t count,
                 draft_fields *fields) {
  arena *a = d->record->arena;
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)(size_t)item, key, value) {
    text name = arena_text(a, text_of(key));
    const json_rule *rule = rule_of(rules, count, key);
    if (json_is_null(value)) continue;
    if (rule) rule->take(d, name, value);
    else if (!is_texts(value)) draft_extra(d, name, json_dump(a, value));
    else
      for (size_t i = 0; i < json_count(value); i++)
        *list_push(a, fields) = (draft_field){name, json_text(a, json_element(value, i))};
  }
}
