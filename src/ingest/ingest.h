/* Ingesting: files in, records read, stored and indexed. One transaction a file: whatever happens,
 * the library holds whole files only. */
#ifndef CARREL_INGEST_INGEST_H
#define CARREL_INGEST_INGEST_H

#include "store/store.h"

typedef struct ingest_counts {
  long long added, revised, unchanged, deleted, skipped; /* records */
  long long files, failed_files;
  long long known_files; /* of these, taken in before and unchanged: not read again */
  long long passed_over; /* files found in a folder that are of no known format */
} ingest_counts;

typedef struct ingest_progress {
  const char *file;
  long long records;            /* read so far, over all files */
  long long bytes, total_bytes; /* of the files as they stand on disk; total 0 where unknown */
  double seconds;
} ingest_progress;

typedef enum { TROUBLE_RECORD, TROUBLE_FILE, TROUBLE_PASSED_OVER } ingest_trouble;

/* Who is told. Either function may be NULL. */
typedef struct ingest_observer {
  void *context;
  /* A record was skipped, a file was refused, or a file in a folder was passed over since its
   * format is not known: `e` has file, line and reason. */
  void (*diagnosis)(void *context, const error *e, ingest_trouble what);
  /* After every hundred records or so. */
  void (*progress)(void *context, const ingest_progress *now);
} ingest_observer;

typedef struct ingest_options {
  const char *format; /* a reader's name, or NULL: told from the content */
  bool again;         /* read files anew that have not changed since they were taken in */
} ingest_options;

/* Ingests files, folders (walked in order of names) and "-" (standard input). What is bad is told
 * to the observer and counted, and the rest goes on; false only where the library itself fails. */
bool ingest_paths(store *s, const char *const *paths, size_t count, const ingest_options *options,
                  const ingest_observer *observer, ingest_counts *counts, error *e);

#endif
