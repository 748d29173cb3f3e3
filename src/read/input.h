/* Bytes to read from: a file, standard input, a stream or memory; gzip, xz, zstd and bzip2 are
 * undone on the way, told from the first bytes. A byte order mark is dropped, UTF-16 with one
 * becomes UTF-8; so does UTF-16 without one that begins with ASCII. */
#ifndef CARREL_READ_INPUT_H
#define CARREL_READ_INPUT_H

#include "base/arena.h"
#include "read/source.h"

typedef struct input input;

enum {
  INPUT_HEAD = 64 * 1024,                  /* how much input_head can show */
  INPUT_LONGEST_LINE = 64 * 1024 * 1024,   /* a longer line is an error */
  INPUT_LONGEST_RECORD = 64 * 1024 * 1024, /* so is a longer record, see input_begin_record */
  INPUT_LARGEST_WHOLE = 256 * 1024 * 1024  /* and a larger file, where it is read as a whole */
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
/* A record begins: from here on, until it is called again, no more than INPUT_LONGEST_RECORD bytes
 * can be taken, so that no input makes memory run out. Until the first call there is no limit. */
void input_begin_record(input *in);
/* For readers that need to see all of their input before the first record: the limit is
 * INPUT_LARGEST_WHOLE. */
void input_read_whole(input *in);
/* The number of the line that input_line gave last, from 1. */
unsigned long input_line_number(const input *in);
/* What had to be done to the first line that was no proper UTF-8, and its number; NULL: nothing. */
const char *input_repair(const input *in, unsigned long *line);
/* Whether reading has failed (I/O error, damaged gzip, a line too long); then fills `e`. */
bool input_error(const input *in, error *e);
/* The MD5 of the bytes as they stand in the file; reads to their end. Empty where that fails. */
void input_digest(input *in, digest_text hex);
/* The same of a file as a whole. */
void input_digest_of_file(const char *path, digest_text hex);
/* Bytes taken from the file so far and the file's size (0 where unknown), for progress. */
void input_progress(const input *in, long long *taken, long long *size);

#endif
