/* Reading ahead: while the caller stores records, one thread reads those that follow, and another
 * makes of them what the library takes. Batches come in the order of the file. */
#ifndef CARREL_INGEST_PIPELINE_H
#define CARREL_INGEST_PIPELINE_H

#include "index/numbering.h"
#include "read/reader.h"
#include "store/articles.h"

enum { BATCH_ENTRIES = 64, PIPELINE_DEPTH = 8 };

/* What one call of the reader gave. */
typedef struct batch_entry {
  read_result result;
  record record;   /* READ_RECORD */
  article_row row; /* of it; this and the document are made here, where there is time */
  document document;
  const error *problem; /* READ_SKIPPED, READ_FAILED */
} batch_entry;

typedef struct batch {
  arena arena; /* owns all records and problems of the batch */
  batch_entry entries[BATCH_ENTRIES];
  size_t count;
  error spare; /* the problem, where there is no memory for it */
  bool last;   /* nothing comes after it */
  long long bytes_taken,
      bytes_in_all; /* of the input when the batch was full; see input_progress */
} batch;

typedef struct pipeline pipeline;

/* Starts reading. Words get numbers of the dictionary, unless it is NULL. The reader's state, the
 * input and `file`, the path that the records say they are from, are borrowed until pipeline_stop.
 * NULL with `e` set on failure. */
pipeline *pipeline_start(const reader *format, dictionary *d, void *state, input *in,
                         const char *file, error *e);
/* The next batch, the pipeline's until the next call; NULL behind the last one. */
const batch *pipeline_next(pipeline *p);
/* Stops, wherever it is, and frees all. */
void pipeline_stop(pipeline *p);

#endif
