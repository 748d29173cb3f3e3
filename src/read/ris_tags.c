/* What the tags of RIS mean. Tags are taken in three passes, as some mean different things in
 * files of different databases, and some only count where others are missing. */
#include <stddef.h>

#include "base/date.h"
#include "model/identifier.h"
#include "model/members.h"
#include "model/type.h"
#include "read/identify.h"
#include "read/plain.h"
#include "read/ris.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define PMID_DIGITS 8

typedef struct source {
  draft draft;
  bool embase, scopus;
  text other_journal, isi_journal; /* JO and J9 */
} source;

/* --- Where it comes from --- */

static void take_type(source *s, text tag, text value) {
  const record_type *type = record_type_of_ris(value);
  if (type) s->draft.record->type = type->name;
  else draft_extra(&s->draft, tag, value);
}

static void take_database(source *s, text tag, text value) {
  s->embase |= text_find_nocase(value, TEXT("embase")) != TEXT_NONE;
  s->scopus |= text_find_nocase(value, TEXT("scopus")) != TEXT_NONE;
  bool of_medline = text_equal(value, TEXT("NLM")) ||
                    text_find_nocase(value, TEXT("pubmed")) != TEXT_NONE ||
                    text_find_nocase(value, TEXT("medline")) != TEXT_NONE;
  s->draft.of_medline = (s->draft.of_medline || of_medline) && !s->embase;
  if (!of_medline) draft_extra(&s->draft, tag, value);
}

/* --- Identifiers --- */

static bool is_pmid(text value) { return text_all_digits(value) && value.size <= PMID_DIGITS; }

static void take_doi(source *s, text tag, text value) {
  record *r = s->draft.record;
  text doi = identifier_find_doi(r->arena, plain_text(r->arena, value));
  if (doi.size) record_add_id(r, TEXT("doi"), doi);
  else draft_extra(&s->draft, tag, value);
}

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
static void take_custom(source *s, text tag, text value) {
  record *r = s->draft.record;
  size_t before = r->ids.count;
  if (text_equal(tag, TEXT("U1")) && take_scheme(r, value)) return;
  identify_labelled(r, value);
  bool by_database =
      (s->embase && text_equal(tag, TEXT("C5"))) || (s->scopus && text_equal(tag, TEXT("C2"))) ||
      (s->draft.of_medline && text_equal(tag, TEXT("AN"))) || text_equal(tag, TEXT("PM"));
  if (by_database && is_pmid(value)) record_add_id(r, TEXT("pmid"), value);
  if (r->ids.count == before && !is_known_id(r, value)) draft_extra(&s->draft, tag, value);
}

static void take_embase_id(source *s, text tag, text value) {
  if (s->embase) record_add_id(s->draft.record, TEXT("embase"), value);
  else take_custom(s, tag, value);
}

static void take_urls(source *s, text tag, text value) {
  bool is_url = text_find(value, TEXT("://")) != TEXT_NONE && !text_starts(value, TEXT("file:")) &&
                !text_starts(value, TEXT("internal-pdf:"));
  if (is_url) draft_urls(&s->draft, value);
  else if (text_starts(value, TEXT("10."))) take_doi(s, tag, value);
  else draft_extra(&s->draft, tag, value);
}

/* --- People --- */

static void take_author(source *s, text tag, text value) {
  (void)tag;
  draft_people(&s->draft, TEXT(""), value);
}

/* Ovid's PsycINFO lists the family names of all cited authors under A2. */
static void take_other_people(source *s, text tag, text value) {
  size_t commas = 0;
  for (size_t i = 0; i < value.size; i++) commas += value.data[i] == ',';
  text role = text_equal(tag, TEXT("A3"))   ? TEXT("series-editor")
              : text_equal(tag, TEXT("A4")) ? TEXT("translator")
                                            : TEXT("editor");
  if (commas > 3 && text_find_byte(value, ';') == TEXT_NONE) draft_extra(&s->draft, tag, value);
  else draft_people(&s->draft, role, value);
}

