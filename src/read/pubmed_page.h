/* Inside the reader of PubMed pages: a page is read as a header, up to the first section's head,
 * and sections. Lines come without white space around, runs of it as one space. */
#ifndef CARREL_READ_PUBMED_PAGE_H
#define CARREL_READ_PUBMED_PAGE_H

#include "model/record.h"

/* Whether the whole line is a section's head: "Abstract", "Similar articles", "Medical". */
bool page_is_head(text line);
/* Whether the whole line names identifiers, "- PMID: 1" or "PMID: 1 PMCID: PMC2 DOI: 10.1/x"; they
 * are added to the record unless it is NULL. */
bool page_read_ids(record *r, text line);
/* Whether it is an identifier line that begins with a PMID. */
bool page_is_pmid(text line);
/* Whether it is the line above a title that says where the article was published. */
bool page_is_citation(text line, arena *a);
/* Whether it is a publication type as it stands above a title: "Review". */
bool page_is_type(text line);
/* Adds a publication type, which a page may name twice. */
void page_add_type(record *r, text name);
/* Without the mark of a list's item before it. */
text page_without_bullet(text line);
/* Keeps a line that is not understood in the extras, as "pubmed-page:KIND". */
void page_keep(record *r, text kind, text line);

/* Title, identifiers, where it was published, authors and affiliations. */
void page_read_header(record *r, const text *lines, size_t count);
/* Everything from the first section's head on. */
void page_read_sections(record *r, const text *lines, size_t count);

#endif
