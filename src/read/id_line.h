/* Lines that hold nothing but identifiers, as PubMed's pages and text formats print them:
 * "PMID: 1 [Indexed for MEDLINE]", "PMID: 1 PMCID: PMC2 (available on 2026-01-01) DOI: 10.1/x". */
#ifndef CARREL_READ_ID_LINE_H
#define CARREL_READ_ID_LINE_H

#include "model/record.h"

/* Whether the whole line is such a line; its identifiers are added to the record, unless that is
 * NULL. */
bool id_line_read(record *r, text line);
/* Whether it is one that begins with a PMID. */
bool id_line_is_pmid(text line);

#endif
