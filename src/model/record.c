/* Records: what can be asked of one. */
#include "model/record.h"

#include "base/date.h"
#include "base/utf8.h"
#include "model/identifier.h"

void record_init(record *r, arena *a) { *r = (record){.arena = a}; }

void record_add_id(record *r, text scheme, text value) {
  identifiers_add(r->arena, &r->ids, scheme, value);
}

void record_add_date(record *r, text kind, text printed) {
  text day = date_tidy(r->arena, printed);
  for (size_t i = 0; i < r->dates.count; i++) {
    const kinded *there = &r->dates.items[i];
    if (text_equal(there->kind, kind) && text_equal(there->text, day)) return;
  }
  *list_push(r->arena, &r->dates) = (kinded){kind, day};
}

text record_id(const record *r, text scheme) { return identifiers_find(&r->ids, scheme); }

const identifier *record_preferred_id(const record *r) {
  static const text order[] = {TEXT_STATIC("pmid"), TEXT_STATIC("doi"), TEXT_STATIC("pmc")};
  for (size_t k = 0; k < sizeof order / sizeof *order; k++)
    for (size_t i = 0; i < r->ids.count; i++)
      if (text_equal(r->ids.items[i].scheme, order[k])) return &r->ids.items[i];
  return r->ids.count ? &r->ids.items[0] : NULL;
}

int record_date(const record *r) {
  date_span span;
  return date_read(r->published, &span) ? span.from : 0;
}

int record_year(const record *r) { return record_date(r) / 10000; }

bool record_is_retracted(const record *r) {
  for (size_t i = 0; i < r->publication_types.count; i++)
    if (text_equal_nocase(r->publication_types.items[i].name, TEXT("Retracted Publication")))
      return true;
  for (size_t i = 0; i < r->links.count; i++)
    if (text_equal(r->links.items[i].kind, TEXT("retraction-in"))) return true;
  return false;
}

bool record_is_stub(const record *r) {
  return !r->title.size && !r->book_title.size && !r->vernacular_title.size && !r->abstract.count &&
         !r->people.count && !r->journal.size && !r->journal_abbreviation.size;
}

text record_abstract_text(const record *r, arena *a) {
  buffer whole = {0};
  for (size_t i = 0; i < r->abstract.count; i++) {
    const section *s = &r->abstract.items[i];
    if (i) buffer_put(&whole, "\n");
    if (s->label.size) {
      buffer_add(&whole, s->label);
      buffer_put(&whole, ": ");
    }
    buffer_add(&whole, s->text);
  }
  if (whole.failed) a->failed = true;
  text result = arena_text(a, buffer_text(&whole));
  buffer_finish(&whole);
  return result;
}
