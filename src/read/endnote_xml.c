/* EndNote's XML, as EndNote, Mendeley, Zotero, Papers and the tools for systematic reviews export
 * it: <xml><records><record>, each field an element whose text may lie in runs of <style>. Fields
 * are gathered as RIS (read/endnote.h). */
#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/endnote.h"
#include "read/html_entity.h"
#include "read/readers.h"
#include "read/ris.h"
#include "read/xml_text.h"

enum {
  CHUNK = 64 * 1024,
  SILENT_LIMIT = 64 * 1024 * 1024, /* bytes without a tag's end or a record; more is refused */
  LIST_DEPTH = 8
};

/* The end of a line within a value, CR in EndNote's files, while white space is squeezed: a byte
 * that no XML can hold. */
#define LINE_MARK TEXT("\x1E")

typedef struct endnote_xml {
  XML_Parser parser;
  input *in;
  record *record;
  error *error;
  read_result result; /* READ_END: nothing to give back yet */
  bool found;         /* a <record> */
  bool suspended, ended;
  size_t silent;
  draft_fields fields;
  size_t depth; /* of elements in the record, from 1 for the record itself; 0: outside */
  const char *lists[LIST_DEPTH]; /* by depth: the elements that hold the one that is read */
  size_t field_depth;            /* of the element whose text is taken; 0: none */
  text tag, name;                /* of that field */
  text type_name;                /* attribute of <ref-type> */
  xml_text words;
  char chunk[CHUNK];
} endnote_xml;

static void stop(endnote_xml *x, read_result result) {
  x->result = result;
  XML_StopParser(x->parser, result != READ_FAILED);
}

static void refuse(endnote_xml *x, const char *why) {
  error_set(x->error, ERROR_INPUT, "%s", why);
  error_at(x->error, input_name(x->in), XML_GetCurrentLineNumber(x->parser));
  stop(x, READ_FAILED);
}

/* --- Elements --- */

/* The name of an element that only holds others; NULL for any other. */
static const char *list_named(const char *name) {
  static const char *const lists[] = {"contributors",
                                      "authors",
                                      "secondary-authors",
                                      "tertiary-authors",
                                      "titles",
                                      "periodical",
                                      "subsidiary-authors",
                                      "translated-authors",
                                      "keywords",
                                      "alt-periodical",
                                      "dates",
                                      "pub-dates",
                                      "urls",
                                      "copyright-dates",
                                      "related-urls",
                                      "web-urls",
                                      "pdf-urls",
                                      "text-urls",
                                      "image-urls",
                                      "foreign-keys"};
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    if (strcmp(lists[i], name) == 0) return lists[i];
  return NULL;
}

/* Elements that tell of the program and its library, not of the work. */
static bool is_passed_over(text name) {
  return text_equal(name, TEXT("database")) || text_equal(name, TEXT("source-app")) ||
         text_equal(name, TEXT("key"));
}

static text attribute(arena *a, const char **attributes, const char *name) {
  for (; *attributes; attributes += 2)
    if (strcmp(attributes[0], name) == 0) return arena_text(a, text_of(attributes[1]));
  return (text){"", 0};
}

/* Raised and lowered characters are runs in a face of their own. */
static const char *markup_of(const char *name, const char **attributes) {
  for (; strcmp(name, "style") == 0 && *attributes; attributes += 2) {
    if (strcmp(attributes[0], "face") != 0) continue;
    if (strstr(attributes[1], "superscript")) return "sup";
    if (strstr(attributes[1], "subscript")) return "sub";
  }
  return name;
}

static void start_record(endnote_xml *x) {
  x->found = true;
  x->depth = 1;
  x->lists[1] = NULL;
  x->fields = (draft_fields){0};
  x->type_name = (text){"", 0};
  x->record->source_line = (long long)XML_GetCurrentLineNumber(x->parser);
}

static void start_field(endnote_xml *x, const char *name, const char **attributes) {
  arena *a = x->record->arena;
  const char *list = x->depth - 1 < LIST_DEPTH ? x->lists[x->depth - 1] : NULL;
  x->field_depth = x->depth;
  x->name = arena_text(a, text_of(name));
  x->tag = endnote_tag(text_of(list), x->name);
  if (text_equal(x->name, TEXT("ref-type"))) x->type_name = attribute(a, attributes, "name");
  xml_text_begin(&x->words, false);
}

