/* The posting lists of the segment under way, out of what has been gathered: of stem classes and of
 * values. */
#ifndef CARREL_INDEX_TERM_LISTS_H
#define CARREL_INDEX_TERM_LISTS_H

#include "index/class_list.h"
#include "index/gathering.h"
#include "index/lists.h"

/* Zeroed, it has no memory. */
typedef struct term_lists {
  lists_writer lists;
  class_list class;
  uint16_t places[SEGMENT_SPAN], codes[SEGMENT_SPAN]; /* of the list under way */
  /* The first word of each term, and the next of each word; UINT32_MAX ends. */
  uint32_t *first, *next;
} term_lists;

/* Rows are handed over: so it can be called in a thread that has not the store. */
bool term_lists_make(term_lists *t, const gathering *g, const dictionary_names *names, handover *to,
                     long long segment, error *e);
void term_lists_finish(term_lists *t);

#endif
