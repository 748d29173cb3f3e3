/* JSON lines: one object a hit. The first keys are always there, null where nothing is known; the
 * rest only where there is something. Whole records have all members of a record beside them,
 * under the names and in the shapes of model/members.h, so that they can be read back. */
#include "base/json.h"
#include "model/identifier.h"
#include "model/record_json.h"
#include "write/citation.h"
#include "write/writers.h"

static void add_text_or_null(buffer *b, text key, text value) {
  json_add_key(b, key);
  if (value.size) json_add_text(b, value);
  else buffer_put(b, "null");
}

static void add_text(buffer *b, text key, text value) {
  if (value.size) add_text_or_null(b, key, value);
}

static void add_flag(buffer *b, text key, bool flag) {
  json_add_key(b, key);
  buffer_add(b, flag ? TEXT("true") : TEXT("false"));
}

static void add_authors(buffer *b, const record *r, arena *a) {
  json_add_key(b, TEXT("authors"));
  buffer_put(b, "[");
  for (size_t i = 0; i < r->people.count; i++) {
    if (r->people.items[i].role.size) continue;
    json_add_comma(b);
    json_add_text(b, person_short_name(&r->people.items[i], a));
  }
  buffer_put(b, "]");
}

/* What a list shows of a record; in a whole record these come as members, unless they are empty
 * and only stand in for something else. */
static void add_bibliography(buffer *b, const record *r, bool whole) {
  if (!whole || !r->title.size)
    add_text_or_null(b, TEXT("title"), whole ? r->title : citation_title(r));
  text journal = r->journal.size || whole ? r->journal : r->journal_abbreviation;
  if (!whole || !journal.size) add_text_or_null(b, TEXT("journal"), journal);
  if (whole) return;
  add_text(b, TEXT("published"), r->published);
  const member *types = member_named(&record_members, TEXT("publication_types"));
  if (!types || member_is_empty(types, r)) return;
  json_add_key(b, types->name);
  member_json_add(b, types, r, JSON_OBJECTS);
}

static void add_identifiers(buffer *b, const record *r, arena *a) {
  const identifier *id = record_preferred_id(r);
  add_text_or_null(b, TEXT("id"), id ? identifier_short(a, *id) : TEXT(""));
  add_text_or_null(b, TEXT("pmid"), record_id(r, TEXT("pmid")));
  add_text_or_null(b, TEXT("doi"), record_id(r, TEXT("doi")));
  add_text(b, TEXT("pmc"), record_id(r, TEXT("pmc")));
}

static void add_number(buffer *b, const char *key, double number) {
  json_add_key(b, text_of(key));
  buffer_printf(b, "%.6g", number);
}

/* What a term has given to the score. */
static void add_share(buffer *b, const score_share *s) {
  buffer_put(b, "{");
  json_add_key(b, TEXT("words"));
  json_add_text(b, s->words);
  add_number(b, "score", s->score);
  if (s->near) add_flag(b, TEXT("near"), true);
  if (!s->near) {
    add_number(b, "weight", s->weight);
    add_number(b, "records", (double)s->records);
    json_add_key(b, TEXT("fields"));
    buffer_put(b, "{");
    for (unsigned c = 0; c < COLUMN_COUNT; c++)
      if (s->columns[c] > 0) add_number(b, columns[c].name, s->columns[c]);
    buffer_put(b, "}");
  }
  if (s->sources.count) json_add_key(b, TEXT("added_by"));
  for (size_t i = 0; i < s->sources.count; i++) {
    buffer_add(b, i ? TEXT(",") : TEXT("["));
    json_add_text(b, s->sources.items[i]);
  }
  buffer_add(b, s->sources.count ? TEXT("]}") : TEXT("}"));
}

static void add_shares(buffer *b, const score_shares *all) {
  if (!all->count) return;
  json_add_key(b, TEXT("explanation"));
  buffer_put(b, "[");
  for (size_t i = 0; i < all->count; i++) {
    json_add_comma(b);
    add_share(b, &all->items[i]);
  }
  buffer_put(b, "]");
}

static void add_sources(buffer *b, const hit *h) {
  if (!h->sources.count) return;
  json_add_key(b, TEXT("sources"));
  buffer_put(b, "[");
  for (size_t i = 0; i < h->sources.count; i++) {
    json_add_comma(b);
    buffer_put(b, "{");
    add_text(b, TEXT("file"), h->sources.items[i].file);
    add_text(b, TEXT("format"), h->sources.items[i].format);
    json_add_key(b, TEXT("line"));
    buffer_printf(b, "%lld}", h->sources.items[i].line);
  }
  buffer_put(b, "]");
}

static void jsonl_hit(output *out, const hit *h) {
  buffer *b = &out->bytes;
  const record *r = h->record;
  int year = record_year(r);
  buffer_printf(b, "{\"rank\":%zu,\"score\":%.6g", h->rank, h->score);
  add_identifiers(b, r, out->scratch);
  add_bibliography(b, r, out->whole);
  json_add_key(b, TEXT("year"));
  if (year) buffer_printf(b, "%d", year);
  else buffer_put(b, "null");
  add_authors(b, r, out->scratch);
  add_flag(b, TEXT("in_library"), h->in_library);
  if (record_is_retracted(r)) add_flag(b, TEXT("retracted"), true);
  add_text(b, TEXT("citation"), h->citation);
  add_text(b, TEXT("origin"), h->origin);
  add_text(b, TEXT("group"), h->group);
  add_text(b, TEXT("snippet"), h->snippet);
  add_shares(b, &h->shares);
  add_sources(b, h);
  if (out->whole) record_json_add_members(b, r);
  buffer_put(b, "}\n");
}

const writer writer_jsonl = {
    .name = "jsonl",
    .summary = "JSON, one object a line; whole records with everything that is known",
    .carries = "everything",
    .passages = true,
    .hit = jsonl_hit,
};
