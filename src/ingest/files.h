/* Which files the paths that were given mean. */
#ifndef CARREL_INGEST_FILES_H
#define CARREL_INGEST_FILES_H

#include "base/error.h"
#include "base/list.h"

typedef struct file_entry {
  const char *path;
  long long size;     /* 0 where unknown */
  long long modified; /* nanoseconds since 1970; 0 where unknown */
  bool found;         /* in a folder; otherwise it was named itself */
} file_entry;
typedef LIST_OF(file_entry) file_list;

/* Adds a file, or the files of a folder and of the folders in it, in order of their names; what
 * begins with a dot is passed over. False with `e` set where the path cannot be read. */
bool files_add(file_list *files, const char *path, arena *a, error *e);

#endif
