/* An error is a value: what kind, what happened, and where. Whoever fails fills it, everybody else
 * passes it on, and only the command line prints it. */
#ifndef CARREL_BASE_ERROR_H
#define CARREL_BASE_ERROR_H

#include "base/text.h"

typedef enum {
  ERROR_NONE,
  ERROR_USE,      /* the caller or the query is wrong */
  ERROR_INPUT,    /* the data read is wrong */
  ERROR_SYSTEM,   /* a file or the operating system */
  ERROR_DATABASE, /* SQLite, or a library file that is not as it should be */
  ERROR_MEMORY,
} error_kind;

typedef struct error {
  error_kind kind;
  char message[512];
  char file[512];     /* empty where there is none */
  unsigned long line; /* from 1; 0 where there is none */
  long offset;        /* bytes into the query; -1 where there is none */
} error;

void error_clear(error *e);
/* Always false, so that one can `return error_set(...)`. Keeps file, line and offset. */
bool error_set(error *e, error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same for running out of memory. */
bool error_memory(error *e);
/* Adds the place; false like error_set. */
bool error_at(error *e, const char *file, unsigned long line);

#endif
