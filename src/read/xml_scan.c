/* Documents, and what stands between tags. */
#include "read/xml_scan.h"

#include <string.h>

#include "read/xml_parts.h"

enum { LONG_TEXT = 64 * 1024 }; /* a longer text is handed out in pieces */

void xml_scan_open(xml_scan *x, input *in) {
  memset(x, 0, sizeof *x);
  xml_window_open(&x->window, in);
  arena_init(&x->declarations);
  arena_init(&x->values);
}

void xml_scan_close(xml_scan *x) {
  xml_window_close(&x->window);
  buffer_finish(&x->open);
  arena_finish(&x->declarations);
  arena_finish(&x->values);
}

unsigned long xml_scan_line(xml_scan *x) {
  if (!x->token_line) x->token_line = xml_window_line(&x->window, x->token);
  return x->token_line;
}

xml_event xml_fail(xml_scan *x, const char *what, const char *place) {
  x->error = what;
  x->error_at = x->expanding ? x->token : (size_t)(place - x->bytes);
  return XML_FAILED;
}

/* -- Comments, instructions, CDATA ------------------------------------------------------------- */

static char *find(const xml_scan *x, char *from, char byte) {
  return memchr(from, byte, (size_t)(x->bytes + x->end - from));
}

xml_event xml_comment(xml_scan *x) {
  char *end = x->bytes + x->end, *p = x->bytes + x->at + strlen("<!-");
  if (p == end) return XML_MORE;
  if (*p != '-') return xml_fail(x, XML_INVALID, p);
  for (p++; (p = find(x, p, '-')) != NULL; p++) {
    if (end - p < 2) return XML_MORE;
    if (p[1] != '-') continue;
    if (end - p < 3) return XML_MORE;
    if (p[2] != '>') return xml_fail(x, XML_INVALID, p + 2);
    x->at = (size_t)(p + 3 - x->bytes);
    return XML_PASSED;
  }
  return XML_MORE;
}

/* "<?name ... ?>"; what is named "xml" is no instruction, whatever the case. */
xml_event xml_instruction(xml_scan *x) {
  char *end = x->bytes + x->end, *start = x->bytes + x->at + strlen("<?");
  char *p = xml_name_end(start, end);
  if (p == end) return XML_MORE;
  if (p == start || !xml_is_name_start(*start)) return xml_fail(x, XML_INVALID, start);
  text name = {start, (size_t)(p - start)};
  if (text_equal(name, TEXT("xml"))) return xml_fail(x, XML_MISPLACED, x->bytes + x->at);
  if (text_equal_nocase(name, TEXT("xml"))) return xml_fail(x, XML_INVALID, p);
  if (*p != '?' && !xml_is_space(*p)) return xml_fail(x, XML_INVALID, p);
  for (bool spaced = *p != '?'; (p = find(x, p, '?')) != NULL; p++) {
    if (end - p < 2) return XML_MORE;
    if (p[1] != '>' && !spaced) return xml_fail(x, XML_INVALID, p + 1);
    if (p[1] != '>') continue;
    x->at = (size_t)(p + 2 - x->bytes);
    return XML_PASSED;
  }
  return XML_MORE;
}

static xml_event cdata_start(xml_scan *x) {
  static const char opening[] = "<![CDATA[";
  char *start = x->bytes + x->at;
  for (size_t i = 0; i + 1 < sizeof opening; i++) {
    if (x->at + i == x->end) return XML_MORE;
    if (start[i] != opening[i]) return xml_fail(x, XML_INVALID, start + i);
  }
  x->at += sizeof opening - 1;
  x->cdata = true;
  return XML_PASSED;
}

static xml_event hand_out(xml_scan *x, char *end) {
  char *start = x->bytes + x->at;
  x->text = (text){start, (size_t)(end - start)};
  x->at += x->text.size;
  return x->text.size ? XML_TEXT : XML_PASSED;
}

