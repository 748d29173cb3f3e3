/* Automatic term mapping, after PubMed's: untagged words are looked up in MeSH, among the journals
 * and among the authors of the library. Source: PubMed User Guide, "How PubMed works: automatic
 * term mapping".
 *
 * The longest run of words that means something is taken first, from the left, words being left
 * off at the right until something is found; the rest goes on by itself. What is found is ORed with
 * the words themselves: unlike in PubMed, a name of an author too. */
#ifndef CARREL_SEARCH_MAPPING_H
#define CARREL_SEARCH_MAPPING_H

#include "search/searcher.h"

/* The query with what its untagged words mean; NULL with `e` set on failure. `told`, which may be
 * NULL, gets what was translated. Shares with `q` what stays. */
query *mapping_apply(searcher *x, const query *q, translations *told, arena *a, error *e);
/* The query with its headings by their names. */
query *mapping_name_headings(searcher *x, const query *q, arena *a, error *e);

#endif
