/* How many records each line of a strategy finds, as reviews report it. */
#ifndef CARREL_CLI_COUNTS_H
#define CARREL_CLI_COUNTS_H

#include "cli/asking.h"

/* Counts the lines. With --count the table is data (text, JSON or CSV); else it is told on standard
 * error. STATUS_NOTHING where the last line finds nothing and nothing else is to follow. */
exit_status counts_tell(const call *c, const asking *q, searcher *x);

#endif
