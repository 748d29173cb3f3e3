/* What stands before the first tag: the XML declaration, the document type, and comments. */
#include <string.h>

#include "read/xml_parts.h"

/* -- Pieces of declarations -------------------------------------------------------------------- */

/* A place in a declaration. */
typedef struct place {
  xml_scan *x;
  char *at, *end;
} place;

static xml_event space(place *p, bool needed) {
  char *start = p->at;
  p->at = xml_skip_space(start, p->end);
  if (p->at == p->end) return XML_MORE;
  return needed && p->at == start ? xml_fail(p->x, XML_SYNTAX, start) : XML_PASSED;
}

static xml_event name(place *p, text *found) {
  char *start = p->at;
  p->at = xml_name_end(start, p->end);
  if (p->at == p->end) return XML_MORE;
  if (p->at == start || !xml_is_name_start(*start)) return xml_fail(p->x, XML_SYNTAX, start);
  *found = (text){start, (size_t)(p->at - start)};
  return XML_PASSED;
}

/* What stands between quotes. */
static xml_event literal(place *p, text *found) {
  char *start = p->at + 1;
  if (p->at == p->end) return XML_MORE;
  if (*p->at != '"' && *p->at != '\'') return xml_fail(p->x, XML_SYNTAX, p->at);
  char *close = memchr(start, *p->at, (size_t)(p->end - start));
  if (!close) return XML_MORE;
  *found = (text){start, (size_t)(close - start)};
  p->at = close + 1;
  return XML_PASSED;
}

#define TRY(step)                            \
  do {                                       \
    xml_event event_ = (step);               \
    if (event_ != XML_PASSED) return event_; \
  } while (0)

/* SYSTEM "file" or PUBLIC "name" "file", and the space behind it. */
static xml_event external(place *p) {
  text word, ignored;
  TRY(name(p, &word));
  bool public = text_equal(word, TEXT("PUBLIC"));
  if (!public && !text_equal(word, TEXT("SYSTEM"))) return xml_fail(p->x, XML_SYNTAX, word.data);
  TRY(space(p, true));
  TRY(literal(p, &ignored));
  if (public) {
    TRY(space(p, true));
    TRY(literal(p, &ignored));
  }
  return space(p, false);
}

static xml_event close_declaration(place *p) {
  TRY(space(p, false));
  if (*p->at != '>') return xml_fail(p->x, XML_SYNTAX, p->at);
  p->at++;
  return XML_PASSED;
}

/* -- The document type ------------------------------------------------------------------------- */

/* Behind "<!ENTITY". */
static xml_event entity(place *p) {
  text its_name, value;
  TRY(space(p, true));
  bool parameter = *p->at == '%';
  if (parameter) {
    p->at++;
    TRY(space(p, true));
  }
  TRY(name(p, &its_name));
  TRY(space(p, true));
  if (*p->at == '"' || *p->at == '\'') {
    TRY(literal(p, &value));
    if (!p->x->entities_unknown) TRY(xml_entity_declare(p->x, its_name, value, parameter));
    return close_declaration(p);
  }
  TRY(external(p));
  if (!parameter) xml_entity_declare_external(p->x, its_name);
  if (*p->at == '>') return close_declaration(p);
  TRY(name(p, &value));
  TRY(space(p, true));
  TRY(name(p, &value));
  return close_declaration(p);
}

/* A declaration that says nothing of entities. */
static xml_event skip_declaration(place *p) {
  text ignored;
  while (p->at < p->end && *p->at != '>') {
    if (*p->at == '"' || *p->at == '\'') TRY(literal(p, &ignored));
    else if (*p->at == '<') return xml_fail(p->x, XML_SYNTAX, p->at);
    else p->at++;
  }
  return p->at == p->end ? XML_MORE : close_declaration(p);
}

