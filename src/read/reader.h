/* A reader turns the bytes of one format into records. Each is one file here and one row in the
 * table of readers.c.
 *
 * Rules for readers: a record that cannot be read is READ_SKIPPED with `file:line: what` in the
 * error and reading goes on; input that cannot be read on is READ_FAILED; nothing is dropped in
 * silence. One call of `next` takes at most INPUT_LONGEST_RECORD bytes; a reader that needs all of
 * its input first says so with input_read_whole in `open`. Readers allocate in record->arena, keep
 * no global state and never look at the store. */
#ifndef CARREL_READ_READER_H
#define CARREL_READ_READER_H

#include "base/error.h"
#include "model/record.h"
#include "read/input.h"

typedef enum {
  READ_RECORD,  /* *r is filled */
  READ_END,     /* no more records */
  READ_SKIPPED, /* one record was bad: the error says which and why; call again */
  READ_FAILED,  /* the rest cannot be read: the error says why; do not call again */
} read_result;

typedef struct reader {
  const char *name;    /* "nbib": for --format, the store and `carrel formats` */
  const char *summary; /* one line: what it is and who writes it */
  const char *carries; /* what of a record it can hold, one line */
  /* How sure it is, 0 to 100, that input with this head (see input_head) is its format. */
  int (*recognises)(text head);
  /* State for one input, which is borrowed; NULL with `e` set on failure. */
  void *(*open)(input *in, error *e);
  /* Fills `r`, which record_init has prepared. Sets source_line; the caller sets source_file and
   * source_format. */
  read_result (*next)(void *state, record *r, error *e);
  void (*close)(void *state);
} reader;

/* All readers; NULL at the end. */
extern const reader *const readers[];

const reader *reader_named(text name);
/* The reader that is surest of the head, or NULL where none knows it. */
const reader *reader_recognise(text head);

#endif