static void XMLCALL on_start(void *state, const char *name, const char **attributes) {
  endnote_xml *x = state;
  x->silent = 0;
  name = xml_local_name(name);
  if (!x->depth) {
    if (strcmp(name, "record") == 0) start_record(x);
    return;
  }
  x->depth++;
  if (x->field_depth) xml_text_start(&x->words, markup_of(name, attributes), attributes);
  else if (!list_named(name)) start_field(x, name, attributes);
  else if (x->depth < LIST_DEPTH) x->lists[x->depth] = list_named(name);
}

/* The text as lines. */
static text lines_of(arena *a, text marked) {
  text line, whole = {"", 0}, rest = marked;
  if (text_find(marked, LINE_MARK) == TEXT_NONE) return marked;
  while (rest.size) {
    text_cut(rest, LINE_MARK, &line, &rest);
    whole = arena_join(a, whole, TEXT("\n"), text_trim(line));
  }
  return whole;
}

static void end_field(endnote_xml *x) {
  record *r = x->record;
  text value = lines_of(r->arena, xml_text_finish(&x->words, r->arena));
  x->field_depth = 0;
  if (text_equal(x->name, TEXT("ref-type"))) {
    text type = endnote_type(x->type_name, value);
    if (!type.size) type = x->type_name.size ? x->type_name : value;
    *list_push(r->arena, &x->fields) = (draft_field){TEXT("TY"), type};
  } else if (x->tag.size) {
    *list_push(r->arena, &x->fields) = (draft_field){x->tag, value};
  } else if (value.size && !is_passed_over(x->name)) {
    kinded *extra = list_push(r->arena, &r->extras);
    *extra = (kinded){arena_printf(r->arena, "endnote:%.*s", TEXT_ARG(x->name)), value};
  }
}

static text *value_of(draft_fields *fields, text tag) {
  for (size_t i = 0; i < fields->count; i++)
    if (text_equal(fields->items[i].tag, tag)) return &fields->items[i].value;
  return NULL;
}

/* The journal stands under <secondary-title> and again under <periodical>, where EndNote's list of
 * journals adds another form of its name. Whichever is longer is the full one. */
static void order_journal(draft_fields *fields) {
  text *journal = value_of(fields, TEXT("T2")), *again = value_of(fields, TEXT("JO"));
  text *other = value_of(fields, TEXT("J2"));
  if (journal && again && text_equal(*journal, *again)) *again = (text){"", 0};
  if (journal && other && again && other->size > journal->size) {
    text shorter = *journal;
    *journal = *other;
    *other = shorter;
  }
}

static void end_record(endnote_xml *x) {
  order_journal(&x->fields);
  if (ris_fill(x->record, &x->fields)) {
    stop(x, READ_RECORD);
    return;
  }
  error_set(x->error, ERROR_INPUT, "a reference without title, author or anything else to keep");
  error_at(x->error, input_name(x->in), (unsigned long)x->record->source_line);
  stop(x, READ_SKIPPED);
}

static void XMLCALL on_end(void *state, const char *name) {
  endnote_xml *x = state;
  (void)name;
  x->silent = 0;
  if (!x->depth) return;
  if (x->field_depth == x->depth) end_field(x);
  else if (x->field_depth) xml_text_end(&x->words);
  if (--x->depth == 0) end_record(x);
}

static void XMLCALL on_text(void *state, const char *bytes, int size) {
  endnote_xml *x = state;
  text rest = {bytes, (size_t)size}, piece;
  if (!x->field_depth) return;
  for (bool first = true; text_take_until(&rest, '\r', &piece); first = false) {
    if (!first) xml_text_add(&x->words, LINE_MARK);
    xml_text_add(&x->words, piece);
  }
}

/* --- Entities --- */

static void XMLCALL on_skipped_entity(void *state, const char *name, int is_parameter) {
  unsigned code = is_parameter ? 0 : html_entity(name);
  char bytes[4];
  if (code) on_text(state, bytes, (int)utf8_encode(code, bytes));
}

/* No bibliography declares entities; one that does may be an attack ("billion laughs"). */
static void XMLCALL on_entity(void *state, const char *name, int is_parameter, const char *value,
                              int size, const char *base, const char *system, const char *public,
                              const char *notation) {
  (void)name, (void)is_parameter, (void)size, (void)base, (void)system, (void)public,
      (void)notation;
  if (value) refuse(state, "refused: it declares entities of its own, as an attack would");
}

/* --- The reader --- */

