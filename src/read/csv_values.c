/* Values of cells: what programs do to them, identifiers, types, subjects. */
#include "base/date.h"
#include "model/identifier.h"
#include "model/type.h"
#include "read/csv.h"
#include "read/identify.h"
#include "read/plain.h"
#include "read/subject.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define MOST_COMPARED 500 /* of a longer list only these are looked at for a word that is there */

/* --- Cells --- */

/* What programs write where there is nothing. */
static bool is_placeholder(text cell) {
  static const text words[] = {TEXT_STATIC("NA"),   TEXT_STATIC("NaN"),  TEXT_STATIC("nan"),
                               TEXT_STATIC("N/A"),  TEXT_STATIC("n/a"),  TEXT_STATIC("#N/A"),
                               TEXT_STATIC("NULL"), TEXT_STATIC("null"), TEXT_STATIC("None"),
                               TEXT_STATIC("[]"),   TEXT_STATIC("-")};
  for (size_t i = 0; i < COUNT(words); i++)
    if (text_equal(cell, words[i])) return true;
  return false;
}

/* ="0123", by which Excel is kept from taking a number for one. */
static text without_formula(text cell) {
  bool formula = cell.size >= 3 && text_starts(cell, TEXT("=\"")) && text_ends(cell, TEXT("\""));
  return formula ? text_slice(cell, 2, cell.size - 1) : cell;
}

/* '=x, by which a spreadsheet is kept from running a text as a formula. */
static text without_apostrophe(text cell) {
  bool guarded = cell.size > 1 && cell.data[0] == '\'' &&
                 text_find_byte(TEXT("=+-@"), cell.data[1]) != TEXT_NONE;
  return guarded ? text_slice(cell, 1, cell.size) : cell;
}

/* "2014.0", as a whole number becomes in a column where some are missing. */
static text without_fraction(text cell) {
  text whole = text_slice(cell, 0, cell.size - 2);
  bool fraction = cell.size > 2 && text_ends(cell, TEXT(".0")) && text_all_digits(whole);
  return fraction ? whole : cell;
}

/* Takes 'item' or "item" and a comma behind it off the inside of a list. */
static bool take_item(text *rest, buffer *items) {
  *rest = text_trim(*rest);
  if (rest->size < 2 || (rest->data[0] != '\'' && rest->data[0] != '"')) return false;
  char quote = rest->data[0];
  size_t at = 1;
  if (items->size) buffer_add_byte(items, '\n');
  for (; at < rest->size && rest->data[at] != quote; at++) {
    if (rest->data[at] == '\\' && at + 1 < rest->size) at++;
    buffer_add_byte(items, rest->data[at]);
  }
  bool closed = at < rest->size;
  *rest = text_trim(text_slice(*rest, at + 1, rest->size));
  if (!rest->size) return closed;
  bool parted = rest->data[0] == ',';
  *rest = text_slice(*rest, 1, rest->size);
  return closed && parted;
}

/* ['a', 'b'], as Python and JSON print a list. */
static text list_lines(text cell, arena *a) {
  if (cell.size < 4 || cell.data[0] != '[' || cell.data[cell.size - 1] != ']') return cell;
  text rest = text_slice(cell, 1, cell.size - 1);
  buffer items = {0};
  bool list = true;
  while (list && rest.size) list = take_item(&rest, &items);
  if (items.failed) a->failed = true;
  text lines = list ? arena_text(a, buffer_text(&items)) : cell;
  buffer_finish(&items);
  return lines;
}

text csv_clean(text cell, arena *a) {
  cell = without_apostrophe(without_formula(text_trim(cell)));
  cell = without_fraction(text_trim(cell));
  return is_placeholder(cell) ? (text){"", 0} : list_lines(cell, a);
}

bool csv_take_outside(text *rest, char separator, text *piece) {
  size_t depth = 0, at = 0;
  if (!rest->size) return false;
  for (; at < rest->size && (depth || rest->data[at] != separator); at++) {
    char byte = rest->data[at];
    if (byte == '(' || byte == '[') depth++;
    else if ((byte == ')' || byte == ']') && depth) depth--;
    else if (byte == '\n') depth = 0;
  }
  *piece = text_trim(text_slice(*rest, 0, at));
  *rest = text_slice(*rest, at + 1, rest->size);
  return true;
}

/* What parts the items of a list. */
static char list_separator(text list) {
  static const char marks[] = {'\n', ';', '|'};
  for (size_t i = 0; i < sizeof marks; i++)
    if (text_find_byte(list, marks[i]) != TEXT_NONE) return marks[i];
  return ',';
}

