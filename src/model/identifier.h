/* Identifiers: how they are written, told apart and brought into one normal form.
 *
 * Normal forms: schemes are lower case ("pmid", "doi", "pmc", "pii", "arxiv", "nct", ...). A PMID
 * has no leading zeros; a DOI is lower case without "doi:", resolver or closing punctuation; a PMC
 * identifier is "PMC" and digits; an ORCID is "0000-0002-1825-0097". Other values stay as they
 * are, without white space around. */
#ifndef CARREL_MODEL_IDENTIFIER_H
#define CARREL_MODEL_IDENTIFIER_H

#include "model/record.h"

/* The normal form; an empty value where the original is no identifier of that scheme. NLM's names
 * for schemes ("pubmed", "pmcid", "medline") become ours. */
identifier identifier_normal(arena *a, text scheme, text value);
/* Reads what a user types: "pmid:123", "123", "10.1/x", "doi:10.1/x", "https://doi.org/10.1/x",
 * "PMC9", "pmc:PMC9", "arxiv:2503.11731", "scheme:value". False where it is none of these. */
bool identifier_read(arena *a, text typed, identifier *id);
/* What a user would type: the bare number of a PMID, the bare DOI, "PMC9", else "scheme:value". */
text identifier_short(arena *a, identifier id);
/* "pmid:123": one text for one identifier. */
text identifier_key(arena *a, identifier id);
/* Whether two records that share it are the same article: pmid, doi, pmc, arxiv and the like, and
 * "carrel", which stands for a record that has none of them (see ingest/identity.h), but
 * not pii, report numbers or what only one database knows. */
bool identifier_joins(text scheme);
bool identifier_equal(identifier a, identifier b);
/* Adds it in normal form unless it is empty or there already. */
void identifiers_add(arena *a, identifiers *list, text scheme, text value);
bool identifiers_contain(const identifiers *list, identifier id);
/* The first value of the scheme, or the empty text. */
text identifiers_find(const identifiers *list, text scheme);
/* The first DOI that stands anywhere in a text, in normal form, or the empty text. */
text identifier_find_doi(arena *a, text anywhere);

#endif
