/* The table of MEDLINE tags and what each does to a record. Source of the tags: PubMed User Guide,
 * "PubMed format"; older ones: NLM, "MEDLINE/PubMed data element descriptions". */
#include "model/identifier.h"
#include "model/link.h"
#include "read/abstract.h"
#include "read/citation.h"
#include "read/medline_parse.h"

static void *member_of(medline_parse *p, const medline_row *row) {
  return (char *)p->record + row->member;
}

void medline_keep(medline_parse *p, text tag, text value) {
  if (!value.size) return;
  text kind = arena_join(p->record->arena, TEXT("nbib:"), TEXT(""), tag);
  *list_push(p->record->arena, &p->record->extras) = (kinded){kind, value};
}

text medline_cut_kind(text value, char open, char close, text *kind) {
  *kind = (text){"", 0};
  size_t at = text_find_byte(value, open);
  if (at == TEXT_NONE || value.data[value.size - 1] != close) return value;
  *kind = text_slice(value, at + 1, value.size - 1);
  return text_trim(text_slice(value, 0, at));
}

static text lower(arena *a, text original) {
  char *copy = arena_alloc(a, original.size);
  if (!copy) return (text){"", 0};
  for (size_t i = 0; i < original.size; i++) copy[i] = ascii_lower(original.data[i]);
  return (text){copy, original.size};
}

/* --- Plain members --- */

/* The first value counts; another one is kept beside the record. */
static void take_text(medline_parse *p, const medline_row *row, text value) {
  text *member = member_of(p, row);
  if (!member->size) *member = value;
  else if (!text_equal(*member, value)) medline_keep(p, row->tag, value);
}

/* Values that go on in a second field. Each is copied anew, so that there is an end to it. */
static void take_more_text(medline_parse *p, const medline_row *row, text value) {
  enum { LONGEST = 100 * 1000 };
  text *member = member_of(p, row);
  if (member->size > LONGEST) medline_keep(p, row->tag, value);
  else *member = arena_join(p->record->arena, *member, TEXT(" "), value);
}

static void take_item(medline_parse *p, const medline_row *row, text value) {
  *list_push(p->record->arena, (texts *)member_of(p, row)) = value;
}

static void take_id(medline_parse *p, const medline_row *row, text value) {
  if (identifier_normal(p->record->arena, row->word, value).value.size)
    record_add_id(p->record, row->word, value);
  else medline_keep(p, row->tag, value);
}

static void take_date(medline_parse *p, const medline_row *row, text value) {
  record_add_date(p->record, row->word, value);
}

/* "2017/10/17 06:00 [received]" */
static void take_history(medline_parse *p, const medline_row *row, text value) {
  text kind, day = medline_cut_kind(value, '[', ']', &kind);
  if (kind.size) record_add_date(p->record, lower(p->record->arena, kind), day);
  else medline_keep(p, row->tag, value);
}

static void take_note(medline_parse *p, const medline_row *row, text value) {
  *list_push(p->record->arena, &p->record->notes) = (kinded){row->word, value};
}

/* --- Identifiers --- */

/* "10.1016/j.mex.2018.03.007 [doi]"; a location without its kind is an article number. */
static void take_location(medline_parse *p, const medline_row *row, text value) {
  text kind, id = medline_cut_kind(value, '[', ']', &kind);
  bool known = kind.size && identifier_normal(p->record->arena, kind, id).value.size;
  if (known) record_add_id(p->record, kind, id);
  else if (!kind.size && text_equal(row->tag, TEXT("LID")) && !p->record->article_number.size)
    p->record->article_number = id;
  else medline_keep(p, row->tag, value);
}

/* "1234-5678 (Print)" */
static void take_issn(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  text kind, number = medline_cut_kind(value, '(', ')', &kind);
  *list_push(p->record->arena, &p->record->issns) = (kinded){kind, number};
}

