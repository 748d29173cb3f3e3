/* What the members of Europe PMC's results mean. Source: Europe PMC, "RESTful Web Service
 * Reference", and its answers. Flags that say no ("N") are left out. */
#include "read/europepmc_json.h"
#include "read/identify.h"
#include "read/plain.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- Objects --- */

static void add_issn(draft *d, const char *kind, text number) {
  if (!number.size) return;
  arena *a = d->record->arena;
  draft_serial_numbers(d, TEXT("issn"), arena_printf(a, "%.*s (%s)", TEXT_ARG(number), kind));
}

static void take_journal(draft *d, text name, const json_t *value) {
  record *r = d->record;
  arena *a = r->arena;
  (void)name;
  draft_set(d, &d->journal, TEXT("journal.title"), json_text_at(a, value, "journal.title"));
  text abbreviation = json_text_at(a, value, "journal.medlineAbbreviation");
  if (!abbreviation.size) abbreviation = json_text_at(a, value, "journal.ISOAbbreviation");
  if (!abbreviation.size) abbreviation = json_text_at(a, value, "journal.isoabbreviation");
  draft_set(d, &d->abbreviation, TEXT("journal.abbreviation"), abbreviation);
  r->nlm_id = json_text_at(a, value, "journal.nlmid");
  if (!r->nlm_id.size) r->nlm_id = json_text_at(a, value, "journal.NLMid");
  add_issn(d, "Print", json_text_at(a, value, "journal.issn"));
  add_issn(d, "Print", json_text_at(a, value, "journal.ISSN"));
  add_issn(d, "Electronic", json_text_at(a, value, "journal.essn"));
  add_issn(d, "Electronic", json_text_at(a, value, "journal.ESSN"));
  r->volume = json_text_at(a, value, "volume");
  r->issue = json_text_at(a, value, "issue");
  d->year = json_text_at(a, value, "dateOfPublication");
  if (!d->year.size) d->year = json_text_at(a, value, "yearOfPublication");
}

static void take_book(draft *d, text name, const json_t *value) {
  record *r = d->record;
  arena *a = r->arena;
  (void)name;
  text title = json_text_at(a, value, "comprisingTitle");
  r->type = title.size ? TEXT("chapter") : TEXT("book");
  d->container = title;
  draft_set(d, &r->publisher, TEXT("publisher"), json_text_at(a, value, "publisher"));
  draft_set(d, &r->edition, TEXT("edition"), json_text_at(a, value, "edition"));
  draft_set(d, &d->series, TEXT("seriesName"), json_text_at(a, value, "seriesName"));
  text isbn = json_text_at(a, value, "isbn13");
  if (!isbn.size) isbn = json_text_at(a, value, "isbn10");
  if (isbn.size) draft_serial_numbers(d, TEXT("isbn"), isbn);
}

/* People by their ORCID and the full text by its identifier are only said again. */
static const json_rule rules[] = {
    {"authorList", europepmc_take_authors},
    {"investigatorList", europepmc_take_authors},
    {"authorIdList", json_pass_over},
    {"fullTextIdList", json_pass_over},
    {"journalInfo", take_journal},
    {"bookOrReportDetails", take_book},
    {"pubTypeList", europepmc_take_types},
    {"pubType", europepmc_take_types},
    {"meshHeadingList", europepmc_take_headings},
    {"keywordList", europepmc_take_keywords},
    {"chemicalList", europepmc_take_substances},
    {"grantsList", europepmc_take_grants},
    {"subsetList", europepmc_take_subsets},
    {"fullTextUrlList", europepmc_take_urls},
    {"commentCorrectionList", europepmc_take_corrections},
};

/* --- Texts --- */

static void take_id(draft *d, text name, text value) { record_add_id(d->record, name, value); }

/* "Smith JA, van der Berg K, et al.", which lite results have alone. */
static void take_author_string(draft *d, text name, text value) {
  text one;
  (void)name;
  if (d->record->people.count) return;
  value = text_trim_end(value, ".");
  while (text_take_until(&value, ',', &one)) draft_authors(d, name, text_trim(one));
}

static bool has_affiliations(const record *r) {
  for (size_t i = 0; i < r->people.count; i++)
    if (r->people.items[i].affiliations.count) return true;
  return false;
}

static void take_affiliation(draft *d, text name, text value) {
  if (!has_affiliations(d->record)) draft_affiliations(d, name, value);
}

/* "<h4>Background</h4>Words.<h4>Methods</h4>More words.": sections, whatever their labels. */
static void take_abstract(draft *d, text name, text value) {
  record *r = d->record;
  text before, after, label;
  if (text_find(value, TEXT("<h4>")) == TEXT_NONE) {
    draft_abstract(d, name, value);
    return;
  }
  text_cut(value, TEXT("<h4>"), &before, &after);
  if (text_trim(before).size) draft_abstract(d, name, before);
  while (after.size) {
    text_cut(after, TEXT("</h4>"), &label, &after);
    text_cut(after, TEXT("<h4>"), &before, &after);
    section *s = list_push(r->arena, &r->abstract);
    s->label = text_trim_end(plain_text(r->arena, label), ": ");
    s->text = plain_text(r->arena, before);
  }
}

