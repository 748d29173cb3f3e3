/* The indexes of a library: the full-text index with positions (FTS5), and postings of stem
 * classes and of whole values by segments. Both are derived from the articles. */
#ifndef CARREL_INDEX_INDEX_H
#define CARREL_INDEX_INDEX_H

#include "store/store.h"

/* Registers the tokenizer with the store's connection and makes the tables of schema/index.sql
 * where they are missing. False with ERROR_DATABASE where the library's words follow other rules
 * than this program's. To be called once, right after store_open. */
bool index_prepare(store *s, store_mode mode, error *e);

/* Makes the tables of schema/index.sql, which must not be there, within the caller's transaction.
 */
bool index_create(store *s, error *e);

/* Opens a library ready for use: store_open and index_prepare. NULL with `e` set on failure. */
store *library_open(const char *path, store_mode mode, error *e);

#endif
