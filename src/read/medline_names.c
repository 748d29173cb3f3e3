/* Names of persons and groups in MEDLINE records. */
#include "read/medline_parse.h"

#include "model/identifier.h"
#include "read/affiliation.h"

/* The two forms in which MEDLINE gives a name, one tag after the other. */
typedef enum { NAME_FULL = 1, NAME_BRIEF = 2 } name_form;

static person *last_person(medline_parse *p) {
  size_t count = p->record->people.count;
  return count ? &p->record->people.items[count - 1] : NULL;
}

static person *add_person(medline_parse *p, text role) {
  person *added = list_push(p->record->arena, &p->record->people);
  added->role = role;
  p->last_forms = 0;
  added->affiliations = p->waiting;
  p->waiting = (texts){0};
  return added;
}

/* "Smith, John A Jr": MEDLINE has the suffix behind the given names, without a comma. */
static void read_full(person *full, text name, arena *a) {
  if (text_find_byte(name, ',') == TEXT_NONE) full->family = name;
  else person_read(full, name, a);
}

/* The brief form tells initials and suffix for sure. */
static void add_brief(person *full, text initials, text suffix, arena *a) {
  if (!initials.size) return;
  full->initials = initials;
  if (!suffix.size) return;
  full->suffix = suffix;
  text ending = arena_join(a, TEXT(" "), TEXT(""), suffix);
  if (text_ends(full->given, ending)) full->given.size -= ending.size;
}

static void take_name(medline_parse *p, text role, name_form form, text value) {
  arena *a = p->record->arena;
  person given = {0};
  if (form == NAME_FULL || text_find_byte(value, ',') != TEXT_NONE) read_full(&given, value, a);
  else name_read_brief(&given, value);
  given.role = role;
  person *last = last_person(p);
  bool same_role = last && text_equal(last->role, role);
  if (same_role && form == NAME_BRIEF && p->last_forms == NAME_FULL) {
    add_brief(last, given.initials, given.suffix, a);
  } else if (same_role && form == NAME_FULL && p->last_forms == NAME_BRIEF &&
             text_equal_nocase(last->family, given.family)) {
    last->given = given.given;
    add_brief(last, last->initials, last->suffix, a);
  } else {
    person *added = add_person(p, role);
    given.affiliations = added->affiliations;
    *added = given;
  }
  p->last_forms |= form;
}

void medline_take_brief_name(medline_parse *p, const medline_row *row, text value) {
  take_name(p, row->word, NAME_BRIEF, value);
}

void medline_take_full_name(medline_parse *p, const medline_row *row, text value) {
  take_name(p, row->word, NAME_FULL, value);
}

void medline_take_group(medline_parse *p, const medline_row *row, text value) {
  add_person(p, row->word)->collective = value;
}

void medline_take_affiliation(medline_parse *p, const medline_row *row, text value) {
  person *last = last_person(p);
  if (last && row->word.size && !text_equal(last->role, row->word)) last = NULL;
  *list_push(p->record->arena, last ? &last->affiliations : &p->waiting) = value;
}

void medline_take_name_id(medline_parse *p, const medline_row *row, text value) {
  text scheme, id;
  person *last = last_person(p);
  if (!last || !text_cut(value, TEXT(":"), &scheme, &id)) {
    medline_keep(p, row->tag, value);
    return;
  }
  /* "ORCID: https://orcid.org/0000-..." */
  size_t slash = text_find_last(id, TEXT("/"));
  if (slash != TEXT_NONE) id = text_slice(id, slash + 1, id.size);
  identifiers_add(p->record->arena, &last->ids, scheme, id);
}
