/* Where an article was read from. */
#ifndef CARREL_SEARCH_SOURCES_H
#define CARREL_SEARCH_SOURCES_H

#include "search/answers.h"

/* Fills the hit's sources; there are none where all is from one, which the record names itself. */
bool sources_read(searcher *x, article_id id, hit *h, arena *a, error *e);

#endif
