/* What stands behind a command: words of a query, identifiers, and "-" for standard input. */
#ifndef CARREL_CLI_ARGUMENTS_H
#define CARREL_CLI_ARGUMENTS_H

#include <time.h>

#include "cli/commands.h"

/* All arguments as one text with spaces between, as valid UTF-8; of a single "-" what standard
 * input holds. False with `e` set on failure. */
bool arguments_words(const call *c, text *words, error *e);
/* The arguments as identifiers; "-" stands for those on standard input, one a line. False with `e`
 * set (ERROR_USE) where one is none. */
bool arguments_ids(const call *c, identifiers *ids, error *e);
/* The whole of a file, or of standard input for "-", as valid UTF-8. */
bool arguments_file(const call *c, const char *path, text *whole, error *e);
/* The time, and today as yyyymmdd for "last 5 years". SOURCE_DATE_EPOCH (reproducible-builds.org)
 * stands in for the clock, so that a search can be repeated as it was. */
time_t arguments_now(void);
int arguments_today(void);

#endif
