/* People: authors, editors, investigators and those an article is about. */
#include "model/identifier.h"
#include "read/pubmed_xml.h"

static void list_start(pubmed_xml *x) { x->role = x->rule->word; }

static void authors_start(pubmed_xml *x) {
  text type = pubmed_attribute(x, "Type");
  x->role = text_starts_nocase(type, TEXT("editor")) ? TEXT("editor") : (text){"", 0};
  if (!x->role.size && pubmed_attribute_is(x, "CompleteYN", "N"))
    x->record->authors_incomplete = true;
}

/* A name with ValidYN="N" is an earlier, wrong spelling of the one beside it. */
static void person_start(pubmed_xml *x) {
  person *p = list_push(x->record->arena, &x->record->people);
  p->role = pubmed_attribute_is(x, "ValidYN", "N") ? TEXT("misspelling") : x->role;
  p->equal = pubmed_attribute_is(x, "EqualContrib", "Y");
  x->holders[HOLDER_PERSON] = p;
}

static person *current(pubmed_xml *x) { return x->holders[HOLDER_PERSON]; }

static void person_end(pubmed_xml *x) {
  person *p = current(x);
  if (!p->family.size && !p->collective.size) p->family = p->given, p->given = (text){"", 0};
  if (!p->family.size && !p->collective.size) x->record->people.count--;
  if (p->given.size && !p->initials.size) p->initials = person_initials(p->given, x->record->arena);
}

/* Until 2001 given names stood in FirstName and MiddleName. */
static void middle_name_end(pubmed_xml *x) {
  person *p = current(x);
  p->given = arena_join(x->record->arena, p->given, TEXT(" "), x->text);
}

static void identifier_end(pubmed_xml *x) {
  identifiers_add(x->record->arena, &current(x)->ids, pubmed_attribute(x, "Source"), x->text);
}

/* Before 2015 the affiliation stood right in the author. */
static void affiliation_end(pubmed_xml *x) {
  if (x->text.size) *list_push(x->record->arena, &current(x)->affiliations) = x->text;
}

/* Identifiers of the institution follow its name: "... Oslo, Norway. GRID: grid.5510.1." */
static void affiliation_identifier_end(pubmed_xml *x) {
  texts *affiliations = &current(x)->affiliations;
  arena *a = x->record->arena;
  if (!x->text.size) return;
  text source = pubmed_attribute(x, "Source");
  text id = arena_printf(a, "%.*s: %.*s.", TEXT_ARG(source), TEXT_ARG(x->text));
  if (!affiliations->count) {
    *list_push(a, affiliations) = id;
    return;
  }
  text *last = &affiliations->items[affiliations->count - 1];
  *last = arena_join(a, *last, text_ends(*last, TEXT(".")) ? TEXT(" ") : TEXT(". "), id);
}

#define PEOPLE(parent, name, inside, role) \
  GROUP(parent, name, inside, .start = list_start, .word = TEXT_STATIC(role))
#define PERSON(parent, name) \
  GROUP(parent, name, IN_PERSON, .start = person_start, .end = person_end)

static const rule rows[] = {
    GROUP(IN_BODY, "AuthorList", IN_AUTHORS, .start = authors_start),
    GROUP(IN_DOCUMENT, "AuthorList", IN_AUTHORS, .start = authors_start),
    GROUP(IN_BOOK, "AuthorList", IN_AUTHORS, .start = authors_start),
    PEOPLE(IN_CITATION, "InvestigatorList", IN_AUTHORS, "investigator"),
    PEOPLE(IN_DOCUMENT, "InvestigatorList", IN_AUTHORS, "investigator"),
    PEOPLE(IN_BOOK, "InvestigatorList", IN_AUTHORS, "investigator"),
    PEOPLE(IN_CITATION, "PersonalNameSubjectList", IN_AUTHORS, "subject"),
    PERSON(IN_AUTHORS, "Author"),
    PERSON(IN_AUTHORS, "Investigator"),
    PERSON(IN_AUTHORS, "PersonalNameSubject"),
    MEMBER(IN_PERSON, "LastName", HOLDER_PERSON, person, family),
    MEMBER(IN_PERSON, "ForeName", HOLDER_PERSON, person, given),
    MEMBER(IN_PERSON, "FirstName", HOLDER_PERSON, person, given),
    LEAF(IN_PERSON, "MiddleName", .end = middle_name_end),
    MEMBER(IN_PERSON, "Initials", HOLDER_PERSON, person, initials),
    MEMBER(IN_PERSON, "Suffix", HOLDER_PERSON, person, suffix),
    MEMBER(IN_PERSON, "CollectiveName", HOLDER_PERSON, person, collective),
    LEAF(IN_PERSON, "Identifier", .end = identifier_end),
    LEAF(IN_PERSON, "Affiliation", .end = affiliation_end),
    PART(IN_PERSON, "AffiliationInfo", IN_AFFILIATION),
    LEAF(IN_AFFILIATION, "Affiliation", .end = affiliation_end),
    LEAF(IN_AFFILIATION, "Identifier", .end = affiliation_identifier_end),
};
const rule_table pubmed_people_rules = RULE_TABLE(rows);
