/* Of any bytes, the XML scanner says what expat says. Expat is asked as this project asks it for
 * other formats: no DTD is fetched, and undeclared entities are no error. What the two may say
 * differently is the table `differences`. Invented input. */
#include <expat.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "read/html_entity.h"
#include "read/xml_events.h"

#define COUNT(cases) (sizeof cases / sizeof *cases)

/* -- Expat ------------------------------------------------------------------------------------- */

/* One run over documents that follow one another. */
typedef struct reading {
  XML_Parser parser;
  buffer *out;
  size_t sure, depth, entities;
  bool started, ended, refused;
  char problem[128];
  unsigned long line, lines_before;
  size_t place; /* where it failed */
} reading;

static void on_start(void *state, const char *name, const char **attributes) {
  reading *r = state;
  add_start(r->out, name, attributes);
  r->sure = r->out->size;
  r->started = true;
  r->depth++;
}

static void on_end(void *state, const char *name) {
  reading *r = state;
  (void)name;
  buffer_put(r->out, "</>");
  r->sure = r->out->size;
  if (--r->depth > 0) return;
  r->ended = true;
  XML_StopParser(r->parser, XML_FALSE);
}

static void on_text(void *state, const char *bytes, int size) {
  buffer_add(((reading *)state)->out, (text){bytes, (size_t)size});
}

static void on_skipped(void *state, const char *name, int is_parameter) {
  buffer *out = ((reading *)state)->out;
  if (is_parameter) return;
  if (html_entity(name)) utf8_add(out, html_entity(name));
  else buffer_printf(out, "&%s;", name);
}

static void on_entity(void *state, const char *name, int is_parameter, const char *value, int size,
                      const char *base, const char *system, const char *public,
                      const char *notation) {
  reading *r = state;
  (void)name, (void)is_parameter, (void)base, (void)system, (void)public, (void)notation;
  if (!value) return;
  bool nested = memchr(value, '&', (size_t)size) || memchr(value, '%', (size_t)size);
  r->refused = nested || size > XML_ENTITY_SIZE || ++r->entities > XML_ENTITIES_MOST;
  if (r->refused) XML_StopParser(r->parser, XML_FALSE);
}

/* Reads the document at the start; the bytes that it takes, or 0 with r->problem set. */
static size_t read_document(reading *r, text bytes) {
  XML_Parser parser = r->parser = XML_ParserCreate(NULL);
  XML_SetUserData(parser, r);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetSkippedEntityHandler(parser, on_skipped);
  XML_SetEntityDeclHandler(parser, on_entity);
  XML_UseForeignDTD(parser, XML_TRUE);
  r->started = r->ended = r->refused = false;
  r->depth = r->entities = 0;
  XML_Parse(parser, bytes.data, (int)bytes.size, XML_TRUE);
  size_t taken = 0;
  if (r->ended) {
    taken = (size_t)(XML_GetCurrentByteIndex(parser) + XML_GetCurrentByteCount(parser));
    r->lines_before += XML_GetCurrentLineNumber(parser) - 1;
    for (long i = XML_GetCurrentByteIndex(parser); i < (long)taken; i++)
      r->lines_before +=
          bytes.data[i] == '\n' || (bytes.data[i] == '\r' && bytes.data[i + 1] != '\n');
  } else {
    snprintf(r->problem, sizeof r->problem, "%s",
             r->refused ? "refused" : XML_ErrorString(XML_GetErrorCode(parser)));
    r->line = r->lines_before + XML_GetErrorLineNumber(parser);
    r->place = (size_t)XML_GetErrorByteIndex(parser);
  }
  XML_ParserFree(parser);
  return taken;
}

/* As the scanner reads documents: white space and comments behind the last are none. */
static void read_by_expat(reading *r, text bytes) {
  for (size_t at = 0, documents = 0;; documents++) {
    for (; at < bytes.size && ascii_is_space(bytes.data[at]); at++)
      r->lines_before +=
          bytes.data[at] == '\n' ||
          (bytes.data[at] == '\r' && (at + 1 == bytes.size || bytes.data[at + 1] != '\n'));
    if (at == bytes.size) return;
    size_t taken = read_document(r, text_slice(bytes, at, bytes.size));
    bool nothing = documents && !r->started && strcmp(r->problem, "no element found") == 0;
    if (nothing) r->problem[0] = 0;
    r->place += at;
    if (!taken) break;
    at += taken;
  }
  if (r->problem[0]) r->out->size = r->sure;
}

/* -- Where they may differ --------------------------------------------------------------------- */

/* Names of more letters than XML 1.0 allowed until its fifth edition are accepted. */
static bool wide_name(text bytes, const reading *r) {
  return utf8_valid(bytes) && r->place < bytes.size && (unsigned char)bytes.data[r->place] >= 0x80;
}

/* The grammar of declarations is looked at for entities alone, and what is wrong in front of the
 * first tag may be called otherwise, if anything is. */
static bool in_document_type(text bytes, const reading *r) {
  return r->problem[0] && !r->started && text_find(bytes, TEXT("<!")) != TEXT_NONE;
}

/* Undeclared entities in attribute values are read as in text; expat leaves them out. */
static bool entity_in_tag(text bytes, const reading *r) {
  (void)r;
  bool inside = false;
  for (size_t i = 0; i + 1 < bytes.size; i++) {
    if (bytes.data[i] == '<' || bytes.data[i] == '>') inside = bytes.data[i] == '<';
    if (inside && bytes.data[i] == '&' && bytes.data[i + 1] != '#') return true;
  }
  return false;
}

