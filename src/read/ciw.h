/* Web of Science's tagged format: what its lines say (ciw.c) and what its tags mean (ciw_tags.c).
 */
#ifndef CARREL_READ_CIW_H
#define CARREL_READ_CIW_H

#include "read/draft.h"

/* Fills the record from its fields, in which lines are parted by line feeds; false where they hold
 * nothing about a work. */
bool ciw_fill(record *r, const draft_fields *fields);

#endif
