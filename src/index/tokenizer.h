/* The FTS5 tokenizer "carrel": words as src/text finds them. */
#ifndef CARREL_INDEX_TOKENIZER_H
#define CARREL_INDEX_TOKENIZER_H

#include <sqlite3.h>

#include "base/error.h"

/* Registers it with this connection; false with `e` set where this SQLite has no FTS5. */
bool tokenizer_register(sqlite3 *database, error *e);

#endif
