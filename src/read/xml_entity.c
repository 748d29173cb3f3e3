/* References, and what they stand for. */
#include <string.h>

#include "base/utf8.h"
#include "read/html_entity.h"
#include "read/xml_parts.h"

/* -- How they are written ---------------------------------------------------------------------- */

/* clang-format off: 32 to a line; 1: XML_NAME, 3: XML_NAME_START, too */
const unsigned char xml_character[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 0, 0, 0, 0, 0,
    0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 3,
    0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0,
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
};
/* clang-format on */

static int digit_value(char byte, unsigned base) {
  int value = ascii_is_digit(byte) ? byte - '0' : ascii_lower(byte) - 'a' + 10;
  return value >= 0 && value < (int)base ? value : -1;
}

/* "#38" or "#x26" behind the "&"; moves *p behind its last digit. */
static char *skip_number(char *p, const char *end) {
  p++;
  unsigned base = p < end && *p == 'x' ? 16 : 10;
  p += base == 16;
  char *first = p;
  while (p < end && digit_value(*p, base) >= 0) p++;
  return p == first && p < end ? NULL : p;
}

xml_event xml_reference_check(xml_scan *x, char *at, char *end, xml_reference *r) {
  char *name = at + 1, *p = name;
  if (name == end) return XML_MORE;
  if (*name == '#') p = skip_number(name, end);
  else if (xml_is_name_start(*name)) p = xml_name_end(name, end);
  else return xml_fail(x, XML_INVALID, name);
  if (p == end) return XML_MORE;
  if (!p || *p != ';') return xml_fail(x, XML_INVALID, name);
  r->end = p + 1;
  return XML_PASSED;
}

/* -- What they stand for ----------------------------------------------------------------------- */

/* The code point; 0 where it is no character. */
static unsigned number_value(text digits) {
  unsigned base = 10, code = 0;
  if (text_starts(digits, TEXT("x"))) base = 16, digits = text_slice(digits, 1, digits.size);
  for (size_t i = 0; i < digits.size; i++) {
    code = code * base + (unsigned)digit_value(digits.data[i], base);
    if (code > 0x10FFFF) return 0;
  }
  bool control = code < ' ' && code != '\t' && code != '\n' && code != '\r';
  bool other = (code >= 0xD800 && code < 0xE000) || code == 0xFFFE || code == 0xFFFF;
  return control || other ? 0 : code;
}

static const struct {
  text name, value;
} predefined[] = {
    {TEXT_STATIC("amp"), TEXT_STATIC("&")},  {TEXT_STATIC("lt"), TEXT_STATIC("<")},
    {TEXT_STATIC("gt"), TEXT_STATIC(">")},   {TEXT_STATIC("quot"), TEXT_STATIC("\"")},
    {TEXT_STATIC("apos"), TEXT_STATIC("'")},
};

static void set_character(xml_reference *r, unsigned code) {
  r->text = (text){r->bytes, utf8_encode(code, r->bytes)};
}

static const xml_entity *find_entity(const xml_scan *x, text name) {
  for (size_t i = 0; i < x->entity_count; i++)
    if (text_equal(x->entities[i].name, name)) return &x->entities[i];
  return NULL;
}

/* An entity that has not been declared: its declaration would stand in the DTD that is not fetched.
 * HTML's are known, others stay as they are written. */
static void undeclared(text name, xml_reference *r) {
  char terminated[16];
  if (name.size < sizeof terminated) {
    memcpy(terminated, name.data, name.size);
    terminated[name.size] = 0;
    unsigned code = html_entity(terminated);
    if (code) set_character(r, code);
  }
}

xml_event xml_reference_read(xml_scan *x, char *at, xml_reference *r) {
  text name = {at + 1, (size_t)(r->end - at) - strlen("&;")};
  r->text = (text){at, (size_t)(r->end - at)};
  r->entity = NULL;
  r->bytes[0] = 0;
  if (*name.data == '#') {
    unsigned code = number_value(text_slice(name, 1, name.size));
    if (!code) return xml_fail(x, "malformed XML: reference to invalid character number", at);
    set_character(r, code);
    return XML_PASSED;
  }
  for (size_t i = 0; i < sizeof predefined / sizeof *predefined; i++)
    if (text_equal(name, predefined[i].name)) {
      r->text = predefined[i].value;
      return XML_PASSED;
    }
  r->entity = find_entity(x, name);
  if (r->entity) return XML_PASSED;
  if (x->standalone) return xml_fail(x, "malformed XML: undefined entity", at);
  undeclared(name, r);
  return XML_PASSED;
}

/* -- Declarations ------------------------------------------------------------------------------ */

static void add_entity(xml_scan *x, text name, text value) {
  if (find_entity(x, name) || x->entity_count == sizeof x->entities / sizeof *x->entities) return;
  x->entities[x->entity_count++] = (xml_entity){arena_text(&x->declarations, name), value};
}

void xml_entity_declare_external(xml_scan *x, text name) { add_entity(x, name, (text){NULL, 0}); }

/* The literal with its character references decoded. One that builds on others is an attack
 * ("billion laughs"), and no bibliography declares entities to speak of. */
xml_event xml_entity_declare(xml_scan *x, text name, text literal, bool parameter) {
  char value[XML_ENTITY_SIZE];
  size_t size = 0;
  bool refused = ++x->internal_count > XML_ENTITIES_MOST;
  for (size_t i = 0; i < literal.size && !refused;) {
    char *at = (char *)(size_t)literal.data + i;
    xml_reference r = {.end = at + 1, .text = {at, 1}};
    if (*at == '&' && i + 1 < literal.size && at[1] == '#') {
      xml_event event = xml_reference_check(x, at, at + literal.size - i, &r);
      if (event == XML_MORE) return xml_fail(x, XML_INVALID, at);
      if (event == XML_PASSED) event = xml_reference_read(x, at, &r);
      if (event != XML_PASSED) return event;
    }
    bool nested = text_equal(r.text, TEXT("&")) || text_equal(r.text, TEXT("%"));
    refused = nested || size + r.text.size > sizeof value;
    if (!refused) memcpy(value + size, r.text.data, r.text.size);
    size += r.text.size;
    i += (size_t)(r.end - at);
  }
  if (refused)
    return xml_fail(x,
                    "refused: it declares entities of its own, as no bibliography does and as an "
                    "attack would",
                    literal.data);
  if (!parameter) add_entity(x, name, arena_text(&x->declarations, (text){value, size}));
  return arena_failed(&x->declarations) ? xml_fail(x, "out of memory", name.data) : XML_PASSED;
}