static xml_event cdata_text(xml_scan *x) {
  char *start = x->bytes + x->at, *end = x->bytes + x->end, *p = start;
  for (; (p = find(x, p, ']')) != NULL; p++) {
    if (end - p < 3) break;
    if (p[1] != ']' || p[2] != '>') continue;
    xml_event event = hand_out(x, p);
    x->at += strlen("]]>");
    x->cdata = false;
    return event;
  }
  if (!p) p = end;
  return p - start > LONG_TEXT ? hand_out(x, p) : XML_MORE;
}

/* -- Text -------------------------------------------------------------------------------------- */

/* Up to the next tag or reference; "]]>" may not stand in it. */
static xml_event plain_text(xml_scan *x) {
  char *start = x->bytes + x->at, *end = x->bytes + x->end;
  char *p = xml_skip_space(start, end);
  if (p < end && *p != '<' && *p != '&') {
    char *tag = find(x, p, '<');
    size_t size = (size_t)((tag ? tag : end) - p);
    char *reference = memchr(p, '&', size);
    if (reference) size = (size_t)(reference - p);
    for (char *from = p; (from = memchr(from, ']', (size_t)(p + size - from))) != NULL; from++) {
      if (end - from < 3 && p + size == end && !x->expanding) {
        size = (size_t)(from - p);
        end = from;
        break;
      }
      if (end - from >= 3 && from[1] == ']' && from[2] == '>')
        return xml_fail(x, XML_INVALID, from + 2);
    }
    p += size;
  }
  bool whole = p < end || x->expanding;
  return whole || p - start > LONG_TEXT ? hand_out(x, p) : XML_MORE;
}

/* Goes on with the value of an entity, in which tags must end that begin in it. */
static xml_event expand(xml_scan *x, const xml_reference *r) {
  size_t after = (size_t)(r->end - x->bytes);
  const text *value = &r->entity->value;
  if (!value->size) {
    x->at = after;
    return XML_PASSED;
  }
  memcpy(x->expansion, value->data, value->size);
  x->expanding = true;
  x->back = after;
  x->outer_depth = x->depth;
  x->bytes = x->expansion;
  x->at = 0;
  x->end = value->size;
  return XML_PASSED;
}

static xml_event leave_entity(xml_scan *x) {
  if (x->cdata) return xml_fail(x, "malformed XML: unclosed CDATA section", x->bytes);
  if (x->depth != x->outer_depth) return xml_fail(x, XML_ASYNCHRONOUS, x->bytes);
  x->expanding = false;
  x->bytes = x->window.data;
  x->at = x->back;
  x->end = x->window.sound;
  return XML_PASSED;
}

static xml_event reference(xml_scan *x) {
  char *start = x->bytes + x->at;
  xml_reference r;
  xml_event event = xml_reference_check(x, start, x->bytes + x->end, &r);
  if (event == XML_PASSED) event = xml_reference_read(x, start, &r);
  if (event != XML_PASSED) return event;
  if (r.entity) return expand(x, &r);
  x->text = r.text;
  if (r.text.data == r.bytes) {
    memcpy(x->character, r.bytes, sizeof r.bytes);
    x->text.data = x->character;
  }
  x->at = (size_t)(r.end - x->bytes);
  return XML_TEXT;
}

/* -- Content ----------------------------------------------------------------------------------- */

static xml_event markup(xml_scan *x) {
  if (x->end - x->at < 2) return XML_MORE;
  char *second = x->bytes + x->at + 1;
  if (xml_is_name_start(*second)) return xml_start_tag(x);
  if (*second == '/') return xml_end_tag(x);
  if (*second == '?') return xml_instruction(x);
  if (*second != '!') return xml_fail(x, XML_INVALID, second);
  if (x->end - x->at < 3) return XML_MORE;
  if (second[1] == '-') return xml_comment(x);
  return cdata_start(x);
}

