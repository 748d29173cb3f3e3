/* Where data goes: standard output, a pager before it, or a file that is replaced as a whole.
 *
 * Stands apart from the model, whose `link` POSIX would also call its own. */
#ifndef CARREL_CLI_SINK_H
#define CARREL_CLI_SINK_H

#include <sys/types.h>

#include "base/error.h"

typedef struct sink {
  int descriptor;
  pid_t pager; /* 0: none */
  char *path;  /* of a file to be replaced, and of the one that is written; else NULL */
  char *temporary;
  bool reader_gone; /* the pager has been left: what follows is dropped */
} sink;

/* Opens a file, or standard output for NULL and "-"; then, where that is a terminal, through the
 * pager if `paged`. False with `e` set on failure; sink_close must follow anyway. */
bool sink_open(sink *s, const char *path, bool paged, error *e);
bool sink_write(sink *s, text bytes, error *e);
/* Waits for the pager; puts the file into its place if all went well (`keep`), else removes it.
 * False with `e` set on failure. */
bool sink_close(sink *s, bool keep, error *e);

#endif
