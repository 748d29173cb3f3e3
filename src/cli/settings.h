/* What the command line sets: the common options of every command, and those of single ones. */
#ifndef CARREL_CLI_SETTINGS_H
#define CARREL_CLI_SETTINGS_H

#include <stdint.h>

#include "cli/options.h"
#include "cli/terminal.h"
#include "query/strategy.h"
#include "search/search.h"

/* --limit all: more than any library holds, and no sum with an offset overflows. */
#define SETTINGS_ALL (SIZE_MAX / 2)

typedef struct settings {
  const char *library; /* --db; NULL: not given */
  bool help, version;
  bool quiet, no_pager;
  color_choice color;
  const char *format; /* NULL: not given */
  const char *output; /* NULL: standard output */
  size_t limit;       /* where limit_given */
  bool limit_given;
  long long offset;
  search_sort sort;
  bool reverse, count;
  bool explain;                 /* search, topic, similar */
  const char *k1, *b, *weights; /* search, topic; NULL: as the library has them */
  /* Of single commands. */
  bool again, dry_run, replace_baseline; /* ingest */
  const char *report;                    /* ingest */
  bool plain;                            /* topic */
  const char *of;                        /* similar: a file; NULL: not given */
  bool literal;                          /* search, export, explain: no term mapping */
  query_dialect syntax;                  /* of the query */
  const char *strategy; /* search, export, explain: the file of one; NULL: not given */
  bool unwritten;       /* search, export: leave it out of the history */
  const char *as;       /* explain: the language to write it in; NULL: not given */
  size_t depth;         /* mesh tree: how far down, where depth_given */
  bool depth_given;
  bool repair; /* check */
} settings;

/* The options that every command takes, and those that stand before a command only. */
extern const option common_options[];
extern const option program_options[];
/* Those of commands that ask a query. */
extern const option asking_options[];

#endif
