/* RIS, in the dialect that Zotero, EndNote, Mendeley, Rayyan and Covidence read alike. What RIS has
 * no tag for stands in notes with a label ("Original title: ..."), which the reader knows. */
#include <stddef.h>

#include "base/date.h"
#include "model/identifier.h"
#include "model/language.h"
#include "model/type.h"
#include "write/citation.h"
#include "write/tagged.h"
#include "write/writers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef void ris_field(output *out, const record *r, text tag);

static void add(output *out, text tag, text value) { tagged_add(out, tag, value, 0); }

/* --- What it is and where it stands --- */

static bool is_type(const record *r, const char *name) {
  return text_equal(r->type, text_of(name));
}

static void add_type(output *out, const record *r, text tag) {
  add(out, tag, record_type_named(r->type)->ris);
}

static void add_title(output *out, const record *r, text tag) {
  text title = r->title.size ? r->title : r->vernacular_title;
  add(out, tag, title.size ? title : r->book_title);
}

/* Types of records that stand in nothing but a series. */
static bool stands_in_series(const record *r) {
  static const char *const types[] = {"book", "report", "thesis", "manual"};
  bool any = false;
  for (size_t i = 0; i < COUNT(types); i++) any |= is_type(r, types[i]);
  return any;
}

/* Books stand in series, chapters in books, articles in journals. */
static void add_container(output *out, const record *r, text tag) {
  text journal = r->journal.size ? r->journal : r->journal_abbreviation;
  text book = citation_book(r), container = book.size ? book : journal;
  bool series = !container.size && stands_in_series(r);
  add(out, tag, series ? r->series : container);
  if (book.size) add(out, TEXT("JF"), r->journal);
  if (!series) add(out, TEXT("T3"), r->series);
}

/* The short name, unless it already stands for the whole one. */
static void add_abbreviation(output *out, const record *r, text tag) {
  if (r->journal.size || citation_book(r).size) add(out, tag, r->journal_abbreviation);
}

/* A range goes into two tags, anything else into the first. */
static void add_pages(output *out, const record *r, text tag) {
  text first, last;
  bool range = text_cut(r->pages, TEXT("-"), &first, &last) && first.size && last.size &&
               text_find_byte(last, '-') == TEXT_NONE && text_find_byte(r->pages, ',') == TEXT_NONE;
  add(out, tag, range ? first : r->pages);
  if (range) add(out, TEXT("EP"), last);
}

/* The year, and the date as RIS has it (2021/02/01/), or as printed where it is no plain one. */
static void add_dates(output *out, const record *r, text tag) {
  arena *a = out->scratch;
  int year = record_year(r);
  if (year) add(out, tag, arena_printf(a, "%04d", year));
  date_parts d;
  text day = r->published;
  if (date_plain(r->published, &d) && !d.month) return;
  if (d.day) day = arena_printf(a, "%04d/%02d/%02d/", d.year, d.month, d.day);
  else if (d.month) day = arena_printf(a, "%04d/%02d//", d.year, d.month);
  add(out, TEXT("DA"), day);
}

static void add_place(output *out, const record *r, text tag) {
  add(out, tag, is_type(r, "journal-article") && r->country.size ? r->country : r->place);
}

static void add_issns(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->issns.count; i++) {
    const kinded *issn = &r->issns.items[i];
    bool plain = !issn->kind.size || text_equal(issn->kind, TEXT("ISBN"));
    text kind = arena_printf(out->scratch, "(%.*s)", TEXT_ARG(issn->kind));
    add(out, tag, plain ? issn->text : arena_join(out->scratch, issn->text, TEXT(" "), kind));
  }
}

static void add_languages(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->languages.count; i++) {
    const language *found = language_find(r->languages.items[i]);
    add(out, tag, found ? found->name : r->languages.items[i]);
  }
}

/* --- Identifiers --- */

/* Where each scheme goes, and the address of the article's page, which says what the number is;
 * an identifier of any other scheme goes to U1 as "scheme:value". */
static const struct {
  text scheme, tag, page;
} id_tags[] = {
    {TEXT_STATIC("doi"), TEXT_STATIC("DO"), TEXT_STATIC("")},
    {TEXT_STATIC("pmid"), TEXT_STATIC("AN"), TEXT_STATIC("https://pubmed.ncbi.nlm.nih.gov/")},
    {TEXT_STATIC("pmc"), TEXT_STATIC("C2"), TEXT_STATIC("")},
    {TEXT_STATIC("arxiv"), TEXT_STATIC(""), TEXT_STATIC("https://arxiv.org/abs/")},
};

static void add_id(output *out, identifier id) {
  arena *a = out->scratch;
  for (size_t i = 0; i < COUNT(id_tags); i++) {
    if (!text_equal(id.scheme, id_tags[i].scheme)) continue;
    if (id_tags[i].tag.size) add(out, id_tags[i].tag, id.value);
    if (id_tags[i].page.size)
      add(out, TEXT("UR"), arena_join(a, id_tags[i].page, TEXT(""), id.value));
    return;
  }
  add(out, TEXT("U1"), identifier_key(a, id));
}

static void add_ids(output *out, const record *r, text tag) {
  (void)tag;
  for (size_t i = 0; i < r->ids.count; i++) add_id(out, r->ids.items[i]);
}

static void add_urls(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->urls.count; i++) add(out, tag, r->urls.items[i]);
}

/* --- People --- */

static const struct {
  text role, tag;
} role_tags[] = {{TEXT_STATIC(""), TEXT_STATIC("AU")},
                 {TEXT_STATIC("editor"), TEXT_STATIC("A2")},
                 {TEXT_STATIC("series-editor"), TEXT_STATIC("A3")},
                 {TEXT_STATIC("translator"), TEXT_STATIC("A4")}};

