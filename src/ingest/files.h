/* Which files the paths that were given mean. */
#ifndef CARREL_INGEST_FILES_H
#define CARREL_INGEST_FILES_H

#include "base/error.h"
#include "base/list.h"

typedef struct file_entry {
  const char *path;
  long long size;       /* 0 where unknown */
  long long modified;   /* nanoseconds since 1970; 0 where unknown */
  long long sequence;   /* NLM's number, see ingest/nlm.h; 0: another file */
  bool found;           /* in a folder or an archive; otherwise it was named itself */
  const error *problem; /* it cannot be read, and why (ERROR_USE: it
                         * should not be); NULL: it may be */
  size_t position;      /* among those that were given */
} file_entry;
typedef LIST_OF(file_entry) file_list;

/* Adds a file, or the files of a folder and of the folders in it, in order of their names. What
 * begins with a dot is passed over, and so are checksums that stand beside files. What cannot be
 * read is added with its problem. */
void files_add(file_list *files, const char *path, arena *a);

#endif