/* --- Identifiers --- */

/* Adds what the value is in the scheme, or keeps it as it is. */
static void take_id(draft *d, text scheme, text column, text value) {
  identifier id = identifier_normal(d->record->arena, scheme, value);
  if (id.value.size) record_add_id(d->record, scheme, value);
  else csv_take_id(d, column, value);
}

void csv_take_pmid(draft *d, text column, text value) { take_id(d, TEXT("pmid"), column, value); }

void csv_take_pmcid(draft *d, text column, text value) { take_id(d, TEXT("pmc"), column, value); }

/* Whether the value, perhaps with a scheme before it, is one of the record's identifiers. */
static bool is_known_id(const record *r, text value) {
  identifier id;
  return identifier_read(r->arena, value, &id) && identifiers_contain(&r->ids, id);
}

/* A number of whatever database: known by its form or its column's name. */
void csv_take_id(draft *d, text column, text value) {
  static const struct {
    text column, scheme;
  } named[] = {{TEXT_STATIC("NIHMS ID"), TEXT_STATIC("mid")},
               {TEXT_STATIC("NIHMSID"), TEXT_STATIC("mid")},
               {TEXT_STATIC("EID"), TEXT_STATIC("scopus")},
               {TEXT_STATIC("PUI"), TEXT_STATIC("embase")},
               {TEXT_STATIC("Lens ID"), TEXT_STATIC("lens")},
               {TEXT_STATIC("arXiv"), TEXT_STATIC("arxiv")},
               {TEXT_STATIC("arXiv ID"), TEXT_STATIC("arxiv")},
               {TEXT_STATIC("NCT Number"), TEXT_STATIC("nct")}};
  record *r = d->record;
  size_t before = r->ids.count;
  if (is_known_id(r, value)) return;
  for (size_t i = 0; i < COUNT(named); i++)
    if (text_equal_nocase(named[i].column, column)) record_add_id(r, named[i].scheme, value);
  if (r->ids.count == before) identify_labelled(r, value);
  if (r->ids.count == before) identify_address(r, value);
  if (r->ids.count == before) draft_extra(d, column, value);
}

/* Numbers of registered trials are accessions, as in MEDLINE. */
void csv_take_trials(draft *d, text column, text value) {
  record *r = d->record;
  text number;
  char separator = list_separator(value);
  while (csv_take_outside(&value, separator, &number)) {
    if (text_starts(number, TEXT("NCT")))
      *list_push(r->arena, &r->accessions) = (kinded){TEXT("ClinicalTrials.gov"), number};
    else draft_extra(d, column, number);
  }
}

void csv_take_issn(draft *d, text column, text value) {
  text number;
  while (csv_take_outside(&value, ';', &number)) draft_serial_numbers(d, column, number);
}

void csv_take_electronic_issn(draft *d, text column, text value) {
  draft_serial_numbers(d, column,
                       arena_join(d->record->arena, value, TEXT(" "), TEXT("(Electronic)")));
}

/* Embase's OpenURL tells the ISSN too. */
static void take_open_url(draft *d, text column, text url) {
  static const text name = TEXT_STATIC("issn=");
  size_t at = text_find(url, name);
  text issn, rest;
  if (at == TEXT_NONE || d->record->issns.count) return;
  text_cut(text_slice(url, at + name.size, url.size), TEXT("&"), &issn, &rest);
  if (issn.size >= 8) draft_serial_numbers(d, column, issn);
}

void csv_take_urls(draft *d, text column, text value) {
  if (text_find(value, TEXT("://")) == TEXT_NONE && !text_starts_nocase(value, TEXT("www."))) {
    csv_take_id(d, column, value);
    return;
  }
  draft_urls(d, column, value);
  take_open_url(d, column, value);
}

/* Zotero's "Extra": lines such as "PMID: 1"; what else stands there is kept. */
void csv_take_extra_lines(draft *d, text column, text value) {
  text line;
  while (text_take_line(&value, &line)) {
    size_t before = d->record->ids.count;
    bool labelled = text_starts_nocase(line, TEXT("PM")) && line.size < 30;
    identify_labelled(d->record, line);
    if (!labelled || d->record->ids.count == before) draft_extra(d, column, line);
  }
}

/* --- Types --- */

