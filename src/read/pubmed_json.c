/* PubMed's document summaries as JSON: what esummary answers with retmode=json. */
#include "model/identifier.h"
#include "model/link.h"
#include "read/affiliation.h"
#include "read/json_items.h"
#include "read/json_reader.h"
#include "read/readers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- Lists --- */

/* [{"name": "Smith JA", "authtype": "Author"}] */
static void take_authors(draft *d, text name, const json_t *value) {
  record *r = d->record;
  (void)name;
  for (size_t i = 0; i < json_count(value); i++) {
    text printed = json_plain_at(r->arena, json_element(value, i), "name");
    text type = json_text_at(r->arena, json_element(value, i), "authtype");
    if (!printed.size) continue;
    person *p = list_push(r->arena, &r->people);
    if (text_equal(type, TEXT("Editor"))) p->role = TEXT("editor");
    if (text_equal(type, TEXT("CollectiveName"))) p->collective = printed;
    else name_read_brief(p, printed);
    if (!p->collective.size && !p->given.size) p->given = p->initials;
  }
}

/* [{"idtype": "doi", "value": "10.1/x"}]; "rid", "eid" and "pmcid" only say others again. */
static void take_ids(draft *d, text name, const json_t *value) {
  static const text kept[] = {TEXT_STATIC("pubmed"), TEXT_STATIC("doi"),
                              TEXT_STATIC("pmc"),    TEXT_STATIC("pii"),
                              TEXT_STATIC("mid"),    TEXT_STATIC("bookaccession")};
  arena *a = d->record->arena;
  (void)name;
  for (size_t i = 0; i < json_count(value); i++)
    for (size_t k = 0; k < COUNT(kept); k++)
      if (text_equal(json_text_at(a, json_element(value, i), "idtype"), kept[k]))
        record_add_id(d->record, kept[k], json_text_at(a, json_element(value, i), "value"));
}

/* [{"pubstatus": "accepted", "date": "2015/10/29 00:00"}] */
static void take_history(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  (void)name;
  for (size_t i = 0; i < json_count(value); i++)
    record_add_date(d->record, json_text_at(a, json_element(value, i), "pubstatus"),
                    json_text_at(a, json_element(value, i), "date"));
}

/* [{"refsource": "Lancet. 2016...", "reftype": "Comment in", "pmid": 26652863, "note": ""}] */
static void take_references(draft *d, text name, const json_t *value) {
  record *r = d->record;
  (void)name;
  for (size_t i = 0; i < json_count(value); i++) {
    const json_t *one = json_element(value, i);
    text printed = json_text_at(r->arena, one, "reftype");
    const link_kind *kind = link_kind_labelled(printed);
    link *l = record_add_link(r, kind ? kind->name : TEXT("other"));
    l->citation = json_plain_at(r->arena, one, "refsource");
    l->note = json_plain_at(r->arena, one, "note");
    if (!kind) l->note = arena_join(r->arena, printed, TEXT(": "), l->note);
    identifiers_add(r->arena, &l->ids, TEXT("pmid"), json_text_at(r->arena, one, "pmid"));
  }
}

/* What is worked out from other members is passed over. */
static const json_rule rules[] = {
    {"authors", take_authors},           {"articleids", take_ids},
    {"history", take_history},           {"references", take_references},
    {"lastauthor", json_pass_over},      {"sorttitle", json_pass_over},
    {"sortfirstauthor", json_pass_over}, {"sortpubdate", json_pass_over},
    {"doctype", json_pass_over},         {"bookname", json_pass_over},
    {"srccontriblist", json_pass_over},  {"doccontriblist", json_pass_over},
};

/* --- Texts --- */

static void take_id(draft *d, text name, text value) {
  (void)name;
  record_add_id(d->record, TEXT("pmid"), value);
}

static void take_electronic_date(draft *d, text name, text value) {
  (void)name;
  record_add_date(d->record, TEXT("electronic"), value);
}

static void take_number(draft *d, text name, text value) {
  const char *kind = text_equal(name, TEXT("essn")) ? "Electronic" : "Print";
  draft_serial_numbers(d, name, arena_printf(d->record->arena, "%.*s (%s)", TEXT_ARG(value), kind));
}

/* "doi: 10.1/x", "pii: S1" */
static void take_location(draft *d, text name, text value) {
  text scheme, rest;
  if (text_starts(value, TEXT("doi:"))) draft_doi(d, name, value);
  else if (text_cut(value, TEXT("pii: "), &scheme, &rest) && !scheme.size)
    record_add_id(d->record, TEXT("pii"), rest);
  else draft_extra(d, name, value);
}

