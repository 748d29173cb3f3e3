/* Files within an archive (zip, tar), one after the other as they stand in it. The archive itself
 * may be compressed, as tar archives mostly are; an archive within an archive is not opened. */
#ifndef CARREL_READ_ARCHIVE_H
#define CARREL_READ_ARCHIVE_H

#include "read/input.h"

typedef struct members members;

/* A file of an archive. */
typedef struct member_file {
  const char *name;   /* its path in the archive; valid until the next call */
  long long size;     /* 0 where unknown */
  long long modified; /* nanoseconds since 1970; 0 where unknown */
} member_file;

typedef enum { MEMBER_FILE, MEMBER_ENCRYPTED, MEMBER_END, MEMBER_FAILED } member_result;

/* "zip" or "tar"; NULL where this is no head of an archive. */
const char *archive_kind(text head);
/* Reads from the input, which is borrowed, and of which nothing has been taken. NULL with `e` set
 * where there is no memory. */
members *members_open(input *in, error *e);
void members_close(members *m);
/* Goes on to the next file; folders, links and hidden files are passed over. MEMBER_FAILED with
 * `e` set: nothing more can be read. */
member_result members_next(members *m, member_file *file, error *e);
/* The bytes of that file; `name` is borrowed. To be closed before going on. */
input *members_input(members *m, const char *name, error *e);

#endif
