/* Taking one file in, or the files of an archive. */
#ifndef CARREL_INGEST_INTAKE_H
#define CARREL_INGEST_INTAKE_H

#include "ingest/group.h"
#include "ingest/join.h"
#include "read/input.h"

struct intake {
  store *store;
  const ingest_options *options;
  const ingest_observer *observer;
  ingest_counts *counts;
  join join;
  ingest_progress progress;
  long long bytes_before; /* of the files that are done */
  double started;
  long long state; /* of the library, when it was last looked at */
  group group;
};

typedef enum {
  FILE_DONE,
  FILE_UNKNOWN, /* of no format that is known: `e` says so */
  FILE_REFUSED, /* `e` says why; nothing of it is in the library */
  FILE_BROKE,   /* the library has failed */
} file_result;

/* Seconds of a clock that only goes forward. */
double intake_clock(void);
/* Counts it, and tells the observer. */
void intake_tell(intake *g, const error *problem, ingest_trouble what);
/* Takes a file in, unless it is known. */
file_result intake_file(intake *g, const file_entry *entry, error *e);
/* The same for bytes that have been opened; `same` is what ledger_find gave. */
file_result intake_input(intake *g, const file_entry *entry, input *in, long long same, error *e);
/* The files of an archive, each as a file of its own. */
file_result intake_archive(intake *g, const file_entry *entry, const char *kind, input *in,
                           long long same, error *e);
/* Adds to the counts of all files, and tells the observer. */
void intake_done(intake *g, const ingest_file *done);

/* What is changed between these is changed whole or not at all. On trial all is within one
 * transaction, which is rolled back in the end. */
bool intake_begin(intake *g, error *e);
bool intake_commit(intake *g, error *e);
bool intake_rollback(intake *g, error *e);

#endif
