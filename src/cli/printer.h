/* Hits on their way through a writer to where data goes. */
#ifndef CARREL_CLI_PRINTER_H
#define CARREL_CLI_PRINTER_H

#include "cli/commands.h"
#include "cli/sink.h"
#include "write/writers.h"

typedef struct printer {
  const writer *writer;
  output out;
  sink sink;
  arena scratch, lasting;
} printer;

/* The writer that the settings ask for, else `usual` (NULL: "text"); NULL with `e` set (ERROR_USE)
 * where there is none of that name. Ask before any work is done. */
const writer *printer_writer(const settings *set, const char *usual, error *e);
/* Starts the output. `whole`: whole records. printer_close must follow, also on failure. */
bool printer_open(printer *p, const settings *set, const char *usual, bool whole, error *e);
bool printer_hit(printer *p, const hit *h, error *e);
/* Ends the output if `good`, else drops it as far as it can be dropped. */
bool printer_close(printer *p, bool good, error *e);
/* For commands whose answer is no list of records: whether --format asks for JSON; false, after a
 * message, where it asks for anything but "text" and "jsonl". */
bool printer_own_format(const call *c, bool *json);
/* The same where there are more forms, in a table that a NULL name ends; NULL after a message where
 * there is none of that name. */
typedef struct printer_form {
  const char *name;
  void (*write)(output *out, const void *context);
} printer_form;
const printer_form *printer_form_of(const call *c, const printer_form *forms);
/* All of that for one piece of text of our own making: tables and the like. */
bool printer_text(const settings *set, void (*write)(output *out, const void *context),
                  const void *context, error *e);

#endif
