/* Leaves that MeSH explains: headings, subheadings, publication types, substances and their
 * actions. */
#ifndef CARREL_SEARCH_HEADING_H
#define CARREL_SEARCH_HEADING_H

#include "search/leaf.h"

/* Whether the field is one of these. */
bool heading_explains(const field *f);
/* Adds what the leaf finds to the set; *any: whether the library has any of the values asked. A
 * term that MeSH does not know, or any term without MeSH, is taken as it stands in records. */
bool heading_evaluate(evaluation *v, const query *leaf, set *found, bool *any);
/* The name of MeSH that is most like a leaf's text; empty where MeSH knows the text, or nothing is
 * like it. */
bool heading_suggest(evaluation *v, const query *leaf, text *name);

#endif
