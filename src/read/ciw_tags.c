/* What the tags of Web of Science mean. Source: Clarivate, "Web of Science Core Collection Field
 * Tags". */
#include "base/date.h"
#include "model/identifier.h"
#include "read/ciw.h"
#include "read/identify.h"
#include "read/plain.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- What it is --- */

/* PT: a journal, book, series or patent; the type of document can tell more. */
static void take_kind(draft *d, text tag, text value) {
  static const struct {
    text letter, type;
  } kinds[] = {{TEXT_STATIC("J"), TEXT_STATIC("journal-article")},
               {TEXT_STATIC("B"), TEXT_STATIC("book")},
               {TEXT_STATIC("S"), TEXT_STATIC("chapter")},
               {TEXT_STATIC("P"), TEXT_STATIC("patent")}};
  for (size_t i = 0; i < COUNT(kinds); i++)
    if (text_equal(kinds[i].letter, value)) d->record->type = kinds[i].type;
  if (!d->record->type.size) draft_extra(d, tag, value);
}

/* "Article; Proceedings Paper" */
static void take_document_type(draft *d, text tag, text value) {
  record *r = d->record;
  text name;
  bool in_journal = text_equal(r->type, TEXT("journal-article"));
  while (text_take_until(&value, ';', &name)) {
    name = plain_text(r->arena, name);
    draft_publication_type(d, tag, name);
    if (!in_journal && text_equal(name, TEXT("Proceedings Paper")))
      r->type = TEXT("conference-paper");
    if (!in_journal && text_equal(name, TEXT("Book Chapter"))) r->type = TEXT("chapter");
  }
}

/* --- People --- */

/* AU repeats the names of AF with initials only; without AF it has the names. */
static void take_brief_authors(draft *d, text tag, text value) {
  record *r = d->record;
  text line, rest = value;
  bool has_full = r->people.count > 0;
  if (!has_full) {
    draft_authors(d, tag, value);
    return;
  }
  for (size_t i = 0; text_take_line(&rest, &line) && i < r->people.count; i++) {
    person brief = {0}, *p = &r->people.items[i];
    person_read(&brief, line, r->arena);
    if (text_equal_nocase(brief.family, p->family) && brief.initials.size)
      p->initials = brief.initials;
  }
}

static void take_groups(draft *d, text tag, text value) {
  (void)tag;
  record *r = d->record;
  text name;
  while (text_take_until(&value, ';', &name)) {
    name = plain_text(r->arena, name);
    if (name.size) list_push(r->arena, &r->people)->collective = name;
  }
}

/* OI and RI: "Roe, Richard/0000-0001-2345-6789; Poe, Edna/..." */
static void take_person_ids(draft *d, text tag, text value) {
  record *r = d->record;
  text rest = plain_text(r->arena, value), entry, name, id;
  text scheme = text_equal(tag, TEXT("OI")) ? TEXT("orcid") : TEXT("researcherid");
  while (text_take_until(&rest, ';', &entry)) {
    if (!text_cut(text_trim(entry), TEXT("/"), &name, &id)) continue;
    person *p = draft_person(d, name);
    if (p) identifiers_add(r->arena, &p->ids, scheme, id);
    else draft_extra(d, tag, entry);
  }
}

/* --- Text --- */

/* Wrapped lines, in which only ";" parts keywords. */
static void take_keywords(draft *d, text tag, text value) {
  draft_keywords(d, tag, plain_text(d->record->arena, value));
}

/* Keywords that Clarivate takes from the titles of cited works. */
static void take_added_keywords(draft *d, text tag, text value) {
  record *r = d->record;
  size_t before = r->keywords.count;
  take_keywords(d, tag, value);
  for (size_t i = before; i < r->keywords.count; i++)
    r->keywords.items[i].owner = TEXT("KeywordsPlus");
}

static void take_references(draft *d, text tag, text value) {
  text line;
  while (text_take_line(&value, &line)) draft_cites(d, tag, line);
}

