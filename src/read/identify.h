/* Identifiers that stand in odd places: in web addresses, in notes ("PMID: 123"), in the custom
 * fields of reference managers. A record is given at most one identifier of a scheme this way,
 * and none where it has one already: a note may well name another article. */
#ifndef CARREL_READ_IDENTIFY_H
#define CARREL_READ_IDENTIFY_H

#include "model/record.h"

/* From the address of a page about the article at PubMed, PubMed Central, Europe PMC, doi.org,
 * arXiv, Lens, Scopus, Web of Science, Embase, or in Ovid's or EBSCO's MEDLINE. True where the
 * address does nothing but resolve such an identifier. */
bool identify_address(record *r, text address);
/* From a short text with a label: "PMID: 123", "PubMed ID 123", "PUBMED 123", "PMCID: PMC9",
 * "PMC9", "NIHMS9", "WOS:0009", and the numbers of PsycINFO and Cochrane's CENTRAL. */
void identify_labelled(record *r, text value);
/* From the DOI that arXiv gives all its papers, "10.48550/arxiv.2503.11731". */
void identify_arxiv_doi(record *r);

#endif
