/* Files that share a transaction. A segment of the index holds some 65,000 articles, and ending
 * one costs much however few are in it: so files are taken in one after the other until it is
 * full, and what they bring is committed together. Where a file fails, those before it are taken in
 * once more, each by itself: that is rare, and costs nothing until then. */
#ifndef CARREL_INGEST_GROUP_H
#define CARREL_INGEST_GROUP_H

#include "base/list.h"
#include "ingest/files.h"
#include "ingest/ingest.h"

typedef struct intake intake;

/* A file that is to be told when the group is committed. */
typedef struct group_file {
  const file_entry *entry;
  ingest_file told;
} group_file;

typedef struct group {
  bool open;       /* a transaction is under way */
  bool alone;      /* every file gets one of its own */
  bool repeating;  /* the files of a group that was taken back */
  size_t files;    /* that are in it as a whole */
  long long bytes; /* of these files, as they stand on disk */
  double started;  /* by intake_clock */
  LIST_OF(group_file) done;
  arena memory; /* of these */
} group;

void group_init(group *g);
void group_finish(group *g);

/* Before the records of a file. Commits the files before it unless this one is likely to fit
 * beside them. */
bool group_enter(intake *g, const file_entry *entry, error *e);
/* The file is in, with the counts of the join. Commits where nothing can follow it. The entry must
 * stay until then. */
bool group_leave(intake *g, const file_entry *entry, const char *format, error *e);
/* The file is not to be in: takes back what it has brought. */
bool group_undo(intake *g, error *e);
/* Commits what there is, and tells the observer of the files. */
bool group_settle(intake *g, error *e);
/* The library has failed: none of the files is in. */
bool group_abandon(intake *g, error *e);
/* A file that needs no reading. It is told in its turn. */
void group_pass(intake *g, const file_entry *entry, const ingest_file *done);

#endif
