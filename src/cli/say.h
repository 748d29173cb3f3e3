/* Messages: one line each on standard error. What comes from files or arguments is made safe to
 * show. */
#ifndef CARREL_CLI_SAY_H
#define CARREL_CLI_SAY_H

#include "cli/commands.h"

/* "carrel: ..." */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line as it is, without the program's name. */
void say_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Notices on a query and on what it found, the first of them only where they are many. */
void say_notices(const settings *set, const texts *notices);
/* The error, "file:line: what" where it has a place; the exit status that belongs to it. */
exit_status say_error(const error *e);
/* The same for an error in a query: the query with a caret under the place. */
exit_status say_query_error(const error *e, text typed);
/* Wrong use of a command: the message and where help is found. */
exit_status say_use(const command *c, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
