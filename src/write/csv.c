/* Tables, parted by commas (RFC 4180) or by tabs: a header, and a row a record, which is one line
 * whatever stands in it. The columns are called what reviewing tools and spreadsheets look for. */
#include <stddef.h>

#include "base/utf8.h"
#include "model/identifier.h"
#include "model/language.h"
#include "write/citation.h"
#include "write/tagged.h"
#include "write/writers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define BETWEEN TEXT("; ")

/* --- Cells --- */

/* How a table is written. */
typedef struct table_form {
  char separator;
  text line_end;
} table_form;

static const table_form with_commas = {',', TEXT_STATIC("\r\n")};
static const table_form with_tabs = {'\t', TEXT_STATIC("\n")};

static bool is_number(text cell) {
  for (size_t i = 0; i < cell.size; i++)
    if (!ascii_is_digit(cell.data[i]) && text_find_byte(TEXT(".,%"), cell.data[i]) == TEXT_NONE)
      return false;
  return true;
}

/* Whether a spreadsheet would run it as a formula. */
static bool is_formula(text cell) {
  return cell.size > 1 && text_find_byte(TEXT("=+-@"), cell.data[0]) != TEXT_NONE &&
         !is_number(text_slice(cell, 1, cell.size));
}

/* Adds a cell, in quotes where it needs them. An apostrophe before a formula makes it a text for
 * every spreadsheet; readers that know of this take it off. */
static void add_cell(buffer *b, const table_form *form, text value, arena *a) {
  buffer line = {0};
  utf8_add_line(&line, value);
  text cell = arena_squeeze(a, buffer_text(&line));
  if (line.failed) b->failed = true;
  buffer_finish(&line);
  bool quoted =
      text_find_byte(cell, form->separator) != TEXT_NONE || text_find_byte(cell, '"') != TEXT_NONE;
  if (quoted) buffer_put(b, "\"");
  if (is_formula(cell)) buffer_put(b, "'");
  for (size_t i = 0; i < cell.size; i++) {
    if (cell.data[i] == '"') buffer_put(b, "\"");
    buffer_add_byte(b, cell.data[i]);
  }
  if (quoted) buffer_put(b, "\"");
}

/* --- Columns --- */

typedef text column_value(const hit *h, arena *a);

static text id_of(const hit *h, arena *a) {
  const identifier *id = record_preferred_id(h->record);
  return id ? identifier_short(a, *id) : TEXT("");
}

static text pmid_of(const hit *h, arena *a) {
  (void)a;
  return record_id(h->record, TEXT("pmid"));
}

static text pmcid_of(const hit *h, arena *a) {
  (void)a;
  return record_id(h->record, TEXT("pmc"));
}

static text doi_of(const hit *h, arena *a) {
  (void)a;
  return record_id(h->record, TEXT("doi"));
}

static text title_of(const hit *h, arena *a) {
  (void)a;
  return citation_title(h->record);
}

static text people_of(const record *r, text role, arena *a) {
  texts names = {0};
  for (size_t i = 0; i < r->people.count; i++)
    if (text_equal(r->people.items[i].role, role))
      *list_push(a, &names) = person_full_name(&r->people.items[i], a);
  if (names.count && !role.size && r->authors_incomplete) *list_push(a, &names) = TEXT("et al");
  return texts_join(a, &names, BETWEEN);
}

static text authors_of(const hit *h, arena *a) { return people_of(h->record, TEXT(""), a); }
static text editors_of(const hit *h, arena *a) { return people_of(h->record, TEXT("editor"), a); }

static text journal_of(const hit *h, arena *a) {
  (void)a;
  return h->record->journal.size ? h->record->journal : h->record->journal_abbreviation;
}

static text book_of(const hit *h, arena *a) {
  (void)a;
  return citation_book(h->record);
}

static text year_of(const hit *h, arena *a) {
  int year = record_year(h->record);
  return year ? arena_printf(a, "%d", year) : TEXT("");
}

static text abstract_of(const hit *h, arena *a) { return record_abstract_text(h->record, a); }

static text keywords_of(const hit *h, arena *a) {
  texts words = {0};
  for (size_t i = 0; i < h->record->keywords.count; i++) {
    const keyword *k = &h->record->keywords.items[i];
    *list_push(a, &words) = tagged_star(k->major, k->text, a);
  }
  return texts_join(a, &words, BETWEEN);
}

static text mesh_of(const hit *h, arena *a) {
  texts words = {0};
  for (size_t i = 0; i < h->record->headings.count; i++)
    *list_push(a, &words) = tagged_heading(&h->record->headings.items[i], a);
  return texts_join(a, &words, BETWEEN);
}

static text types_of(const hit *h, arena *a) {
  texts types = {0};
  for (size_t i = 0; i < h->record->publication_types.count; i++)
    *list_push(a, &types) = h->record->publication_types.items[i].name;
  return texts_join(a, &types, BETWEEN);
}

static text languages_of(const hit *h, arena *a) {
  texts names = {0};
  for (size_t i = 0; i < h->record->languages.count; i++) {
    const language *found = language_find(h->record->languages.items[i]);
    *list_push(a, &names) = found ? found->name : h->record->languages.items[i];
  }
  return texts_join(a, &names, BETWEEN);
}

static text numbers_of(const record *r, bool isbn, arena *a) {
  texts numbers = {0};
  for (size_t i = 0; i < r->issns.count; i++) {
    const kinded *number = &r->issns.items[i];
    if (text_equal(number->kind, TEXT("ISBN")) == isbn && !texts_contain(&numbers, number->text))
      *list_push(a, &numbers) = number->text;
  }
  return texts_join(a, &numbers, BETWEEN);
}

