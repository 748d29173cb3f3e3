/* Bytes to read from: a file, standard input, a stream or memory; gzip, xz, zstd and bzip2 are
 * undone on the way, told from the first bytes. A byte order mark is dropped, UTF-16 with one
 * becomes UTF-8. */
#ifndef CARREL_READ_INPUT_H
#define CARREL_READ_INPUT_H

#include "base/arena.h"
#include "read/source.h"

typedef struct input input;

enum {
  INPUT_HEAD = 64 * 1024,               /* how much input_head can show */
  INPUT_LONGEST_LINE = 64 * 1024 * 1024 /* a longer line is an error */
};

/* `path` "-" is standard input. Refuses what is no regular file, pipe or standard input.
 * NULL with `e` set on failure. `path` is borrowed until input_close. */
input *input_open(const char *path, error *e);
/* Reads from a stream, whose state is borrowed. */
input *input_of_stream(stream from, const char *name, error *e);
/* The bytes are borrowed; `name` stands for the path in messages. */
input *input_of_text(text bytes, const char *name, error *e);
void input_close(input *in);

/* As it was given to open. */
const char *input_name(const input *in);
/* The first INPUT_HEAD decoded bytes (fewer if the input is shorter), without taking them. Only
 * before anything else has been read. Its last character may be cut. */
text input_head(input *in);
/* Up to `size` bytes; 0 at the end or on an error, which input_error tells apart. */
size_t input_read(input *in, char *bytes, size_t size);
/* The next line without its end (LF, CR LF or CR), repaired to valid UTF-8; valid until the next
 * call. False at the end or on an error. Do not mix with input_read. */
bool input_line(input *in, text *line);
/* The same, but shows the line without taking it. */
bool input_peek_line(input *in, text *line);
/* The number of the line that input_line gave last, from 1. */
unsigned long input_line_number(const input *in);
/* Whether reading has failed (I/O error, damaged gzip, a line too long); then fills `e`. */
bool input_error(const input *in, error *e);
/* The MD5 of the bytes as they stand in the file; reads to their end. Empty where that fails. */
void input_digest(input *in, digest_text hex);
/* The same of a file as a whole. */
void input_digest_of_file(const char *path, digest_text hex);
/* Bytes taken from the file so far and the file's size (0 where unknown), for progress. */
void input_progress(const input *in, long long *taken, long long *size);

#endif
