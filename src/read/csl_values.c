/* Values of CSL-JSON that are more than texts. Sources: the CSL-JSON schema 1.0.2, files of Zotero,
 * Mendeley and citation-js, Crossref's API. */
#include "base/date.h"
#include "model/identifier.h"
#include "model/link.h"
#include "read/csl_json.h"
#include "read/plain.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- People --- */

static const struct {
  text name, role;
} roles[] = {
    {TEXT_STATIC("author"), TEXT_STATIC("")},
    {TEXT_STATIC("editor"), TEXT_STATIC("editor")},
    {TEXT_STATIC("translator"), TEXT_STATIC("translator")},
    {TEXT_STATIC("container-author"), TEXT_STATIC("book-author")},
    {TEXT_STATIC("collection-editor"), TEXT_STATIC("series-editor")},
};

/* Another role keeps CSL's name: "director", "interviewer", "reviewed-author". */
static text role_named(text name) {
  for (size_t i = 0; i < COUNT(roles); i++)
    if (text_equal(roles[i].name, name)) return roles[i].role;
  return name;
}

static text family_of(arena *a, const json_t *name) {
  text particles = arena_join(a, json_plain_at(a, name, "dropping-particle"), TEXT(" "),
                              json_plain_at(a, name, "non-dropping-particle"));
  text between = text_ends(particles, TEXT("'")) || text_ends(particles, TEXT("\u2019"))
                     ? TEXT("")
                     : TEXT(" ");
  return arena_join(a, particles, between, json_plain_at(a, name, "family"));
}

static void take_affiliations(arena *a, person *p, const json_t *list) {
  for (size_t i = 0; i < json_count(list); i++) {
    const json_t *one = json_element(list, i);
    text address =
        plain_text(a, json_is_object(one) ? json_text_at(a, one, "name") : json_text(a, one));
    if (address.size && !texts_contain(&p->affiliations, address))
      *list_push(a, &p->affiliations) = address;
  }
}

static void take_person(record *r, text role, const json_t *name) {
  arena *a = r->arena;
  text family = family_of(a, name), given = json_plain_at(a, name, "given");
  text group = json_plain_at(a, name, "literal");
  if (!group.size) group = json_plain_at(a, name, "name");
  if (!group.size && !family.size) group = given;
  if (!group.size && !family.size) return;
  person *p = list_push(a, &r->people);
  p->role = role;
  if (text_ends(given, TEXT(" et al."))) {
    r->authors_incomplete = true;
    given.size -= 7;
  }
  if (family.size) {
    p->family = family;
    p->given = given;
    p->initials = person_initials(given, a);
    p->suffix = json_plain_at(a, name, "suffix");
  } else {
    p->collective = group;
  }
  identifiers_add(a, &p->ids, TEXT("orcid"), json_text_at(a, name, "ORCID"));
  take_affiliations(a, p, json_at(name, "affiliation"));
}

void csl_take_people(draft *d, text name, const json_t *value) {
  text role = role_named(name);
  for (size_t i = 0; i < json_count(value); i++) {
    const json_t *one = json_element(value, i);
    if (json_is_object(one)) take_person(d->record, role, one);
    else draft_people(d, role, json_text(d->record->arena, one));
  }
}

/* --- Dates --- */

/* A number that may be written as a text; 0 where it is none. */
static int number_of(arena *a, const json_t *value) {
  long long number;
  bool whole = text_to_number(text_trim(json_text(a, value)), &number);
  return whole && number > 0 && number < 10000 ? (int)number : 0;
}

static date_parts parts_of(arena *a, const json_t *list) {
  date_parts d = {number_of(a, json_array_get(list, 0)), number_of(a, json_array_get(list, 1)),
                  number_of(a, json_array_get(list, 2))};
  if (d.month > 12) d.month = 0;
  if (!d.month) d.day = 0;
  return d;
}

/* "2000 Spring": seasons are 1 to 4, in old files 13 to 16, in EDTF 21 to 24. */
static text season_named(arena *a, const json_t *value) {
  static const text seasons[] = {TEXT_STATIC("Spring"), TEXT_STATIC("Summer"), TEXT_STATIC("Fall"),
                                 TEXT_STATIC("Winter")};
  text printed = json_text(a, value);
  int number = number_of(a, value);
  if (number > 20) number -= 20;
  if (number > 12) number -= 12;
  return number ? number <= 4 ? seasons[number - 1] : (text){"", 0} : printed;
}

