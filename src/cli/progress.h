/* A line on the terminal that says how far a long task has come. */
#ifndef CARREL_CLI_PROGRESS_H
#define CARREL_CLI_PROGRESS_H

#include "ingest/ingest.h"

typedef struct progress {
  bool active;    /* standard error is a terminal that wants it */
  double shown;   /* when the line was drawn last, in seconds from the start */
  double started; /* of progress_count */
} progress;

/* Seconds of a clock that only goes forward. */
double progress_clock(void);

/* The line in at most `width` columns (0: any): records, rate, how much of how much, time left. */
text progress_words(const ingest_progress *now, size_t width, arena *a);
/* Draws it over the last one, a few times a second at most. */
void progress_show(progress *p, const ingest_progress *now);
/* The same for a task of which no more is known than how many records are done. */
void progress_count(progress *p, long long records);
/* Takes it away, so that something else can be written. */
void progress_clear(progress *p);

#endif