static xml_event declaration(place *p) {
  static const text known[] = {TEXT_STATIC("ELEMENT"), TEXT_STATIC("ATTLIST"),
                               TEXT_STATIC("NOTATION")};
  text word;
  p->at += strlen("<!");
  TRY(name(p, &word));
  if (text_equal(word, TEXT("ENTITY"))) return entity(p);
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (text_equal(word, known[i])) return skip_declaration(p);
  return xml_fail(p->x, XML_SYNTAX, word.data);
}

/* Comments and instructions, which start at x->at. */
static xml_event aside(place *p, xml_event (*pass)(xml_scan *)) {
  xml_scan *x = p->x;
  size_t start = x->at;
  x->at = (size_t)(p->at - x->bytes);
  xml_event event = pass(x);
  p->at = x->bytes + x->at;
  x->at = start;
  return event;
}

/* %name; what it declares is not known, and neither what comes after. */
static xml_event parameter_reference(place *p) {
  text ignored;
  p->at++;
  TRY(name(p, &ignored));
  if (*p->at != ';') return xml_fail(p->x, XML_INVALID, p->at);
  p->at++;
  if (!p->x->standalone) p->x->entities_unknown = true;
  return XML_PASSED;
}

/* Behind "[", to behind "]". */
static xml_event subset(place *p) {
  for (;;) {
    TRY(space(p, false));
    if (*p->at == ']') break;
    if (*p->at != '<') {
      if (*p->at != '%') return xml_fail(p->x, XML_SYNTAX, p->at);
      TRY(parameter_reference(p));
      continue;
    }
    if (p->end - p->at < 3) return XML_MORE;
    if (p->at[1] == '?') TRY(aside(p, xml_instruction));
    else if (p->at[1] != '!') return xml_fail(p->x, XML_SYNTAX, p->at);
    else if (p->at[2] == '-') TRY(aside(p, xml_comment));
    else TRY(declaration(p));
  }
  p->at++;
  return space(p, false);
}

static xml_event document_type(xml_scan *x) {
  place p = {x, x->bytes + x->at + strlen("<!"), x->bytes + x->end};
  text word;
  x->entity_count = x->internal_count = 0;
  x->entities_unknown = false;
  TRY(name(&p, &word));
  if (!text_equal(word, TEXT("DOCTYPE")) || x->declared) return xml_fail(x, XML_SYNTAX, word.data);
  TRY(space(&p, true));
  TRY(name(&p, &word));
  TRY(space(&p, *p.at != '>' && *p.at != '['));
  if (*p.at != '>' && *p.at != '[') TRY(external(&p));
  if (*p.at == '[') {
    p.at++;
    TRY(subset(&p));
  }
  TRY(close_declaration(&p));
  x->declared = true;
  x->at = (size_t)(p.at - x->bytes);
  return XML_PASSED;
}

/* -- The XML declaration ----------------------------------------------------------------------- */

static const struct {
  text name;
  xml_encoding encoding;
} encodings[] = {
    {TEXT_STATIC("UTF-8"), XML_UTF_8},
    {TEXT_STATIC("US-ASCII"), XML_US_ASCII},
    {TEXT_STATIC("ISO-8859-1"), XML_ISO_8859_1},
    /* Has become UTF-8, where a byte order mark said so. */
    {TEXT_STATIC("UTF-16"), XML_UTF_8},
    {TEXT_STATIC("UTF-16BE"), XML_UTF_8},
    {TEXT_STATIC("UTF-16LE"), XML_UTF_8},
};

static bool is_value(text value) {
  for (size_t i = 0; i < value.size; i++)
    if (!ascii_is_letter(value.data[i]) && !ascii_is_digit(value.data[i]) &&
        !strchr(".-_", value.data[i]))
      return false;
  return true;
}

/* name = "value" with space before it; false where it is nothing of the kind. */
static bool take_pair(text *rest, text *its_name, text *value) {
  char *end = (char *)(size_t)rest->data + rest->size,
       *start = xml_skip_space(end - rest->size, end);
  char *name_end = xml_name_end(start, end), *at = xml_skip_space(name_end, end);
  if (start == rest->data || name_end == start || at == end || *at != '=') return false;
  at = xml_skip_space(at + 1, end);
  if (at == end || (*at != '"' && *at != '\'')) return false;
  char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
  if (!close) return false;
  *its_name = (text){start, (size_t)(name_end - start)};
  *value = (text){at + 1, (size_t)(close - at - 1)};
  *rest = (text){close + 1, (size_t)(end - close - 1)};
  return is_value(*value);
}