static bool (*const differences[])(text bytes, const reading *r) = {wide_name, in_document_type,
                                                                    entity_in_tag};

static bool may_differ(text bytes, const reading *r) {
  for (size_t i = 0; i < COUNT(differences); i++)
    if (differences[i](bytes, r)) return true;
  return false;
}

/* -- Comparing --------------------------------------------------------------------------------- */

/* True where they agree, and false where they may differ and do. */
static bool compare(text bytes) {
  buffer by_scanner = {0}, by_expat = {0};
  error e;
  reading r = {.out = &by_expat};
  scan(&by_scanner, bytes, &e);
  read_by_expat(&r, bytes);
  bool malformed = text_starts(text_of(e.message), TEXT("malformed XML: "));
  /* In front of the first tag one error has many names and places. */
  bool named = !malformed || !r.started ||
               (strcmp(e.message + strlen("malformed XML: "), r.problem) == 0 && e.line == r.line);
  bool same = text_equal(buffer_text(&by_scanner), buffer_text(&by_expat)) && named &&
              (e.message[0] != 0) == (r.problem[0] != 0);
  if (!same && !may_differ(bytes, &r))
    ck_abort_msg("%.*s\ngave %.*s!%lu %s\nexpat %.*s!%lu %s", TEXT_ARG(bytes),
                 TEXT_ARG(buffer_text(&by_scanner)), e.line, e.message,
                 TEXT_ARG(buffer_text(&by_expat)), r.line, r.problem);
  buffer_finish(&by_scanner);
  buffer_finish(&by_expat);
  return same;
}

/* -- Mutations --------------------------------------------------------------------------------- */

/* xorshift64 (Marsaglia 2003): any sequence will do, as long as it is always the same. */
static size_t chance(uint64_t *state, size_t below) {
  *state ^= *state << 13, *state ^= *state >> 7, *state ^= *state << 17;
  return (size_t)(*state % below);
}

static const text pieces[] = {
    TEXT_STATIC("<"),    TEXT_STATIC(">"),         TEXT_STATIC("/"),        TEXT_STATIC("&"),
    TEXT_STATIC(";"),    TEXT_STATIC("\""),        TEXT_STATIC("'"),        TEXT_STATIC("="),
    TEXT_STATIC("]]>"),  TEXT_STATIC("<![CDATA["), TEXT_STATIC("<!--"),     TEXT_STATIC("-->"),
    TEXT_STATIC("<?"),   TEXT_STATIC("?>"),        TEXT_STATIC("\n"),       TEXT_STATIC("\r"),
    TEXT_STATIC("\r\n"), TEXT_STATIC("&lt;"),      TEXT_STATIC("&#10;"),    TEXT_STATIC("&#x1;"),
    TEXT_STATIC("\x01"), TEXT_STATIC("\xC3"),      TEXT_STATIC("\xC3\xA4"), TEXT_STATIC("\0"),
    TEXT_STATIC("</"),   TEXT_STATIC("/>"),        TEXT_STATIC("<a>"),      TEXT_STATIC("</a>"),
    TEXT_STATIC("-"),    TEXT_STATIC("]"),         TEXT_STATIC("&e;"),      TEXT_STATIC(" "),
};

static void mutate(buffer *b, text original, uint64_t *state) {
  buffer_clear(b);
  size_t from = chance(state, original.size + 1), to = from + chance(state, 12);
  size_t again = chance(state, original.size + 1);
  buffer_add(b, text_slice(original, 0, from));
  switch (chance(state, 4)) {
    case 0:
      buffer_add(b, pieces[chance(state, COUNT(pieces))]);
      break;
    case 1:
      buffer_add(b, text_slice(original, again, again + 12));
      break;
    case 2:
      return;
    default:
      break;
  }
  buffer_add(b, text_slice(original, to, original.size));
}

static const char document[] =
    "<?xml version='1.0' encoding=\"UTF-8\"?>\n<!DOCTYPE s [<!ENTITY e 'x<b>y</b>'>]>\r\n<s>\n"
    "  <a b='1' c=\"2 &amp; 3\">x &lt; &e; &alpha; &#228;</a ><!-- c - d -->\n <a\n b='x\ny'/>\n"
    "<?p q ?><![CDATA[ <a> ]] ]]>\n \xE2\x82\xAC <a>]]</a></s>\n<!-- d --><a>1<a>2</a>3</a>\n";

START_TEST(mutations_are_read_as_by_expat) {
  enum { MUTATIONS = 10000, CHANGES = 3 };
  uint64_t state = 0x9E3779B97F4A7C15u;
  size_t agreed = 0;
  buffer first = {0}, second = {0};
  ck_assert(compare(text_of(document)));
  for (int i = 0; i < MUTATIONS; i++) {
    mutate(&first, text_of(document), &state);
    for (size_t k = chance(&state, CHANGES); k > 0; k--) {
      mutate(&second, buffer_text(&first), &state);
      buffer swap = first;
      first = second, second = swap;
    }
    agreed += compare(buffer_text(&first));
  }
  /* Where they may differ is a small part, so that most is compared in earnest. */
  ck_assert_msg(agreed > MUTATIONS * 8 / 10, "only %zu agreed", agreed);
  buffer_finish(&first);
  buffer_finish(&second);
}
END_TEST

SUITE("read/xml_expat", mutations_are_read_as_by_expat)
