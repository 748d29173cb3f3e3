/* Timing Boolean searches and strategies. */
#ifndef CARREL_TOOLS_BENCH_BOOLEAN_H
#define CARREL_TOOLS_BENCH_BOOLEAN_H

#include "search/search.h"

/* Asks one query, or all lines of a strategy where `typed` is "@FILE", so many times, and prints
 * 'id TAB found TAB first TAB best': articles of the (last) query, milliseconds of the first time,
 * which has to fetch everything from the file, and of the best. A query is asked as
 * `search` does, with the best 20 articles; the lines of a strategy are counted. False with `e`
 * set on failure. */
bool boolean_measure(searcher *x, text id, text typed, int repeats, error *e);

#endif
