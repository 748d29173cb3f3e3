/* The subheadings (qualifiers) of MeSH with their two-letter codes. Source: NLM, "MeSH Qualifiers
 * with Scope Notes"; PubMed User Guide. */
#ifndef CARREL_QUERY_QUALIFIER_H
#define CARREL_QUERY_QUALIFIER_H

#include "base/text.h"

/* "drug therapy" for "dt", "Drug Therapy" or "drug  therapy"; the empty text where there is none
 * of that code or name. "and" does for "&", and so does nothing at all. */
text qualifier_name(text code_or_name);
/* The code, lower case; empty where the name is none. */
text qualifier_code(text name);
/* The name most like one that is none; NULL where none is near. */
const char *qualifier_suggest(text name);
/* Whether the & at byte `at` stands in such a name, as in "prevention & control", and is no
 * operator. */
bool qualifier_has_and(text whole, size_t at);

#endif
