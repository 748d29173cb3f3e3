/* Ovid MEDLINE's query language: text to tree and back.
 *
 * Source: Ovid, "Advanced Search Techniques" and "MEDLINE Database Guide". Operators may be in
 * small letters; adj is worked off first, then and, then not, then or; words side by side are a
 * phrase; fields stand behind in dots (.ti,ab.), headings end in a slash. */
#ifndef CARREL_QUERY_OVID_H
#define CARREL_QUERY_OVID_H

#include "query/pubmed.h"

/* Whether the text is plainly in Ovid's language rather than PubMed's. */
bool ovid_is_likely(text typed);
/* Reads a query; a number alone is a line of a strategy, QUERY_HISTORY. NULL with `e` set (kind
 * ERROR_USE, offset: the byte) where it cannot be understood. The tree borrows from `typed`. */
query *ovid_parse(text typed, const query_options *options, arena *a, error *e);
/* The tree in Ovid's syntax. Adds to `lost` (which may be NULL) what that cannot say. */
text query_to_ovid(const query *q, arena *a, texts *lost);

#endif
