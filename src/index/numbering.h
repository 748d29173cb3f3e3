/* Giving the words and values of a document their numbers: in the thread that reads, which has the
 * time. */
#ifndef CARREL_INDEX_NUMBERING_H
#define CARREL_INDEX_NUMBERING_H

#include "index/dictionary.h"
#include "index/document.h"

/* The numbers live in `a`. */
bool numbering_give(dictionary *d, document *made, arena *a, error *e);

#endif
