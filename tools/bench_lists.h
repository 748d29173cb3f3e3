/* How long the posting lists of a library take: what ranking adds to an ingest. */
#ifndef CARREL_TOOLS_BENCH_LISTS_H
#define CARREL_TOOLS_BENCH_LISTS_H

#include "base/error.h"

typedef struct lists_times {
  long long lists, postings;
  double read_seconds, write_seconds;
} lists_times;

/* Reads every posting list of the library, and reads and writes every one once more, in a
 * transaction that is taken back. */
bool lists_measure(const char *path, lists_times *times, error *e);

#endif
