/* CSL-JSON, which Zotero, Mendeley, Paperpile, pandoc, doi.org and Crossref's API write: an array
 * of items, an object that holds one, or an item a line. What members mean stands in
 * csl_fields.c. */
#include "read/csl_json.h"

#include "read/json_items.h"
#include "read/readers.h"

/* Crossref's answers, Zotero's, pandoc's metadata. */
static const json_wrapper wrappers[] = {
    {TEXT_STATIC("message"), TEXT_STATIC("items")},
    {TEXT_STATIC("items"), TEXT_STATIC("items")},
    {TEXT_STATIC("references"), TEXT_STATIC("references")},
};

static bool fill(record *r, const json_t *item, text bytes, error *e) {
  (void)bytes;
  return csl_fill(r, item) ||
         error_set(e, ERROR_INPUT, "an item without title, author or anything else to keep");
}

static const json_format format = {wrappers, sizeof wrappers / sizeof *wrappers, fill};

/* Any item has a type; the rest are names that hardly any other format has. */
static int recognises(text head) {
  static const char *const needed[] = {"type", NULL};
  static const char *const own[] = {"issued",
                                    "container-title",
                                    "DOI",
                                    "ISSN",
                                    "ISBN",
                                    "citation-key",
                                    "title-short",
                                    "event",
                                    "PMID",
                                    "URL",
                                    "publisher-place",
                                    "page",
                                    "collection-title",
                                    NULL};
  static const char *const shared[] = {"id", "title", "author", "editor", NULL};
  text keys[JSON_HEAD_KEYS];
  size_t count = json_head_keys(head, keys);
  if (!count) return 0;
  bool wrapped = text_find(head, TEXT("\"container-title\"")) != TEXT_NONE ||
                 text_find(head, TEXT("\"issued\"")) != TEXT_NONE;
  for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++)
    for (size_t k = 0; k < count; k++)
      if (text_equal(keys[k], wrappers[i].outer)) return wrapped ? 85 : 0;
  if (!json_keys_among(keys, count, needed)) return 0;
  size_t sure = json_keys_among(keys, count, own), perhaps = json_keys_among(keys, count, shared);
  return sure && sure + perhaps > 1 ? 85 : perhaps > 1 ? 30 : 0;
}

static void *open_items(input *in, error *e) { return json_reader_open(in, &format, e); }

const reader csl_json_reader = {
    .name = "csl-json",
    .summary = "CSL-JSON, from Zotero, Mendeley, pandoc, doi.org, Crossref",
    .carries = "names, title, journal or book, dates, abstract, keywords, identifiers, notes",
    .recognises = recognises,
    .open = open_items,
    .next = json_reader_next,
    .close = json_reader_close,
};
