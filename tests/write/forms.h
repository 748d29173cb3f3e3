/* Normal forms: what a format can carry of a part of a record. Each makes a record into what it is
 * after a way through such a format; the tests of round trips compare records in these forms. */
#ifndef CARREL_TESTS_WRITE_FORMS_H
#define CARREL_TESTS_WRITE_FORMS_H

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/identifier.h"
#include "model/language.h"
#include "model/link.h"
#include "model/type.h"
#include "read/abstract.h"
#include "write/citation.h"
#include "write/tagged.h"

typedef void normal_form(record *r, arena *a);

#define EMPTY \
  (text) { "", 0 }

/* In one line, without control characters. */
static text one_line(text words, arena *a) {
  buffer line = {0};
  utf8_add_line(&line, words);
  text made = arena_squeeze(a, buffer_text(&line));
  buffer_finish(&line);
  return made;
}

/* --- Order and duplicates --- */

static int compare_ids(const void *a, const void *b) {
  const identifier *one = a, *other = b;
  int order = text_compare(one->scheme, other->scheme);
  return order ? order : text_compare(one->value, other->value);
}

static int compare_kinded(const void *a, const void *b) {
  const kinded *one = a, *other = b;
  int order = text_compare(one->kind, other->kind);
  return order ? order : text_compare(one->text, other->text);
}

static int compare_texts(const void *a, const void *b) {
  return text_compare(*(const text *)a, *(const text *)b);
}

/* The order of identifiers and of dates means nothing. */
static void unordered(record *r, arena *a) {
  (void)a;
  r->source_line = 0;
  if (r->dates.count) qsort(r->dates.items, r->dates.count, sizeof(kinded), compare_kinded);
  if (r->ids.count) qsort(r->ids.items, r->ids.count, sizeof(identifier), compare_ids);
}

/* --- People --- */

/* Of the people those with these roles (NULL at the end), by their names alone. */
static void names_of_roles(record *r, arena *a, const char *const *roles) {
  record all = *r;
  memset(&r->people, 0, sizeof r->people);
  for (size_t k = 0; roles[k]; k++)
    for (size_t i = 0; i < all.people.count; i++) {
      const person *p = &all.people.items[i];
      if (!text_equal(p->role, text_of(roles[k]))) continue;
      *list_push(a, &r->people) = (person){.family = p->family,
                                           .given = p->given.size ? p->given : p->initials,
                                           .suffix = p->suffix,
                                           .collective = p->collective,
                                           .role = p->role};
    }
}

/* A group of one word could not be told from a person. */
static void groups_of_words(record *r) {
  for (size_t i = 0; i < r->people.count; i++) {
    person *p = &r->people.items[i];
    if (!p->collective.size || text_find_byte(p->collective, ' ') != TEXT_NONE) continue;
    p->family = p->collective;
    p->collective = EMPTY;
  }
}

/* A name that is not known in parts is taken apart. */
static void names_of_ris(record *r, arena *a) {
  names_of_roles(r, a, (const char *const[]){"", "editor", "series-editor", "translator", NULL});
  groups_of_words(r);
  for (size_t i = 0; i < r->people.count; i++) {
    person *p = &r->people.items[i], read = {0};
    bool whole = !p->given.size && !p->suffix.size && !p->collective.size;
    if (!whole || text_find_byte(p->family, ' ') == TEXT_NONE) continue;
    person_read(&read, p->family, a);
    p->family = read.family, p->given = read.given, p->collective = read.collective;
  }
}

/* Given names of nothing but initials, "JA", are written "J. A.". */
static void names_of_bibtex(record *r, arena *a) {
  record all = *r;
  names_of_roles(r, a, (const char *const[]){"", "editor", "translator", "book-author", NULL});
  groups_of_words(r);
  for (size_t i = 0; i < r->people.count; i++) {
    person *p = &r->people.items[i];
    text given = EMPTY;
    bool initials = p->given.size > 1;
    for (size_t k = 0; k < p->given.size; k++) {
      initials = initials && ascii_is_upper(p->given.data[k]);
      given = arena_join(a, given, TEXT(" "), arena_printf(a, "%c.", p->given.data[k]));
    }
    if (initials) p->given = given;
    /* A family name of several words without given names could not be told from a group. */
    bool alone = !p->given.size && !p->suffix.size && text_find_byte(p->family, ' ') != TEXT_NONE;
    if (alone) p->collective = p->family, p->family = EMPTY;
  }
  for (size_t i = 0, k = 0; i < all.people.count; i++) {
    text orcid = identifiers_find(&all.people.items[i].ids, TEXT("orcid"));
    if (all.people.items[i].role.size) continue;
    if (orcid.size) identifiers_add(a, &r->people.items[k].ids, TEXT("orcid"), orcid);
    k++;
  }
}

/* --- Titles and journals --- */

static void one_title(record *r, arena *a) {
  (void)a;
  if (text_equal(r->title, r->book_title)) r->book_title = EMPTY;
  if (r->title.size) return;
  text *other = r->book_title.size ? &r->book_title : &r->vernacular_title;
  r->title = *other;
  *other = EMPTY;
}

/* Where only the short name is known it serves as the name. */
static void one_journal(record *r, arena *a) {
  (void)a;
  if (r->journal.size) return;
  r->journal = r->journal_abbreviation;
  r->journal_abbreviation = EMPTY;
}

/* --- Text --- */

