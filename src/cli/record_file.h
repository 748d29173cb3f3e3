/* One record out of a file that is not in the library: in any format that Carrel reads, or a text.
 */
#ifndef CARREL_CLI_RECORD_FILE_H
#define CARREL_CLI_RECORD_FILE_H

#include "base/error.h"
#include "model/record.h"

/* Fills `r`, which record_init has prepared, with the first record of the file ("-": standard
 * input); what is in no known format becomes its abstract. False with `e` set on failure. */
bool record_file_read(const char *path, record *r, error *e);

#endif
