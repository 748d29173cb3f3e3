/* What somebody may have meant who typed something that is not there. */
#ifndef CARREL_SEARCH_NEARBY_H
#define CARREL_SEARCH_NEARBY_H

#include "search/searcher.h"

/* The word of the library most like a folded one that it does not have, and of words that are
 * equally like it the one that most articles have; empty where none is like it. Only words with the
 * same first two letters, in either order, are looked at. */
bool nearby_word(searcher *x, text folded, text *name, arena *a, error *e);
/* The name of the record of MeSH most like what was typed, or with a term like it. */
bool nearby_heading(searcher *x, mesh_kind kind, text typed, text *name, arena *a, error *e);

#endif
