/* CSL-JSON: what is in a file (csl_json.c), and what the members of an item mean (csl_fields.c,
 * csl_values.c). */
#ifndef CARREL_READ_CSL_JSON_H
#define CARREL_READ_CSL_JSON_H

#include "read/json_reader.h"

/* Fills the record from an item; false where it holds nothing about a work. */
bool csl_fill(record *r, const json_t *item);

/* People: [{"family", "given", "suffix", particles, "literal", "ORCID", "affiliation"}]. */
void csl_take_people(draft *d, text name, const json_t *value);
/* A date in any of CSL's forms, printed PubMed's way; empty where there is none. */
text csl_date(arena *a, const json_t *value);
/* Crossref: works that are cited, and who paid. */
void csl_take_references(draft *d, text name, const json_t *value);
void csl_take_funders(draft *d, text name, const json_t *value);

#endif
