/* Values that are lists: people, numbers, addresses, keywords, languages. */
#include "model/identifier.h"
#include "model/language.h"
#include "model/link.h"
#include "read/abstract.h"
#include "read/citation.h"
#include "read/copyright.h"
#include "read/draft.h"
#include "read/identify.h"
#include "read/plain.h"
#include "read/subject.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- People --- */

static bool is_and_others(text name) {
  static const text words[] = {TEXT_STATIC("et al"), TEXT_STATIC("others"),
                               TEXT_STATIC("and others")};
  name = text_trim_end(name, ".");
  for (size_t i = 0; i < COUNT(words); i++)
    if (text_equal_nocase(name, words[i])) return true;
  return false;
}

void draft_people(draft *d, text role, text value) {
  record *r = d->record;
  text line, name, rest = plain_paragraphs(r->arena, value);
  while (text_take_line(&rest, &line))
    while (text_take_until(&line, ';', &name)) {
      name = text_trim(name);
      if (!name.size) continue;
      if (is_and_others(name)) {
        r->authors_incomplete = true;
        continue;
      }
      person *p = list_push(r->arena, &r->people);
      p->role = role;
      person_read(p, name, r->arena);
    }
}

void draft_authors(draft *d, text tag, text value) {
  (void)tag;
  draft_people(d, TEXT(""), value);
}

void draft_editors(draft *d, text tag, text value) {
  (void)tag;
  draft_people(d, TEXT("editor"), value);
}

void draft_affiliations(draft *d, text tag, text value) {
  (void)tag;
  text line;
  while (text_take_line(&value, &line))
    if (text_trim(line).size) *list_push(d->record->arena, &d->addresses) = line;
}

/* --- Dates and identifiers --- */

static void set_date(draft *d, text *first, text *second, text tag, text value) {
  if (!first->size) *first = value;
  else if (!second->size) *second = value;
  else if (!text_equal(*first, value)) draft_extra(d, tag, value);
}

void draft_year(draft *d, text tag, text value) { set_date(d, &d->year, &d->date, tag, value); }
void draft_date(draft *d, text tag, text value) { set_date(d, &d->date, &d->year, tag, value); }

void draft_doi(draft *d, text tag, text value) {
  record *r = d->record;
  text doi = identifier_find_doi(r->arena, plain_text(r->arena, value));
  if (doi.size) record_add_id(r, TEXT("doi"), doi);
  else draft_extra(d, tag, value);
}

/* --- ISSNs and ISBNs --- */

/* Digits and a closing X without hyphens; 0 where there is anything else. */
static size_t compact(text token, char digits[static 14]) {
  size_t size = 0;
  for (size_t i = 0; i < token.size; i++) {
    char byte = ascii_upper(token.data[i]);
    bool check = byte == 'X' && (size == 7 || size == 9);
    if (byte == '-') continue;
    if ((!ascii_is_digit(byte) && !check) || size == 13) return 0;
    digits[size++] = byte;
  }
  return size;
}

/* A number that is there already says nothing new without a kind of its own. */
static void add_number(record *r, text kind, text number) {
  for (size_t i = 0; i < r->issns.count; i++) {
    kinded *there = &r->issns.items[i];
    if (!text_equal(there->text, number)) continue;
    if (!there->kind.size) there->kind = kind;
    if (!kind.size || text_equal(there->kind, kind)) return;
  }
  *list_push(r->arena, &r->issns) = (kinded){kind, number};
}

static bool take_number(record *r, text token, text kind) {
  char digits[14];
  size_t size = compact(token, digits);
  bool isbn = size == 10 || size == 13;
  if (size == 8) add_number(r, kind, arena_printf(r->arena, "%.4s-%.4s", digits, digits + 4));
  else if (isbn) add_number(r, TEXT("ISBN"), arena_text(r->arena, token));
  return size == 8 || isbn;
}

/* NLM's name of a kind of ISSN: "(electronic)" gives "Electronic", anything else nothing. */
static text number_kind(text token) {
  static const text kinds[] = {TEXT_STATIC("Print"), TEXT_STATIC("Electronic"),
                               TEXT_STATIC("Linking")};
  token = text_trim_end(text_slice(token, 1, token.size), ")");
  for (size_t i = 0; i < COUNT(kinds); i++)
    if (text_equal_nocase(token, kinds[i])) return kinds[i];
  return (text){"", 0};
}

/* The next run without white space, commas or semicolons; false at the end. */
static bool take_token(text *rest, text *token) {
  static const text separators = TEXT_STATIC(" ,;");
  size_t from = 0;
  while (from < rest->size && text_find_byte(separators, rest->data[from]) != TEXT_NONE) from++;
  size_t to = from;
  while (to < rest->size && text_find_byte(separators, rest->data[to]) == TEXT_NONE) to++;
  *token = text_slice(*rest, from, to);
  *rest = text_slice(*rest, to, rest->size);
  return token->size > 0;
}

void draft_serial_numbers(draft *d, text tag, text value) {
  record *r = d->record;
  text rest = plain_text(r->arena, value), token, next;
  bool any = false;
  while (take_token(&rest, &token)) {
    text ahead = rest, kind = {"", 0};
    if (take_token(&ahead, &next) && text_starts(next, TEXT("("))) kind = number_kind(next);
    any |= take_number(r, token, kind);
  }
  if (!any) draft_extra(d, tag, value);
}

/* --- Addresses on the web --- */

static void add_url(draft *d, text url) {
  record *r = d->record;
  url = text_trim_end(text_trim(url), ";");
  if (!url.size || identify_address(r, url)) return;
  url = arena_text(r->arena, url);
  if (!texts_contain(&r->urls, url)) *list_push(r->arena, &r->urls) = url;
}

