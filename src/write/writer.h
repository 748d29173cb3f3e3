/* A writer turns hits into the bytes of one format. Each is one file here and one row in the table
 * of writers.c. Writers look nothing up: all that they print stands in the hit. */
#ifndef CARREL_WRITE_WRITER_H
#define CARREL_WRITE_WRITER_H

#include "base/buffer.h"
#include "model/hit.h"

/* Where a writer writes, and how. The caller empties `bytes` as it likes between calls. */
typedef struct output {
  buffer bytes;
  size_t columns; /* width of the terminal, or 0: do not wrap */
  bool color;
  bool whole;     /* show whole records (`show`) instead of a line or two */
  size_t count;   /* hits written so far; writers may read it, the caller counts */
  text group;     /* the group that the last hit stood in */
  arena *scratch; /* for one hit; the caller resets it */
  void *state;    /* the writer's own, between begin and end; lives in `lasting` */
  arena *lasting; /* lives until end */
} output;

typedef struct writer {
  const char *name;           /* "jsonl": for --format */
  const char *summary;        /* one line */
  const char *carries;        /* what of a record it can hold, one line */
  bool passages;              /* prints snippets, so that they are worth making */
  void (*begin)(output *out); /* may be NULL */
  void (*hit)(output *out, const hit *h);
  void (*end)(output *out); /* may be NULL */
} writer;

/* All writers; NULL at the end. */
extern const writer *const writers[];

const writer *writer_named(text name);

#endif