static int recognises(text head) {
  text trimmed = text_trim(head);
  if (!text_starts(trimmed, TEXT("<"))) return 0;
  bool type = text_find(head, TEXT("<ref-type")) != TEXT_NONE;
  bool within = text_find(head, TEXT("<records>")) != TEXT_NONE &&
                text_find(head, TEXT("<record>")) != TEXT_NONE;
  bool titles = text_find(head, TEXT("<titles>")) != TEXT_NONE ||
                text_find(head, TEXT("<contributors>")) != TEXT_NONE;
  return within && type ? 95 : within && titles ? 80 : 0;
}

/* Input has been turned into UTF-8 where a byte order mark said UTF-16, whatever the declaration
 * says. */
static bool declares_utf16(text head) {
  text declaration = text_slice(head, 0, text_find(head, TEXT("?>")));
  return text_starts(head, TEXT("<?xml")) &&
         text_find_nocase(text_slice(declaration, 0, 128), TEXT("utf-16")) != TEXT_NONE;
}

static void *open_input(input *in, error *e) {
  endnote_xml *x = calloc(1, sizeof *x);
  XML_Parser parser = XML_ParserCreate(NULL);
  if (!x || !parser) {
    free(x);
    if (parser) XML_ParserFree(parser);
    error_memory(e);
    return NULL;
  }
  x->parser = parser;
  x->in = in;
  XML_SetUserData(parser, x);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetSkippedEntityHandler(parser, on_skipped_entity);
  XML_SetEntityDeclHandler(parser, on_entity);
  XML_UseForeignDTD(parser, XML_TRUE);
  if (declares_utf16(input_head(in))) XML_SetEncoding(parser, "UTF-8");
  return x;
}

static void close_input(void *state) {
  endnote_xml *x = state;
  XML_ParserFree(x->parser);
  xml_text_close(&x->words);
  free(x);
}

/* Reads on. Control characters, which no XML may hold, come from PDFs and become spaces. */
static enum XML_Status advance(endnote_xml *x) {
  if (x->suspended) {
    x->suspended = false;
    return XML_ResumeParser(x->parser);
  }
  size_t size = input_read(x->in, x->chunk, CHUNK);
  x->ended = size == 0;
  x->silent += size;
  if (x->silent > SILENT_LIMIT) {
    refuse(x, "more than 64 MiB without a tag");
    return XML_STATUS_OK;
  }
  for (size_t i = 0; i < size; i++) {
    char byte = x->chunk[i];
    if (byte >= 0 && byte < ' ' && byte != '\n' && byte != '\r' && byte != '\t') x->chunk[i] = ' ';
  }
  return XML_Parse(x->parser, x->chunk, (int)size, x->ended);
}

static read_result at_end(endnote_xml *x, enum XML_Status status) {
  if (input_error(x->in, x->error)) return READ_FAILED;
  if (status != XML_STATUS_ERROR && x->found) return READ_END;
  if (status == XML_STATUS_ERROR) {
    enum XML_Error code = XML_GetErrorCode(x->parser);
    bool cut = code == XML_ERROR_NO_ELEMENTS && x->found;
    error_set(x->error, code == XML_ERROR_NO_MEMORY ? ERROR_MEMORY : ERROR_INPUT,
              "malformed XML: %s", cut ? "the input ends within it" : XML_ErrorString(code));
  } else {
    error_set(x->error, ERROR_INPUT, "no EndNote XML: there is no <record> in it");
  }
  error_at(x->error, input_name(x->in), XML_GetErrorLineNumber(x->parser));
  return READ_FAILED;
}

static read_result next(void *state, record *r, error *e) {
  endnote_xml *x = state;
  x->record = r;
  x->error = e;
  x->result = READ_END;
  while (x->result == READ_END) {
    enum XML_Status status = advance(x);
    if (x->result == READ_FAILED) return READ_FAILED;
    x->suspended = status == XML_STATUS_SUSPENDED;
    if (x->result == READ_END && (status == XML_STATUS_ERROR || x->ended)) return at_end(x, status);
  }
  if (!arena_failed(r->arena)) return x->result;
  error_memory(e);
  return READ_FAILED;
}

const reader endnote_xml_reader = {
    .name = "endnote-xml",
    .summary = "EndNote's XML, which other reference managers write too",
    .carries = "names, title, journal or book, dates, abstract, keywords, identifiers, notes",
    .recognises = recognises,
    .open = open_input,
    .next = next,
    .close = close_input,
};