static void take_addresses(source *s, text tag, text value) {
  (void)tag;
  text line;
  while (text_take_line(&value, &line))
    if (text_trim(line).size) *list_push(s->draft.record->arena, &s->draft.addresses) = line;
}

/* --- Text --- */

static void take_abstract(source *s, text tag, text value) {
  (void)tag;
  draft_abstract(&s->draft, value);
}

static void take_keywords(source *s, text tag, text value) {
  (void)tag;
  draft_keywords(&s->draft, value, ';');
}

static void take_languages(source *s, text tag, text value) {
  (void)tag;
  draft_languages(&s->draft, value);
}

static void take_note(source *s, text tag, text value) {
  (void)tag;
  ris_take_note(&s->draft, value);
}

/* The short title mostly repeats the title; where that is missing it is the title. */
static void take_short_title(source *s, text tag, text value) {
  draft_set(&s->draft, &s->draft.record->title, tag, value);
}

static void take_translated_title(source *s, text tag, text value) {
  record *r = s->draft.record;
  if (!r->vernacular_title.size) {
    r->vernacular_title = r->title;
    r->title = (text){"", 0};
  }
  draft_set(&s->draft, &r->title, tag, value);
}

/* EndNote's custom 1 holds PubMed's conflict of interest statement. */
static void take_first_custom(source *s, text tag, text value) {
  static const text words[] = {TEXT_STATIC("conflict"), TEXT_STATIC("competing interest"),
                               TEXT_STATIC("disclos"), TEXT_STATIC("nothing to declare")};
  for (size_t i = 0; i < COUNT(words); i++)
    if (text_find_nocase(value, words[i]) != TEXT_NONE) {
      draft_set(&s->draft, &s->draft.record->conflict_of_interest, tag, value);
      return;
    }
  take_custom(s, tag, value);
}

/* --- Where it appeared --- */

static void take_year(source *s, text tag, text value) {
  draft *d = &s->draft;
  bool is_date = text_equal(tag, TEXT("DA"));
  text *first = is_date ? &d->date : &d->year, *second = is_date ? &d->year : &d->date;
  if (!first->size) *first = value;
  else if (!second->size) *second = value;
  else if (!text_equal(*first, value)) draft_extra(d, tag, value);
}

/* A journal's "place" is NLM's country of publication. */
static void take_place(source *s, text tag, text value) {
  record *r = s->draft.record;
  bool country = text_equal(r->type, TEXT("journal-article")) && text_equal(tag, TEXT("CY")) &&
                 text_find_byte(value, ',') == TEXT_NONE;
  draft_set(&s->draft, country ? &r->country : &r->place, tag, value);
}

/* Where books have their edition EndNote puts dates of articles from PubMed: that of the
 * electronic version ("20180327") or that of the entry ("2011/05/11"). */
static void take_edition(source *s, text tag, text value) {
  record *r = s->draft.record;
  date_span span;
  bool day = date_read(value, &span) && span.from == span.to && ascii_is_digit(value.data[0]);
  if (!day) {
    draft_set(&s->draft, &r->edition, tag, value);
    return;
  }
  kinded *date = list_push(r->arena, &r->dates);
  date->kind = text_all_digits(value) ? TEXT("electronic") : TEXT("entry");
  date->text = date_tidy(r->arena, value);
}

static void take_serial_number(source *s, text tag, text value) {
  draft_serial_numbers(&s->draft, tag, value);
}

static void take_book_title(source *s, text tag, text value) {
  record *r = s->draft.record;
  draft_set(&s->draft, text_equal(r->type, TEXT("book")) ? &r->title : &r->book_title, tag, value);
}

/* The type of work, but PsycINFO's classification ("Health Psychology [3360]") at Ovid, and the
 * DOI in old files of Springer and Elsevier. */
