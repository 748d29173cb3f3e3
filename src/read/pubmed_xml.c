/* PubMed XML: the baseline and update files, efetch's answers, and fragments of them. */
#include "read/pubmed_xml.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/html_entity.h"
#include "read/readers.h"

enum {
  SILENT_LIMIT = 64 * 1024 * 1024, /* a single tag or comment of more bytes is refused */
  ENTITY_LIMIT = 32,               /* internal entities of a document, and ... */
  ENTITY_SIZE = 256                /* ... the bytes of one; more is no bibliography */
};

/* -- Recognising ------------------------------------------------------------------------------- */

static const text roots[] = {
    TEXT_STATIC("PubmedArticleSet"),     TEXT_STATIC("PubmedArticle"),
    TEXT_STATIC("PubmedBookArticleSet"), TEXT_STATIC("PubmedBookArticle"),
    TEXT_STATIC("MedlineCitationSet"),   TEXT_STATIC("MedlineCitation"),
    TEXT_STATIC("DeleteCitation"),
};

static size_t name_size(text rest) {
  size_t size = 0;
  while (size < rest.size && rest.data[size] != '>' && rest.data[size] != '/' &&
         !ascii_is_space(rest.data[size]))
    size++;
  return size;
}

/* The name of the first element without its prefix; skips declarations, comments and instructions,
 * none of which contains "<" and a letter outside of a document type. */
static text first_element(text head) {
  while (head.size > 1) {
    if (head.data[0] != '<') {
      head = text_slice(head, 1, head.size);
      continue;
    }
    text end = TEXT(">");
    if (text_starts(head, TEXT("<!--"))) end = TEXT("-->");
    else if (head.data[1] != '?' && head.data[1] != '!') break;
    size_t at = text_find(head, end);
    if (at == TEXT_NONE) return (text){"", 0};
    head = text_slice(head, at + end.size, head.size);
  }
  text name = text_slice(head, 1, 1 + name_size(text_slice(head, 1, head.size)));
  size_t colon = text_find_byte(name, ':');
  return colon == TEXT_NONE ? name : text_slice(name, colon + 1, name.size);
}

static int recognises(text head) {
  text trimmed = text_trim(head);
  if (text_starts(trimmed, TEXT("\xEF\xBB\xBF"))) trimmed = text_slice(trimmed, 3, trimmed.size);
  if (!text_starts(trimmed, TEXT("<"))) return 0;
  text root = first_element(trimmed);
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
    if (text_equal(root, roots[i])) return 100;
  /* efetch's answers are sometimes wrapped once more. */
  bool within = text_find(head, TEXT("<PubmedArticle>")) != TEXT_NONE ||
                text_find(head, TEXT("<PubmedArticleSet>")) != TEXT_NONE;
  return within ? 60 : 0;
}

/* -- Entities ---------------------------------------------------------------------------------- */

/* Entities that the document does not declare, because their declarations would stand in the DTD
 * that is not fetched: HTML's are known, others stay as they are written. */
static void on_skipped_entity(void *state, const char *name, int is_parameter) {
  if (is_parameter) return;
  unsigned code = html_entity(name);
  char bytes[4];
  size_t size = code ? utf8_encode(code, bytes) : 0;
  if (size) {
    pubmed_xml_on_text(state, bytes, (int)size);
    return;
  }
  pubmed_xml_on_text(state, "&", 1);
  pubmed_xml_on_text(state, name, (int)strlen(name));
  pubmed_xml_on_text(state, ";", 1);
}

/* No bibliography declares entities to speak of; one that builds on others is an attack ("billion
 * laughs"). */
static void on_entity(void *state, const char *name, int is_parameter, const char *value, int size,
                      const char *base, const char *system, const char *public,
                      const char *notation) {
  pubmed_xml *x = state;
  (void)name, (void)is_parameter, (void)base, (void)system, (void)public, (void)notation;
  if (!value) return;
  bool nested = memchr(value, '&', (size_t)size) || memchr(value, '%', (size_t)size);
  if (nested || size > ENTITY_SIZE || ++x->entities > ENTITY_LIMIT)
    pubmed_xml_fail(x, ERROR_INPUT,
                    "refused: it declares entities of its own, as no bibliography "
                    "does and as an attack would");
}

/* -- Documents --------------------------------------------------------------------------------- */

/* Readies the parser for the document that starts at x->taken. */
static void document_start(pubmed_xml *x) {
  XML_Parser parser = x->parser;
  if (x->documents++) XML_ParserReset(parser, NULL);
  XML_SetUserData(parser, x);
  XML_SetElementHandler(parser, pubmed_xml_on_start, pubmed_xml_on_end);
  XML_SetCharacterDataHandler(parser, pubmed_xml_on_text);
  XML_SetSkippedEntityHandler(parser, on_skipped_entity);
  XML_SetEntityDeclHandler(parser, on_entity);
  /* Undeclared entities are skipped rather than an error, as if there were a DTD elsewhere. */
  XML_UseForeignDTD(parser, XML_TRUE);
  /* Input has been turned into UTF-8 where a byte order mark said UTF-16, whatever the
   * declaration says. */
  text head = text_slice((text){x->chunk + x->taken, x->filled - x->taken}, 0, 128);
  size_t end = text_find(head, TEXT("?>"));
  if (end != TEXT_NONE && text_find_nocase(text_slice(head, 0, end), TEXT("utf-16")) != TEXT_NONE)
    XML_SetEncoding(parser, "UTF-8");
  x->inside = true;
  x->fed = 0;
  x->depth = x->collected = 0;
  x->collecting = x->root_ended = false;
  x->entities = 0;
}

