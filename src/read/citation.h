/* Citations as NLM prints them: "Breast. 2017 Aug;34(1):S19-26. doi: 10.1/x. Epub 2017 Jul 4." */
#ifndef CARREL_READ_CITATION_H
#define CARREL_READ_CITATION_H

#include "model/record.h"

/* Adds the PMID, PMC identifier and DOI that a printed citation names. */
void citation_add_ids(text citation, identifiers *ids, arena *a);

/* Reads where and when a record was published: the journal's abbreviation (unless the citation
 * begins with its period), date, volume, issue, pages, DOI, and the electronic date. False, and
 * nothing is set, where the text is no such citation. */
bool citation_read(record *r, text citation);

/* Where such a citation begins in a text that has a title before it: behind the last end of a
 * sentence before the date. TEXT_NONE where there is none. */
size_t citation_find(text whole);

/* Whether the line begins with a journal and a date: "Breast. 2017 Aug;". */
bool citation_begins(text line);

/* Fills a link from an item of a list on a PubMed page, where title and citation are run together
 * and the journal comes again before the PMID:
 * "Title.Breast. 2017 Aug;34:S19. doi: 10.1/x. Breast. 2017. PMID: 1 Free PMC article. Review." */
void citation_read_link(link *l, text item, arena *a);

/* Whether it is a list of at least two names with initials, "Smith J, van Berg AB, et al." */
bool citation_is_authors(text names);

#endif
