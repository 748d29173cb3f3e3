/* The pages of the text index, out of the words of the segment under way. */
#ifndef CARREL_INDEX_WORD_PAGES_H
#define CARREL_INDEX_WORD_PAGES_H

#include "index/gathering.h"

/* The words of what has been gathered, in order, with their articles; *pages is how many the
 * segment has. Rows are handed over: so it can be called in a thread that has not the store. */
bool word_pages_make(fts5_writer *w, const gathering *g, const dictionary_names *names,
                     handover *to, long long segment, uint32_t *pages, error *e);

#endif
