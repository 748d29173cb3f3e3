/* Ingesting files one after the other, each in a transaction of its own. */
#include "ingest/ingest.h"

#include <time.h>

#include "ingest/files.h"
#include "ingest/join.h"
#include "ingest/pipeline.h"
#include "read/readers.h"

typedef struct ingest {
  store *store;
  const ingest_options *options;
  const ingest_observer *observer;
  ingest_counts *counts;
  join join;
  ingest_progress progress;
  long long bytes_before; /* of the files that are done */
  double started;
} ingest;

static double now_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void tell(ingest *g, const error *problem, ingest_trouble what) {
  switch (what) {
    case TROUBLE_RECORD:
      g->join.counts.skipped++;
      break;
    case TROUBLE_FILE:
      g->counts->failed_files++;
      break;
    case TROUBLE_PASSED_OVER:
      g->counts->passed_over++;
      break;
  }
  if (g->observer->diagnosis) g->observer->diagnosis(g->observer->context, problem, what);
}

static void tell_progress(ingest *g, const batch *b) {
  if (!g->observer->progress) return;
  g->progress.bytes = g->bytes_before + b->bytes_taken;
  g->progress.seconds = now_seconds() - g->started;
  g->observer->progress(g->observer->context, &g->progress);
}

/* --- The ledger --- */

/* Whether this very file, by path, size and time of change, has been taken in before; then its
 * records count as unchanged and what was skipped is skipped again. */
static bool ledger_knows(ingest *g, const file_entry *entry, bool *known, error *e) {
  *known = false;
  if (!entry->size || g->options->again) return true;
  sqlite3_stmt *statement = store_statement(g->store, STATEMENT_FILE_KNOWN, e);
  if (!statement) return false;
  sqlite3_bind_text(statement, 1, entry->path, -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 2, entry->size);
  sqlite3_bind_int64(statement, 3, entry->modified);
  sqlite3_bind_text(statement, 4, g->options->format, -1, SQLITE_STATIC);
  if (sqlite3_step(statement) == SQLITE_ROW) {
    *known = true;
    g->counts->unchanged += sqlite3_column_int64(statement, 0);
    g->counts->skipped += sqlite3_column_int64(statement, 1);
    g->counts->files++;
    g->counts->known_files++;
  }
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(g->store, "reading the ledger", e);
}

