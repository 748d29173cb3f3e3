/* The ways of a record out and in again: a row for each format that is both written and read, which
 * tells what the format has no place for and the normal forms of what it carries otherwise. */
#ifndef CARREL_TESTS_WRITE_TRIPS_H
#define CARREL_TESTS_WRITE_TRIPS_H

#include "forms_pubmed.h"
#include "read/records.h"
#include "render.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A way out and in again. */
typedef struct trip {
  const writer *out;
  const reader *in;
  const char *const *lost;       /* members that the format has no place for */
  normal_form *const *forms;     /* what it makes of others */
  bool (*fits)(const record *r); /* whether the format can hold the record at all; NULL: any */
} trip;

static normal_form *const nbib_forms[] = {
    unordered,     sections_by_label,  plain_types,   plain_headings, plain_substances,
    joined_grants, tagged_links,       place_of_type, people_of_nbib, type_of_nbib,
    plain_notes,   squeezed_statement, parted_issns,  extras_of_nbib, NULL,
};
static const char *const nbib_lost[] = {
    "urls", "series", "version", "medium", "indexing_method", "published_inferred", NULL,
};

/* Of what MEDLINE tells, what neither RIS nor BibTeX has a place for. */
#define LOST_BY_MANAGERS                                                                     \
  "dates", "links", "grants", "nlm_id", "status", "owner", "citation_subsets",               \
      "publication_status", "publication_model", "substances", "accessions", "gene_symbols", \
      "other_abstracts", "version", "medium", "indexing_method", "published_inferred"

static normal_form *const ris_forms[] = {
    unordered,     names_of_ris,   one_title,       one_journal,  sections_by_label,
    plain_types,   plain_headings, plain_keywords,  plain_notes,  squeezed_statement,
    one_page,      type_of_ris,    known_languages, further_urls, capital_months,
    extras_of_ris, NULL,
};
static const char *const ris_lost[] = {
    LOST_BY_MANAGERS,
    "collection_title",
    "volume_title",
    NULL,
};

static normal_form *const bibtex_forms[] = {
    unordered,         names_of_bibtex, one_title,        one_journal,
    sections_by_label, plain_types,     plain_headings,   plain_keywords,
    plain_issns,       two_notes,       type_of_bibtex,   known_languages,
    further_urls,      capital_months,  extras_of_bibtex, NULL,
};
static const char *const bibtex_lost[] = {
    LOST_BY_MANAGERS, "volume_title", "country", "conflict_of_interest", NULL,
};

/* Records of a title alone do not look like MEDLINE. */
static bool has_authors(const record *r) { return citation_title(r).size && r->people.count; }

#define LOST_BY_PUBMED_TEXT                                                                        \
  "version", "collection_title", "volume_title", "edition", "series", "nlm_id", "country",         \
      "issns", "publisher", "place", "published_inferred", "other_abstracts", "publication_types", \
      "headings", "keywords", "substances", "grants", "accessions", "gene_symbols",                \
      "citation_subsets", "urls", "owner", "indexing_method", "medium", "publication_model",       \
      "notes", "extras", "authors_incomplete"

static normal_form *const abstract_forms[] = {
    names_of_abstract,  source_of_pubmed,   ids_of_abstract,
    sections_by_label,  links_as_sentences, foreign_languages,
    squeezed_statement, unordered,          NULL,
};
static const char *const abstract_lost[] = {
    LOST_BY_PUBMED_TEXT,
    NULL,
};

static normal_form *const summary_forms[] = {
    names_of_summary, source_of_pubmed, ids_of_summary, unordered, NULL,
};
static const char *const summary_lost[] = {
    LOST_BY_PUBMED_TEXT,    "abstract", "copyright", "links", "languages", "status",
    "conflict_of_interest", NULL,
};

/* Articles of PubMed, whose authors have initials; a group alone could be any sentence. */
static bool is_of_pubmed(const record *r) {
  bool initials = true, group = false, person_first = false;
  for (size_t i = 0; i < r->people.count; i++) {
    const person *p = &r->people.items[i];
    initials &= p->collective.size || p->initials.size || p->given.size;
    group |= p->collective.size && !p->role.size;
    person_first |= !p->collective.size && !p->role.size;
  }
  return initials && (!group || person_first) && record_id(r, TEXT("pmid")).size &&
         record_year(r) && r->title.size && citation_journal(r).size &&
         text_equal(r->type, TEXT("journal-article")) &&
         text_find_byte(r->volume, '(') == TEXT_NONE;
}

/* The same with the journals' names as PubMed abbreviates them: a period in one ends a sentence. */
static bool is_abbreviated(const record *r) {
  return is_of_pubmed(r) && text_find_byte(citation_journal(r), '.') == TEXT_NONE;
}

/* --- The table --- */

static const trip trips[] = {
    {&writer_nbib, &medline_reader, nbib_lost, nbib_forms, has_authors},
    {&writer_ris, &ris_reader, ris_lost, ris_forms, NULL},
    {&writer_bibtex, &bibtex_reader, bibtex_lost, bibtex_forms, NULL},
    {&writer_bibtex_latex, &bibtex_reader, bibtex_lost, bibtex_forms, NULL},
    {&writer_pubmed_abstract, &pubmed_abstract_reader, abstract_lost, abstract_forms, is_of_pubmed},
    {&writer_pubmed_summary, &pubmed_summary_reader, summary_lost, summary_forms, is_abbreviated},
};

#endif
