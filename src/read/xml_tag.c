/* Tags and their attributes. A tag is looked through as a whole before anything in it is changed,
 * since more may have to be read to see all of it. */
#include <string.h>

#include "read/xml_parts.h"

/* -- Open elements ----------------------------------------------------------------------------- */

/* Each name is followed by its size. */
static void push_name(xml_scan *x, text name) {
  unsigned size = (unsigned)name.size;
  buffer_add(&x->open, name);
  buffer_add(&x->open, (text){(const char *)&size, sizeof size});
}

static text top_name(const xml_scan *x) {
  unsigned size;
  const char *end = x->open.data + x->open.size - sizeof size;
  memcpy(&size, end, sizeof size);
  return (text){end - size, size};
}

static void pop_name(xml_scan *x) { x->open.size -= top_name(x).size + sizeof(unsigned); }

/* -- Line ends that are overwritten -------------------------------------------------------------
 */

/* Lines are counted late, so that this one must be counted before it is gone. */
static void count_lines(xml_scan *x, const char *before) {
  if (x->expanding) return;
  if (!x->token_line) x->token_line = xml_window_line(&x->window, x->token);
  xml_window_line(&x->window, (size_t)(before - x->bytes));
}

static void terminate(xml_scan *x, char *place) {
  if (*place == '\n') count_lines(x, place + 1);
  *place = 0;
}

/* -- Attributes -------------------------------------------------------------------------------- */

/* Bytes of a value that mean something, or that become a space. */
static inline bool is_special(char byte) {
  return byte == '&' || byte == '<' || byte == '\n' || byte == '\t';
}

/* Looks at the value between quotes that starts at *p; moves *p behind it. */
static xml_event check_value(xml_scan *x, char **p, char *end, xml_attribute *a) {
  char quote = **p, *at = *p + 1;
  a->value = at;
  a->plain = true;
  for (; at < end && *at != quote; at++) {
    if (!is_special(*at)) continue;
    a->plain = false;
    if (*at == '<') return xml_fail(x, XML_INVALID, at);
    if (*at != '&') continue;
    xml_reference r;
    xml_event event = xml_reference_check(x, at, end, &r);
    if (event != XML_PASSED) return event;
    at = r.end - 1;
  }
  if (at == end) return XML_MORE;
  a->value_end = at;
  *p = at + 1;
  return XML_PASSED;
}

/* name = "value" */
static xml_event check_attribute(xml_scan *x, char **p, char *end, xml_attribute *a) {
  a->name = *p;
  a->name_end = xml_name_end(*p, end);
  char *at = xml_skip_space(a->name_end, end);
  if (at == end) return XML_MORE;
  if (*at != '=') return xml_fail(x, XML_INVALID, at);
  at = xml_skip_space(at + 1, end);
  if (at == end) return XML_MORE;
  if (*at != '"' && *at != '\'') return xml_fail(x, XML_INVALID, at);
  *p = at;
  return check_value(x, p, end, a);
}

/* A value that an entity makes longer, put together elsewhere. */
static xml_event build_value(xml_scan *x, xml_attribute *a) {
  buffer whole = {0};
  for (char *at = a->value; at < a->value_end; at++) {
    xml_reference r;
    if (*at != '&') {
      buffer_add_byte(&whole, xml_is_space(*at) ? ' ' : *at);
      continue;
    }
    xml_event event = xml_reference_check(x, at, a->value_end, &r);
    if (event == XML_PASSED) event = xml_reference_read(x, at, &r);
    bool unfit = event == XML_PASSED && r.entity &&
                 (!r.entity->value.data || text_find_byte(r.entity->value, '<') != TEXT_NONE);
    if (unfit) event = xml_fail(x, XML_INVALID, at);
    if (event != XML_PASSED) {
      buffer_finish(&whole);
      return event;
    }
    text piece = r.entity ? r.entity->value : r.text;
    for (size_t i = 0; i < piece.size; i++)
      buffer_add_byte(&whole, r.entity && xml_is_space(piece.data[i]) ? ' ' : piece.data[i]);
    at = r.end - 1;
  }
  if (whole.failed) x->values.failed = true;
  a->value = (char *)(size_t)arena_string(&x->values, buffer_text(&whole));
  a->value_end = a->value + whole.size;
  buffer_finish(&whole);
  return arena_failed(&x->values) ? xml_fail(x, "out of memory", a->name) : XML_PASSED;
}