static void take_date(draft *d, text name, text value) {
  static const struct {
    text name, kind;
  } kinds[] = {{TEXT_STATIC("dateOfCompletion"), TEXT_STATIC("completed")},
               {TEXT_STATIC("dateOfCreation"), TEXT_STATIC("citation-created")},
               {TEXT_STATIC("dateOfRevision"), TEXT_STATIC("last-revised")},
               {TEXT_STATIC("electronicPublicationDate"), TEXT_STATIC("electronic")}};
  for (size_t i = 0; i < COUNT(kinds); i++)
    if (text_equal(kinds[i].name, name)) record_add_date(d->record, kinds[i].kind, value);
}

/* Of a preprint the day; of an article that came online first, some other day than its own. */
static void take_first_date(draft *d, text name, text value) {
  bool preprint = text_equal(d->record->type, TEXT("preprint"));
  if (preprint || !d->year.size) draft_date(d, name, value);
  else draft_extra(d, name, value);
}

static void take_language(draft *d, text name, text value) { draft_languages(d, name, value); }

static const draft_row rows[] = {
    DRAFT_TAKE("pmid", 0, take_id),
    DRAFT_TAKE("doi", 0, draft_doi),
    DRAFT_TAKE("pmcid", 0, take_id),
    DRAFT_RECORD("title", title),
    DRAFT_TAKE("authorString", 1, take_author_string),
    DRAFT_TAKE("affiliation", 1, take_affiliation),
    DRAFT_MEMBER("journalTitle", journal),
    DRAFT_RECORD("journalVolume", volume),
    DRAFT_RECORD("issue", issue),
    DRAFT_TAKE("journalIssn", 1, draft_serial_numbers),
    DRAFT_MEMBER("pageInfo", first_page),
    DRAFT_TAKE("abstractText", 1, take_abstract),
    DRAFT_TAKE("language", 1, take_language),
    DRAFT_RECORD("pubModel", publication_model),
    DRAFT_RECORD("publicationStatus", publication_status),
    DRAFT_TAKE("dateOfCompletion", 1, take_date),
    DRAFT_TAKE("dateOfCreation", 1, take_date),
    DRAFT_TAKE("dateOfRevision", 1, take_date),
    DRAFT_TAKE("electronicPublicationDate", 1, take_date),
    DRAFT_TAKE("firstPublicationDate", 2, take_first_date),
};

/* --- A result --- */

static bool is_flag_of_no(const draft_field *f) {
  return text_equal(f->value, TEXT("N")) && !draft_row_of(rows, COUNT(rows), f->tag);
}

/* Outside of MEDLINE and PubMed Central an identifier is told by its source. */
static void take_source(record *r, const json_t *result) {
  text source = json_text_at(r->arena, result, "source"), id = json_text_at(r->arena, result, "id");
  if (text_equal(source, TEXT("MED"))) record_add_id(r, TEXT("pmid"), id);
  else if (text_equal(source, TEXT("PMC"))) record_add_id(r, TEXT("pmc"), id);
  else if (source.size && id.size)
    record_add_id(r, TEXT("europepmc"), arena_join(r->arena, source, TEXT("/"), id));
  if (text_equal(source, TEXT("PPR"))) r->type = TEXT("preprint");
  else if (text_equal(source, TEXT("PAT"))) r->type = TEXT("patent");
  else if (!r->type.size) r->type = TEXT("journal-article");
}

/* The year alone is what lite results have of the date. */
static bool is_said_again(const draft_field *f, bool dated) {
  return text_equal(f->tag, TEXT("id")) || text_equal(f->tag, TEXT("source")) ||
         (dated && text_equal(f->tag, TEXT("pubYear")));
}

bool europepmc_fill(record *r, const json_t *result) {
  draft d;
  draft_fields all = {0}, fields = {0};
  draft_start(&d, r, "europepmc");
  json_fields(&d, result, rules, COUNT(rules), &all);
  for (size_t i = 0; i < all.count; i++) {
    const draft_field *f = &all.items[i];
    if (!d.year.size && text_equal(f->tag, TEXT("pubYear"))) d.year = f->value;
    else if (!is_flag_of_no(f) && !is_said_again(f, d.year.size > 0))
      *list_push(r->arena, &fields) = *f;
  }
  take_source(r, result);
  draft_take(&d, &fields, rows, COUNT(rows));
  draft_finish(&d);
  identify_arxiv_doi(r);
  return r->title.size || r->people.count || r->abstract.count;
}