static xml_event content(xml_scan *x) {
  if (x->empty) return xml_end_tag(x);
  if (x->at == x->end) return x->expanding ? leave_entity(x) : XML_MORE;
  if (!x->expanding) x->token = x->at, x->token_line = 0;
  if (x->cdata) return cdata_text(x);
  char first = x->bytes[x->at];
  return first == '<' ? markup(x) : first == '&' ? reference(x) : plain_text(x);
}

/* -- Documents --------------------------------------------------------------------------------- */

static void document_start(xml_scan *x) {
  x->state = XML_IN_PROLOG;
  x->standalone = x->declared = x->entities_unknown = false;
  x->fresh = true;
  x->entity_count = x->internal_count = 0;
  arena_reset(&x->declarations);
}

/* Passes over white space between documents. What comes next is in UTF-8 until it says otherwise.
 */
static xml_event between(xml_scan *x) {
  if (!xml_window_encode(&x->window, x->at, XML_UTF_8)) return XML_MORE;
  x->bytes = x->window.data;
  x->end = x->window.sound;
  while (x->at < x->end && ascii_is_space(x->bytes[x->at])) x->at++;
  if (x->at == x->end) return XML_MORE;
  document_start(x);
  return XML_PASSED;
}

/* There is no more input, but more is needed. */
static xml_event unfinished(xml_scan *x) {
  const char *end = x->bytes + x->end, *token = x->bytes + x->at;
  bool text_ends = token == end || (*token != '<' && *token != '&');
  switch (x->window.stop) {
    case XML_STOP_MEMORY:
      return xml_fail(x, "out of memory", token);
    case XML_STOP_FULL:
      return xml_fail(x, "a tag of more than 64 MiB", token);
    case XML_STOP_INVALID:
      return xml_fail(x, XML_INVALID, end);
    case XML_STOP_CUT:
      return xml_fail(x, "malformed XML: partial character", text_ends ? end : token);
    default:
      break;
  }
  /* Comments behind the last document are no document. */
  if (x->state == XML_BETWEEN) return XML_END_OF_INPUT;
  if (x->state == XML_IN_PROLOG && x->documents && token == end) return XML_END_OF_INPUT;
  if (x->cdata) return xml_fail(x, "malformed XML: unclosed CDATA section", end);
  return text_ends ? xml_fail(x, XML_NO_ELEMENT, end) : xml_fail(x, XML_UNCLOSED, token);
}

/* Shows more of the input; true where the step that could not be made may now be. */
static bool more(xml_scan *x) {
  if (x->expanding) return false;
  bool filled = xml_window_fill(&x->window, x->at);
  x->bytes = x->window.data;
  x->at = x->token = x->token_line = 0;
  x->end = x->window.sound;
  return filled;
}

static xml_event (*const steps[])(xml_scan *) = {
    [XML_BETWEEN] = between, [XML_IN_PROLOG] = xml_prolog, [XML_IN_CONTENT] = content};

/* The error as it is reported; one of reading goes before one of what has been read. */
static xml_event failed(xml_scan *x, error *e) {
  const input *in = x->window.in;
  if (input_error(in, e)) return XML_FAILED;
  bool memory = x->window.stop == XML_STOP_MEMORY || x->open.failed ||
                arena_failed(&x->declarations) || arena_failed(&x->values);
  error_set(e, memory ? ERROR_MEMORY : ERROR_INPUT, "%s", memory ? "out of memory" : x->error);
  error_at(e, input_name(in), xml_window_line(&x->window, x->error_at));
  return XML_FAILED;
}

xml_event xml_scan_next(xml_scan *x, error *e) {
  if (x->error) return failed(x, e);
  for (;;) {
    xml_event event = steps[x->state](x);
    if (event < XML_PASSED && event != XML_FAILED) return event;
    if (event == XML_PASSED || (event == XML_MORE && more(x))) continue;
    if (event == XML_MORE)
      event = x->expanding ? xml_fail(x, XML_UNCLOSED, x->bytes) : unfinished(x);
    if (event == XML_FAILED) return failed(x, e);
    return input_error(x->window.in, e) ? XML_FAILED : event;
  }
}
