/* An output file, gzipped or plain. The gzip header has neither name nor time, so that the same
 * input gives the same bytes (with the same zlib). */
#ifndef CARREL_TOOLS_SYNTH_FILE_H
#define CARREL_TOOLS_SYNTH_FILE_H

#include <stdio.h>
#define ZLIB_CONST
#include <zlib.h>

#include "base/error.h"

typedef struct synth_file {
  FILE *file;
  const char *path; /* the caller's, until the file is closed */
  bool packed, failed;
  z_stream stream;
} synth_file;

/* False with the reason in `e`; then there is nothing to close. */
bool synth_file_open(synth_file *f, const char *path, bool packed, error *e);
/* Failure is kept until the file is closed. */
void synth_file_add(synth_file *f, text piece);
bool synth_file_close(synth_file *f, error *e);

#endif
