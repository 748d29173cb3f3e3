/* Carrel's own JSON lines: what `carrel export` writes is read back member by member, so that a
 * library can go out and come back whole. A line that only lists an article (`carrel search
 * --json`) gives what it shows. */
#include "model/identifier.h"
#include "model/record_json.h"
#include "read/citation.h"
#include "read/json_items.h"
#include "read/json_reader.h"
#include "read/readers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- Lines that are no whole records --- */

/* What a line has beside the members of a record: worked out from them, or of the answer in which
 * the line stood. */
static const text of_lines[] = {
    TEXT_STATIC("rank"),      TEXT_STATIC("score"),    TEXT_STATIC("id"),
    TEXT_STATIC("pmid"),      TEXT_STATIC("doi"),      TEXT_STATIC("pmc"),
    TEXT_STATIC("year"),      TEXT_STATIC("authors"),  TEXT_STATIC("in_library"),
    TEXT_STATIC("retracted"), TEXT_STATIC("citation"), TEXT_STATIC("origin"),
    TEXT_STATIC("group"),     TEXT_STATIC("snippet"),  TEXT_STATIC("passages"),
};

static void take_ids(record *r, const json_t *line) {
  identifier id;
  record_add_id(r, TEXT("pmid"), json_text_at(r->arena, line, "pmid"));
  record_add_id(r, TEXT("doi"), json_text_at(r->arena, line, "doi"));
  record_add_id(r, TEXT("pmc"), json_text_at(r->arena, line, "pmc"));
  if (identifier_read(r->arena, json_text_at(r->arena, line, "id"), &id))
    record_add_id(r, id.scheme, id.value);
}

static void take_authors(record *r, const json_t *authors) {
  for (size_t i = 0; i < json_count(authors); i++) {
    text name = json_text(r->arena, json_element(authors, i));
    if (name.size) person_read(list_push(r->arena, &r->people), name, r->arena);
  }
}

/* A stub's citation, where it says anything about the article. */
static void take_citation(record *r, text citation) {
  if (!citation.size || citation_read(r, citation)) return;
  *list_push(r->arena, &r->extras) = (kinded){TEXT("carrel:citation"), citation};
}

static void complete(record *r, const json_t *line) {
  bool whole = r->ids.count || r->people.count || r->abstract.count;
  if (!r->ids.count) take_ids(r, line);
  if (whole) return;
  take_authors(r, json_at(line, "authors"));
  take_citation(r, json_text_at(r->arena, line, "citation"));
  if (!r->published.size) r->published = json_text_at(r->arena, line, "year");
}

/* --- Members that this Carrel does not know --- */

static bool is_known(text name) {
  for (size_t i = 0; i < COUNT(of_lines); i++)
    if (text_equal(of_lines[i], name)) return true;
  return member_named(&record_members, name) != NULL;
}

static void keep_unknown(record *r, const json_t *line) {
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)(size_t)line, key, value) {
    if (is_known(text_of(key)) || json_is_null(value)) continue;
    text whole = json_is_string(value) ? json_text(r->arena, value) : json_dump(r->arena, value);
    if (whole.size)
      *list_push(r->arena, &r->extras) = (kinded){arena_printf(r->arena, "carrel:%s", key), whole};
  }
}

/* --- The reader --- */

static bool fill(record *r, const json_t *line, text bytes, error *e) {
  if (!record_json_read(r, bytes, e)) return false;
  complete(r, line);
  keep_unknown(r, line);
  draft d;
  draft_start(&d, r, "carrel");
  return draft_says_something(&d) ||
         error_set(e, ERROR_INPUT, "a line that says nothing about any article");
}

static const json_format format = {.fill = fill};

static int recognises(text head) {
  static const char *const needed[] = {"in_library", "rank", "score", "id", NULL};
  text keys[JSON_HEAD_KEYS];
  size_t count = json_head_keys(head, keys);
  return json_keys_among(keys, count, needed) == 4 ? 100 : 0;
}

static void *open_lines(input *in, error *e) { return json_reader_open(in, &format, e); }

const reader carrel_json_reader = {
    .name = "carrel",
    .summary = "Carrel's own JSON lines, as `carrel export` writes them",
    .carries = "everything",
    .recognises = recognises,
    .open = open_lines,
    .next = json_reader_next,
    .close = json_reader_close,
};