/* "journalArticle" and "Journal-Article" become "journal article". */
static text spaced(arena *a, text name, char between) {
  buffer words = {0};
  for (size_t i = 0; i < name.size; i++) {
    char byte = name.data[i];
    bool hump = i && ascii_is_upper(byte) && ascii_is_lower(name.data[i - 1]);
    if (hump) buffer_add_byte(&words, between);
    buffer_add_byte(&words,
                    byte == ' ' || byte == '-' || byte == '_' ? between : ascii_lower(byte));
  }
  if (words.failed) a->failed = true;
  text result = arena_text(a, buffer_text(&words));
  buffer_finish(&words);
  return result;
}

static text type_of(arena *a, text name) {
  text hyphened = spaced(a, name, '-');
  const record_type *type = record_type_named(hyphened);
  if (text_equal(type->name, hyphened)) return type->name;
  type = record_type_of_ris(spaced(a, name, ' '));
  if (!type) type = record_type_of_bibtex(hyphened);
  return type ? type->name : (text){"", 0};
}

/* "journalArticle", "JOUR", "Book Section"; what is no type of record is one of publication. */
void csv_take_type(draft *d, text column, text value) {
  record *r = d->record;
  text type = type_of(r->arena, value);
  if (!type.size) csv_take_publication_types(d, column, value);
  else if (!r->type.size) r->type = type;
  else if (!text_equal(r->type, type)) draft_extra(d, column, value);
}

/* Whether databases mean the type of record by that name: a "Letter" or "News" is an article. */
static bool tells_type(text type) {
  static const text telling[] = {TEXT_STATIC("journal-article"),
                                 TEXT_STATIC("conference-paper"),
                                 TEXT_STATIC("book"),
                                 TEXT_STATIC("chapter"),
                                 TEXT_STATIC("preprint"),
                                 TEXT_STATIC("thesis"),
                                 TEXT_STATIC("dataset"),
                                 TEXT_STATIC("patent")};
  for (size_t i = 0; i < COUNT(telling); i++)
    if (text_equal(type, telling[i])) return true;
  return false;
}

/* "Journal Article; Clinical Trial", "Conference Paper". */
void csv_take_publication_types(draft *d, text column, text value) {
  record *r = d->record;
  text name;
  char separator = list_separator(value);
  while (csv_take_outside(&value, separator == ',' ? ';' : separator, &name)) {
    text type = type_of(r->arena, name);
    if (!r->type.size && tells_type(type)) r->type = type;
    draft_publication_type(d, column, name);
  }
}

/* --- Subjects --- */

static bool has_keyword(const record *r, text word) {
  for (size_t i = 0; i < r->keywords.count && i < MOST_COMPARED; i++)
    if (text_equal_nocase(r->keywords.items[i].text, word)) return true;
  return false;
}

static void take_words(draft *d, text owner, bool major, text value) {
  record *r = d->record;
  value = plain_paragraphs(r->arena, value);
  char separator = list_separator(value);
  text word;
  while (csv_take_outside(&value, separator, &word)) {
    if (!word.size || has_keyword(r, word)) continue;
    if (owner.size) *list_push(r->arena, &r->keywords) = (keyword){word, owner, major};
    else subject_add(r, word, d->of_medline);
  }
}

void csv_take_keywords(draft *d, text column, text value) {
  (void)column;
  take_words(d, (text){"", 0}, false, value);
}

/* Scopus's own, which it takes from several vocabularies. */
void csv_take_index_keywords(draft *d, text column, text value) {
  (void)column;
  take_words(d, TEXT("Scopus"), false, value);
}

void csv_take_emtree(draft *d, text column, text value) {
  bool major = text_find_nocase(column, TEXT("major")) != TEXT_NONE;
  take_words(d, TEXT("Emtree"), major, value);
}

/* Names of headings have commas in them, so one comma parts nothing. */
void csv_take_mesh(draft *d, text column, text value) {
  (void)column;
  record *r = d->record;
  value = plain_paragraphs(r->arena, value);
  char separator = list_separator(value);
  size_t commas = 0;
  for (size_t i = 0; i < value.size; i++) commas += value.data[i] == ',';
  if (separator == ',' && commas < 2) separator = '\n';
  text name;
  while (csv_take_outside(&value, separator, &name))
    if (name.size) heading_add(r, name);
}

/* Printed works; a count of them, or their numbers in a database, are kept as they are. */
void csv_take_references(draft *d, text column, text value) {
  text citation, rest = value;
  bool printed = csv_take_outside(&rest, ';', &citation) && citation.size > 20 &&
                 text_find_byte(citation, ' ') != TEXT_NONE;
  while (printed && csv_take_outside(&value, ';', &citation)) draft_cites(d, column, citation);
  if (!printed) draft_extra(d, column, value);
}
