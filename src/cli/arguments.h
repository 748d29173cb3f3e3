/* What stands behind a command: words of a query, identifiers, and "-" for standard input. */
#ifndef CARREL_CLI_ARGUMENTS_H
#define CARREL_CLI_ARGUMENTS_H

#include "cli/commands.h"

/* All arguments as one text with spaces between, as valid UTF-8; of a single "-" what standard
 * input holds. False with `e` set on failure. */
bool arguments_words(const call *c, text *words, error *e);
/* The arguments as identifiers; "-" stands for those on standard input, one a line. False with `e`
 * set (ERROR_USE) where one is none. */
bool arguments_ids(const call *c, identifiers *ids, error *e);
/* The words read as a query, with remarks on how. NULL with `e` set, after saying where. */
query *arguments_query(const call *c, text words, texts *notes, error *e);

#endif