/* "2000 Nov-Dec", "1998 Dec-1999 Jan": what the end shares with the start is not printed again. */
static text print_range(arena *a, date_parts from, date_parts to) {
  text start = date_print(a, from.year, from.month, from.day);
  text end = date_print(a, to.year, to.month, to.day);
  if (!to.year || text_equal(start, end)) return start;
  if (from.year == to.year && to.month) {
    end = text_slice(end, 5, end.size);
    if (from.month == to.month && to.day) end = text_slice(end, 4, end.size);
  }
  return arena_join(a, start, TEXT("-"), end);
}

/* "2008-09/2009": a range as EDTF and Zotero write it. */
static text read_range(arena *a, text printed) {
  date_parts from, to;
  text first, last;
  if (text_cut(printed, TEXT("/"), &first, &last) && date_plain(text_trim(first), &from) &&
      date_plain(text_trim(last), &to) && to.year > 999)
    return print_range(a, from, to);
  return date_tidy(a, printed);
}

text csl_date(arena *a, const json_t *value) {
  if (!json_is_object(value)) return read_range(a, plain_text(a, json_text(a, value)));
  const json_t *parts = json_at(value, "date-parts");
  date_parts from = parts_of(a, json_array_get(parts, 0)),
             to = parts_of(a, json_array_get(parts, 1));
  if (from.year) {
    text season = season_named(a, json_at(value, "season"));
    const json_t *month = json_array_get(json_array_get(parts, 0), 1);
    if (number_of(a, month) > 12) season = season_named(a, month);
    text printed = print_range(a, from, to);
    return from.month ? printed : arena_join(a, printed, TEXT(" "), season);
  }
  static const char *const texts[] = {"raw", "literal", "date-time"};
  for (size_t i = 0; i < COUNT(texts); i++) {
    text printed = plain_text(a, json_text_at(a, value, texts[i]));
    if (printed.size) return read_range(a, printed);
  }
  return (text){"", 0};
}

/* --- Crossref --- */

/* "Smith (2001) Title. Journal 5:12", of what Crossref has of a reference that it has in pieces. */
static text citation_of(arena *a, const json_t *reference) {
  text whole = json_plain_at(a, reference, "unstructured");
  if (whole.size) return whole;
  text year = json_plain_at(a, reference, "year"), author = json_plain_at(a, reference, "author");
  text title = json_plain_at(a, reference, "article-title");
  if (!title.size) title = json_plain_at(a, reference, "volume-title");
  text place = arena_join(a, json_plain_at(a, reference, "journal-title"), TEXT(" "),
                          arena_join(a, json_plain_at(a, reference, "volume"), TEXT(":"),
                                     json_plain_at(a, reference, "first-page")));
  if (year.size)
    author = arena_join(a, author, TEXT(" "), arena_printf(a, "(%.*s)", TEXT_ARG(year)));
  return arena_join(a, arena_join(a, author, TEXT(" "), title), title.size ? TEXT(". ") : TEXT(" "),
                    place);
}

void csl_take_references(draft *d, text name, const json_t *value) {
  record *r = d->record;
  for (size_t i = 0; i < json_count(value); i++) {
    const json_t *one = json_element(value, i);
    text doi = json_text_at(r->arena, one, "DOI"), citation = citation_of(r->arena, one);
    if (json_is_string(one)) {
      draft_cites(d, name, json_text(r->arena, one));
    } else if (doi.size || citation.size) {
      link *cited = record_add_link(r, TEXT("cites"));
      cited->citation = citation;
      identifiers_add(r->arena, &cited->ids, TEXT("doi"), doi);
    }
  }
}

void csl_take_funders(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  for (size_t i = 0; i < json_count(value); i++) {
    const json_t *one = json_element(value, i), *awards = json_at(one, "award");
    text agency = json_plain_at(a, one, "name");
    if (!agency.size) {
      draft_extra(d, name, json_dump(a, one));
      continue;
    }
    for (size_t k = 0; k < (json_count(awards) ? json_count(awards) : 1); k++) {
      funding *f = list_push(a, &d->record->grants);
      *f = (funding){.agency = agency,
                     .number = plain_text(a, json_text(a, json_element(awards, k)))};
    }
  }
}
