/* MeSH for searching: what a typed term means, and what stands below it in the trees. Everything
 * here finds nothing where MeSH has not been loaded. */
#ifndef CARREL_SEARCH_VOCABULARY_H
#define CARREL_SEARCH_VOCABULARY_H

#include "search/searcher.h"

/* The records of a kind that somebody means by a name, a term, a UI ("D009203"), a place in a tree
 * ("C14.907") or, of qualifiers, two letters ("dt"). A name goes before terms, which may be those
 * of several records. */
bool vocabulary_find(searcher *x, mesh_kind kind, text typed, mesh_records *found, arena *a,
                     error *e);
/* Whether a text is the beginning of places in a tree: "C14.907". */
bool vocabulary_is_place(text typed);
/* The records and, where `below`, all that stand below any of their places; each once. */
bool vocabulary_explode(searcher *x, const mesh_records *roots, bool below, mesh_records *all,
                        arena *a, error *e);
/* All records whose places begin so; each once. */
bool vocabulary_branch(searcher *x, text beginning, mesh_records *all, arena *a, error *e);
/* Whether a descriptor is a publication type: its class, or where it stands in the trees. */
bool vocabulary_is_type(searcher *x, const mesh_record *r, bool *is, arena *a, error *e);

#endif