/* A comma at the end marks the name of a group. */
static void add_people(output *out, const record *r, text tag) {
  (void)tag;
  for (size_t k = 0; k < COUNT(role_tags); k++)
    for (size_t i = 0; i < r->people.count; i++) {
      const person *p = &r->people.items[i];
      if (!text_equal(p->role, role_tags[k].role)) continue;
      text name = person_full_name(p, out->scratch);
      if (p->collective.size) name = arena_join(out->scratch, name, TEXT(""), TEXT(","));
      add(out, role_tags[k].tag, name);
    }
}

static void add_affiliations(output *out, const record *r, text tag) {
  texts shown = {0};
  for (size_t i = 0; i < r->people.count; i++) {
    const texts *list = &r->people.items[i].affiliations;
    for (size_t k = 0; k < list->count; k++) {
      if (r->people.items[i].role.size || texts_contain(&shown, list->items[k])) continue;
      *list_push(out->scratch, &shown) = list->items[k];
      add(out, tag, list->items[k]);
    }
  }
}

/* --- Text --- */

static void add_abstract(output *out, const record *r, text tag) {
  add(out, tag, arena_squeeze(out->scratch, record_abstract_text(r, out->scratch)));
}

/* Headings stand among the keywords, for all programs to find, and in a line that tells them
 * apart. */
static void add_subjects(output *out, const record *r, text tag) {
  texts headings = {0};
  for (size_t i = 0; i < r->headings.count; i++) {
    *list_push(out->scratch, &headings) = tagged_heading(&r->headings.items[i], out->scratch);
    add(out, tag, headings.items[i]);
  }
  for (size_t i = 0; i < r->keywords.count; i++) {
    const keyword *k = &r->keywords.items[i];
    add(out, tag, tagged_star(k->major, k->text, out->scratch));
  }
  text all = texts_join(out->scratch, &headings, TEXT("; "));
  if (all.size) add(out, TEXT("U4"), arena_join(out->scratch, TEXT("MeSH:"), TEXT(" "), all));
}

static void add_types_of_work(output *out, const record *r, text tag) {
  for (size_t i = 0; i < r->publication_types.count; i++)
    add(out, tag, r->publication_types.items[i].name);
}

static void add_labelled(output *out, text tag, const char *label, text value) {
  if (value.size) add(out, tag, arena_printf(out->scratch, "%s: %.*s", label, TEXT_ARG(value)));
}

static void add_notes(output *out, const record *r, text tag) {
  if (r->title.size) add_labelled(out, tag, "Original title", r->vernacular_title);
  add_labelled(out, tag, "Copyright", r->copyright);
  add_labelled(out, tag, "Conflict of interest statement", r->conflict_of_interest);
  for (size_t i = 0; i < r->notes.count; i++) add(out, tag, r->notes.items[i].text);
}

/* The tag of what the reader could not use: its own, or, of what it put together out of several,
 * one that says the same. */
static text tag_of_extra(text name) {
  static const struct {
    text name, tag;
  } tags[] = {{TEXT_STATIC("year"), TEXT_STATIC("PY")},
              {TEXT_STATIC("date"), TEXT_STATIC("DA")},
              {TEXT_STATIC("address"), TEXT_STATIC("AD")}};
  for (size_t i = 0; i < COUNT(tags); i++)
    if (text_equal(tags[i].name, name)) return tags[i].tag;
  return name.size == 2 && ascii_is_upper(name.data[0]) ? name : (text){"", 0};
}

static void add_extras(output *out, const record *r, text tag) {
  (void)tag;
  for (size_t i = 0; i < r->extras.count; i++) {
    text format, name;
    bool cut = text_cut(r->extras.items[i].kind, TEXT(":"), &format, &name);
    text own = tag_of_extra(name);
    if (cut && text_equal(format, TEXT("ris")) && own.size) add(out, own, r->extras.items[i].text);
  }
}

/* --- The table --- */

typedef struct row {
  text tag;
  ris_field *add; /* NULL: a text of the record */
  size_t member;
} row;

#define MEMBER(tag, name) \
  { TEXT_STATIC(tag), NULL, offsetof(record, name) }
#define FIELD(tag, function) \
  { TEXT_STATIC(tag), function, 0 }

static const row rows[] = {
    FIELD("TY", add_type),
    FIELD("TI", add_title),
    FIELD("", add_people),
    FIELD("T2", add_container),
    FIELD("J2", add_abbreviation),
    FIELD("AB", add_abstract),
    FIELD("PY", add_dates),
    MEMBER("VL", volume),
    MEMBER("IS", issue),
    FIELD("SP", add_pages),
    MEMBER("C7", article_number),
    MEMBER("ET", edition),
    MEMBER("PB", publisher),
    FIELD("CY", add_place),
    FIELD("SN", add_issns),
    FIELD("LA", add_languages),
    FIELD("M3", add_types_of_work),
    FIELD("KW", add_subjects),
    FIELD("AD", add_affiliations),
    FIELD("", add_ids),
    FIELD("UR", add_urls),
    FIELD("N1", add_notes),
    FIELD("", add_extras),
};

static void ris_hit(output *out, const hit *h) {
  if (out->count) buffer_put(&out->bytes, "\n");
  for (size_t i = 0; i < COUNT(rows); i++) {
    const void *member = (const char *)h->record + rows[i].member;
    if (rows[i].add) rows[i].add(out, h->record, rows[i].tag);
    else add(out, rows[i].tag, *(const text *)member);
  }
  buffer_put(&out->bytes, "ER  - \n");
}

const writer writer_ris = {
    .name = "ris",
    .summary = "RIS, for reference managers and reviewing tools",
    .carries = "names, title, journal, abstract, subjects as keywords, identifiers, notes",
    .hit = ris_hit,
};
