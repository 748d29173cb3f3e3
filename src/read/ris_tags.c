/* What the tags of RIS mean. */
#include "base/date.h"
#include "model/identifier.h"
#include "model/type.h"
#include "read/identify.h"
#include "read/plain.h"
#include "read/ris.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define PMID_DIGITS 8

/* --- Where it comes from --- */

static void take_type(draft *d, text tag, text value) {
  const record_type *type = record_type_of_ris(value);
  if (type) d->record->type = type->name;
  else draft_extra(d, tag, value);
}

static void take_database(draft *d, text tag, text value) {
  d->of_embase |= text_find_nocase(value, TEXT("embase")) != TEXT_NONE;
  d->of_scopus |= text_find_nocase(value, TEXT("scopus")) != TEXT_NONE;
  bool of_medline = text_equal(value, TEXT("NLM")) ||
                    text_find_nocase(value, TEXT("pubmed")) != TEXT_NONE ||
                    text_find_nocase(value, TEXT("medline")) != TEXT_NONE;
  d->of_medline = (d->of_medline || of_medline) && !d->of_embase;
  if (!of_medline) draft_extra(d, tag, value);
}

/* --- Identifiers --- */

static bool is_pmid(text value) { return text_all_digits(value) && value.size <= PMID_DIGITS; }

/* Whether the value is known as one of the record's identifiers. */
static bool is_known_id(const record *r, text value) {
  for (size_t i = 0; i < r->ids.count; i++)
    if (text_equal_nocase(r->ids.items[i].value, value)) return true;
  return false;
}

/* "wos:WOS:0009", as Carrel's own writer gives identifiers that RIS has no tag for. */
static bool take_scheme(record *r, text value) {
  text scheme, rest;
  if (!text_cut(value, TEXT(":"), &scheme, &rest) || !scheme.size || !rest.size) return false;
  for (size_t i = 0; i < scheme.size; i++)
    if (ascii_is_upper(scheme.data[i]) || ascii_is_space(scheme.data[i])) return false;
  if (text_starts(rest, TEXT("//")) || text_find_byte(rest, ' ') != TEXT_NONE) return false;
  record_add_id(r, scheme, rest);
  return true;
}

/* A field that may hold an identifier; anything else is an extra. */
static void take_custom(draft *d, text tag, text value) {
  record *r = d->record;
  size_t before = r->ids.count;
  if (text_equal(tag, TEXT("U1")) && take_scheme(r, value)) return;
  identify_labelled(r, value);
  bool by_database = (d->of_embase && text_equal(tag, TEXT("C5"))) ||
                     (d->of_scopus && text_equal(tag, TEXT("C2"))) ||
                     (d->of_medline && text_equal(tag, TEXT("AN"))) || text_equal(tag, TEXT("PM"));
  if (by_database && is_pmid(value)) record_add_id(r, TEXT("pmid"), value);
  if (r->ids.count == before && !is_known_id(r, value)) draft_extra(d, tag, value);
}

/* As Carrel's own writer says which of the keywords are MeSH headings. */
static const text mesh_label = TEXT_STATIC("MeSH: ");

static void take_fourth_user_field(draft *d, text tag, text value) {
  if (!text_starts(value, mesh_label)) take_custom(d, tag, value);
}

static void take_embase_id(draft *d, text tag, text value) {
  if (d->of_embase) record_add_id(d->record, TEXT("embase"), value);
  else take_custom(d, tag, value);
}

static void take_urls(draft *d, text tag, text value) {
  bool is_url = (text_find(value, TEXT("://")) != TEXT_NONE || text_starts(value, TEXT("www."))) &&
                !text_starts(value, TEXT("file:")) && !text_starts(value, TEXT("internal-pdf:"));
  if (is_url) draft_urls(d, tag, value);
  else if (text_starts(value, TEXT("10."))) draft_doi(d, tag, value);
  else draft_extra(d, tag, value);
}

/* --- People --- */

/* Ovid's PsycINFO lists the family names of all cited authors under A2. */
static void take_other_people(draft *d, text tag, text value) {
  size_t commas = 0;
  for (size_t i = 0; i < value.size; i++) commas += value.data[i] == ',';
  text role = text_equal(tag, TEXT("A3"))   ? TEXT("series-editor")
              : text_equal(tag, TEXT("A4")) ? TEXT("translator")
                                            : TEXT("editor");
  if (commas > 3 && text_find_byte(value, ';') == TEXT_NONE) draft_extra(d, tag, value);
  else draft_people(d, role, value);
}

/* --- Text --- */

/* The short title mostly repeats the title; where that is missing it is the title. */
static void take_short_title(draft *d, text tag, text value) {
  draft_set(d, &d->record->title, tag, value);
}

