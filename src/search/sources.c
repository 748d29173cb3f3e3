/* Where an article was read from. */
#include "search/sources.h"

bool sources_read(searcher *x, article_id id, hit *h, arena *a, error *e) {
  sqlite3_stmt *statement = store_statement(x->store, STATEMENT_CONTRIBUTION_SOURCES, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  while (sqlite3_step(statement) == SQLITE_ROW)
    *list_push(a, &h->sources) =
        (provenance){store_column(statement, 0, a), store_column(statement, 1, a),
                     sqlite3_column_int64(statement, 2)};
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(x->store, "reading sources", e);
  return !arena_failed(a) || error_memory(e);
}
