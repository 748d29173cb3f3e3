/* The commands: each is one file cmd_<name>.c and one row in the table of commands.c. */
#ifndef CARREL_CLI_COMMANDS_H
#define CARREL_CLI_COMMANDS_H

#include "cli/settings.h"

/* Exit statuses of the program. */
typedef enum {
  STATUS_FOUND = 0,
  STATUS_NOTHING = 1, /* nothing found */
  STATUS_USE = 2,     /* wrong use */
  STATUS_FAILURE = 3,
} exit_status;

/* One call of a command. */
typedef struct call {
  const struct command *command;
  const settings *settings;
  const char *const *arguments;
  size_t count; /* of arguments */
  arena *arena; /* lives as long as the call */
} call;

typedef struct example {
  const char *line; /* what to type */
  const char *says; /* what it does */
} example;

enum { EXAMPLES_MOST = 6 };
/* For command.most. */
#define ANY_NUMBER ((size_t)-1)

typedef struct command {
  const char *name;
  const char *arguments; /* "QUERY..."; empty: none */
  const char *summary;   /* one line */
  const char *details;   /* a paragraph of the help; NULL: none */
  example examples[EXAMPLES_MOST];
  unsigned groups;       /* a set of option_group: which common options matter to it */
  const option *options; /* its own; NULL: none */
  size_t least, most;    /* how many arguments it takes */
  exit_status (*run)(const call *c);
} command;

/* In the order of the help; NULL at the end. */
extern const command *const commands[];

/* NULL where there is none of that name. */
const command *command_named(text name);
/* Says that there is none of that name, and which is like it: STATUS_USE. */
exit_status command_unknown(const char *name);
/* Calls the program with the arguments behind its name; the exit status. */
int commands_main(char *const *arguments, size_t count);

extern const command command_check;
extern const command command_citing;
extern const command command_config;
extern const command command_explain;
extern const command command_export;
extern const command command_fields;
extern const command command_files;
extern const command command_formats;
extern const command command_help;
extern const command command_history;
extern const command command_ingest;
extern const command command_mesh;
extern const command command_references;
extern const command command_saved;
extern const command command_search;
extern const command command_show;
extern const command command_similar;
extern const command command_stats;
extern const command command_topic;

#endif