/* The version, and perhaps the encoding and whether the document stands alone. */
static bool read_declaration(xml_scan *x, text rest, text *encoding) {
  text its_name, value;
  if (!take_pair(&rest, &its_name, &value) || !text_equal(its_name, TEXT("version"))) return false;
  if (!text_trim(rest).size) return true;
  if (!take_pair(&rest, &its_name, &value)) return false;
  if (text_equal(its_name, TEXT("encoding"))) {
    if (!value.size || !ascii_is_letter(value.data[0])) return false;
    *encoding = value;
    if (!text_trim(rest).size) return true;
    if (!take_pair(&rest, &its_name, &value)) return false;
  }
  x->standalone = text_equal(value, TEXT("yes"));
  return text_equal(its_name, TEXT("standalone")) && !text_trim(rest).size &&
         (x->standalone || text_equal(value, TEXT("no")));
}

static xml_event xml_declaration(xml_scan *x) {
  text seen = {x->bytes + x->at, x->end - x->at}, encoding = {"", 0};
  size_t end = text_find(seen, TEXT("?>"));
  if (end == TEXT_NONE) return XML_MORE;
  if (!read_declaration(x, text_slice(seen, strlen("<?xml"), end), &encoding))
    return xml_fail(x, "malformed XML: XML declaration not well-formed", seen.data);
  size_t known = 0, count = sizeof encodings / sizeof *encodings;
  while (encoding.size && known < count && !text_equal_nocase(encoding, encodings[known].name))
    known++;
  if (known == count) return xml_fail(x, "malformed XML: unknown encoding", seen.data);
  x->at += end + strlen("?>");
  x->fresh = false;
  if (!xml_window_encode(&x->window, x->at, encodings[known].encoding))
    return xml_fail(x, "out of memory", seen.data);
  x->bytes = x->window.data;
  x->end = x->window.sound;
  return XML_PASSED;
}

/* -- The prolog -------------------------------------------------------------------------------- */

/* At the start of a document: a byte order mark and the XML declaration. */
static xml_event document_start(xml_scan *x) {
  static const char mark[] = "\xEF\xBB\xBF", opening[] = "<?xml";
  const char *start = x->bytes + x->at;
  size_t left = x->end - x->at;
  if (left >= 3 && memcmp(start, mark, 3) == 0) x->at += 3, start += 3, left -= 3;
  size_t shown = left < 6 ? left : 5;
  if (memcmp(start, opening, shown) == 0) {
    if (left < 6) return XML_MORE;
    if (xml_is_space(start[5]) || start[5] == '?') return xml_declaration(x);
  }
  x->fresh = false;
  return XML_PASSED;
}

xml_event xml_prolog(xml_scan *x) {
  if (x->fresh) {
    xml_event event = document_start(x);
    if (event != XML_PASSED) return event;
  }
  char *at = xml_skip_space(x->bytes + x->at, x->bytes + x->end);
  x->at = (size_t)(at - x->bytes);
  size_t left = x->end - x->at;
  if (left == 0) return XML_MORE;
  if (*at != '<') return xml_fail(x, *at == '&' ? XML_INVALID : XML_SYNTAX, at);
  if (left < 2) return XML_MORE;
  if (at[1] == '?') return xml_instruction(x);
  if (at[1] == '!') {
    if (left < 3) return XML_MORE;
    return at[2] == '-' ? xml_comment(x) : document_type(x);
  }
  if (!xml_is_name_start(at[1])) return xml_fail(x, XML_INVALID, at + 1);
  x->state = XML_IN_CONTENT;
  return XML_PASSED;
}
