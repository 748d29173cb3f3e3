/* What the members of CSL-JSON items mean. */
#include "model/identifier.h"
#include "model/type.h"
#include "read/csl_json.h"
#include "read/identify.h"
#include "read/plain.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- Members that are objects --- */

static void take_issued(draft *d, text name, const json_t *value) {
  text printed = csl_date(d->record->arena, value);
  if (printed.size) d->year = printed;
  else if (!json_is_object(value)) draft_extra(d, name, json_dump(d->record->arena, value));
}

/* Dates that records have a kind for, CSL's and Crossref's; others are kept as printed. */
static void take_other_date(draft *d, text name, const json_t *value) {
  static const struct {
    text name, kind;
  } kinds[] = {{TEXT_STATIC("submitted"), TEXT_STATIC("received")},
               {TEXT_STATIC("available-date"), TEXT_STATIC("electronic")},
               {TEXT_STATIC("published-online"), TEXT_STATIC("electronic")},
               {TEXT_STATIC("published-print"), TEXT_STATIC("ppublish")},
               {TEXT_STATIC("accepted"), TEXT_STATIC("accepted")}};
  text printed = csl_date(d->record->arena, value);
  for (size_t i = 0; i < COUNT(kinds); i++)
    if (text_equal(kinds[i].name, name)) {
      record_add_date(d->record, kinds[i].kind, printed);
      return;
    }
  draft_extra(d, name, printed);
}

/* Carrel's own writer, Zotero's plug-ins and Mendeley keep here what CSL has no member for. */
static void take_custom(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  const char *key;
  json_t *one;
  if (!json_is_object(value)) {
    draft_extra(d, name, json_is_string(value) ? json_text(a, value) : json_dump(a, value));
    return;
  }
  json_object_foreach((json_t *)(size_t)value, key, one) {
    text words = json_text(a, one);
    if (!words.size) words = json_is_null(one) ? words : json_dump(a, one);
    draft_extra(d, arena_printf(a, "custom.%s", key), words);
  }
}

static const json_rule rules[] = {
    {"author", csl_take_people},
    {"editor", csl_take_people},
    {"translator", csl_take_people},
    {"container-author", csl_take_people},
    {"collection-editor", csl_take_people},
    {"chair", csl_take_people},
    {"compiler", csl_take_people},
    {"composer", csl_take_people},
    {"contributor", csl_take_people},
    {"curator", csl_take_people},
    {"director", csl_take_people},
    {"editorial-director", csl_take_people},
    {"illustrator", csl_take_people},
    {"interviewer", csl_take_people},
    {"organizer", csl_take_people},
    {"original-author", csl_take_people},
    {"performer", csl_take_people},
    {"producer", csl_take_people},
    {"recipient", csl_take_people},
    {"reviewed-author", csl_take_people},
    {"issued", take_issued},
    {"accessed", take_other_date},
    {"submitted", take_other_date},
    {"available-date", take_other_date},
    {"event-date", take_other_date},
    {"original-date", take_other_date},
    {"accepted", take_other_date},
    {"published-online", take_other_date},
    {"published-print", take_other_date},
    {"custom", take_custom},
    {"reference", csl_take_references},
    {"funder", csl_take_funders},
};

/* --- Members that are texts --- */

static void take_type(draft *d, text name, text value) {
  const record_type *type = record_type_of_csl(value);
  if (type) d->record->type = type->name;
  if (!type) draft_extra(d, name, value);
}

static void take_id(draft *d, text name, text value) {
  record_add_id(d->record, text_equal(name, TEXT("PMCID")) ? TEXT("pmc") : TEXT("pmid"), value);
  if (!d->record->ids.count) draft_extra(d, name, value);
}

/* A key of the library, or an address that says which article it is. */
static void take_key(draft *d, text name, text value) {
  if (text_starts(value, TEXT("http")) && identify_address(d->record, value)) return;
  draft_extra(d, name, value);
}

static void take_short_title(draft *d, text name, text value) {
  draft_set(d, &d->record->title, name, value);
}

