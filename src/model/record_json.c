/* Records as JSON, driven by the table of members. */
#include "model/record_json.h"

#include <jansson.h>
#include <string.h>

#include "base/json.h"

/* --- Writing --- */

static void add_structure(buffer *b, const member_table *table, const void *structure);

static void add_items(buffer *b, const member *m, const any_list *list) {
  for (size_t i = 0; i < list->count; i++) {
    if (i) buffer_put(b, ",");
    buffer_put(b, "{");
    add_structure(b, m->parts, list->items + i * m->parts->size);
    buffer_put(b, "}");
  }
}

void member_json_add(buffer *b, const member *m, const void *structure) {
  const void *place = member_place(m, structure);
  buffer_put(b, "[");
  if (m->shape == SHAPE_ITEMS) {
    add_items(b, m, place);
  } else {
    const texts *list = place;
    for (size_t i = 0; i < list->count; i++) {
      if (i) buffer_put(b, ",");
      json_add_text(b, list->items[i]);
    }
  }
  buffer_put(b, "]");
}

static void add_structure(buffer *b, const member_table *table, const void *structure) {
  for (size_t i = 0; i < table->count; i++) {
    const member *m = &table->members[i];
    if (member_is_empty(m, structure)) continue;
    json_add_key(b, m->name);
    const void *place = member_place(m, structure);
    switch (m->shape) {
      case SHAPE_TEXT:
        json_add_text(b, *(const text *)place);
        break;
      case SHAPE_NUMBER:
        buffer_printf(b, "%lld", *(const long long *)place);
        break;
      case SHAPE_BOOLEAN:
        buffer_put(b, "true");
        break;
      case SHAPE_TEXTS:
      case SHAPE_ITEMS:
        member_json_add(b, m, structure);
        break;
    }
  }
}

void record_json_add_members(buffer *b, const record *r) { add_structure(b, &record_members, r); }

/* --- Reading --- */

static bool read_structure(const member_table *table, void *structure, const json_t *object,
                           arena *a, error *e);

static bool misfit(const member *m, const char *shape, error *e) {
  return error_set(e, ERROR_INPUT, "\"%.*s\" is not %s", TEXT_ARG(m->name), shape);
}

static text read_text(const json_t *value, arena *a) {
  return arena_text(a, (text){json_string_value(value), json_string_length(value)});
}

static bool read_list(const member *m, void *place, const json_t *array, arena *a, error *e) {
  any_list *list = place;
  if (!json_is_array(array)) return misfit(m, "a list", e);
  for (size_t i = 0; i < json_array_size(array); i++) {
    const json_t *element = json_array_get(array, i);
    if (m->shape == SHAPE_TEXTS) {
      if (!json_is_string(element)) return misfit(m, "a list of texts", e);
      *list_push(a, (texts *)place) = read_text(element, a);
    } else {
      void *item =
          list_grow(a, (void **)&list->items, &list->count, &list->capacity, m->parts->size);
      if (!json_is_object(element)) return misfit(m, "a list of objects", e);
      if (!read_structure(m->parts, item, element, a, e)) return false;
    }
  }
  return true;
}

static bool read_member(const member *m, void *place, const json_t *value, arena *a, error *e) {
  switch (m->shape) {
    case SHAPE_TEXT:
      if (!json_is_string(value)) return misfit(m, "a text", e);
      *(text *)place = read_text(value, a);
      return true;
    case SHAPE_NUMBER:
      if (!json_is_integer(value)) return misfit(m, "a whole number", e);
      *(long long *)place = json_integer_value(value);
      return true;
    case SHAPE_BOOLEAN:
      if (!json_is_boolean(value)) return misfit(m, "true or false", e);
      *(bool *)place = json_is_true(value);
      return true;
    case SHAPE_TEXTS:
    case SHAPE_ITEMS:
      return read_list(m, place, value, a, e);
  }
  return false;
}

static bool read_structure(const member_table *table, void *structure, const json_t *object,
                           arena *a, error *e) {
  for (size_t i = 0; i < table->count; i++) {
    const member *m = &table->members[i];
    const json_t *value = json_object_getn(object, m->name.data, m->name.size);
    if (!value || json_is_null(value)) continue;
    if (!read_member(m, member_place(m, structure), value, a, e)) return false;
  }
  return true;
}

static json_t *load(text json, error *e) {
  json_error_t problem;
  json_t *value = json_loadb(json.data, json.size, JSON_ALLOW_NUL, &problem);
  if (!value) error_set(e, ERROR_INPUT, "not JSON: %s", problem.text);
  return value;
}

bool member_json_read(const member *m, void *structure, text json, arena *a, error *e) {
  json_t *array = load(json, e);
  if (!array) return false;
  bool fits = read_list(m, member_place(m, structure), array, a, e);
  json_decref(array);
  return fits;
}

bool record_json_fill(record *r, const json_t *object, error *e) {
  if (!json_is_object(object)) return error_set(e, ERROR_INPUT, "not a JSON object");
  return read_structure(&record_members, r, object, r->arena, e);
}

bool record_json_read(record *r, text json, error *e) {
  json_t *object = load(json, e);
  if (!object) return false;
  bool fits = record_json_fill(r, object, e);
  json_decref(object);
  return fits;
}
