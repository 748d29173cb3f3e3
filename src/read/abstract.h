/* Structured abstracts in formats that print them as running text, "LABEL: text LABEL: text". */
#ifndef CARREL_READ_ABSTRACT_H
#define CARREL_READ_ABSTRACT_H

#include "model/record.h"

/* Adds the sections of an abstract, without markup that was left in it. It is split only where a
 * label is beyond doubt: at a sentence's start, before a colon, and either of words that head
 * sections in general or, in an abstract that begins with such a label, in capitals. */
void abstract_add(sections *list, text printed, arena *a);
/* Whether a paragraph begins with a label, as on PubMed's pages: "Methods: We ...". Then label and
 * rest are set. */
bool abstract_label(text paragraph, text *label, text *rest);
/* Whether a paragraph behind an abstract is its copyright line. */
bool abstract_is_copyright(text paragraph);

#endif
