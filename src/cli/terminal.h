/* What is known of the terminal, from the environment and the descriptors. */
#ifndef CARREL_CLI_TERMINAL_H
#define CARREL_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

typedef enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color_choice;

/* Makes the standard streams safe to use, first of all: false where that fails. */
bool terminal_prepare(void);
bool terminal_is(int descriptor);
/* Width for lines of text: $COLUMNS where it is set, else that of the terminal behind the
 * descriptor, else 0: lines are not wrapped. */
size_t terminal_columns(int descriptor);
/* Whether to use colours. For COLOR_AUTO, in this order: not where NO_COLOR is set (no-color.org);
 * where CLICOLOR_FORCE is set to other than 0; on a terminal whose TERM is not "dumb". */
bool terminal_has_color(color_choice choice, int descriptor);
/* The command that pages: $CARREL_PAGER, $PAGER or `less`; NULL where the user wants none. */
const char *terminal_pager(void);

#endif