/* "arXiv:2503.11731"; the number of a report; the issue where there is no other. */
static void take_number(draft *d, text name, text value) {
  record *r = d->record;
  if (text_starts_nocase(value, TEXT("arxiv:")))
    record_add_id(r, TEXT("arxiv"), text_slice(value, 6, value.size));
  else if (text_equal(r->type, TEXT("journal-article"))) draft_set(d, &r->issue, name, value);
  else draft_extra(d, name, value);
}

/* Keywords are parted by commas where there is no semicolon. */
static void take_keywords(draft *d, text name, text value) {
  bool commas = text_find_byte(value, ';') == TEXT_NONE;
  text word;
  while (text_take_until(&value, commas ? ',' : ';', &word)) draft_keywords(d, name, word);
}

/* "PMID: 123", "DOI: 10.1/x": lines of Zotero's "Extra", which exporters make the note. */
static bool take_identifier_line(draft *d, text line) {
  record *r = d->record;
  text label, value;
  if (!text_cut(line, TEXT(":"), &label, &value)) return false;
  static const text labels[] = {TEXT_STATIC("pmid"), TEXT_STATIC("pmcid"), TEXT_STATIC("doi"),
                                TEXT_STATIC("arxiv")};
  for (size_t i = 0; i < COUNT(labels); i++) {
    if (!text_equal_nocase(labels[i], text_trim(label))) continue;
    identifier id = identifier_normal(r->arena, labels[i], text_trim(value));
    text known = record_id(r, id.scheme);
    if (!id.value.size || (known.size && !text_equal(known, id.value))) return false;
    record_add_id(r, id.scheme, id.value);
    return true;
  }
  return false;
}

static void take_note(draft *d, text name, text value) {
  arena *a = d->record->arena;
  text line, rest = plain_paragraphs(a, value), kept = {"", 0};
  while (text_take_line(&rest, &line)) {
    if (take_identifier_line(d, line)) continue;
    identify_labelled(d->record, line);
    kept = arena_join(a, kept, TEXT("\n"), line);
  }
  draft_note(d, name, kept);
}

static const draft_row rows[] = {
    DRAFT_TAKE("type", 0, take_type),
    DRAFT_TAKE("DOI", 0, draft_doi),
    DRAFT_TAKE("PMID", 0, take_id),
    DRAFT_TAKE("PMCID", 0, take_id),
    DRAFT_TAKE("id", 2, take_key),
    DRAFT_RECORD("title", title),
    DRAFT_TAKE("title-short", 2, take_short_title),
    DRAFT_TAKE("shortTitle", 2, take_short_title),
    DRAFT_RECORD("original-title", vernacular_title),
    DRAFT_MEMBER("container-title", container),
    DRAFT_MEMBER("container-title-short", abbreviation),
    DRAFT_MEMBER("short-container-title", abbreviation),
    DRAFT_MEMBER("journalAbbreviation", abbreviation),
    DRAFT_MEMBER("collection-title", series),
    DRAFT_RECORD("volume-title", volume_title),
    DRAFT_RECORD("volume", volume),
    DRAFT_RECORD("issue", issue),
    DRAFT_TAKE("number", 2, take_number),
    DRAFT_MEMBER("page", first_page),
    DRAFT_RECORD("article-number", article_number),
    DRAFT_RECORD("edition", edition),
    DRAFT_RECORD("publisher", publisher),
    DRAFT_RECORD("publisher-place", place),
    DRAFT_RECORD("medium", medium),
    DRAFT_TAKE("ISSN", 1, draft_serial_numbers),
    DRAFT_TAKE("ISBN", 1, draft_serial_numbers),
    DRAFT_TAKE("URL", 1, draft_urls),
    DRAFT_TAKE("abstract", 1, draft_abstract),
    DRAFT_TAKE("keyword", 1, take_keywords),
    DRAFT_TAKE("language", 1, draft_languages),
    DRAFT_TAKE("genre", 1, draft_publication_type),
    DRAFT_TAKE("note", 2, take_note),
    DRAFT_TAKE("annote", 2, draft_note),
};

bool csl_fill(record *r, const json_t *item) {
  draft d;
  draft_fields fields = {0};
  draft_start(&d, r, "csl");
  json_fields(&d, item, rules, COUNT(rules), &fields);
  draft_take(&d, &fields, rows, COUNT(rows));
  draft_finish(&d);
  identify_arxiv_doi(r);
  return draft_says_something(&d);
}