static void take_isbn(medline_parse *p, const medline_row *row, text value) {
  if (text_starts_nocase(value, row->tag))
    value = text_trim(text_slice(value, row->tag.size, value.size));
  *list_push(p->record->arena, &p->record->issns) = (kinded){TEXT("ISBN"), value};
}

/* --- Abstracts --- */

static void take_abstract(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  abstract_add(&p->record->abstract, value, p->record->arena);
}

/* "Publisher: Abstract available from the publisher." */
static void take_other_abstract(medline_parse *p, const medline_row *row, text value) {
  (void)row;
  arena *a = p->record->arena;
  other_abstract *other = list_push(a, &p->record->other_abstracts);
  text kind, rest;
  if (text_cut(value, TEXT(": "), &kind, &rest) && text_find_byte(kind, ' ') == TEXT_NONE)
    other->kind = kind, value = rest;
  abstract_add(&other->sections, value, a);
}

/* A member of the other abstract before: its language, its copyright. */
static void take_of_other(medline_parse *p, const medline_row *row, text value) {
  size_t count = p->record->other_abstracts.count;
  if (!count) {
    medline_keep(p, row->tag, value);
    return;
  }
  other_abstract *last = &p->record->other_abstracts.items[count - 1];
  *(text *)(void *)((char *)last + row->member) = value;
}

/* --- The table, in the order of the tags, which are searched by halving --- */

#define TEXT_ROW(tag, name) \
  { TEXT_STATIC(tag), take_text, offsetof(record, name), TEXT_STATIC("") }
#define MORE_TEXT_ROW(tag, name) \
  { TEXT_STATIC(tag), take_more_text, offsetof(record, name), TEXT_STATIC("") }
#define ITEM_ROW(tag, name) \
  { TEXT_STATIC(tag), take_item, offsetof(record, name), TEXT_STATIC("") }
#define WORD_ROW(tag, take, word) \
  { TEXT_STATIC(tag), take, 0, TEXT_STATIC(word) }
#define ROW(tag, take) WORD_ROW(tag, take, "")
#define OTHER_ROW(tag, name) \
  { TEXT_STATIC(tag), take_of_other, offsetof(other_abstract, name), TEXT_STATIC("") }

