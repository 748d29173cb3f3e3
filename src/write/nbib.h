/* Inside the MEDLINE writer: the fields that hold lists. */
#ifndef CARREL_WRITE_NBIB_H
#define CARREL_WRITE_NBIB_H

#include "write/tagged.h"

/* What one row of the writer's table does: adds its lines, if there is anything to say. */
typedef void nbib_field(output *out, const record *r, text tag);

/* One field, its lines broken where PubMed breaks them. */
void nbib_add(output *out, text tag, text value);
/* "value (kind)" in the given brackets, or the value alone. */
text nbib_with_kind(arena *a, text value, text kind, const char brackets[static 2]);

/* nbib_lists.c */
nbib_field nbib_people;          /* FAU AU AUID AD CN, FED ED, FIR IR IRAD, FPS PS */
nbib_field nbib_headings;        /* MH */
nbib_field nbib_keywords;        /* OTO OT */
nbib_field nbib_substances;      /* RN NM */
nbib_field nbib_grants;          /* GR */
nbib_field nbib_accessions;      /* SI */
nbib_field nbib_other_abstracts; /* OAB OABL OCI */
nbib_field nbib_links;           /* CIN EIN RIN ... */
nbib_field nbib_notes;           /* GN SFM */
nbib_field nbib_extras;          /* what the reader kept as "nbib:TAG" */

#endif