/* The start of another address behind white space or a semicolon, or the end. */
static size_t url_end(text rest) {
  for (size_t at = 1; at < rest.size; at++) {
    bool parted = rest.data[at - 1] == ';' || ascii_is_space(rest.data[at - 1]);
    if (parted && text_starts_nocase(text_slice(rest, at, rest.size), TEXT("http"))) return at;
  }
  return rest.size;
}

void draft_urls(draft *d, text tag, text value) {
  (void)tag;
  while (value.size) {
    size_t end = url_end(value);
    add_url(d, text_slice(value, 0, end));
    value = text_slice(value, end, value.size);
  }
}

/* --- Text --- */

static bool has_section(const record *r, text words) {
  for (size_t i = 0; i < r->abstract.count; i++)
    if (text_equal(r->abstract.items[i].text, words)) return true;
  return false;
}

/* In one line: a label that stands on a line of its own is given a colon. */
static text join_lines(arena *a, text lines) {
  text joined = {"", 0}, line, label, rest;
  while (text_take_line(&lines, &line)) {
    text marked = arena_join(a, line, TEXT(""), TEXT(":"));
    bool alone = abstract_label(marked, &label, &rest) && label.size == line.size;
    joined = arena_join(a, joined, TEXT(" "), alone ? marked : line);
  }
  return joined;
}

/* Without the heading "Abstract" on a line of its own or before a label, which pages copy along. */
static text skip_heading(text words) {
  static const text heading = TEXT_STATIC("Abstract");
  text label, rest = text_slice(words, heading.size + 1, words.size);
  if (!text_starts(words, heading) || words.size <= heading.size) return words;
  char after = words.data[heading.size];
  bool skip =
      after == '\n' || after == ':' || (after == ' ' && abstract_label(rest, &label, &rest));
  return skip ? text_trim(text_slice(words, heading.size + 1, words.size)) : words;
}

void draft_abstract(draft *d, text tag, text value) {
  (void)tag;
  record *r = d->record;
  text words = skip_heading(plain_paragraphs(r->arena, value));
  text copyright = copyright_take(&words);
  if (!r->copyright.size) r->copyright = arena_squeeze(r->arena, copyright);
  sections more = {0};
  abstract_add(&more, join_lines(r->arena, words), r->arena);
  for (size_t i = 0; i < more.count; i++)
    if (!has_section(r, more.items[i].text)) *list_push(r->arena, &r->abstract) = more.items[i];
}

void draft_headings(draft *d, text tag, text value) {
  (void)tag;
  text rest = plain_text(d->record->arena, value), word;
  while (text_take_until(&rest, ';', &word)) {
    word = text_trim(word);
    if (!word.size) continue;
    heading_add(d->record, word);
    *list_push(d->record->arena, &d->headings) = word;
  }
}

/* Whether the word only repeats a heading; each is repeated once. */
static bool repeats_heading(draft *d, text word) {
  for (size_t i = 0; i < d->headings.count; i++)
    if (text_equal(d->headings.items[i], word)) {
      d->headings.items[i] = (text){"", 0};
      return word.size > 0;
    }
  return false;
}

void draft_keywords(draft *d, text tag, text value) {
  (void)tag;
  record *r = d->record;
  text line, rest = plain_paragraphs(r->arena, value), word;
  while (text_take_line(&rest, &line))
    while (text_take_until(&line, ';', &word))
      if (!repeats_heading(d, text_trim(word))) subject_add(r, word, d->of_medline);
}

void draft_languages(draft *d, text tag, text value) {
  (void)tag;
  record *r = d->record;
  text line, name, rest = plain_paragraphs(r->arena, value);
  while (text_take_line(&rest, &line))
    while (text_take_until(&line, text_find_byte(line, ';') == TEXT_NONE ? ',' : ';', &name)) {
      const language *found = language_find(name);
      text code = found ? found->code : text_trim(name);
      if (code.size && !texts_contain(&r->languages, code))
        *list_push(r->arena, &r->languages) = code;
    }
}

void draft_publication_type(draft *d, text tag, text value) {
  (void)tag;
  record *r = d->record;
  value = plain_text(r->arena, value);
  for (size_t i = 0; i < r->publication_types.count; i++)
    if (text_equal_nocase(r->publication_types.items[i].name, value)) return;
  if (value.size) list_push(r->arena, &r->publication_types)->name = value;
}

void draft_funding(draft *d, text tag, text value) {
  (void)tag;
  record *r = d->record;
  text rest = plain_text(r->arena, value), grant, agency, numbers, number;
  while (text_take_until(&rest, ';', &grant)) {
    text_cut(text_trim(grant), TEXT("["), &agency, &numbers);
    numbers = text_trim_end(numbers, "] ");
    while (text_take_until(&numbers, ',', &number)) {
      funding *f = list_push(r->arena, &r->grants);
      f->agency = text_trim(agency);
      f->number = text_trim(number);
    }
  }
}

void draft_note(draft *d, text tag, text value) {
  (void)tag;
  record *r = d->record;
  value = plain_paragraphs(r->arena, value);
  if (!value.size) return;
  kinded *note = list_push(r->arena, &r->notes);
  note->kind = TEXT("general");
  note->text = value;
}

void draft_cites(draft *d, text tag, text citation) {
  (void)tag;
  record *r = d->record;
  citation = text_trim_end(plain_text(r->arena, citation), ";");
  if (!citation.size) return;
  link *cited = record_add_link(r, TEXT("cites"));
  cited->citation = citation;
  citation_add_ids(citation, &cited->ids, r->arena);
}
