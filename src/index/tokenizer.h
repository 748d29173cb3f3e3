/* The FTS5 tokenizer "carrel", which makes of a text in the full-text index what text/words.h
 * makes of it: each part is a token, and joined forms are colocated with their first part.
 *
 * Text of a query (FTS5_TOKENIZE_QUERY) is not split again: what stands between white space and
 * control characters is one token as it stands. So whoever writes a query names words as
 * words_next gives them, "her2" as one token or "her 2" as a phrase of two. */
#ifndef CARREL_INDEX_TOKENIZER_H
#define CARREL_INDEX_TOKENIZER_H

#include <sqlite3.h>

#include "base/error.h"

/* Makes the tokenizer known to a connection, before any table that names it is used. */
bool tokenizer_register(sqlite3 *db, error *e);

#endif
