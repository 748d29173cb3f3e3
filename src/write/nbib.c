/* The MEDLINE format, as PubMed saves it: the tags of the PubMed User Guide in PubMed's order.
 * What has no tag there (identifiers of headings, web addresses, references) is left out. */
#include "write/nbib.h"

#include <stddef.h>

#include "base/date.h"
#include "write/writers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define COLUMNS 88

void nbib_add(output *out, text tag, text value) { tagged_add(out, tag, value, COLUMNS); }

text nbib_with_kind(arena *a, text value, text kind, const char brackets[static 2]) {
  if (!kind.size) return value;
  return arena_printf(a, "%.*s %c%.*s%c", TEXT_ARG(value), brackets[0], TEXT_ARG(kind),
                      brackets[1]);
}

/* --- Dates --- */

typedef enum { DATE_COMPACT, DATE_SLASHES, DATE_TIME } date_form;

static const struct {
  text kind, tag;
  date_form form;
} date_tags[] = {
    {TEXT_STATIC("completed"), TEXT_STATIC("DCOM"), DATE_COMPACT},
    {TEXT_STATIC("last-revised"), TEXT_STATIC("LR"), DATE_COMPACT},
    {TEXT_STATIC("electronic"), TEXT_STATIC("DEP"), DATE_COMPACT},
    {TEXT_STATIC("citation-created"), TEXT_STATIC("DA"), DATE_COMPACT},
    {TEXT_STATIC("pmc-release"), TEXT_STATIC("PMCR"), DATE_SLASHES},
    {TEXT_STATIC("contributed"), TEXT_STATIC("CTDT"), DATE_SLASHES},
    {TEXT_STATIC("entry"), TEXT_STATIC("EDAT"), DATE_TIME},
    {TEXT_STATIC("mesh"), TEXT_STATIC("MHDA"), DATE_TIME},
    {TEXT_STATIC("created"), TEXT_STATIC("CRDT"), DATE_TIME},
};

/* "20180327", "2018/03/27" or "2018/03/27 00:00"; what is no day stays as it is printed. */
static text print_date(arena *a, text printed, date_form form) {
  date_parts d;
  if (!date_plain(printed, &d) || !d.day) return printed;
  if (form == DATE_COMPACT) return arena_printf(a, "%04d%02d%02d", d.year, d.month, d.day);
  text day = arena_printf(a, "%04d/%02d/%02d", d.year, d.month, d.day);
  return form == DATE_TIME ? arena_join(a, day, TEXT(" "), TEXT("00:00")) : day;
}

/* The row of date_tags with this kind, or COUNT. */
static size_t date_row(text kind) {
  size_t i = 0;
  while (i < COUNT(date_tags) && !text_equal(date_tags[i].kind, kind)) i++;
  return i;
}

static void add_dates(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->dates.count; i++) {
    const kinded *date = &r->dates.items[i];
    size_t row = date_row(date->kind);
    if (row < COUNT(date_tags) && text_equal(date_tags[row].tag, tag))
      nbib_add(out, tag, print_date(out->scratch, date->text, date_tags[row].form));
  }
}

/* "PHST- 2017/10/17 00:00 [received]": the dates without a tag of their own. */
static void add_history(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->dates.count; i++) {
    const kinded *date = &r->dates.items[i];
    if (date_row(date->kind) < COUNT(date_tags)) continue;
    text day = print_date(out->scratch, date->text, DATE_TIME);
    nbib_add(out, tag, nbib_with_kind(out->scratch, day, date->kind, "[]"));
  }
}

/* --- Identifiers --- */

/* Schemes with a tag of their own; all others stand under AID, the DOI under LID too. */
static const struct {
  text scheme, tag;
} id_tags[] = {
    {TEXT_STATIC("pmid"), TEXT_STATIC("PMID")},
    {TEXT_STATIC("pmc"), TEXT_STATIC("PMC")},
    {TEXT_STATIC("mid"), TEXT_STATIC("MID")},
    {TEXT_STATIC("medline-ui"), TEXT_STATIC("UI")},
};

static bool has_own_tag(text scheme) {
  for (size_t i = 0; i < COUNT(id_tags); i++)
    if (text_equal(id_tags[i].scheme, scheme)) return true;
  return false;
}

static void add_ids(output *out, const record *r, text tag) {
  for (size_t i = 0; i < COUNT(id_tags); i++)
    for (size_t k = 0; text_equal(id_tags[i].tag, tag) && k < r->ids.count; k++)
      if (text_equal(r->ids.items[k].scheme, id_tags[i].scheme))
        nbib_add(out, tag, r->ids.items[k].value);
}

