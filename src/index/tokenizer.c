/* The FTS5 tokenizer. Text that is indexed goes through src/text: parts in order, joined forms at
 * the place of their first part. What is asked has been folded and taken apart by the query
 * compiler already: there, white space alone parts tokens. */
#include "index/tokenizer.h"

#include "text/words.h"

typedef int (*token_taker)(void *context, int flags, const char *token, int size, int from, int to);

static int tokenizer_create(void *context, const char **arguments, int count,
                            Fts5Tokenizer **made) {
  (void)context, (void)arguments, (void)count;
  *made = (Fts5Tokenizer *)words_create();
  return *made ? SQLITE_OK : SQLITE_NOMEM;
}

static void tokenizer_delete(Fts5Tokenizer *made) { words_destroy((words *)made); }

static int take_query(void *context, text asked, token_taker take) {
  size_t at = 0;
  int rc = SQLITE_OK;
  while (rc == SQLITE_OK && at < asked.size) {
    size_t from = at;
    while (at < asked.size && asked.data[at] != ' ') at++;
    if (at > from) rc = take(context, 0, asked.data + from, (int)(at - from), (int)from, (int)at);
    at++;
  }
  return rc;
}

static int tokenizer_run(Fts5Tokenizer *made, void *context, int flags, const char *bytes, int size,
                         token_taker take) {
  text source = {bytes, size > 0 ? (size_t)size : 0};
  if (flags & FTS5_TOKENIZE_QUERY) return take_query(context, source, take);
  word next;
  int rc = SQLITE_OK;
  words_start((words *)made, source);
  while (rc == SQLITE_OK && words_next((words *)made, &next))
    rc = take(context, next.parts > 1 ? FTS5_TOKEN_COLOCATED : 0, next.text.data,
              (int)next.text.size, (int)next.from, (int)next.to);
  return rc;
}

bool tokenizer_register(sqlite3 *database, error *e) {
  static fts5_tokenizer tokenizer = {tokenizer_create, tokenizer_delete, tokenizer_run};
  fts5_api *api = NULL;
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
  }
  if (!api) return error_set(e, ERROR_SYSTEM, "this SQLite has no FTS5");
  return api->xCreateTokenizer(api, "carrel", NULL, &tokenizer, NULL) == SQLITE_OK ||
         error_set(e, ERROR_DATABASE, "preparing the text index: %s", sqlite3_errmsg(database));
}
