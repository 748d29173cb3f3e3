/* Ingesting: files in, records read, stored and indexed. Whatever happens, the library holds whole
 * files only. */
#ifndef CARREL_INGEST_INGEST_H
#define CARREL_INGEST_INGEST_H

#include "store/store.h"

typedef struct ingest_counts {
  long long added, revised, unchanged, deleted, skipped; /* records */
  long long files, failed_files;
  long long known_files; /* of these, taken in before and unchanged: not read again */
  long long passed_over; /* files found in a folder that are of no known format */
  long long disorders;   /* gaps between NLM's numbered files, and steps back */
  long long replaced;    /* articles of which a new baseline has taken something away */
} ingest_counts;

typedef struct ingest_progress {
  const char *file;
  long long records;            /* read so far, over all files */
  long long bytes, total_bytes; /* of the files as they stand on disk; total 0 where unknown */
  double seconds;
} ingest_progress;

/* A file that has been taken in. */
typedef struct ingest_file {
  const char *path;
  const char *format;   /* NULL: it was known and has not been read */
  const char *same_as;  /* the file of the same bytes, where it was known under another name */
  ingest_counts counts; /* of its records */
} ingest_file;

typedef enum {
  TROUBLE_RECORD,      /* a record was skipped */
  TROUBLE_FILE,        /* a file was refused */
  TROUBLE_PASSED_OVER, /* a file in a folder or an archive was passed over: its format is unknown */
  TROUBLE_GAP,         /* files of NLM's are missing before this one */
  TROUBLE_ENCODING,    /* a file is not in UTF-8 as a whole */
  TROUBLE_STEP_BACK,   /* a file of NLM's comes before one that has been taken in */
} ingest_trouble;

/* Who is told. Any of the functions may be NULL. */
typedef struct ingest_observer {
  void *context;
  /* `e` has file, line and reason. */
  void (*diagnosis)(void *context, const error *e, ingest_trouble what);
  void (*file)(void *context, const ingest_file *done); /* once it is in the library for good */
  /* After every hundred records or so. */
  void (*progress)(void *context, const ingest_progress *now);
} ingest_observer;

typedef struct ingest_options {
  const char *format; /* a reader's name, or NULL: told from the content */
  bool again;         /* read files anew that have not changed since they were taken in */
  bool trial;         /* change nothing, but tell what would become of it */
  /* NLM's files that are given are the baseline of a new year: when they are all there, what
   * earlier years' files said and they do not goes. */
  bool replace_baseline;
} ingest_options;

/* Ingests files, folders (walked in order of names), archives and "-" (standard input); NLM's
 * numbered files in the order of their numbers. What is bad is told to the observer and counted,
 * and the rest goes on; false only where the library itself fails. */
bool ingest_paths(store *s, const char *const *paths, size_t count, const ingest_options *options,
                  const ingest_observer *observer, ingest_counts *counts, error *e);

#endif