static void add_location_ids(output *out, const record *r, text tag) {
  bool all = text_equal(tag, TEXT("AID"));
  for (size_t i = 0; i < r->ids.count; i++) {
    identifier id = r->ids.items[i];
    if (has_own_tag(id.scheme) || (!all && !text_equal(id.scheme, TEXT("doi")))) continue;
    nbib_add(out, tag, nbib_with_kind(out->scratch, id.value, id.scheme, "[]"));
  }
  if (!all) nbib_add(out, tag, r->article_number);
}

static void add_issns(output *out, const record *r, text tag) {
  bool isbn = text_equal(tag, TEXT("ISBN"));
  for (size_t i = 0; i < r->issns.count; i++) {
    const kinded *issn = &r->issns.items[i];
    if (text_equal(issn->kind, TEXT("ISBN")) != isbn) continue;
    nbib_add(out, tag,
             isbn ? issn->text : nbib_with_kind(out->scratch, issn->text, issn->kind, "()"));
  }
}

/* --- Other fields --- */

static void add_abstract(output *out, const record *r, text tag) {
  nbib_add(out, tag, record_abstract_text(r, out->scratch));
}

static void add_types(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->publication_types.count; i++)
    nbib_add(out, tag, r->publication_types.items[i].name);
}

/* PL is the country of a journal and the place of a book's publisher. */
static void add_place(output *out, const record *r, text tag) {
  nbib_add(out, tag, r->book_title.size || !r->country.size ? r->place : r->country);
}

/* --- The table --- */

typedef struct row {
  text tag;
  nbib_field *add; /* NULL: a text, or with `list` texts, of the record */
  size_t member;
  bool list;
} row;

#define MEMBER(tag, name) \
  { TEXT_STATIC(tag), NULL, offsetof(record, name), false }
#define LIST(tag, name) \
  { TEXT_STATIC(tag), NULL, offsetof(record, name), true }
#define FIELD(tag, function) \
  { TEXT_STATIC(tag), function, 0, false }

static const row rows[] = {
    FIELD("PMID", add_ids),
    MEMBER("OWN", owner),
    MEMBER("STAT", status),
    FIELD("UI", add_ids),
    FIELD("DA", add_dates),
    FIELD("DCOM", add_dates),
    FIELD("LR", add_dates),
    MEMBER("PUBM", publication_model),
    FIELD("IS", add_issns),
    FIELD("ISBN", add_issns),
    MEMBER("VI", volume),
    MEMBER("IP", issue),
    MEMBER("DP", published),
    MEMBER("TI", title),
    MEMBER("PG", pages),
    FIELD("LID", add_location_ids),
    FIELD("AB", add_abstract),
    MEMBER("CI", copyright),
    FIELD("", nbib_people),
    LIST("LA", languages),
    FIELD("SI", nbib_accessions),
    FIELD("GR", nbib_grants),
    FIELD("PT", add_types),
    MEMBER("TT", vernacular_title),
    MEMBER("BTI", book_title),
    MEMBER("CTI", collection_title),
    MEMBER("VTI", volume_title),
    MEMBER("EN", edition),
    MEMBER("PB", publisher),
    FIELD("CTDT", add_dates),
    FIELD("DEP", add_dates),
    FIELD("PL", add_place),
    MEMBER("TA", journal_abbreviation),
    MEMBER("JT", journal),
    MEMBER("JID", nlm_id),
    FIELD("", nbib_substances),
    LIST("SB", citation_subsets),
    FIELD("", nbib_links),
    FIELD("MH", nbib_headings),
    LIST("GS", gene_symbols),
    FIELD("OT", nbib_keywords),
    FIELD("PMC", add_ids),
    FIELD("MID", add_ids),
    MEMBER("COIS", conflict_of_interest),
    FIELD("OAB", nbib_other_abstracts),
    FIELD("GN", nbib_notes),
    FIELD("EDAT", add_dates),
    FIELD("MHDA", add_dates),
    FIELD("PMCR", add_dates),
    FIELD("CRDT", add_dates),
    FIELD("PHST", add_history),
    FIELD("AID", add_location_ids),
    MEMBER("PST", publication_status),
    FIELD("", nbib_extras),
};

static void nbib_hit(output *out, const hit *h) {
  if (out->count) buffer_put(&out->bytes, "\n");
  for (size_t i = 0; i < COUNT(rows); i++) {
    const void *member = (const char *)h->record + rows[i].member;
    const texts *list = member;
    if (rows[i].add) rows[i].add(out, h->record, rows[i].tag);
    else if (!rows[i].list) nbib_add(out, rows[i].tag, *(const text *)member);
    for (size_t k = 0; rows[i].list && k < list->count; k++)
      nbib_add(out, rows[i].tag, list->items[k]);
  }
}

const writer writer_nbib = {
    .name = "nbib",
    .summary = "MEDLINE, as PubMed saves it; reference managers and reviewing tools read it",
    .carries = "nearly everything but references, web addresses and identifiers of headings",
    .hit = nbib_hit,
};