/* --- Where it appeared --- */

static void take_electronic_issn(draft *d, text tag, text value) {
  draft_serial_numbers(d, tag,
                       arena_join(d->record->arena, value, TEXT(" "), TEXT("(Electronic)")));
}

static void take_early_access(draft *d, text tag, text value) {
  record *r = d->record;
  date_span span;
  if (date_read(value, &span))
    *list_push(r->arena, &r->dates) =
        (kinded){TEXT("electronic"), date_tidy(r->arena, plain_text(r->arena, value))};
  else draft_extra(d, tag, value);
}

static void take_pmid(draft *d, text tag, text value) {
  (void)tag;
  record_add_id(d->record, TEXT("pmid"), value);
}

static void take_accession(draft *d, text tag, text value) {
  size_t before = d->record->ids.count;
  identify_labelled(d->record, value);
  if (d->record->ids.count == before) draft_extra(d, tag, value);
}

/* A second, shorter abbreviation in capitals, if there is no better one. */
static void take_isi_abbreviation(draft *d, text tag, text value) {
  draft_set(d, &d->abbreviation, tag, value);
}

static const draft_row rows[] = {
    DRAFT_TAKE("PT", 0, take_kind),
    DRAFT_TAKE("DT", 1, take_document_type),
    DRAFT_TAKE("AF", 0, draft_authors),
    DRAFT_TAKE("BF", 0, draft_authors),
    DRAFT_TAKE("AU", 1, take_brief_authors),
    DRAFT_TAKE("BA", 1, take_brief_authors),
    DRAFT_TAKE("CA", 1, take_groups),
    DRAFT_TAKE("GP", 1, take_groups),
    DRAFT_TAKE("BE", 1, draft_editors),
    DRAFT_TAKE("ED", 1, draft_editors),
    DRAFT_TAKE("OI", 2, take_person_ids),
    DRAFT_TAKE("RI", 2, take_person_ids),
    DRAFT_TAKE("C1", 1, draft_affiliations),
    DRAFT_RECORD("TI", title),
    DRAFT_MEMBER("SO", container),
    DRAFT_MEMBER("SE", series),
    DRAFT_MEMBER("JI", abbreviation),
    DRAFT_TAKE("J9", 2, take_isi_abbreviation),
    DRAFT_TAKE("LA", 1, draft_languages),
    DRAFT_TAKE("DE", 1, take_keywords),
    DRAFT_TAKE("ID", 2, take_added_keywords),
    DRAFT_TAKE("AB", 1, draft_abstract),
    DRAFT_TAKE("FU", 1, draft_funding),
    DRAFT_TAKE("CR", 1, take_references),
    DRAFT_RECORD("PU", publisher),
    DRAFT_RECORD("PI", place),
    DRAFT_TAKE("SN", 1, draft_serial_numbers),
    DRAFT_TAKE("EI", 1, take_electronic_issn),
    DRAFT_TAKE("BN", 1, draft_serial_numbers),
    DRAFT_TAKE("PY", 1, draft_year),
    DRAFT_TAKE("PD", 1, draft_date),
    DRAFT_TAKE("EA", 1, take_early_access),
    DRAFT_RECORD("VL", volume),
    DRAFT_RECORD("IS", issue),
    DRAFT_MEMBER("BP", first_page),
    DRAFT_MEMBER("EP", last_page),
    DRAFT_RECORD("AR", article_number),
    DRAFT_TAKE("DI", 1, draft_doi),
    DRAFT_TAKE("PM", 1, take_pmid),
    DRAFT_TAKE("UT", 1, take_accession),
};

bool ciw_fill(record *r, const draft_fields *fields) {
  draft d;
  draft_start(&d, r, "ciw");
  draft_take(&d, fields, rows, COUNT(rows));
  draft_finish(&d);
  return draft_says_something(&d);
}
