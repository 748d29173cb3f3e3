/* Where the words of a question stand in an article: marks in its title, and the passage of its
 * abstract that says most about them. */
#ifndef CARREL_SEARCH_SNIPPET_H
#define CARREL_SEARCH_SNIPPET_H

#include "search/score.h"

/* Fills title_marks, snippet and snippet_marks of the hit. False when memory has run out. */
bool snippet_mark(searcher *x, const scored_terms *terms, hit *h, arena *a);

#endif