/* PubMed's words for the status of a record, and MEDLINE's. */
static void take_status(draft *d, text name, text value) {
  static const struct {
    text printed, status;
  } states[] = {
      {TEXT_STATIC("PubMed - indexed for MEDLINE"), TEXT_STATIC("MEDLINE")},
      {TEXT_STATIC("PubMed"), TEXT_STATIC("PubMed-not-MEDLINE")},
      {TEXT_STATIC("PubMed - as supplied by publisher"), TEXT_STATIC("Publisher")},
      {TEXT_STATIC("PubMed - in process"), TEXT_STATIC("In-Process")},
      {TEXT_STATIC("PubMed - in data review"), TEXT_STATIC("In-Data-Review")},
  };
  for (size_t i = 0; i < COUNT(states); i++)
    if (text_equal(states[i].printed, value)) {
      d->record->status = states[i].status;
      return;
    }
  draft_extra(d, name, value);
}

static const draft_row rows[] = {
    DRAFT_TAKE("uid", 0, take_id),
    DRAFT_RECORD("title", title),
    DRAFT_RECORD("vernaculartitle", vernacular_title),
    DRAFT_RECORD("booktitle", book_title),
    DRAFT_MEMBER("fulljournalname", journal),
    DRAFT_MEMBER("source", abbreviation),
    DRAFT_MEMBER("pubdate", year),
    DRAFT_TAKE("epubdate", 1, take_electronic_date),
    DRAFT_RECORD("volume", volume),
    DRAFT_RECORD("issue", issue),
    DRAFT_MEMBER("pages", first_page),
    DRAFT_TAKE("lang", 1, draft_languages),
    DRAFT_RECORD("nlmuniqueid", nlm_id),
    DRAFT_TAKE("issn", 1, take_number),
    DRAFT_TAKE("essn", 1, take_number),
    DRAFT_TAKE("pubtype", 1, draft_publication_type),
    DRAFT_TAKE("recordstatus", 1, take_status),
    DRAFT_TAKE("elocationid", 2, take_location),
    DRAFT_RECORD("medium", medium),
    DRAFT_RECORD("edition", edition),
    DRAFT_RECORD("publisherlocation", place),
    DRAFT_RECORD("publishername", publisher),
    DRAFT_TAKE("availablefromurl", 1, draft_urls),
};

/* --- The reader --- */

static bool fill(record *r, const json_t *item, text bytes, error *e) {
  draft d;
  draft_fields fields = {0};
  (void)bytes;
  text problem = json_text_at(r->arena, item, "error");
  if (problem.size)
    return error_set(e, ERROR_INPUT, "PubMed has no summary of %s: %.*s",
                     arena_string(r->arena, json_text_at(r->arena, item, "uid")),
                     TEXT_ARG(problem));
  draft_start(&d, r, "esummary");
  json_fields(&d, item, rules, COUNT(rules), &fields);
  draft_take(&d, &fields, rows, COUNT(rows));
  r->type = r->book_title.size ? TEXT("chapter") : TEXT("journal-article");
  draft_finish(&d);
  return r->title.size || r->people.count || r->book_title.size ||
         error_set(e, ERROR_INPUT, "a summary without title or author");
}

static const json_wrapper wrappers[] = {{TEXT_STATIC("result"), TEXT_STATIC("result")}};
static const json_format format = {wrappers, COUNT(wrappers), fill};

static int recognises(text head) {
  static const char *const answer[] = {"header", "result", NULL};
  static const char *const summary[] = {"uid", "pubdate", "fulljournalname", "articleids", NULL};
  text keys[JSON_HEAD_KEYS];
  size_t count = json_head_keys(head, keys);
  bool of_pubmed = text_find(head, TEXT("\"articleids\"")) != TEXT_NONE ||
                   text_find(head, TEXT("\"uids\"")) != TEXT_NONE;
  if (json_keys_among(keys, count, answer) == 2 && of_pubmed) return 90;
  return json_keys_among(keys, count, summary) > 2 ? 90 : 0;
}

static void *open_summaries(input *in, error *e) { return json_reader_open(in, &format, e); }

const reader pubmed_json_reader = {
    .name = "pubmed-json",
    .summary = "PubMed's summaries as JSON (esummary with retmode=json)",
    .carries = "authors, title, where and when it was published, identifiers, corrections",
    .recognises = recognises,
    .open = open_summaries,
    .next = json_reader_next,
    .close = json_reader_close,
};
