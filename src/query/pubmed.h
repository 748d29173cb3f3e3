/* PubMed's query language: text to tree and back.
 *
 * Source: PubMed User Guide (https://pubmed.ncbi.nlm.nih.gov/help/). Operators AND, OR, NOT are in
 * capitals and worked off strictly from left to right; brackets nest; terms side by side are ANDed;
 * a tag in square brackets belongs to the term before it. Beyond PubMed: =word, any phrase,
 * wildcards inside words, truncation in proximity, a tag behind a bracket, query:name. */
#ifndef CARREL_QUERY_PUBMED_H
#define CARREL_QUERY_PUBMED_H

#include "query/tree.h"

typedef struct query_options {
  int today;    /* yyyymmdd, for "last 5 years"; 0: such dates are an error */
  texts *notes; /* NULL, or where remarks for the user are added: what was read otherwise than the
                   user may think */
} query_options;

/* Reads a query. NULL with `e` set (kind ERROR_USE, offset: the byte) where it cannot be
 * understood. The tree borrows from `typed`, which must outlive it. */
query *query_parse(text typed, const query_options *options, arena *a, error *e);

/* The tree in PubMed's syntax; reading it gives the same tree. Adds to `lost` (which may be NULL)
 * what PubMed's language cannot say; there the text says what comes nearest. */
text query_to_pubmed(const query *q, arena *a, texts *lost);
/* The same with tags spelled out, "aspirin[All Fields]", as PubMed's search details have them. */
text query_to_details(const query *q, arena *a);

#endif