static void take_type_of_work(source *s, text tag, text value) {
  if (text_find(value, TEXT("10.")) != TEXT_NONE) take_doi(s, tag, value);
  else if (text_ends(value, TEXT("]"))) draft_extra(&s->draft, tag, value);
  else draft_publication_type(&s->draft, value);
}

/* Addresses in Embase's files, cited works in Ovid's. */
static void take_miscellaneous(source *s, text tag, text value) {
  bool year =
      text_find(value, TEXT("(19")) != TEXT_NONE || text_find(value, TEXT("(20")) != TEXT_NONE;
  if (text_starts(value, TEXT("(")) && value.size > 20) take_addresses(s, tag, value);
  else if (year && value.size > 40) draft_cites(&s->draft, value);
  else take_custom(s, tag, value);
}

static void take_other_journal(source *s, text tag, text value) {
  draft *d = &s->draft;
  if (!d->journal.size && !d->container.size) d->journal = plain_text(d->record->arena, value);
  else if (!text_equal_nocase(d->journal, value)) draft_set(d, &d->abbreviation, tag, value);
}

static void take_funding(source *s, text tag, text value) {
  (void)tag;
  draft_funding(&s->draft, value);
}

/* --- The table --- */

typedef struct row {
  text tag;
  int pass;
  void (*take)(source *s, text tag, text value); /* NULL: a text of the record or the draft */
  bool of_record;
  size_t member;
} row;

#define RECORD(tag, member) \
  { TEXT_STATIC(tag), 1, NULL, true, offsetof(record, member) }
#define DRAFT(tag, member) \
  { TEXT_STATIC(tag), 1, NULL, false, offsetof(draft, member) }
#define TAKE(tag, pass, function) \
  { TEXT_STATIC(tag), pass, function, false, 0 }

static const row rows[] = {
    TAKE("TY", 0, take_type),
    TAKE("DB", 0, take_database),
    TAKE("DP", 0, take_database),
    RECORD("TI", title),
    RECORD("T1", title),
    TAKE("CT", 2, take_short_title),
    TAKE("ST", 2, take_short_title),
    TAKE("TT", 2, take_translated_title),
    TAKE("BT", 1, take_book_title),
    TAKE("AU", 1, take_author),
    TAKE("A1", 1, take_author),
    TAKE("A2", 1, take_other_people),
    TAKE("ED", 1, take_other_people),
    TAKE("A3", 1, take_other_people),
    TAKE("A4", 1, take_other_people),
    TAKE("AD", 1, take_addresses),
    TAKE("AB", 1, take_abstract),
    TAKE("N2", 1, take_abstract),
    TAKE("KW", 1, take_keywords),
    TAKE("LA", 1, take_languages),
    TAKE("N1", 2, take_note),
    DRAFT("JF", journal),
    DRAFT("T2", container),
    DRAFT("T3", series),
    DRAFT("JA", abbreviation),
    DRAFT("J1", abbreviation),
    DRAFT("J2", abbreviation),
    DRAFT("JI", abbreviation),
    DRAFT("NL", abbreviation),
    TAKE("JO", 2, take_other_journal),
    TAKE("J9", 2, take_other_journal),
    RECORD("VL", volume),
    RECORD("VO", volume),
    RECORD("IS", issue),
    DRAFT("SP", first_page),
    DRAFT("EP", last_page),
    RECORD("C7", article_number),
    TAKE("PY", 1, take_year),
    TAKE("Y1", 1, take_year),
    TAKE("DA", 1, take_year),
    TAKE("ET", 1, take_edition),
    RECORD("PB", publisher),
    RECORD("PU", publisher),
    TAKE("CY", 1, take_place),
    TAKE("PI", 1, take_place),
    TAKE("SN", 1, take_serial_number),
    TAKE("M3", 1, take_type_of_work),
    TAKE("FU", 1, take_funding),
    TAKE("DO", 1, take_doi),
    TAKE("DI", 1, take_doi),
    TAKE("L3", 1, take_urls),
    TAKE("UR", 1, take_urls),
    TAKE("L1", 1, take_urls),
    TAKE("L2", 1, take_urls),
    TAKE("L4", 1, take_urls),
    TAKE("LK", 1, take_urls),
    TAKE("AN", 2, take_custom),
    TAKE("ID", 2, take_custom),
    TAKE("PM", 2, take_custom),
    TAKE("C1", 2, take_first_custom),
    TAKE("C2", 2, take_custom),
    TAKE("C3", 2, take_custom),
    TAKE("C4", 2, take_custom),
    TAKE("C5", 2, take_custom),
    TAKE("C6", 2, take_custom),
    TAKE("C8", 2, take_custom),
    TAKE("M1", 2, take_miscellaneous),
    TAKE("M2", 2, take_custom),
    TAKE("U1", 2, take_custom),
    TAKE("U2", 2, take_embase_id),
    TAKE("U3", 2, take_custom),
    TAKE("U4", 2, take_custom),
    TAKE("U5", 2, take_custom),
    TAKE("RN", 2, take_custom),
};

