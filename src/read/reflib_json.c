/* The JSON of IEBH's RefLib and of the tools that are built on it (SRA, Deduplicator): an array of
 * objects with EndNote's fields, values of several lines parted by CR. */
#include "base/date.h"
#include "read/citation.h"
#include "read/endnote.h"
#include "read/json_items.h"
#include "read/json_reader.h"
#include "read/readers.h"
#include "read/ris.h"

static void take(draft_fields *fields, record *r, const char *key, const json_t *value) {
  text name = text_of(key), tag = endnote_tag_of_reflib(name);
  for (size_t i = 0; i < json_count(value); i++) {
    const json_t *element = json_element(value, i);
    text words = json_text(r->arena, element);
    if (!words.size && !json_is_string(element)) words = json_dump(r->arena, element);
    if (!words.size) continue;
    if (text_equal(name, TEXT("type"))) {
      text type = endnote_type(words, (text){"", 0});
      *list_push(r->arena, fields) = (draft_field){TEXT("TY"), type.size ? type : words};
    } else if (tag.size) {
      *list_push(r->arena, fields) = (draft_field){tag, words};
    } else {
      kinded *extra = list_push(r->arena, &r->extras);
      *extra = (kinded){arena_printf(r->arena, "reflib:%s", key), words};
    }
  }
}

/* Whether EndNote found it in PubMed, which RefLib does not tell: among the notes are then the day
 * of entry and the citation, each on a line of its own. */
static bool is_of_pubmed(const draft_fields *fields) {
  bool day = false, citation = false;
  text line, rest = {"", 0};
  date_parts date;
  for (size_t i = 0; i < fields->count; i++)
    if (text_equal(fields->items[i].tag, TEXT("N1"))) rest = fields->items[i].value;
  while (text_take_line(&rest, &line)) {
    day |= line.size == 10 && line.data[4] == '/' && date_plain(line, &date) && date.day;
    citation |= citation_begins(line);
  }
  return day && citation;
}

static bool fill(record *r, const json_t *item, text bytes, error *e) {
  (void)bytes;
  const char *key;
  json_t *value;
  draft_fields fields = {0};
  json_object_foreach((json_t *)(size_t)item, key, value) take(&fields, r, key, value);
  if (is_of_pubmed(&fields)) *list_push(r->arena, &fields) = (draft_field){TEXT("DP"), TEXT("NLM")};
  return ris_fill(r, &fields) ||
         error_set(e, ERROR_INPUT, "a reference without title, author or anything else to keep");
}

static const json_format format = {.fill = fill};

static int recognises(text head) {
  static const char *const needed[] = {"title", "type", NULL};
  static const char *const numbered[] = {"recNumber", NULL};
  static const char *const fields[] = {"authors", "journal",  "isbn", "notes", "address",
                                       "year",    "keywords", "doi",  NULL};
  text keys[JSON_HEAD_KEYS];
  size_t count = json_head_keys(head, keys), more = json_keys_among(keys, count, fields);
  if (json_keys_among(keys, count, needed) < 2) return 0;
  return json_keys_among(keys, count, numbered) && more ? 90 : more > 3 ? 60 : 0;
}

static void *open_array(input *in, error *e) { return json_reader_open(in, &format, e); }

const reader reflib_json_reader = {
    .name = "reflib",
    .summary = "JSON of IEBH's RefLib and Systematic Review Accelerator",
    .carries = "EndNote's fields: names, title, journal, abstract, keywords, DOI, notes",
    .recognises = recognises,
    .open = open_array,
    .next = json_reader_next,
    .close = json_reader_close,
};