static void take_translated_title(draft *d, text tag, text value) {
  record *r = d->record;
  if (!r->vernacular_title.size) {
    r->vernacular_title = r->title;
    r->title = (text){"", 0};
  }
  draft_set(d, &r->title, tag, value);
}

/* "Original publication", where EndNote puts the original title of what it finds in PubMed. */
static void take_original(draft *d, text tag, text value) {
  if (d->of_medline) draft_set(d, &d->record->vernacular_title, tag, value);
  else draft_extra(d, tag, value);
}

/* EndNote's custom 1 holds PubMed's conflict of interest statement. */
static void take_first_custom(draft *d, text tag, text value) {
  static const text words[] = {TEXT_STATIC("conflict"), TEXT_STATIC("competing interest"),
                               TEXT_STATIC("disclos"), TEXT_STATIC("nothing to declare")};
  for (size_t i = 0; i < COUNT(words); i++)
    if (text_find_nocase(value, words[i]) != TEXT_NONE) {
      draft_set(d, &d->record->conflict_of_interest, tag, value);
      return;
    }
  take_custom(d, tag, value);
}

/* --- Where it appeared --- */

/* A journal's "place" is NLM's country of publication. */
static void take_place(draft *d, text tag, text value) {
  record *r = d->record;
  bool country = text_equal(r->type, TEXT("journal-article")) && text_equal(tag, TEXT("CY")) &&
                 text_find_byte(value, ',') == TEXT_NONE;
  draft_set(d, country ? &r->country : &r->place, tag, value);
}

/* Where books have their edition EndNote puts dates of articles from PubMed: that of the
 * electronic version ("20180327") or that of the entry ("2011/05/11"). */
static void take_edition(draft *d, text tag, text value) {
  record *r = d->record;
  date_span span;
  bool day = date_read(value, &span) && span.from == span.to && ascii_is_digit(value.data[0]);
  if (!day) {
    draft_set(d, &r->edition, tag, value);
    return;
  }
  kinded *date = list_push(r->arena, &r->dates);
  date->kind = text_all_digits(value) ? TEXT("electronic") : TEXT("entry");
  date->text = date_tidy(r->arena, value);
}

static void take_book_title(draft *d, text tag, text value) {
  record *r = d->record;
  draft_set(d, text_equal(r->type, TEXT("book")) ? &r->title : &r->book_title, tag, value);
}

/* The type of work, but PsycINFO's classification ("Health Psychology [3360]") at Ovid, and the
 * DOI in old files of Springer and Elsevier. */
static void take_type_of_work(draft *d, text tag, text value) {
  if (text_find(value, TEXT("10.")) != TEXT_NONE) draft_doi(d, tag, value);
  else if (text_ends(value, TEXT("]"))) draft_extra(d, tag, value);
  else draft_publication_type(d, tag, value);
}

/* Addresses in Embase's files, cited works in Ovid's. */
static void take_miscellaneous(draft *d, text tag, text value) {
  bool year =
      text_find(value, TEXT("(19")) != TEXT_NONE || text_find(value, TEXT("(20")) != TEXT_NONE;
  if (text_starts(value, TEXT("(")) && value.size > 20) draft_affiliations(d, tag, value);
  else if (year && value.size > 40) draft_cites(d, tag, value);
  else take_custom(d, tag, value);
}

static void take_other_journal(draft *d, text tag, text value) {
  if (!d->journal.size && !d->container.size) d->journal = plain_text(d->record->arena, value);
  else if (!text_equal_nocase(d->journal, value)) draft_set(d, &d->abbreviation, tag, value);
}

/* --- The table --- */