/* Decodes a value, in place where it can. */
static xml_event decode_value(xml_scan *x, xml_attribute *a) {
  char *to = a->value;
  for (char *at = a->value; at < a->value_end; at++) {
    if (*at != '&') {
      if (*at == '\n') count_lines(x, at + 1);
      *to++ = xml_is_space(*at) ? ' ' : *at;
      continue;
    }
    xml_reference r;
    xml_event event = xml_reference_check(x, at, a->value_end, &r);
    if (event == XML_PASSED) event = xml_reference_read(x, at, &r);
    if (event != XML_PASSED) return event;
    if (r.bytes[0] == '\n') count_lines(x, r.end);
    memmove(to, r.text.data, r.text.size);
    to += r.text.size;
    at = r.end - 1;
  }
  a->value_end = to;
  return XML_PASSED;
}

/* Ends name and value with NUL, and looks whether the name has come before. */
static xml_event finish_attribute(xml_scan *x, size_t number) {
  xml_attribute *a = &x->found[number];
  size_t size = (size_t)(a->name_end - a->name);
  for (size_t i = 0; i < number; i++) {
    const xml_attribute *b = &x->found[i];
    if (size == (size_t)(b->name_end - b->name) && memcmp(a->name, b->name, size) == 0)
      return xml_fail(x, "malformed XML: duplicate attribute", a->name);
  }
  terminate(x, a->name_end);
  if (!a->plain) {
    xml_event event = x->entity_count ? build_value(x, a) : decode_value(x, a);
    if (event != XML_PASSED) return event;
  }
  *a->value_end = 0;
  x->pairs[2 * number] = a->name;
  x->pairs[2 * number + 1] = a->value;
  return XML_PASSED;
}

/* -- Tags -------------------------------------------------------------------------------------- */

/* Looks at what stands between the name and ">", at which it leaves *p. */
static xml_event check_attributes(xml_scan *x, char **p, char *end, size_t *count) {
  for (;;) {
    char *before = *p, *at = xml_skip_space(before, end);
    if (at == end) return XML_MORE;
    *p = at;
    if (*at == '>') return XML_PASSED;
    if (*at == '/') {
      if (at + 1 == end) return XML_MORE;
      if (at[1] != '>') return xml_fail(x, XML_INVALID, at + 1);
      *p = at + 1;
      return XML_PASSED;
    }
    if (at == before || !xml_is_name_start(*at)) return xml_fail(x, XML_INVALID, at);
    if (*count == XML_ATTRIBUTES_MOST)
      return xml_fail(x, "refused: a tag with more than 256 attributes", at);
    xml_event event = check_attribute(x, p, end, &x->found[*count]);
    if (event != XML_PASSED) return event;
    ++*count;
  }
}

xml_event xml_start_tag(xml_scan *x) {
  char *end = x->bytes + x->end, *name = x->bytes + x->at + 1;
  char *name_end = xml_name_end(name + 1, end), *p = name_end;
  size_t count = 0;
  xml_event event = check_attributes(x, &p, end, &count);
  if (event != XML_PASSED) return event;
  x->empty = p[-1] == '/';
  x->at = (size_t)(p + 1 - x->bytes);
  if (x->values.newest) arena_reset(&x->values);
  if (!x->empty) push_name(x, (text){name, (size_t)(name_end - name)});
  terminate(x, name_end);
  for (size_t i = 0; i < count; i++)
    if ((event = finish_attribute(x, i)) != XML_PASSED) return event;
  x->pairs[2 * count] = NULL;
  x->attributes = x->pairs;
  x->name = name;
  x->depth++;
  return x->open.failed ? xml_fail(x, "out of memory", name) : XML_START;
}

static xml_event element_end(xml_scan *x) {
  if (--x->depth == 0) {
    x->state = XML_BETWEEN;
    x->documents++;
  }
  return XML_END;
}

xml_event xml_end_tag(xml_scan *x) {
  if (x->empty) {
    x->empty = false;
    return element_end(x);
  }
  char *end = x->bytes + x->end, *name = x->bytes + x->at + strlen("</");
  text open = top_name(x);
  if ((size_t)(end - name) > open.size && name[open.size] == '>' &&
      memcmp(name, open.data, open.size) == 0) {
    bool borrowed = x->expanding && x->depth == x->outer_depth;
    if (borrowed) return xml_fail(x, XML_ASYNCHRONOUS, name);
    x->at += strlen("</>") + open.size;
  } else {
    char *name_end = xml_name_end(name, end), *p = xml_skip_space(name_end, end);
    if (name < end && !xml_is_name_start(*name)) return xml_fail(x, XML_INVALID, name);
    if (p == end) return XML_MORE;
    if (*p != '>') return xml_fail(x, XML_INVALID, p);
    if (x->expanding && x->depth == x->outer_depth) return xml_fail(x, XML_ASYNCHRONOUS, name);
    if (!text_equal(open, (text){name, (size_t)(name_end - name)}))
      return xml_fail(x, "malformed XML: mismatched tag", name);
    x->at = (size_t)(p + 1 - x->bytes);
  }
  pop_name(x);
  return element_end(x);
}
