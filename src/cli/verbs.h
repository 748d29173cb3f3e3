/* Commands that do several things, each with a verb of its own: `carrel mesh load`. */
#ifndef CARREL_CLI_VERBS_H
#define CARREL_CLI_VERBS_H

#include "cli/commands.h"

typedef struct verb {
  const char *name, *arguments;
  size_t least, most;
  exit_status (*run)(const call *c); /* its arguments come without the verb */
} verb;

/* Calls the verb that the first argument names, of a table that a NULL name ends; says so where
 * there is none, or its arguments do not fit. */
exit_status verbs_run(const call *c, const verb *verbs);

#endif