/* The root element has ended: what follows it in the chunk is another document. */
static void document_end(pubmed_xml *x) {
  x->taken = x->filled - (size_t)(x->fed - x->document_end);
  x->lines += XML_GetCurrentLineNumber(x->parser) - 1;
  x->inside = x->suspended = false;
}

/* Takes out the spaces with which NLM indents its lines. They are a fifth of the bytes, mean
 * nothing, as all texts are squeezed, and expat is the slowest part of reading. */
static void drop_indents(pubmed_xml *x) {
  size_t kept = 0;
  for (size_t at = 0; at < x->filled;) {
    while (x->at_line_start && at < x->filled && x->chunk[at] == ' ') at++;
    if (at == x->filled) break;
    const char *line = x->chunk + at, *newline = memchr(line, '\n', x->filled - at);
    size_t size = newline ? (size_t)(newline - line) + 1 : x->filled - at;
    memmove(x->chunk + kept, line, size);
    kept += size;
    at += size;
    x->at_line_start = newline != NULL;
  }
  x->filled = kept;
}

/* Reads on when all of the chunk has been fed; false at the end or when reading has failed. */
static bool fill(pubmed_xml *x) {
  while (x->taken == x->filled) {
    x->filled = input_read(x->in, x->chunk, sizeof x->chunk);
    x->taken = 0;
    if (!x->filled) return false;
    drop_indents(x);
  }
  return true;
}

/* Passes over white space between documents, which may not stand before an XML declaration;
 * false at the end. */
static bool skip_space(pubmed_xml *x) {
  while (fill(x)) {
    for (; x->taken < x->filled; x->taken++) {
      if (!ascii_is_space(x->chunk[x->taken])) return true;
      x->lines += x->chunk[x->taken] == '\n';
    }
  }
  return false;
}

/* Lets expat read until it has a record or needs more bytes. */
static enum XML_Status advance(pubmed_xml *x) {
  if (x->suspended) {
    x->suspended = false;
    return XML_ResumeParser(x->parser);
  }
  if (!fill(x)) {
    x->ended = true;
    return XML_Parse(x->parser, "", 0, XML_TRUE);
  }
  const char *bytes = x->chunk + x->taken;
  size_t size = x->filled - x->taken;
  x->taken = x->filled;
  x->fed += (long long)size;
  x->silent += (long long)size;
  if (x->silent > SILENT_LIMIT) pubmed_xml_fail(x, ERROR_INPUT, "a tag of more than 64 MiB");
  return XML_Parse(x->parser, bytes, (int)size, XML_FALSE);
}

static read_result at_end(pubmed_xml *x) {
  if (input_error(x->in, x->error)) return READ_FAILED;
  if (x->known) return READ_END;
  error_set(x->error, ERROR_INPUT, "no PubMed XML: none of its elements is in it");
  error_at(x->error, input_name(x->in), 0);
  return READ_FAILED;
}

static read_result malformed(pubmed_xml *x) {
  if (input_error(x->in, x->error)) return READ_FAILED;
  enum XML_Error code = XML_GetErrorCode(x->parser);
  /* Comments behind the last document are no document. */
  if (code == XML_ERROR_NO_ELEMENTS && x->documents > 1) return at_end(x);
  error_set(x->error, code == XML_ERROR_NO_MEMORY ? ERROR_MEMORY : ERROR_INPUT, "malformed XML: %s",
            XML_ErrorString(code));
  error_at(x->error, input_name(x->in), x->lines + XML_GetErrorLineNumber(x->parser));
  return READ_FAILED;
}

/* -- The reader -------------------------------------------------------------------------------- */

static void *open_input(input *in, error *e) {
  pubmed_xml *x = calloc(1, sizeof *x);
  XML_Parser parser = XML_ParserCreate(NULL);
  if (!x || !parser) {
    free(x);
    if (parser) XML_ParserFree(parser);
    error_memory(e);
    return NULL;
  }
  x->parser = parser;
  x->in = in;
  x->holders[HOLDER_READER] = x;
  pubmed_xml_index(x);
  return x;
}

static void close_input(void *state) {
  pubmed_xml *x = state;
  if (!x) return;
  XML_ParserFree(x->parser);
  xml_text_close(&x->words);
  free(x);
}

static read_result next(void *state, record *r, error *e) {
  pubmed_xml *x = state;
  x->record = r;
  x->error = e;
  x->result = READ_END;
  x->work = 0;
  while (x->result == READ_END) {
    if (!x->inside) {
      if (!skip_space(x)) return at_end(x);
      document_start(x);
    }
    enum XML_Status status = advance(x);
    if (x->result == READ_FAILED) return READ_FAILED;
    if (status == XML_STATUS_ERROR || (x->ended && !x->suspended)) return malformed(x);
    if (x->root_ended) document_end(x);
  }
  if (x->result == READ_SKIPPED) record_init(r, r->arena);
  if (!arena_failed(r->arena)) return x->result;
  error_memory(e);
  return READ_FAILED;
}

const reader pubmed_xml_reader = {
    .name = "pubmed-xml",
    .summary = "PubMed XML: NLM's baseline and update files, efetch",
    .carries = "everything PubMed has, with references, and orders to delete",
    .recognises = recognises,
    .open = open_input,
    .next = next,
    .close = close_input,
};