static const medline_row rows[] = {
    ROW("AB", take_abstract),
    ROW("AD", medline_take_affiliation),
    ROW("AID", take_location),
    WORD_ROW("AU", medline_take_brief_name, ""),
    ROW("AUID", medline_take_name_id),
    TEXT_ROW("BTI", book_title),
    MORE_TEXT_ROW("CI", copyright),
    ROW("CN", medline_take_group),
    MORE_TEXT_ROW("COI", conflict_of_interest),
    MORE_TEXT_ROW("COIS", conflict_of_interest),
    WORD_ROW("CRDT", take_date, "created"),
    WORD_ROW("CTDT", take_date, "contributed"),
    TEXT_ROW("CTI", collection_title),
    WORD_ROW("DA", take_date, "citation-created"),
    WORD_ROW("DCOM", take_date, "completed"),
    WORD_ROW("DEP", take_date, "electronic"),
    TEXT_ROW("DP", published),
    WORD_ROW("DRDT", take_date, "last-revised"),
    WORD_ROW("ED", medline_take_brief_name, "editor"),
    WORD_ROW("EDAT", take_date, "entry"),
    TEXT_ROW("EN", edition),
    WORD_ROW("FAU", medline_take_full_name, ""),
    WORD_ROW("FED", medline_take_full_name, "editor"),
    WORD_ROW("FIR", medline_take_full_name, "investigator"),
    WORD_ROW("FPS", medline_take_full_name, "subject"),
    WORD_ROW("GN", take_note, "general"),
    ROW("GR", medline_take_grant),
    ITEM_ROW("GS", gene_symbols),
    TEXT_ROW("IP", issue),
    WORD_ROW("IR", medline_take_brief_name, "investigator"),
    WORD_ROW("IRAD", medline_take_affiliation, "investigator"),
    ROW("IS", take_issn),
    ROW("ISBN", take_isbn),
    TEXT_ROW("JID", nlm_id),
    TEXT_ROW("JT", journal),
    ITEM_ROW("LA", languages),
    ROW("LID", take_location),
    WORD_ROW("LR", take_date, "last-revised"),
    ROW("MH", medline_take_heading),
    WORD_ROW("MHDA", take_date, "mesh"),
    WORD_ROW("MID", take_id, "mid"),
    ROW("NM", medline_take_supplementary),
    ROW("OAB", take_other_abstract),
    OTHER_ROW("OABL", language),
    OTHER_ROW("OCI", copyright),
    ROW("OT", medline_take_keyword),
    ROW("OTO", medline_take_keyword_owner),
    TEXT_ROW("OWN", owner),
    TEXT_ROW("PB", publisher),
    TEXT_ROW("PG", pages),
    ROW("PHST", take_history),
    TEXT_ROW("PL", place),
    WORD_ROW("PMC", take_id, "pmc"),
    WORD_ROW("PMCR", take_date, "pmc-release"),
    WORD_ROW("PMID", take_id, "pmid"),
    WORD_ROW("PS", medline_take_brief_name, "subject"),
    TEXT_ROW("PST", publication_status),
    ROW("PT", medline_take_type),
    TEXT_ROW("PUBM", publication_model),
    ROW("RN", medline_take_chemical),
    ITEM_ROW("SB", citation_subsets),
    WORD_ROW("SFM", take_note, "space-flight-mission"),
    ROW("SI", medline_take_accession),
    TEXT_ROW("STAT", status),
    TEXT_ROW("TA", journal_abbreviation),
    TEXT_ROW("TI", title),
    TEXT_ROW("TT", vernacular_title),
    WORD_ROW("UI", take_id, "medline"),
    TEXT_ROW("VI", volume),
    TEXT_ROW("VTI", volume_title),
};

static const medline_row *find_row(text tag) {
  size_t from = 0, to = sizeof rows / sizeof *rows;
  while (from < to) {
    size_t middle = (from + to) / 2;
    int order = text_compare(tag, rows[middle].tag);
    if (order == 0) return &rows[middle];
    if (order < 0) to = middle;
    else from = middle + 1;
  }
  return NULL;
}

bool medline_knows(text tag) { return find_row(tag) || link_kind_of_tag(tag); }

static void take_link(medline_parse *p, const link_kind *kind, text value) {
  link *l = record_add_link(p->record, kind->name);
  l->citation = value;
  citation_add_ids(value, &l->ids, p->record->arena);
}

void medline_take(medline_parse *p, text tag, text value) {
  const medline_row *row = find_row(tag);
  const link_kind *kind = row ? NULL : link_kind_of_tag(tag);
  if (!value.size) return;
  if (row) row->take(p, row, value);
  else if (kind) take_link(p, kind, value);
  else medline_keep(p, tag, value);
}

static bool has_type(const record *r, text name) {
  for (size_t i = 0; i < r->publication_types.count; i++)
    if (text_equal_nocase(r->publication_types.items[i].name, name)) return true;
  return false;
}

/* A book's own record has no title beside the book's; a chapter has both. */
static text type_of(const record *r) {
  if (!r->book_title.size)
    return has_type(r, TEXT("Book")) ? TEXT("book") : TEXT("journal-article");
  bool whole = !r->title.size || text_equal(r->title, r->book_title);
  return whole ? TEXT("book") : TEXT("chapter");
}

void medline_complete(medline_parse *p) {
  record *r = p->record;
  for (size_t i = 0; i < p->waiting.count; i++) medline_keep(p, TEXT("AD"), p->waiting.items[i]);
  r->type = type_of(r);
  /* PL is the country of a journal and the place of a book's publisher. */
  if (r->book_title.size) return;
  r->country = r->place;
  r->place = (text){"", 0};
}