static const draft_row rows[] = {
    DRAFT_TAKE("TY", 0, take_type),
    DRAFT_TAKE("DB", 0, take_database),
    DRAFT_TAKE("DP", 0, take_database),
    DRAFT_RECORD("TI", title),
    DRAFT_RECORD("T1", title),
    DRAFT_TAKE("CT", 2, take_short_title),
    DRAFT_TAKE("ST", 2, take_short_title),
    DRAFT_TAKE("TT", 2, take_translated_title),
    DRAFT_TAKE("OP", 1, take_original),
    DRAFT_TAKE("BT", 1, take_book_title),
    DRAFT_TAKE("AU", 1, draft_authors),
    DRAFT_TAKE("A1", 1, draft_authors),
    DRAFT_TAKE("A2", 1, take_other_people),
    DRAFT_TAKE("ED", 1, take_other_people),
    DRAFT_TAKE("A3", 1, take_other_people),
    DRAFT_TAKE("A4", 1, take_other_people),
    DRAFT_TAKE("AD", 1, draft_affiliations),
    DRAFT_TAKE("AB", 1, draft_abstract),
    DRAFT_TAKE("N2", 1, draft_abstract),
    DRAFT_TAKE("KW", 1, draft_keywords),
    DRAFT_TAKE("LA", 1, draft_languages),
    DRAFT_TAKE("N1", 2, ris_take_note),
    DRAFT_MEMBER("JF", journal),
    DRAFT_MEMBER("T2", container),
    DRAFT_MEMBER("T3", series),
    DRAFT_MEMBER("JA", abbreviation),
    DRAFT_MEMBER("J1", abbreviation),
    DRAFT_MEMBER("J2", abbreviation),
    DRAFT_MEMBER("JI", abbreviation),
    DRAFT_MEMBER("NL", abbreviation),
    DRAFT_TAKE("JO", 2, take_other_journal),
    DRAFT_TAKE("J9", 2, take_other_journal),
    DRAFT_RECORD("VL", volume),
    DRAFT_RECORD("VO", volume),
    DRAFT_RECORD("IS", issue),
    DRAFT_MEMBER("SP", first_page),
    DRAFT_MEMBER("EP", last_page),
    DRAFT_RECORD("C7", article_number),
    DRAFT_TAKE("PY", 1, draft_year),
    DRAFT_TAKE("Y1", 1, draft_year),
    DRAFT_TAKE("DA", 1, draft_date),
    DRAFT_TAKE("ET", 1, take_edition),
    DRAFT_RECORD("PB", publisher),
    DRAFT_RECORD("PU", publisher),
    DRAFT_TAKE("CY", 1, take_place),
    DRAFT_TAKE("PI", 1, take_place),
    DRAFT_TAKE("SN", 1, draft_serial_numbers),
    DRAFT_TAKE("M3", 1, take_type_of_work),
    DRAFT_TAKE("FU", 1, draft_funding),
    DRAFT_TAKE("DO", 1, draft_doi),
    DRAFT_TAKE("DI", 1, draft_doi),
    DRAFT_TAKE("L3", 1, take_urls),
    DRAFT_TAKE("UR", 1, take_urls),
    DRAFT_TAKE("L1", 1, take_urls),
    DRAFT_TAKE("L2", 1, take_urls),
    DRAFT_TAKE("L4", 1, take_urls),
    DRAFT_TAKE("LK", 1, take_urls),
    DRAFT_TAKE("AN", 2, take_custom),
    DRAFT_TAKE("ID", 2, take_custom),
    DRAFT_TAKE("PM", 2, take_custom),
    DRAFT_TAKE("C1", 2, take_first_custom),
    DRAFT_TAKE("C2", 2, take_custom),
    DRAFT_TAKE("C3", 2, take_custom),
    DRAFT_TAKE("C4", 2, take_custom),
    DRAFT_TAKE("C5", 2, take_custom),
    DRAFT_TAKE("C6", 2, take_custom),
    DRAFT_TAKE("C8", 2, take_custom),
    DRAFT_TAKE("M1", 2, take_miscellaneous),
    DRAFT_TAKE("M2", 2, take_custom),
    DRAFT_TAKE("U1", 2, take_custom),
    DRAFT_TAKE("U2", 2, take_embase_id),
    DRAFT_TAKE("U3", 2, take_custom),
    DRAFT_TAKE("U4", 2, take_fourth_user_field),
    DRAFT_TAKE("U5", 2, take_custom),
    DRAFT_TAKE("RN", 2, take_custom),
};

/* Tags that RIS files use and that become extras. */
static const text other_tags[] = {TEXT_STATIC("AI"), TEXT_STATIC("CA"), TEXT_STATIC("CN"),
                                  TEXT_STATIC("ER"), TEXT_STATIC("LB"), TEXT_STATIC("NV"),
                                  TEXT_STATIC("PA"), TEXT_STATIC("RI"), TEXT_STATIC("RP"),
                                  TEXT_STATIC("SE"), TEXT_STATIC("TA"), TEXT_STATIC("Y2")};

bool ris_tag_known(text tag) {
  for (size_t i = 0; i < COUNT(other_tags); i++)
    if (text_equal(other_tags[i], tag)) return true;
  return draft_row_of(rows, COUNT(rows), tag) != NULL;
}

bool ris_fill(record *r, const draft_fields *fields) {
  draft d;
  draft_start(&d, r, "ris");
  for (size_t i = 0; i < fields->count; i++) {
    text value = fields->items[i].value;
    if (text_equal(fields->items[i].tag, TEXT("U4")) && text_starts(value, mesh_label))
      draft_headings(&d, TEXT("U4"), text_slice(value, mesh_label.size, value.size));
  }
  draft_take(&d, fields, rows, COUNT(rows));
  draft_finish(&d);
  return draft_says_something(&d);
}
