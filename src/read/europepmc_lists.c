/* The lists of Europe PMC's results, each an object with one member that holds the list:
 * {"authorList": {"author": [...]}}. */
#include "model/identifier.h"
#include "model/link.h"
#include "read/europepmc_json.h"
#include "read/plain.h"

/* --- People --- */

static void take_affiliation(arena *a, person *p, text address) {
  if (address.size && !texts_contain(&p->affiliations, address))
    *list_push(a, &p->affiliations) = address;
}

static void take_affiliations(arena *a, person *p, const json_t *author) {
  const json_t *list = json_at(author, "authorAffiliationDetailsList.authorAffiliation");
  for (size_t i = 0; i < json_count(list); i++)
    take_affiliation(a, p, json_plain_at(a, json_element(list, i), "affiliation"));
  take_affiliation(a, p, json_plain_at(a, author, "affiliation"));
}

static void take_author(record *r, text role, const json_t *author) {
  arena *a = r->arena;
  text group = json_plain_at(a, author, "collectiveName"),
       family = json_plain_at(a, author, "lastName");
  text whole = json_plain_at(a, author, "fullName");
  if (!group.size && !family.size && !whole.size) return;
  person *p = list_push(a, &r->people);
  p->role = role;
  if (group.size) {
    p->collective = group;
  } else if (family.size) {
    p->family = family;
    p->given = json_plain_at(a, author, "firstName");
    p->initials = json_plain_at(a, author, "initials");
    p->suffix = json_plain_at(a, author, "suffix");
    if (!p->given.size) p->given = p->initials;
    if (!p->initials.size) p->initials = person_initials(p->given, a);
  } else {
    person_read(p, whole, a);
  }
  identifiers_add(a, &p->ids, json_text_at(a, author, "authorId.type"),
                  json_text_at(a, author, "authorId.value"));
  take_affiliations(a, p, author);
}

void europepmc_take_authors(draft *d, text name, const json_t *value) {
  bool authors = text_equal(name, TEXT("authorList"));
  const json_t *list = json_at(value, authors ? "author" : "investigator");
  text role = authors ? TEXT("") : TEXT("investigator");
  for (size_t i = 0; i < json_count(list); i++) take_author(d->record, role, json_element(list, i));
}

/* --- Subjects --- */

void europepmc_take_headings(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  const json_t *list = json_at(value, "meshHeading");
  (void)name;
  for (size_t i = 0; i < json_count(list); i++) {
    const json_t *one = json_element(list, i);
    const json_t *qualifiers = json_at(one, "meshQualifierList.meshQualifier");
    text descriptor = json_plain_at(a, one, "descriptorName");
    if (!descriptor.size) continue;
    heading *h = list_push(a, &d->record->headings);
    h->name = descriptor;
    h->major = json_flag_at(one, "majorTopic_YN");
    for (size_t k = 0; k < json_count(qualifiers); k++) {
      qualifier *q = list_push(a, &h->qualifiers);
      q->name = json_plain_at(a, json_element(qualifiers, k), "qualifierName");
      q->major = json_flag_at(json_element(qualifiers, k), "majorTopic_YN");
    }
  }
}

void europepmc_take_keywords(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  const json_t *list = json_at(value, "keyword");
  (void)name;
  for (size_t i = 0; i < json_count(list); i++) {
    text word = plain_text(a, json_text(a, json_element(list, i)));
    if (word.size) list_push(a, &d->record->keywords)->text = word;
  }
}

void europepmc_take_substances(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  const json_t *list = json_at(value, "chemical");
  (void)name;
  for (size_t i = 0; i < json_count(list); i++) {
    substance *s = list_push(a, &d->record->substances);
    s->name = json_plain_at(a, json_element(list, i), "name");
    s->registry_number = json_plain_at(a, json_element(list, i), "registryNumber");
  }
}

void europepmc_take_types(draft *d, text name, const json_t *value) {
  const json_t *list = json_is_object(value) ? json_at(value, "pubType") : value;
  for (size_t i = 0; i < json_count(list); i++) {
    /* Lite results have them in one text. */
    text rest = json_text(d->record->arena, json_element(list, i)), type;
    while (text_take_until(&rest, ';', &type)) draft_publication_type(d, name, text_trim(type));
  }
}

/* --- Others --- */

void europepmc_take_grants(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  const json_t *list = json_at(value, "grant");
  (void)name;
  for (size_t i = 0; i < json_count(list); i++) {
    const json_t *one = json_element(list, i);
    *list_push(a, &d->record->grants) = (funding){.number = json_plain_at(a, one, "grantId"),
                                                  .acronym = json_plain_at(a, one, "acronym"),
                                                  .agency = json_plain_at(a, one, "agency"),
                                                  .country = json_plain_at(a, one, "country")};
  }
}

void europepmc_take_subsets(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  const json_t *list = json_at(value, "subset");
  (void)name;
  for (size_t i = 0; i < json_count(list); i++) {
    text code = json_text_at(a, json_element(list, i), "code");
    if (code.size) *list_push(a, &d->record->citation_subsets) = code;
  }
}

void europepmc_take_urls(draft *d, text name, const json_t *value) {
  const json_t *list = json_at(value, "fullTextUrl");
  for (size_t i = 0; i < json_count(list); i++)
    draft_urls(d, name, json_text_at(d->record->arena, json_element(list, i), "url"));
}

/* {"id": "26652863", "source": "MED", "reference": "Lancet. 2016...", "type": "Comment in"} */
void europepmc_take_corrections(draft *d, text name, const json_t *value) {
  record *r = d->record;
  const json_t *list = json_at(value, "commentCorrection");
  (void)name;
  for (size_t i = 0; i < json_count(list); i++) {
    const json_t *one = json_element(list, i);
    text printed = json_text_at(r->arena, one, "type"),
         source = json_text_at(r->arena, one, "source");
    const link_kind *kind = link_kind_labelled(printed);
    link *l = record_add_link(r, kind ? kind->name : TEXT("other"));
    l->citation = json_plain_at(r->arena, one, "reference");
    l->note = json_plain_at(r->arena, one, "note");
    if (!kind) l->note = arena_join(r->arena, printed, TEXT(": "), l->note);
    bool pmid = text_equal(source, TEXT("MED"));
    text id = json_text_at(r->arena, one, "id");
    if (pmid) identifiers_add(r->arena, &l->ids, TEXT("pmid"), id);
    else if (id.size)
      identifiers_add(r->arena, &l->ids, TEXT("europepmc"),
                      arena_join(r->arena, source, TEXT("/"), id));
  }
}
