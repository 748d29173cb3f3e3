/* Citations as NLM prints them: "Breast. 2017 Aug;34:S19-S26. doi: 10.1/x. PMID: 123". */
#ifndef CARREL_READ_CITATION_H
#define CARREL_READ_CITATION_H

#include "model/record.h"

/* Adds the PMID, PMC identifier and DOI that a printed citation names. */
void citation_add_ids(text citation, identifiers *ids, arena *a);

#endif
