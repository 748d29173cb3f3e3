/* What a new baseline says again is known by its file then being the new one (see
 * article_said_again): the rest can be told by its file alone. */
#include "ingest/baseline.h"

#include "ingest/nlm.h"

typedef LIST_OF(article_id) number_list;

/* Whether all files of the year up to this one have been taken in; tells where not. */
static bool is_complete(intake *g, long long last, bool *complete, error *e) {
  long long year = last / NLM_YEAR * NLM_YEAR, there = 0;
  sqlite3_stmt *statement = store_statement(g->store, STATEMENT_BASELINE_FILES, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, year);
  sqlite3_bind_int64(statement, 2, last);
  if (sqlite3_step(statement) == SQLITE_ROW) there = sqlite3_column_int64(statement, 0);
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(g->store, "reading the ledger", e);
  *complete = there == last - year;
  if (*complete) return true;
  arena a;
  error problem;
  arena_init(&a);
  error_clear(&problem);
  error_set(&problem, ERROR_INPUT,
            "the baseline is not complete: %lld of %lld files up to %.*s are in the library; "
            "nothing of earlier years was removed",
            there, last - year, TEXT_ARG(nlm_name(last, &a)));
  intake_tell(g, &problem, TROUBLE_FILE);
  arena_finish(&a);
  return true;
}

static bool find_old(intake *g, long long year, arena *a, number_list *old, error *e) {
  sqlite3_stmt *statement = store_statement(g->store, STATEMENT_BASELINE_OLD, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, year);
  while (sqlite3_step(statement) == SQLITE_ROW)
    *list_push(a, old) = sqlite3_column_int64(statement, 0);
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(g->store, "reading articles", e);
  return !arena_failed(a) || error_memory(e);
}

static bool remove_old(intake *g, long long year, error *e) {
  number_list old = {0};
  arena a;
  arena_init(&a);
  g->join.counts = (ingest_counts){0};
  bool good = intake_begin(g, e) && find_old(g, year, &a, &old, e);
  for (size_t i = 0; good && i < old.count; i++)
    good = join_expire(&g->join, old.items[i], year, e);
  good = good && intake_commit(g, e);
  error rolled;
  if (good) g->counts->replaced = g->join.counts.deleted;
  else intake_rollback(g, &rolled);
  arena_finish(&a);
  return good;
}

bool baseline_replace(intake *g, const file_list *files, error *e) {
  long long last = 0;
  bool complete = false;
  for (size_t i = 0; i < files->count; i++)
    if (files->items[i].sequence > last) last = files->items[i].sequence;
  if (!last) {
    error problem;
    error_clear(&problem);
    error_set(&problem, ERROR_USE, "there is no new baseline: none of NLM's files was given");
    intake_tell(g, &problem, TROUBLE_FILE);
    return true;
  }
  if (!is_complete(g, last, &complete, e)) return false;
  return !complete || remove_old(g, last / NLM_YEAR * NLM_YEAR, e);
}
