/* Where and when, out of columns that hold it all in one. */
#include "base/date.h"
#include "model/identifier.h"
#include "read/citation.h"
#include "read/csv.h"
#include "read/plain.h"

/* "253-258" beside a first and perhaps a last page of their own. */
static void take_pages(draft *d, text column, text pages) {
  if (!text_starts(pages, d->first_page)) draft_set(d, &d->first_page, column, pages);
  else if (!d->last_page.size) d->first_page = plain_text(d->record->arena, pages);
}

/* --- PubMed --- */

/* "J Inv. 2020 Jan;5(1):1-9. doi: 10.1/x. Epub 2019 Dec 4." */
void csv_take_citation(draft *d, text column, text value) {
  record *r = d->record, printed;
  record_init(&printed, r->arena);
  if (!citation_read(&printed, plain_text(r->arena, value))) {
    draft_extra(d, column, value);
    return;
  }
  if (!d->abbreviation.size) d->abbreviation = printed.journal_abbreviation;
  draft_date(d, column, printed.published);
  draft_set(d, &r->volume, column, printed.volume);
  draft_set(d, &r->issue, column, printed.issue);
  take_pages(d, column, printed.pages);
  r->publication_status = printed.publication_status;
  for (size_t i = 0; i < printed.dates.count; i++)
    record_add_date(r, printed.dates.items[i].kind, printed.dates.items[i].text);
  for (size_t i = 0; i < printed.ids.count; i++)
    record_add_id(r, printed.ids.items[i].scheme, printed.ids.items[i].value);
}

/* --- Embase --- */

static text take_until(text *rest, const char *ends) {
  size_t size = 0;
  text set = text_of(ends);
  while (size < rest->size && text_find_byte(set, rest->data[size]) == TEXT_NONE) size++;
  text part = text_trim(text_slice(*rest, 0, size));
  *rest = text_slice(*rest, size, rest->size);
  return part;
}

/* "3:3 (152-160). Date of Publication: 25 Aug 2004" behind "Journal (2004) ". */
static void read_embase(draft *d, text column, text rest) {
  static const text of_date = TEXT_STATIC("Date of Publication: ");
  static const text of_number = TEXT_STATIC("Article Number: ");
  record *r = d->record;
  text place, notes, volume, issue, pages;
  size_t at = text_find(rest, of_date);
  if (at != TEXT_NONE) {
    text dated = text_slice(rest, at + of_date.size, rest.size);
    draft_date(d, column, take_until(&dated, ";."));
  }
  text_cut(text_slice(rest, 0, at), TEXT(". "), &place, &notes);
  bool numbered = text_cut(rest, of_number, &notes, &volume);
  if (numbered) {
    draft_set(d, &r->article_number, column, take_until(&volume, ",;. "));
    place = text_slice(place, 0, text_find(place, of_number));
  }
  if (text_cut(place, TEXT("("), &place, &pages)) take_pages(d, column, take_until(&pages, ")"));
  text_cut(text_trim(place), TEXT(":"), &volume, &issue);
  draft_set(d, &r->volume, column, text_trim(volume));
  draft_set(d, &r->issue, column, text_trim(issue));
}

/* The place of "(2014)" in "Endoscopic Ultrasound (2014) 3:3", or TEXT_NONE. */
static size_t find_year(text value) {
  for (size_t at = 0; at + 6 <= value.size; at++)
    if (value.data[at] == '(' && value.data[at + 5] == ')' &&
        text_all_digits(text_slice(value, at + 1, at + 5)))
      return at;
  return TEXT_NONE;
}

static bool is_database(text value) {
  static const text names[] = {TEXT_STATIC("Scopus"),         TEXT_STATIC("Embase"),
                               TEXT_STATIC("PubMed"),         TEXT_STATIC("MEDLINE"),
                               TEXT_STATIC("Web of Science"), TEXT_STATIC("WoS"),
                               TEXT_STATIC("CENTRAL"),        TEXT_STATIC("PsycINFO")};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (text_equal_nocase(value, names[i])) return true;
  return false;
}

/* A journal, a citation, or the database. */
void csv_take_source(draft *d, text column, text value) {
  size_t year = find_year(value);
  if (is_database(value)) {
    draft_extra(d, column, value);
  } else if (year != TEXT_NONE) {
    draft_set(d, &d->container, column, text_trim(text_slice(value, 0, year)));
    read_embase(d, column, text_trim(text_slice(value, year + 6, value.size)));
    draft_year(d, column, text_slice(value, year + 1, year + 5));
  } else if (citation_find(value) == 0) {
    csv_take_citation(d, column, value);
  } else {
    draft_set(d, &d->container, column, value);
  }
}

/* --- Dates --- */

/* Beside a year: "Mar" or "3". */
void csv_take_month(draft *d, text column, text value) {
  int month = date_month(value);
  if (d->date.size || !month) draft_extra(d, column, value);
  else d->date = date_month_name(month);
}

/* Behind the month. */
void csv_take_day(draft *d, text column, text value) {
  bool beside_month = date_month(d->date) && !text_all_digits(d->date);
  long long day;
  if (beside_month && text_to_number(value, &day) && day >= 1 && day <= 31)
    d->date = arena_printf(d->record->arena, "%.*s %lld", TEXT_ARG(d->date), day);
  else draft_extra(d, column, value);
}

static void take_date(draft *d, const char *kind, text column, text value) {
  date_span span;
  if (date_read(value, &span)) record_add_date(d->record, text_of(kind), value);
  else draft_extra(d, column, value);
}

void csv_take_created(draft *d, text column, text value) { take_date(d, "created", column, value); }

void csv_take_electronic(draft *d, text column, text value) {
  take_date(d, "electronic", column, value);
}
