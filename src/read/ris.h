/* RIS: what its lines say (ris.c) and what its tags mean (ris_tags.c, ris_notes.c). */
#ifndef CARREL_READ_RIS_H
#define CARREL_READ_RIS_H

#include "read/draft.h"

/* One tag with its value; the lines of a long value are parted by line feeds. */
typedef struct ris_field {
  text tag, value;
} ris_field;
typedef LIST_OF(ris_field) ris_fields;

/* Whether a tag is one of those that RIS files are known to use. */
bool ris_tag_known(text tag);
/* Fills the record from its fields; false where they hold nothing about a work. */
bool ris_fill(record *r, const ris_fields *fields);
/* Takes a note (N1): references that Scopus lists there, and what EndNote's PubMed import leaves:
 * full names, types of publication. After the authors. */
void ris_take_note(draft *d, text value);

#endif
