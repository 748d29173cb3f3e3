/* PubMed XML: the baseline and update files, efetch's answers, and fragments of them. */
#include "read/pubmed_xml.h"

#include <stdlib.h>
#include <string.h>

#include "read/readers.h"

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

/* -- The reader -------------------------------------------------------------------------------- */

static void *open_input(input *in, error *e) {
  pubmed_xml *x = calloc(1, sizeof *x);
  if (!x) {
    error_memory(e);
    return NULL;
  }
  xml_scan_open(&x->scan, in);
  x->in = in;
  x->holders[HOLDER_READER] = x;
  pubmed_xml_index(x);
  return x;
}

static void close_input(void *state) {
  pubmed_xml *x = state;
  if (!x) return;
  xml_scan_close(&x->scan);
  xml_text_close(&x->words);
  free(x);
}

static read_result at_end(pubmed_xml *x) {
  if (x->known) return READ_END;
  error_set(x->error, ERROR_INPUT, "no PubMed XML: none of its elements is in it");
  error_at(x->error, input_name(x->in), 0);
  return READ_FAILED;
}

static read_result next(void *state, record *r, error *e) {
  pubmed_xml *x = state;
  x->record = r;
  x->error = e;
  x->result = READ_END;
  x->work = 0;
  while (x->result == READ_END) {
    xml_event event = xml_scan_next(&x->scan, e);
    if (event == XML_TEXT) pubmed_xml_text(x);
    else if (event == XML_START) pubmed_xml_start(x);
    else if (event == XML_END) pubmed_xml_end(x);
    else return event == XML_FAILED ? READ_FAILED : at_end(x);
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
