/* The FTS5 tokenizer. What is indexed has been taken apart before: its words stand one after the
 * other as index/document.h has them, and are handed on. A query has words with blanks between. */
#include "index/tokenizer.h"

#include "index/document.h"

typedef int token_function(void *context, int flags, const char *token, int size, int from, int to);

/* FTS5 wants something of each tokenizer that is not NULL; there is nothing to keep. */
static int tokenizer_create(void *context, const char **arguments, int count,
                            Fts5Tokenizer **made) {
  (void)arguments;
  *made = (Fts5Tokenizer *)context;
  return count ? SQLITE_ERROR : SQLITE_OK;
}

static void tokenizer_delete(Fts5Tokenizer *made) { (void)made; }

static int tokenize_document(text source, void *context, token_function *emit) {
  text next;
  bool joined;
  int result = SQLITE_OK;
  while (result == SQLITE_OK && document_next(&source, &next, &joined))
    result = emit(context, joined ? FTS5_TOKEN_COLOCATED : 0, next.data, (int)next.size, 0, 0);
  return result;
}

static bool separates(char byte) { return (unsigned char)byte <= ' ' || byte == 0x7F; }

static int tokenize_query(text source, void *context, token_function *emit) {
  int result = SQLITE_OK;
  size_t from = 0, to;
  for (; result == SQLITE_OK; from = to) {
    while (from < source.size && separates(source.data[from])) from++;
    if (from == source.size) break;
    for (to = from; to < source.size && !separates(source.data[to]);) to++;
    result = emit(context, 0, source.data + from, (int)(to - from), (int)from, (int)to);
  }
  return result;
}

static int tokenizer_tokenize(Fts5Tokenizer *made, void *context, int flags, const char *bytes,
                              int size, token_function *emit) {
  (void)made;
  text source = {bytes ? bytes : "", bytes && size > 0 ? (size_t)size : 0};
  if (flags & FTS5_TOKENIZE_QUERY) return tokenize_query(source, context, emit);
  return tokenize_document(source, context, emit);
}

/* The way to FTS5 that its documentation prescribes. */
static fts5_api *find_fts5(sqlite3 *db) {
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK) return NULL;
  sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  return api;
}

bool tokenizer_register(sqlite3 *db, error *e) {
  fts5_tokenizer functions = {tokenizer_create, tokenizer_delete, tokenizer_tokenize};
  fts5_api *api = find_fts5(db);
  if (!api) return error_set(e, ERROR_DATABASE, "this SQLite has no FTS5");
  if (api->xCreateTokenizer(api, "carrel", api, &functions, NULL) != SQLITE_OK)
    return error_set(e, ERROR_DATABASE, "the tokenizer is refused: %s", sqlite3_errmsg(db));
  return true;
}