/* Tags that RIS files use and that become extras. */
static const text other_tags[] = {
    TEXT_STATIC("AI"), TEXT_STATIC("CA"), TEXT_STATIC("CN"), TEXT_STATIC("ER"), TEXT_STATIC("LB"),
    TEXT_STATIC("NV"), TEXT_STATIC("OP"), TEXT_STATIC("PA"), TEXT_STATIC("RI"), TEXT_STATIC("RP"),
    TEXT_STATIC("SE"), TEXT_STATIC("TA"), TEXT_STATIC("Y2")};

static const row *find_row(text tag) {
  for (size_t i = 0; i < COUNT(rows); i++)
    if (text_equal(rows[i].tag, tag)) return &rows[i];
  return NULL;
}

bool ris_tag_known(text tag) {
  for (size_t i = 0; i < COUNT(other_tags); i++)
    if (text_equal(other_tags[i], tag)) return true;
  return find_row(tag) != NULL;
}

static void take_field(source *s, const ris_field *field, int pass) {
  static const row unknown = {.pass = 1};
  const row *found = find_row(field->tag);
  if (!found) found = &unknown;
  text value = text_trim(field->value);
  if (found->pass != pass || !value.size) return;
  if (found == &unknown) {
    draft_extra(&s->draft, field->tag, value);
  } else if (found->take) {
    found->take(s, field->tag, value);
  } else {
    char *base = found->of_record ? (char *)s->draft.record : (char *)&s->draft;
    draft_set(&s->draft, (text *)(void *)(base + found->member), field->tag, value);
  }
}

/* Whether a kind of extra says something about a work. */
static bool extra_says_something(text kind) {
  static const text silent[] = {TEXT_STATIC("ris:TY"), TEXT_STATIC("ris:DB"), TEXT_STATIC("ris:DP"),
                                TEXT_STATIC("ris:ID")};
  for (size_t i = 0; i < COUNT(silent); i++)
    if (text_equal(kind, silent[i])) return false;
  return true;
}

/* Whether anything but its type and the name of a database has been said. */
static bool says_something(const record *r) {
  for (size_t i = 0; i < r->extras.count; i++)
    if (extra_says_something(r->extras.items[i].kind)) return true;
  for (size_t i = 0; i < record_members.count; i++) {
    const member *m = &record_members.members[i];
    bool counts = !text_equal(m->name, TEXT("source_line")) && !text_equal(m->name, TEXT("type")) &&
                  !text_equal(m->name, TEXT("extras"));
    if (counts && !member_is_empty(m, r)) return true;
  }
  return false;
}

bool ris_fill(record *r, const ris_fields *fields) {
  source s = {0};
  draft_start(&s.draft, r, "ris");
  for (int pass = 0; pass <= 2; pass++)
    for (size_t i = 0; i < fields->count; i++) take_field(&s, &fields->items[i], pass);
  draft_finish(&s.draft);
  return says_something(r);
}
