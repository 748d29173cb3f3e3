/* Giving the words and values of a document their numbers, and bringing the occurrences of each
 * word together: in a thread that has the time. */
#ifndef CARREL_INDEX_NUMBERING_H
#define CARREL_INDEX_NUMBERING_H

#include "index/dictionary.h"
#include "index/document.h"

/* What is found lives in `a`. */
bool numbering_give(dictionary *d, document *made, arena *a, error *e);

#endif
