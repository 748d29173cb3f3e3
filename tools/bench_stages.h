/* How long each stage of an ingest takes by itself: what a whole ingest is measured against. */
#ifndef CARREL_TOOLS_BENCH_STAGES_H
#define CARREL_TOOLS_BENCH_STAGES_H

#include "base/error.h"

typedef struct stages {
  long long records;
  long long text_bytes;   /* of what is indexed as text, without markup */
  double read_seconds;    /* inflating and parsing */
  double content_seconds; /* taking texts and values out of the records */
  double fts5_seconds;    /* giving the same texts to FTS5 with its own tokenizer and measures */
  double tuned_seconds;   /* the same, with 32 MiB for FTS5's hash */
} stages;

/* Runs all stages over the files, records in memory in between; the full-text tables are made in
 * `scratch`, a path that must not exist and is removed again. */
bool stages_measure(const char *const *paths, int count, const char *scratch, stages *s, error *e);

#endif