static text issn_of(const hit *h, arena *a) { return numbers_of(h->record, false, a); }
static text isbn_of(const hit *h, arena *a) { return numbers_of(h->record, true, a); }

static text urls_of(const hit *h, arena *a) { return texts_join(a, &h->record->urls, BETWEEN); }

static text affiliations_of(const hit *h, arena *a) {
  texts all = {0};
  for (size_t i = 0; i < h->record->people.count; i++) {
    const texts *list = &h->record->people.items[i].affiliations;
    for (size_t k = 0; k < list->count && !h->record->people.items[i].role.size; k++)
      if (!texts_contain(&all, list->items[k])) *list_push(a, &all) = list->items[k];
  }
  return texts_join(a, &all, BETWEEN);
}

/* Of a stub, the citation by which it is known. */
static text notes_of(const hit *h, arena *a) {
  texts notes = {0};
  for (size_t i = 0; i < h->record->notes.count; i++)
    *list_push(a, &notes) = h->record->notes.items[i].text;
  if (!h->in_library && h->citation.size) *list_push(a, &notes) = h->citation;
  return texts_join(a, &notes, BETWEEN);
}

static const struct {
  text name;
  column_value *value; /* NULL: a text of the record */
  size_t member;
} columns_of_table[] = {
    {TEXT_STATIC("id"), id_of, 0},
    {TEXT_STATIC("pmid"), pmid_of, 0},
    {TEXT_STATIC("pmcid"), pmcid_of, 0},
    {TEXT_STATIC("doi"), doi_of, 0},
    {TEXT_STATIC("type"), NULL, offsetof(record, type)},
    {TEXT_STATIC("title"), title_of, 0},
    {TEXT_STATIC("authors"), authors_of, 0},
    {TEXT_STATIC("editors"), editors_of, 0},
    {TEXT_STATIC("year"), year_of, 0},
    {TEXT_STATIC("published"), NULL, offsetof(record, published)},
    {TEXT_STATIC("journal"), journal_of, 0},
    {TEXT_STATIC("journal_abbreviation"), NULL, offsetof(record, journal_abbreviation)},
    {TEXT_STATIC("book_title"), book_of, 0},
    {TEXT_STATIC("series"), NULL, offsetof(record, series)},
    {TEXT_STATIC("volume"), NULL, offsetof(record, volume)},
    {TEXT_STATIC("issue"), NULL, offsetof(record, issue)},
    {TEXT_STATIC("pages"), NULL, offsetof(record, pages)},
    {TEXT_STATIC("article_number"), NULL, offsetof(record, article_number)},
    {TEXT_STATIC("edition"), NULL, offsetof(record, edition)},
    {TEXT_STATIC("publisher"), NULL, offsetof(record, publisher)},
    {TEXT_STATIC("place"), NULL, offsetof(record, place)},
    {TEXT_STATIC("country"), NULL, offsetof(record, country)},
    {TEXT_STATIC("issn"), issn_of, 0},
    {TEXT_STATIC("isbn"), isbn_of, 0},
    {TEXT_STATIC("abstract"), abstract_of, 0},
    {TEXT_STATIC("keywords"), keywords_of, 0},
    {TEXT_STATIC("mesh"), mesh_of, 0},
    {TEXT_STATIC("publication_types"), types_of, 0},
    {TEXT_STATIC("language"), languages_of, 0},
    {TEXT_STATIC("original_title"), NULL, offsetof(record, vernacular_title)},
    {TEXT_STATIC("affiliations"), affiliations_of, 0},
    {TEXT_STATIC("url"), urls_of, 0},
    {TEXT_STATIC("copyright"), NULL, offsetof(record, copyright)},
    {TEXT_STATIC("notes"), notes_of, 0},
};

/* --- The writers --- */

static void add_header(output *out, const table_form *form) {
  for (size_t i = 0; i < COUNT(columns_of_table); i++) {
    if (i) buffer_add_byte(&out->bytes, form->separator);
    buffer_add(&out->bytes, columns_of_table[i].name);
  }
  buffer_add(&out->bytes, form->line_end);
}

static void add_row(output *out, const hit *h, const table_form *form) {
  for (size_t i = 0; i < COUNT(columns_of_table); i++) {
    const void *member = (const char *)h->record + columns_of_table[i].member;
    column_value *make = columns_of_table[i].value;
    if (i) buffer_add_byte(&out->bytes, form->separator);
    add_cell(&out->bytes, form, make ? make(h, out->scratch) : *(const text *)member, out->scratch);
  }
  buffer_add(&out->bytes, form->line_end);
}

static void csv_begin(output *out) { add_header(out, &with_commas); }
static void csv_hit(output *out, const hit *h) { add_row(out, h, &with_commas); }
static void tsv_begin(output *out) { add_header(out, &with_tabs); }
static void tsv_hit(output *out, const hit *h) { add_row(out, h, &with_tabs); }

#define CARRIES \
  "names, titles, journal or book, date, abstract, MeSH, keywords, types, identifiers, notes"

const writer writer_csv = {
    .name = "csv",
    .summary = "a table with a header, parted by commas: a row a record",
    .carries = CARRIES,
    .begin = csv_begin,
    .hit = csv_hit,
};

const writer writer_tsv = {
    .name = "tsv",
    .summary = "the same table, parted by tabs",
    .carries = CARRIES,
    .begin = tsv_begin,
    .hit = tsv_hit,
};
