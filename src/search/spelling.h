/* Words as they stand: the phrases that a leaf of a query asks the full-text index for. */
#ifndef CARREL_SEARCH_SPELLING_H
#define CARREL_SEARCH_SPELLING_H

#include "search/leaf.h"

/* Words in this order, next to each other; of a truncated phrase the last is a beginning. */
typedef struct phrase {
  texts words;
  bool truncated;
} phrase;
typedef LIST_OF(phrase) phrases;

/* The phrases that a leaf of words means; it may be an OR of such leaves. Wildcards become the
 * words of the library that match them, so that there may be many phrases, or none. */
bool spelling_find(evaluation *v, const query *leaf, phrases *all);
/* The phrase of a text, without words where the text has none. */
phrase spelling_phrase(searcher *x, text typed, bool truncated, arena *a);
/* Adds phrases to an expression for the full-text index, in brackets and ORed. */
void spelling_add(buffer *expression, const phrases *all);

#endif
