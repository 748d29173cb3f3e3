/* The bytes of a file, of standard input, of a stream or of memory as they stand there, before
 * anything is decoded: a window on them that is refilled as decoders take from it. */
#ifndef CARREL_READ_SOURCE_H
#define CARREL_READ_SOURCE_H

#include <sys/types.h>

#include "base/digest.h"
#include "base/error.h"

/* Bytes that something else makes, such as a file within an archive. */
typedef struct stream {
  void *state;
  /* Up to `size` bytes; 0 at the end, -1 with `e` set on failure. `taken` is how far reading has
   * come in the file that all comes from. */
  ssize_t (*read)(void *state, char *bytes, size_t size, long long *taken, error *e);
} stream;

typedef struct source {
  const char *name; /* borrowed */
  text window;      /* bytes that have been read and not been taken yet */
  char *chunk;      /* where bytes are read into; NULL for memory */
  int file;         /* descriptor, or -1 */
  stream stream;    /* where there is no descriptor */
  digest digest;    /* of what has been read */
  bool ended, failed;
  long long taken, size; /* bytes read so far; the size of a regular file, else 0 */
  error error;           /* why it failed */
} source;

/* `path` "-" is standard input. Refuses directories, devices and sockets. The path is borrowed.
 * False with `e` set on failure; then there is nothing to close. */
bool source_open(source *s, const char *path, error *e);
/* Borrows the name, and the stream's state. */
bool source_of_stream(source *s, stream from, const char *name, error *e);
/* Borrows the bytes and the name. */
void source_of_text(source *s, text bytes, const char *name);
void source_close(source *s);

/* Makes the window hold at least `wanted` bytes, which must not exceed 64, or all that is left;
 * false where nothing is left or reading failed. */
bool source_fill(source *s, size_t wanted);
/* Takes bytes off the front of the window. */
void source_take(source *s, size_t size);
/* Reads and drops what is left, and gives the digest of all; empty where reading has failed. */
void source_digest(source *s, digest_text hex);
/* Marks it as failed, with the first reason kept; from then on the window is empty. */
void source_fail(source *s, error_kind kind, const char *what);

#endif
