/* Putting a draft together. */
#include "read/draft.h"

#include "model/members.h"
#include "model/type.h"
#include "read/plain.h"
#include "read/published.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

void draft_start(draft *d, record *r, const char *format) {
  *d = (draft){.record = r, .format = format};
}

void draft_extra(draft *d, text tag, text value) {
  record *r = d->record;
  value = plain_paragraphs(r->arena, value);
  if (!value.size) return;
  kinded *extra = list_push(r->arena, &r->extras);
  extra->kind = arena_printf(r->arena, "%s:%.*s", d->format, TEXT_ARG(tag));
  extra->text = value;
}

void draft_set(draft *d, text *member, text tag, text value) {
  value = plain_text(d->record->arena, value);
  if (!member->size) *member = value;
  else if (!text_equal_nocase(*member, value)) draft_extra(d, tag, value);
}

/* --- Journals and books --- */

/* "Int. J. Surg. Case Rep.": a period at the end of a word but the last. */
static bool looks_abbreviated(text name) {
  return text_find(name, TEXT(". ")) != TEXT_NONE || text_ends(name, TEXT("."));
}

static bool is_part_of_book(text type) {
  static const text types[] = {TEXT_STATIC("chapter"), TEXT_STATIC("conference-paper"),
                               TEXT_STATIC("encyclopedia-entry"), TEXT_STATIC("dictionary-entry")};
  for (size_t i = 0; i < COUNT(types); i++)
    if (text_equal(type, types[i])) return true;
  return false;
}

static bool stands_in_series(text type) {
  static const text types[] = {TEXT_STATIC("book"), TEXT_STATIC("report"), TEXT_STATIC("thesis"),
                               TEXT_STATIC("proceedings"), TEXT_STATIC("manual")};
  for (size_t i = 0; i < COUNT(types); i++)
    if (text_equal(type, types[i])) return true;
  return false;
}

static void place_container(draft *d) {
  record *r = d->record;
  text *place = is_part_of_book(r->type)    ? &r->book_title
                : stands_in_series(r->type) ? &r->series
                                            : &r->journal;
  if (d->journal.size) r->journal = d->journal;
  draft_set(d, place, TEXT("container"), d->container);
  draft_set(d, &r->series, TEXT("series"), d->series);
  if (!d->abbreviation.size && looks_abbreviated(r->journal)) {
    r->journal_abbreviation = r->journal;
    r->journal = (text){"", 0};
  } else {
    r->journal_abbreviation = d->abbreviation;
  }
}

/* --- Addresses --- */

person *draft_person(draft *d, text name) {
  record *r = d->record;
  person wanted = {0};
  person_read(&wanted, name, r->arena);
  for (size_t i = 0; wanted.initials.size && i < r->people.count; i++) {
    person *p = &r->people.items[i];
    if (text_equal_nocase(p->family, wanted.family) && p->initials.size &&
        p->initials.data[0] == wanted.initials.data[0])
      return p;
  }
  return NULL;
}

static void add_affiliation(record *r, person *p, text address) {
  address = plain_text(r->arena, address);
  if (address.size && !texts_contain(&p->affiliations, address))
    *list_push(r->arena, &p->affiliations) = address;
}

/* "(Liu R.; Adler D.G., mail@example.org) Department ...", "[Liu, Rui; Adler, D] Department ..." */
static bool place_list_address(draft *d, text address) {
  text names, rest, name, mail;
  bool round = text_starts(address, TEXT("("));
  if (!round && !text_starts(address, TEXT("["))) return false;
  if (!text_cut(address, round ? TEXT(") ") : TEXT("] "), &names, &rest)) return false;
  names = text_slice(names, 1, names.size);
  bool placed = false;
  while (text_take_until(&names, ';', &name)) {
    person *p = draft_person(d, text_trim(name));
    if (!p && text_cut(name, TEXT(","), &name, &mail)) p = draft_person(d, text_trim(name));
    if (p) add_affiliation(d->record, p, rest);
    placed |= p != NULL;
  }
  return placed;
}

/* "Adler, Douglas: Department ...", "D.G. Adler, Department ...", "Adler, Douglas, Department". */
static bool place_named_address(draft *d, text address) {
  size_t colon = text_find(address, TEXT(": ")), first = text_find(address, TEXT(", "));
  text after_first = text_slice(address, first + 2, address.size);
  size_t second = first == TEXT_NONE ? TEXT_NONE : text_find(after_first, TEXT(", "));
  if (second != TEXT_NONE) second += first + 2;
  const size_t ends[] = {colon, first, second};
  for (size_t i = 0; i < COUNT(ends); i++) {
    if (ends[i] == TEXT_NONE || ends[i] > 60) continue;
    person *p = draft_person(d, text_slice(address, 0, ends[i]));
    if (!p) continue;
    add_affiliation(d->record, p, text_slice(address, ends[i] + 2, address.size));
    return true;
  }
  return false;
}

static void place_addresses(draft *d) {
  record *r = d->record;
  for (size_t i = 0; i < d->addresses.count; i++) {
    text address = text_trim(d->addresses.items[i]);
    if (!r->people.count) draft_extra(d, TEXT("address"), address);
    else if (!place_list_address(d, address) && !place_named_address(d, address))
      add_affiliation(r, &r->people.items[0], address);
  }
}

/* --- All of it --- */

void draft_finish(draft *d) {
  record *r = d->record;
  r->published = published_date(r->arena, d->year, d->date);
  if (!r->published.size) {
    draft_extra(d, TEXT("year"), d->year);
    draft_extra(d, TEXT("date"), d->date);
  }
  r->pages = published_pages(r->arena, d->first_page, d->last_page);
  if (!r->type.size) r->type = record_type_named((text){"", 0})->name;
  place_container(d);
  place_addresses(d);
}

bool draft_says_something(const draft *d) {
  static const text silent[] = {TEXT_STATIC("source_line"), TEXT_STATIC("type"),
                                TEXT_STATIC("extras")};
  for (size_t i = 0; i < record_members.count; i++) {
    const member *m = &record_members.members[i];
    bool counts = true;
    for (size_t k = 0; k < COUNT(silent); k++) counts = counts && !text_equal(m->name, silent[k]);
    if (counts && !member_is_empty(m, d->record)) return true;
  }
  return false;
}

/* --- Fields by tables --- */

const draft_row *draft_row_of(const draft_row *rows, size_t count, text tag) {
  for (size_t i = 0; i < count; i++)
    if (text_equal_nocase(rows[i].tag, tag)) return &rows[i];
  return NULL;
}

void draft_take_field(draft *d, const draft_field *field, const draft_row *row) {
  text value = text_trim(field->value);
  if (!value.size) return;
  if (!row) {
    draft_extra(d, field->tag, value);
  } else if (row->take) {
    row->take(d, field->tag, value);
  } else {
    char *base = row->of_record ? (char *)d->record : (char *)d;
    draft_set(d, (text *)(void *)(base + row->member), field->tag, value);
  }
}

void draft_take(draft *d, const draft_fields *fields, const draft_row *rows, size_t count) {
  for (int pass = 0; pass <= 2; pass++)
    for (size_t i = 0; i < fields->count; i++) {
      const draft_row *row = draft_row_of(rows, count, fields->items[i].tag);
      if ((row ? row->pass : 1) == pass) draft_take_field(d, &fields->items[i], row);
    }
}
