/* The full-text columns of a record. Its values are values.c's work. */
#include "index/content.h"

#include "index/values.h"

void content_init(content *c) { *c = (content){0}; }

void content_finish(content *c) {
  for (size_t i = 0; i < COLUMN_COUNT; i++) buffer_finish(&c->columns[i]);
}

static void add(content *c, unsigned column, text part) {
  if (!part.size) return;
  if (c->columns[column].size) buffer_add(&c->columns[column], CONTENT_BOUNDARY);
  buffer_add(&c->columns[column], part);
}

static void add_sections(content *c, const sections *list) {
  for (size_t i = 0; i < list->count; i++) {
    add(c, COLUMN_ABSTRACT, list->items[i].label);
    add(c, COLUMN_ABSTRACT, list->items[i].text);
  }
}

static void add_heading(content *c, const heading *h) {
  add(c, COLUMN_MESH, h->name);
  for (size_t i = 0; i < h->qualifiers.count; i++) {
    buffer_put(&c->columns[COLUMN_MESH], " ");
    buffer_add(&c->columns[COLUMN_MESH], h->qualifiers.items[i].name);
  }
}

static void add_person(content *c, const person *p, arena *a) {
  add(c, COLUMN_NAMES, person_full_name(p, a));
  for (size_t i = 0; i < p->affiliations.count; i++)
    add(c, COLUMN_AFFILIATIONS, p->affiliations.items[i]);
}

/* What [tw] finds beside titles, abstracts, keywords and headings (PubMed User Guide, "Text
 * Words"). */
static void add_other(content *c, const record *r, arena *a) {
  for (size_t i = 0; i < r->publication_types.count; i++)
    add(c, COLUMN_OTHER, r->publication_types.items[i].name);
  for (size_t i = 0; i < r->substances.count; i++)
    add(c, COLUMN_OTHER, r->substances.items[i].name);
  for (size_t i = 0; i < r->people.count; i++) {
    const person *p = &r->people.items[i];
    bool subject = text_equal(p->role, TEXT("subject"));
    if (subject || p->collective.size) add(c, COLUMN_OTHER, person_full_name(p, a));
  }
  for (size_t i = 0; i < r->accessions.count; i++) {
    add(c, COLUMN_OTHER, r->accessions.items[i].kind);
    add(c, COLUMN_OTHER, r->accessions.items[i].text);
  }
  for (size_t i = 0; i < r->notes.count; i++) add(c, COLUMN_OTHER, r->notes.items[i].text);
}

/* What is found in all fields only, but for names and affiliations. */
static void add_source(content *c, const record *r) {
  add(c, COLUMN_JOURNAL, r->journal);
  if (!text_equal(r->journal_abbreviation, r->journal))
    add(c, COLUMN_JOURNAL, r->journal_abbreviation);
  add(c, COLUMN_JOURNAL, r->publisher);
  add(c, COLUMN_JOURNAL, r->series);
  for (size_t i = 0; i < r->grants.count; i++) {
    add(c, COLUMN_JOURNAL, r->grants.items[i].number);
    add(c, COLUMN_JOURNAL, r->grants.items[i].agency);
  }
  for (size_t i = 0; i < r->gene_symbols.count; i++)
    add(c, COLUMN_JOURNAL, r->gene_symbols.items[i]);
  add(c, COLUMN_JOURNAL, r->conflict_of_interest);
}

static void add_columns(content *c, const record *r, arena *a) {
  add(c, COLUMN_TITLE, r->title);
  add(c, COLUMN_TITLE, r->vernacular_title);
  if (!text_equal(r->book_title, r->title)) add(c, COLUMN_TITLE, r->book_title);
  add(c, COLUMN_TITLE, r->collection_title);
  add(c, COLUMN_TITLE, r->volume_title);
  add_sections(c, &r->abstract);
  for (size_t i = 0; i < r->other_abstracts.count; i++)
    add_sections(c, &r->other_abstracts.items[i].sections);
  for (size_t i = 0; i < r->keywords.count; i++) add(c, COLUMN_KEYWORDS, r->keywords.items[i].text);
  for (size_t i = 0; i < r->headings.count; i++) add_heading(c, &r->headings.items[i]);
  for (size_t i = 0; i < r->people.count; i++) add_person(c, &r->people.items[i], a);
  add_source(c, r);
  add_other(c, r, a);
}

bool content_make_columns(content *c, const record *r, arena *a) {
  bool failed = false;
  for (size_t i = 0; i < COLUMN_COUNT; i++) buffer_clear(&c->columns[i]);
  add_columns(c, r, a);
  c->values = (values){0};
  for (size_t i = 0; i < COLUMN_COUNT; i++) failed = failed || c->columns[i].failed;
  return !failed && !arena_failed(a);
}

bool content_make(content *c, const record *r, arena *a) {
  bool made = content_make_columns(c, r, a);
  values_add(&c->values, r, a);
  c->days = record_days(r);
  return made && !arena_failed(a);
}

bool content_is_boundary(const word *w) { return w->text.data[0] == CONTENT_BOUNDARY.data[1]; }

uint32_t content_boundary_size(unsigned column) {
  return column == COLUMN_ABSTRACT ? 1 : CONTENT_FARTHEST;
}

bool content_counts(const word *w, unsigned column) {
  return w->parts == 1 && columns[column].weight && !content_is_boundary(w);
}

/* Most values are plain ASCII: these are folded in place, without the general machinery. */
static bool fold_plain(text shown, char *out, size_t *size) {
  bool space = false;
  *size = 0;
  for (size_t i = 0; i < shown.size; i++) {
    char byte = shown.data[i];
    if ((unsigned char)byte >= 0x80) return false;
    if (!ascii_is_letter(byte) && !ascii_is_digit(byte)) {
      space = *size > 0;
      continue;
    }
    if (space) out[(*size)++] = ' ';
    space = false;
    out[(*size)++] = ascii_lower(byte);
  }
  return true;
}

text content_fold(text shown, arena *a) {
  size_t size;
  char *plain = arena_alloc(a, shown.size);
  if (!plain) return (text){"", 0};
  if (fold_plain(shown, plain, &size)) return (text){plain, size};
  buffer folded = {0};
  words_fold(&folded, shown, "");
  if (folded.failed) a->failed = true;
  text result = arena_text(a, buffer_text(&folded));
  buffer_finish(&folded);
  return result;
}

text content_author(const person *p, arena *a) {
  text initials = p->initials.size ? p->initials : person_initials(p->given, a);
  return content_fold(arena_join(a, p->family, TEXT(" "), initials), a);
}
