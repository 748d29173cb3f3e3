/* Options of the command line. One row of a table both parses an option and prints its help. */
#ifndef CARREL_CLI_OPTIONS_H
#define CARREL_CLI_OPTIONS_H

#include "base/error.h"
#include "base/list.h"

/* Under which head the help shows an option; a set of them says which matter to a command. */
typedef enum {
  OPTION_OWN = 1,     /* of this command only */
  OPTION_QUERY = 64,  /* how a query is read */
  OPTION_RESULTS = 2, /* which of the found records, and in which order */
  OPTION_OUTPUT = 4,  /* how and where to write */
  OPTION_GENERAL = 8,
  OPTION_RANKING = 16, /* how records are ranked */
  OPTION_SCORES = 32,  /* what a rank comes from */
} option_group;

typedef struct option {
  char letter;          /* 0: none */
  const char *name;     /* without the dashes */
  const char *argument; /* what follows it, for the help; NULL: nothing does */
  const char *help;
  option_group group;
  /* Takes the value (NULL for an option without) into its place; false with `e` set. */
  bool (*set)(void *place, const char *value, error *e);
  size_t offset; /* of the place in the settings */
} option;

/* The end of a table of options. */
#define OPTIONS_END \
  { 0, NULL, NULL, NULL, OPTION_GENERAL, NULL, 0 }

/* A walk over the arguments. Options may stand anywhere before `--`; tables may change on the way,
 * as when the command has become known. */
typedef struct option_reader {
  const option *tables[2]; /* looked through in order; either may be NULL */
  void *settings;
  char *const *arguments;
  size_t count, at;
  bool no_more; /* `--` has been met */
} option_reader;

/* The next argument that is no option, after setting the options before it; NULL at the end or,
 * with `e` set to ERROR_USE, where an option is wrong. */
const char *options_next(option_reader *r, error *e);

/* Places of the common kinds: bool, const char *, long long (0 or more). */
bool option_set_flag(void *place, const char *value, error *e);
bool option_set_string(void *place, const char *value, error *e);
bool option_set_number(void *place, const char *value, error *e);
/* The place of `value` in a list of names that NULL ends; -1 with `e` set where it is not there.
 * `what` names the kind of thing: "sort order". */
int option_choose(const char *const *names, const char *value, const char *what, error *e);

#endif
