/* Help: the overview and the page of one command, out of the tables of commands and options. */
#ifndef CARREL_CLI_HELP_H
#define CARREL_CLI_HELP_H

#include "cli/commands.h"
#include "write/layout.h"

/* The overview of all commands. */
void help_overview(output *out);
/* The page of one command: examples first. */
void help_command(output *out, const command *c);
/* The page on the query language. */
void help_query(output *out);
/* Prints the page of a command (NULL: the overview) as data. */
exit_status help_print(const settings *set, const command *c);
exit_status help_print_query(const settings *set);

#endif
