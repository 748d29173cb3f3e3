/* Looking at MeSH: records by what they are called, and how many articles have them. Without MeSH,
 * the headings that articles have. */
#ifndef CARREL_SEARCH_BROWSE_H
#define CARREL_SEARCH_BROWSE_H

#include "search/search.h"
#include "store/mesh.h"

mesh_state browse_state(const searcher *x);

/* The records that somebody means by a name, a term, a UI, a place in a tree or two letters: those
 * of the first kind that has any, headings before subheadings before supplementary concepts. */
bool browse_find(searcher *x, text typed, mesh_records *found, arena *a, error *e);
/* The name most like what was typed; empty where none is. */
bool browse_suggest(searcher *x, text typed, text *name, arena *a, error *e);

/* How many articles have a record itself, and how many it or one below it. */
typedef struct heading_counts {
  long long itself, below;
} heading_counts;
bool browse_count(searcher *x, const mesh_record *r, heading_counts *counts, arena *a, error *e);
/* How many have it as a major topic; -1 where it cannot be one. */
bool browse_count_major(searcher *x, const mesh_record *r, long long *major, arena *a, error *e);

/* A term that has the words looked for. */
typedef struct browse_match {
  text key, term;
  long long record; /* 0: a heading of articles, without MeSH */
} browse_match;
typedef LIST_OF(browse_match) browse_matches;
/* The records with a term that has all of these words, the last letters of which may be left out
 * with a star; the shortest terms first, each record once. */
bool browse_words(searcher *x, text typed, browse_matches *found, arena *a, error *e);
/* Whether a name has them. */
bool browse_has_words(searcher *x, text typed, text name, arena *a);

#endif