/* Sections as their labels tell them apart; NLM's categories go. */
static void sections_by_label(record *r, arena *a) {
  text whole = record_abstract_text(r, a);
  memset(&r->abstract, 0, sizeof r->abstract);
  abstract_add(&r->abstract, whole, a);
}

static void plain_types(record *r, arena *a) {
  texts seen = {0};
  size_t kept = 0;
  for (size_t i = 0; i < r->publication_types.count; i++) {
    text name = r->publication_types.items[i].name;
    if (texts_contain(&seen, name)) continue;
    *list_push(a, &seen) = name;
    r->publication_types.items[kept++] = (named){.name = name};
  }
  r->publication_types.count = kept;
}

static void plain_headings(record *r, arena *a) {
  (void)a;
  for (size_t i = 0; i < r->headings.count; i++) {
    heading *h = &r->headings.items[i];
    h->ui = h->kind = EMPTY;
    for (size_t k = 0; k < h->qualifiers.count; k++) h->qualifiers.items[k].ui = EMPTY;
  }
}

static void plain_keywords(record *r, arena *a) {
  (void)a;
  for (size_t i = 0; i < r->keywords.count; i++) r->keywords.items[i].owner = EMPTY;
}

/* Each number once, without its kind unless it is an ISBN. */
static void plain_issns(record *r, arena *a) {
  record all = *r;
  texts seen = {0};
  memset(&r->issns, 0, sizeof r->issns);
  for (int isbn = 0; isbn <= 1; isbn++)
    for (size_t i = 0; i < all.issns.count; i++) {
      kinded number = all.issns.items[i];
      if (text_equal(number.kind, TEXT("ISBN")) != (isbn == 1)) continue;
      if (texts_contain(&seen, number.text)) continue;
      *list_push(a, &seen) = number.text;
      *list_push(a, &r->issns) = (kinded){isbn ? number.kind : EMPTY, number.text};
    }
}

static void type_of_ris(record *r, arena *a) {
  (void)a;
  r->type = record_type_of_ris(record_type_named(r->type)->ris)->name;
}

/* Languages by the codes that we have for them. */
static void known_languages(record *r, arena *a) {
  (void)a;
  for (size_t i = 0; i < r->languages.count; i++) {
    const language *found = language_find(r->languages.items[i]);
    if (found) r->languages.items[i] = found->code;
  }
}

/* Addresses that say no more than an identifier does go with it. */
static void further_urls(record *r, arena *a) {
  size_t kept = 0;
  (void)a;
  for (size_t i = 0; i < r->urls.count; i++)
    if (!text_starts(r->urls.items[i], TEXT("https://pubmed.ncbi.nlm.nih.gov/")))
      r->urls.items[kept++] = r->urls.items[i];
  r->urls.count = kept;
}

/* "1978 Sep-OCT" */
static void capital_months(record *r, arena *a) {
  text copy = arena_text(a, r->published);
  char *bytes = (char *)(size_t)copy.data;
  for (size_t i = 1; i < copy.size; i++)
    if (ascii_is_letter(bytes[i - 1])) bytes[i] = ascii_lower(bytes[i]);
  r->published = copy;
}

/* The one page of "101-101". */
static void one_page(record *r, arena *a) {
  text first, last;
  (void)a;
  if (text_cut(r->pages, TEXT("-"), &first, &last) && text_equal(first, last)) r->pages = first;
}

/* ISSNs, then ISBNs. */
static void parted_issns(record *r, arena *a) {
  record all = *r;
  memset(&r->issns, 0, sizeof r->issns);
  for (int isbn = 0; isbn <= 1; isbn++)
    for (size_t i = 0; i < all.issns.count; i++)
      if (text_equal(all.issns.items[i].kind, TEXT("ISBN")) == (isbn == 1))
        *list_push(a, &r->issns) = all.issns.items[i];
}

/* Types of records that share a type of entries become the first of them. */
static void type_of_bibtex(record *r, arena *a) {
  (void)a;
  r->type = record_type_of_bibtex(record_type_named(r->type)->bibtex)->name;
}

/* The first note, and all others as one. */
static void two_notes(record *r, arena *a) {
  texts rest = {0};
  for (size_t i = 0; i < r->notes.count; i++) {
    r->notes.items[i].kind = TEXT("general");
    r->notes.items[i].text = one_line(r->notes.items[i].text, a);
    if (i) *list_push(a, &rest) = r->notes.items[i].text;
  }
  if (r->notes.count < 3) return;
  r->notes.items[1].text = texts_join(a, &rest, TEXT(" "));
  r->notes.count = 2;
}

/* Kinds and line ends of notes go. */
static void plain_notes(record *r, arena *a) {
  for (size_t i = 0; i < r->notes.count; i++)
    r->notes.items[i] = (kinded){TEXT("general"), one_line(r->notes.items[i].text, a)};
}

/* --- Extras --- */

static void extras_with(record *r, arena *a, const char *prefix) {
  record all = *r;
  memset(&r->extras, 0, sizeof r->extras);
  for (size_t i = 0; i < all.extras.count; i++)
    if (text_starts(all.extras.items[i].kind, text_of(prefix)) &&
        !text_equal(all.extras.items[i].kind, TEXT("bibtex:key")))
      *list_push(a, &r->extras) = all.extras.items[i];
}

static void extras_of_ris(record *r, arena *a) { extras_with(r, a, "ris:"); }
static void extras_of_bibtex(record *r, arena *a) { extras_with(r, a, "bibtex:"); }
static void extras_of_nbib(record *r, arena *a) { extras_with(r, a, "nbib:"); }

#endif
