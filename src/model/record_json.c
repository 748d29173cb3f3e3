/* Records as JSON, driven by the table of members. */
#include "model/record_json.h"

#include "base/json.h"
#include "base/json_scan.h"

/* --- Writing --- */

static void add_parts(buffer *b, const member_table *table, const void *structure);
static void add_row(buffer *b, const member_table *table, const void *structure);

static void add_items(buffer *b, const member *m, const any_list *list, json_form form) {
  for (size_t i = 0; i < list->count; i++) {
    const void *item = list->items + i * m->parts->size;
    if (i) buffer_put(b, ",");
    buffer_add_byte(b, form == JSON_ROWS ? '[' : '{');
    if (form == JSON_ROWS) add_row(b, m->parts, item);
    else add_parts(b, m->parts, item);
    buffer_add_byte(b, form == JSON_ROWS ? ']' : '}');
  }
}

void member_json_add(buffer *b, const member *m, const void *structure, json_form form) {
  const void *place = member_place(m, structure);
  buffer_put(b, "[");
  if (m->shape == SHAPE_ITEMS) {
    add_items(b, m, place, form);
  } else {
    const texts *list = place;
    for (size_t i = 0; i < list->count; i++) {
      if (i) buffer_put(b, ",");
      json_add_text(b, list->items[i]);
    }
  }
  buffer_put(b, "]");
}

static void add_value(buffer *b, const member *m, const void *structure, json_form form) {
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
      member_json_add(b, m, structure, form);
      break;
  }
}

/* The parts that are not empty, each behind its name. */
static void add_parts(buffer *b, const member_table *table, const void *structure) {
  for (size_t i = 0; i < table->count; i++) {
    const member *m = &table->members[i];
    if (member_is_empty(m, structure)) continue;
    json_add_key(b, m->name);
    add_value(b, m, structure, JSON_OBJECTS);
  }
}

/* The parts up to the last that is not empty, in the order of the table. */
static void add_row(buffer *b, const member_table *table, const void *structure) {
  size_t count = table->count;
  while (count && member_is_empty(&table->members[count - 1], structure)) count--;
  for (size_t i = 0; i < count; i++) {
    const member *m = &table->members[i];
    if (i) buffer_put(b, ",");
    if (member_is_empty(m, structure)) buffer_put(b, "null");
    else add_value(b, m, structure, JSON_ROWS);
  }
}

void record_json_add_members(buffer *b, const record *r) { add_parts(b, &record_members, r); }

/* --- Reading --- */

static bool misfit(const member *m, const char *shape, error *e) {
  return error_set(e, ERROR_INPUT, "\"%.*s\" is not %s", TEXT_ARG(m->name), shape);
}

static bool broken(error *e) { return error_set(e, ERROR_INPUT, "not JSON"); }

static bool read_structure(const member_table *table, void *structure, json_scan *s, arena *a,
                           error *e);
static bool read_row(const member_table *table, void *structure, json_scan *s, arena *a, error *e);

static text read_text(json_scan *s, arena *a) { return arena_text(a, json_scan_text(s, a)); }

static bool read_item(const member *m, any_list *list, json_scan *s, arena *a, error *e) {
  if (m->shape == SHAPE_TEXTS) {
    if (json_scan_peek(s) != '"') return misfit(m, "a list of texts", e);
    *list_push(a, (texts *)(void *)list) = read_text(s, a);
    return true;
  }
  char next = json_scan_peek(s);
  if (next != '{' && next != '[') return misfit(m, "a list of objects", e);
  void *item = list_grow(a, (void **)&list->items, &list->count, &list->capacity, m->parts->size);
  return next == '[' ? read_row(m->parts, item, s, a, e) : read_structure(m->parts, item, s, a, e);
}

static bool read_list(const member *m, any_list *list, json_scan *s, arena *a, error *e) {
  bool first = true;
  if (!json_scan_mark(s, '[')) return misfit(m, "a list", e);
  while (json_scan_element(s, &first))
    if (!read_item(m, list, s, a, e)) return false;
  return !s->failed || broken(e);
}

static bool is_digit_or_minus(char byte) { return byte == '-' || ascii_is_digit(byte); }

static bool read_member(const member *m, void *place, json_scan *s, arena *a, error *e) {
  char next = json_scan_peek(s);
  switch (m->shape) {
    case SHAPE_TEXT:
      if (next != '"') return misfit(m, "a text", e);
      *(text *)place = read_text(s, a);
      return true;
    case SHAPE_NUMBER:
      if (is_digit_or_minus(next)) *(long long *)place = json_scan_number(s);
      return (is_digit_or_minus(next) && !s->failed) || misfit(m, "a whole number", e);
    case SHAPE_BOOLEAN:
      if (next == 't' || next == 'f') *(bool *)place = json_scan_boolean(s);
      return ((next == 't' || next == 'f') && !s->failed) || misfit(m, "true or false", e);
    case SHAPE_TEXTS:
    case SHAPE_ITEMS:
      return read_list(m, place, s, a, e);
  }
  return false;
}

/* The member of this name. Members mostly come in the order of the table: so it is looked for from
 * `from` on first, which is then behind it. */
static const member *find_member(const member_table *table, text name, size_t *from) {
  for (size_t i = 0; i < table->count; i++) {
    const member *m = &table->members[(*from + i) % table->count];
    if (!text_equal(m->name, name)) continue;
    *from = (size_t)(m - table->members) + 1;
    return m;
  }
  return NULL;
}

static bool read_structure(const member_table *table, void *structure, json_scan *s, arena *a,
                           error *e) {
  bool first = true;
  size_t from = 0;
  text name;
  if (!json_scan_mark(s, '{')) return broken(e);
  while (json_scan_member(s, &first, &name, a)) {
    const member *m = find_member(table, name, &from);
    if (!m || json_scan_peek(s) == 'n') json_scan_skip(s);
    else if (!read_member(m, member_place(m, structure), s, a, e)) return false;
  }
  return !s->failed || broken(e);
}

static bool read_row(const member_table *table, void *structure, json_scan *s, arena *a, error *e) {
  bool first = true;
  if (!json_scan_mark(s, '[')) return broken(e);
  for (size_t i = 0; json_scan_element(s, &first); i++) {
    const member *m = &table->members[i < table->count ? i : 0];
    if (i >= table->count || json_scan_peek(s) == 'n') json_scan_skip(s);
    else if (!read_member(m, member_place(m, structure), s, a, e)) return false;
  }
  return !s->failed || broken(e);
}

bool member_json_read(const member *m, void *structure, text json, arena *a, error *e) {
  json_scan s;
  json_scan_start(&s, json);
  return read_list(m, member_place(m, structure), &s, a, e) && (json_scan_end(&s) || broken(e));
}

bool record_json_read(record *r, text json, error *e) {
  json_scan s;
  json_scan_start(&s, json);
  if (json_scan_peek(&s) != '{') return error_set(e, ERROR_INPUT, "not a JSON object");
  return read_structure(&record_members, r, &s, r->arena, e) && (json_scan_end(&s) || broken(e));
}
