/* Lines of a tag and its value, "TI  - ...", as MEDLINE and RIS have them. */
#ifndef CARREL_WRITE_TAGGED_H
#define CARREL_WRITE_TAGGED_H

#include "write/writer.h"

/* Adds a field, or nothing where the value is empty. White space is squeezed, control characters
 * are left out. With `columns` the
 * line is broken before words that would pass that column; without, only where the value has line
 * feeds. Further lines are indented, so that none of them looks like a field. */
void tagged_add(output *out, text tag, text value, size_t columns);

/* With a star in front where it is a major topic, as MEDLINE marks them. */
text tagged_star(bool major, text name, arena *a);
/* "*Heading/qualifier/qualifier", each with its star. */
text tagged_heading(const heading *h, arena *a);

#endif
