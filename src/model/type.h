/* What kind of thing a record is. The names are ours, close to those of CSL and Crossref; every
 * format has its own, and this table is where they meet.
 * Sources: the RIS reference types as reference managers list them, BibTeX's btxdoc and the
 * BibLaTeX manual. */
#ifndef CARREL_MODEL_TYPE_H
#define CARREL_MODEL_TYPE_H

#include "base/text.h"

typedef struct record_type {
  text name;   /* record.type: "journal-article" */
  text ris;    /* written after TY: "JOUR" */
  text bibtex; /* written after @: "article" */
} record_type;

/* By record.type; the row "other" where the name is unknown or empty. */
const record_type *record_type_named(text name);
/* By any RIS type or BibTeX and BibLaTeX entry type, case ignored; NULL where it is unknown. */
const record_type *record_type_of_ris(text type);
const record_type *record_type_of_bibtex(text entry);
/* By a type of CSL or of Crossref, which differ in some; NULL where it is unknown. */
const record_type *record_type_of_csl(text type);

#endif
