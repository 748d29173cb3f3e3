/* The library that a command works on. */
#ifndef CARREL_CLI_LIBRARY_H
#define CARREL_CLI_LIBRARY_H

#include "cli/commands.h"

typedef struct library {
  store *store;
  searcher *searcher;
} library;

/* The path of the library: --db, else $CARREL_DB, else carrel/library.db in $XDG_DATA_HOME, else
 * that in ~/.local/share. NULL with `e` set where there is no home either. */
const char *library_path(const settings *set, arena *a, error *e);
/* The same for a library that must be there: NULL with `e` set where it is not. */
const char *library_find(const call *c, error *e);
bool library_exists(const char *path);
/* Opens the library for asking. False with `e` set, as where there is none yet; close it anyway. */
bool library_read(library *l, const call *c, error *e);
/* Opens the library for ingesting into, without a searcher; makes it, and the folders above it,
 * where they are missing. */
bool library_write(library *l, const call *c, error *e);
/* Gives the searcher up, but not the store. */
void library_end_reading(library *l);
void library_close(library *l);

#endif
