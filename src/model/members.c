/* The table of a record's members. */
#include "model/members.h"

#define TABLE(array, type) \
  { array, sizeof array / sizeof *array, sizeof(type) }
#define AS_TEXT(type, name) \
  { TEXT_STATIC(#name), offsetof(type, name), SHAPE_TEXT, NULL }
#define AS_NUMBER(type, name) \
  { TEXT_STATIC(#name), offsetof(type, name), SHAPE_NUMBER, NULL }
#define AS_BOOLEAN(type, name) \
  { TEXT_STATIC(#name), offsetof(type, name), SHAPE_BOOLEAN, NULL }
#define AS_TEXTS(type, name) \
  { TEXT_STATIC(#name), offsetof(type, name), SHAPE_TEXTS, NULL }
#define AS_ITEMS(type, name, parts) \
  { TEXT_STATIC(#name), offsetof(type, name), SHAPE_ITEMS, &parts }

static const member identifier_list[] = {AS_TEXT(identifier, scheme), AS_TEXT(identifier, value)};
static const member_table identifier_parts = TABLE(identifier_list, identifier);

static const member person_list[] = {AS_TEXT(person, family),
                                     AS_TEXT(person, given),
                                     AS_TEXT(person, initials),
                                     AS_TEXTS(person, affiliations),
                                     AS_TEXT(person, suffix),
                                     AS_TEXT(person, collective),
                                     AS_TEXT(person, role),
                                     AS_BOOLEAN(person, equal),
                                     AS_ITEMS(person, ids, identifier_parts)};
static const member_table person_parts = TABLE(person_list, person);

static const member section_list[] = {AS_TEXT(section, label), AS_TEXT(section, category),
                                      AS_TEXT(section, text)};
static const member_table section_parts = TABLE(section_list, section);

static const member other_abstract_list[] = {
    AS_TEXT(other_abstract, kind), AS_TEXT(other_abstract, language),
    AS_TEXT(other_abstract, copyright), AS_ITEMS(other_abstract, sections, section_parts)};
static const member_table other_abstract_parts = TABLE(other_abstract_list, other_abstract);

static const member qualifier_list[] = {AS_TEXT(qualifier, name), AS_TEXT(qualifier, ui),
                                        AS_BOOLEAN(qualifier, major)};
static const member_table qualifier_parts = TABLE(qualifier_list, qualifier);

static const member heading_list[] = {
    AS_TEXT(heading, name), AS_TEXT(heading, ui), AS_BOOLEAN(heading, major),
    AS_ITEMS(heading, qualifiers, qualifier_parts), AS_TEXT(heading, kind)};
static const member_table heading_parts = TABLE(heading_list, heading);

static const member keyword_list[] = {AS_TEXT(keyword, text), AS_TEXT(keyword, owner),
                                      AS_BOOLEAN(keyword, major)};
static const member_table keyword_parts = TABLE(keyword_list, keyword);

static const member substance_list[] = {AS_TEXT(substance, name), AS_TEXT(substance, ui),
                                        AS_TEXT(substance, registry_number),
                                        AS_TEXT(substance, kind)};
static const member_table substance_parts = TABLE(substance_list, substance);

static const member funding_list[] = {AS_TEXT(funding, number), AS_TEXT(funding, acronym),
                                      AS_TEXT(funding, agency), AS_TEXT(funding, country)};
static const member_table funding_parts = TABLE(funding_list, funding);

static const member named_list[] = {AS_TEXT(named, name), AS_TEXT(named, ui)};
static const member_table named_parts = TABLE(named_list, named);

static const member kinded_list[] = {AS_TEXT(kinded, kind), AS_TEXT(kinded, text)};
static const member_table kinded_parts = TABLE(kinded_list, kinded);

static const member link_list[] = {AS_TEXT(link, kind), AS_ITEMS(link, ids, identifier_parts),
                                   AS_TEXT(link, title), AS_TEXT(link, citation),
                                   AS_TEXT(link, note)};
static const member_table link_parts = TABLE(link_list, link);

static const member record_list[] = {
    AS_NUMBER(record, source_line),
    AS_ITEMS(record, ids, identifier_parts),
    AS_NUMBER(record, version),
    AS_TEXT(record, type),
    AS_TEXT(record, title),
    AS_TEXT(record, vernacular_title),
    AS_TEXT(record, book_title),
    AS_TEXT(record, collection_title),
    AS_TEXT(record, volume_title),
    AS_TEXT(record, edition),
    AS_TEXT(record, series),
    AS_ITEMS(record, people, person_parts),
    AS_BOOLEAN(record, authors_incomplete),
    AS_TEXT(record, journal),
    AS_TEXT(record, journal_abbreviation),
    AS_TEXT(record, nlm_id),
    AS_TEXT(record, country),
    AS_ITEMS(record, issns, kinded_parts),
    AS_TEXT(record, volume),
    AS_TEXT(record, issue),
    AS_TEXT(record, pages),
    AS_TEXT(record, article_number),
    AS_TEXT(record, publisher),
    AS_TEXT(record, place),
    AS_TEXT(record, published),
    AS_BOOLEAN(record, published_inferred),
    AS_ITEMS(record, dates, kinded_parts),
    AS_ITEMS(record, abstract, section_parts),
    AS_TEXT(record, copyright),
    AS_ITEMS(record, other_abstracts, other_abstract_parts),
    AS_TEXTS(record, languages),
    AS_ITEMS(record, publication_types, named_parts),
    AS_ITEMS(record, headings, heading_parts),
    AS_ITEMS(record, keywords, keyword_parts),
    AS_ITEMS(record, substances, substance_parts),
    AS_ITEMS(record, grants, funding_parts),
    AS_ITEMS(record, accessions, kinded_parts),
    AS_TEXTS(record, gene_symbols),
    AS_TEXTS(record, citation_subsets),
    AS_TEXTS(record, urls),
    AS_TEXT(record, conflict_of_interest),
    AS_TEXT(record, owner),
    AS_TEXT(record, status),
    AS_TEXT(record, indexing_method),
    AS_TEXT(record, medium),
    AS_TEXT(record, publication_model),
    AS_TEXT(record, publication_status),
    AS_ITEMS(record, notes, kinded_parts),
    AS_ITEMS(record, extras, kinded_parts),
    AS_ITEMS(record, links, link_parts),
};
const member_table record_members = TABLE(record_list, record);

const member *member_named(const member_table *table, text name) {
  for (size_t i = 0; i < table->count; i++)
    if (text_equal(table->members[i].name, name)) return &table->members[i];
  return NULL;
}

void *member_place(const member *m, const void *structure) {
  return (char *)(void *)(size_t)structure + m->offset;
}

bool member_is_empty(const member *m, const void *structure) {
  const void *place = member_place(m, structure);
  switch (m->shape) {
    case SHAPE_TEXT:
      return ((const text *)place)->size == 0;
    case SHAPE_NUMBER:
      return *(const long long *)place == 0;
    case SHAPE_BOOLEAN:
      return !*(const bool *)place;
    case SHAPE_TEXTS:
    case SHAPE_ITEMS:
      return ((const any_list *)place)->count == 0;
  }
  return true;
}

void member_clear(const member *m, void *structure) {
  void *place = member_place(m, structure);
  switch (m->shape) {
    case SHAPE_TEXT:
      *(text *)place = (text){"", 0};
      break;
    case SHAPE_NUMBER:
      *(long long *)place = 0;
      break;
    case SHAPE_BOOLEAN:
      *(bool *)place = false;
      break;
    case SHAPE_TEXTS:
    case SHAPE_ITEMS:
      *(any_list *)place = (any_list){0};
      break;
  }
}
