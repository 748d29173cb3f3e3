/* The report of an ingest: every diagnosis as a JSON line, {file, line, kind, message}. */
#ifndef CARREL_CLI_REPORT_H
#define CARREL_CLI_REPORT_H

#include "cli/sink.h"

typedef struct report {
  sink sink;
  bool open;
  error error; /* the first failure to write */
} report;

/* `path` NULL: there is none, and the rest does nothing. */
bool report_open(report *r, const char *path, error *e);
/* `line` is null where there is none. */
void report_add(report *r, const error *diagnosis, const char *kind);
/* Puts the file into its place if `keep`; false with `e` set where it could not be written. */
bool report_close(report *r, bool keep, error *e);

#endif
