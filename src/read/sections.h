/* Abstracts that formats keep as one text: parting them into labelled sections, and taking the
 * copyright line off their end. Cautious: what is not clearly a label stays in the text. */
#ifndef CARREL_READ_SECTIONS_H
#define CARREL_READ_SECTIONS_H

#include "model/record.h"

/* Adds the sections of a plain text: "BACKGROUND: ... METHODS: ..." or "Aims: ... Results: ..."
 * or labels on lines of their own. NLM's category is filled in where the label tells it. A text
 * without labels is one section; an empty one adds nothing. */
void sections_split(sections *list, text abstract, arena *a);
/* The copyright statement at the end of a plain text ("(c) 2020 Elsevier. All rights reserved."),
 * which is cut off; the empty text where there is none. */
text sections_take_copyright(text *abstract);

#endif
