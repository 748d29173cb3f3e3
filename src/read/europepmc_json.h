/* Europe PMC: what is in a file (europepmc_json.c), and what the members of a result mean
 * (europepmc_fields.c, europepmc_lists.c). */
#ifndef CARREL_READ_EUROPEPMC_JSON_H
#define CARREL_READ_EUROPEPMC_JSON_H

#include "read/json_reader.h"

/* Fills the record from a result; false where it holds nothing about a work. */
bool europepmc_fill(record *r, const json_t *result);

/* The lists of a result of type core, as rules for json_fields. */
void europepmc_take_authors(draft *d, text name, const json_t *value);
void europepmc_take_headings(draft *d, text name, const json_t *value);
void europepmc_take_keywords(draft *d, text name, const json_t *value);
void europepmc_take_substances(draft *d, text name, const json_t *value);
void europepmc_take_grants(draft *d, text name, const json_t *value);
void europepmc_take_subsets(draft *d, text name, const json_t *value);
void europepmc_take_urls(draft *d, text name, const json_t *value);
void europepmc_take_corrections(draft *d, text name, const json_t *value);
void europepmc_take_types(draft *d, text name, const json_t *value);

#endif
