/* RIS: what its lines say (ris.c) and what its tags mean (ris_tags.c, ris_notes.c). */
#ifndef CARREL_READ_RIS_H
#define CARREL_READ_RIS_H

#include "read/draft.h"

/* Whether a tag is one of those that RIS files are known to use. */
bool ris_tag_known(text tag);
/* Fills the record from its fields, in which the lines of long values are parted by line feeds;
 * false where they hold nothing about a work. */
bool ris_fill(record *r, const draft_fields *fields);
/* Takes a note (N1): references that Scopus lists there, and what EndNote's PubMed import leaves:
 * full names, types of publication. After the authors. */
void ris_take_note(draft *d, text tag, text value);

#endif