static bool ledger_open(ingest *g, const file_entry *entry, const reader *format, error *e) {
  char taken[32];
  time_t now = time(NULL);
  struct tm parts;
  gmtime_r(&now, &parts);
  strftime(taken, sizeof taken, "%Y-%m-%dT%H:%M:%SZ", &parts);
  sqlite3_stmt *statement = store_statement(g->store, STATEMENT_FILE_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_text(statement, 1, entry->path, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 2, format->name, -1, SQLITE_STATIC);
  if (entry->size) sqlite3_bind_int64(statement, 3, entry->size);
  if (entry->size) sqlite3_bind_int64(statement, 4, entry->modified);
  sqlite3_bind_text(statement, 6, taken, -1, SQLITE_STATIC);
  if (!store_run(g->store, statement, e)) return false;
  g->join.file = sqlite3_last_insert_rowid(store_database(g->store));
  return true;
}

static bool ledger_close(ingest *g, error *e) {
  const ingest_counts *counts = &g->join.counts;
  long long numbers[] = {g->join.file,      counts->added,   counts->revised,
                         counts->unchanged, counts->deleted, counts->skipped};
  sqlite3_stmt *statement = store_statement(g->store, STATEMENT_FILE_FINISH, e);
  if (!statement) return false;
  for (int i = 0; i < 6; i++) sqlite3_bind_int64(statement, i + 1, numbers[i]);
  return store_run(g->store, statement, e);
}

/* --- One file --- */

typedef enum { FILE_DONE, FILE_UNKNOWN, FILE_REFUSED, FILE_BROKE } file_result;

/* Stores one batch; FILE_REFUSED where the reader could not go on. */
static file_result take_batch(ingest *g, const batch *b, error *e) {
  for (size_t i = 0; i < b->count; i++) {
    const batch_entry *entry = &b->entries[i];
    if (entry->result == READ_SKIPPED) tell(g, entry->problem, TROUBLE_RECORD);
    if (entry->result == READ_FAILED) {
      *e = *entry->problem;
      return FILE_REFUSED;
    }
    if (entry->result != READ_RECORD) continue;
    if (!join_record(&g->join, &entry->row, &entry->document, e)) return FILE_BROKE;
    g->progress.records++;
  }
  tell_progress(g, b);
  return FILE_DONE;
}

static file_result take_records(ingest *g, const file_entry *entry, const reader *format,
                                void *state, const input *in, error *e) {
  pipeline *ahead = pipeline_start(format, state, in, entry->path, e);
  if (!ahead) return FILE_BROKE;
  file_result result = FILE_DONE;
  const batch *next;
  while (result == FILE_DONE && (next = pipeline_next(ahead))) result = take_batch(g, next, e);
  pipeline_stop(ahead);
  return result;
}

static file_result take_transaction(ingest *g, const file_entry *entry, const reader *format,
                                    input *in, error *e) {
  void *state = format->open(in, e);
  if (!state) return FILE_REFUSED;
  file_result result = FILE_BROKE;
  g->join.counts = (ingest_counts){0};
  if (store_begin(g->store, e) && ledger_open(g, entry, format, e))
    result = take_records(g, entry, format, state, in, e);
  format->close(state);
  if (result == FILE_DONE &&
      !(index_writer_flush(g->join.index, e) && ledger_close(g, e) && store_commit(g->store, e)))
    result = FILE_BROKE;
  return result;
}

static void add_counts(ingest_counts *total, const ingest_counts *file) {
  total->added += file->added;
  total->revised += file->revised;
  total->unchanged += file->unchanged;
  total->deleted += file->deleted;
  total->skipped += file->skipped;
  total->files++;
}

static const reader *choose_reader(ingest *g, input *in, bool *unknown, error *e) {
  if (g->options->format) {
    const reader *named = reader_named(text_of(g->options->format));
    if (!named) error_set(e, ERROR_USE, "no such format: %s", g->options->format);
    return named;
  }
  text head = input_head(in);
  const reader *found = head.size ? reader_recognise(head) : NULL;
  if (found || input_error(in, e)) return found;
  *unknown = true;
  error_set(e, ERROR_INPUT, head.size ? "no format that Carrel knows" : "the file is empty");
  return NULL;
}

static file_result take_file(ingest *g, const file_entry *entry, error *e) {
  bool known;
  if (!ledger_knows(g, entry, &known, e)) return FILE_BROKE;
  if (known) return FILE_DONE;
  error_at(e, entry->path, 0);
  input *in = input_open(entry->path, e);
  if (!in) return FILE_REFUSED;
  bool unknown = false;
  const reader *format = choose_reader(g, in, &unknown, e);
  file_result result = unknown ? FILE_UNKNOWN : FILE_REFUSED;
  if (format) result = take_transaction(g, entry, format, in, e);
  input_close(in);
  if (result == FILE_DONE) {
    add_counts(g->counts, &g->join.counts);
    return result;
  }
  store_rollback(g->store);
  error rolled;
  error_clear(&rolled);
  if (join_forget(&g->join, &rolled)) return result;
  *e = rolled;
  return FILE_BROKE;
}

/* --- All files --- */

static bool take_all(ingest *g, const file_list *files, error *e) {
  for (size_t i = 0; i < files->count; i++) {
    error problem;
    error_clear(&problem);
    g->progress.file = files->items[i].path;
    file_result result = take_file(g, &files->items[i], &problem);
    if (result == FILE_BROKE) {
      *e = problem;
      return false;
    }
    if (result == FILE_REFUSED) tell(g, &problem, TROUBLE_FILE);
    if (result == FILE_UNKNOWN)
      tell(g, &problem, files->items[i].found ? TROUBLE_PASSED_OVER : TROUBLE_FILE);
    g->bytes_before += files->items[i].size;
  }
  return true;
}

bool ingest_paths(store *s, const char *const *paths, size_t count, const ingest_options *options,
                  const ingest_observer *observer, ingest_counts *counts, error *e) {
  ingest g = {.store = s, .options = options, .observer = observer, .counts = counts};
  file_list files = {0};
  arena a;
  arena_init(&a);
  *counts = (ingest_counts){0};
  g.started = now_seconds();
  bool good = join_init(&g.join, s, e);
  for (size_t i = 0; good && i < count; i++) {
    error problem;
    error_clear(&problem);
    if (!files_add(&files, paths[i], &a, &problem)) tell(&g, &problem, TROUBLE_FILE);
  }
  for (size_t i = 0; i < files.count; i++) g.progress.total_bytes += files.items[i].size;
  if (arena_failed(&a)) good = error_memory(e);
  good = good && take_all(&g, &files, e);
  join_finish(&g.join);
  arena_finish(&a);
  return good;
}
