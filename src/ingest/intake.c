/* Taking one file in: is it known, which format is it, and its records. */
#include "ingest/intake.h"

#include <time.h>

#include "ingest/checksum.h"
#include "ingest/nlm.h"
#include "ingest/pipeline.h"
#include "read/archive.h"
#include "read/readers.h"

double intake_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* --- Telling --- */

/* What is wrong within a file, or with its place among others, was told when it was first read. */
static bool was_told(const intake *g, ingest_trouble what) {
  return g->group.repeating && what != TROUBLE_FILE && what != TROUBLE_PASSED_OVER;
}

void intake_tell(intake *g, const error *problem, ingest_trouble what) {
  long long *const counts[] = {
      [TROUBLE_RECORD] = &g->join.counts.skipped,
      [TROUBLE_FILE] = &g->counts->failed_files,
      [TROUBLE_PASSED_OVER] = &g->counts->passed_over,
      [TROUBLE_GAP] = &g->counts->disorders,
      [TROUBLE_ENCODING] = NULL,
      [TROUBLE_STEP_BACK] = &g->counts->disorders,
  };
  bool again = was_told(g, what);
  if (counts[what] && (!again || what == TROUBLE_RECORD)) ++*counts[what];
  if (g->observer->diagnosis && !again) g->observer->diagnosis(g->observer->context, problem, what);
}

static void tell_progress(intake *g, const batch *b) {
  if (!g->observer->progress || g->group.repeating) return;
  g->progress.bytes = g->bytes_before + b->bytes_taken;
  g->progress.seconds = intake_clock() - g->started;
  g->observer->progress(g->observer->context, &g->progress);
}

void intake_done(intake *g, const ingest_file *done) {
  ingest_counts *total = g->counts;
  total->added += done->counts.added;
  total->revised += done->counts.revised;
  total->unchanged += done->counts.unchanged;
  total->deleted += done->counts.deleted;
  total->skipped += done->counts.skipped;
  total->files++;
  total->known_files += !done->format;
  if (g->observer->file) g->observer->file(g->observer->context, done);
}

/* --- Transactions --- */

/* Another program may have taken files in since the last transaction: then what is remembered of
 * the library, such as the last number given, no longer holds. */
static bool look_again(intake *g, error *e) {
  sqlite3_stmt *statement = store_statement(g->store, STATEMENT_LIBRARY_STATE, e);
  if (!statement) return false;
  long long before = g->state;
  if (sqlite3_step(statement) == SQLITE_ROW) g->state = sqlite3_column_int64(statement, 0);
  if (sqlite3_reset(statement) != SQLITE_OK) return store_fail(g->store, "looking at it", e);
  return g->state == before || join_forget(&g->join, e);
}

bool intake_begin(intake *g, error *e) {
  return g->options->trial ? store_execute(g->store, "SAVEPOINT one", e)
                           : store_begin(g->store, e) && look_again(g, e);
}

bool intake_commit(intake *g, error *e) {
  if (g->options->trial) return store_execute(g->store, "RELEASE one", e);
  return join_flush(&g->join, e) && store_commit(g->store, e);
}

bool intake_rollback(intake *g, error *e) {
  error none_open;
  if (!g->options->trial) store_rollback(g->store);
  else store_execute(g->store, "ROLLBACK TO one; RELEASE one", &none_open);
  return join_forget(&g->join, e);
}

/* --- Records --- */

/* Stores one batch; FILE_REFUSED where the reader could not go on. */
static file_result take_batch(intake *g, const batch *b, error *e) {
  for (size_t i = 0; i < b->count; i++) {
    const batch_entry *entry = &b->entries[i];
    if (entry->result == READ_SKIPPED) intake_tell(g, entry->problem, TROUBLE_RECORD);
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

static file_result take_records(intake *g, const file_entry *entry, const reader *format, input *in,
                                error *e) {
  void *state = format->open(in, e);
  if (!state) return FILE_REFUSED;
  file_result result = FILE_DONE;
  const batch *next;
  index_writer *index = g->join.index;
  pipeline *ahead = pipeline_start(format, index ? index_writer_dictionary(index) : NULL, state, in,
                                   entry->path, e);
  if (!ahead) result = FILE_BROKE;
  while (result == FILE_DONE && (next = pipeline_next(ahead))) result = take_batch(g, next, e);
  pipeline_stop(ahead);
  format->close(state);
  return result;
}

/* Guessing at an encoding may go wrong: whoever reads the records should know of it. */
static void tell_repair(intake *g, const file_entry *entry, const input *in) {
  error problem;
  unsigned long line;
  const char *repair = input_repair(in, &line);
  if (!repair) return;
  error_clear(&problem);
  error_set(&problem, ERROR_INPUT, "%s", repair);
  error_at(&problem, entry->path, line);
  intake_tell(g, &problem, TROUBLE_ENCODING);
}

/* The end of a file: its bytes are what they should be, and the ledger says what came of it. */
static file_result finish(intake *g, const file_entry *entry, const reader *format, input *in,
                          error *e) {
  digest_text digest;
  input_digest(in, digest);
  if (!digest[0]) {
    input_error(in, e);
    return FILE_REFUSED;
  }
  if (!checksum_agrees(entry->path, digest, e)) return FILE_REFUSED;
  tell_repair(g, entry, in);
  bool done = ledger_close(g->store, g->join.place.file, &g->join.counts, digest, e) &&
              group_leave(g, entry, format->name, e);
  return done ? FILE_DONE : FILE_BROKE;
}

static file_result take_whole(intake *g, const file_entry *entry, const reader *format, input *in,
                              long long same, error *e) {
  place p;
  if (!group_enter(g, entry, e) || !ledger_open(g->store, entry, format->name, same, &p, e) ||
      !join_begin(&g->join, &p, e))
    return FILE_BROKE;
  file_result result = take_records(g, entry, format, in, e);
  return result == FILE_DONE ? finish(g, entry, format, in, e) : result;
}

/* --- Files --- */

static const reader *choose_reader(intake *g, input *in, bool *unknown, error *e) {
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

file_result intake_input(intake *g, const file_entry *entry, input *in, long long same, error *e) {
  bool unknown = false;
  error_at(e, entry->path, 0);
  const reader *format = choose_reader(g, in, &unknown, e);
  if (!format) return unknown ? FILE_UNKNOWN : FILE_REFUSED;
  file_result result = take_whole(g, entry, format, in, same, e);
  if (result == FILE_DONE) return result;
  error rolled;
  error_clear(&rolled);
  if (result == FILE_BROKE ? group_abandon(g, &rolled) : group_undo(g, &rolled)) return result;
  if (result != FILE_BROKE) intake_tell(g, e, TROUBLE_FILE);
  *e = rolled;
  return FILE_BROKE;
}

/* Looks whether NLM's files come in their order, and tells where not. */
static bool check_order(intake *g, const file_entry *entry, error *e) {
  long long last, year = entry->sequence / NLM_YEAR * NLM_YEAR;
  arena a;
  error problem;
  error_clear(&problem);
  error_at(&problem, entry->path, 0);
  if (!ledger_sequence(g->store, entry->sequence + 1, 100LL * NLM_YEAR, &last, e)) return false;
  arena_init(&a);
  if (last) {
    error_set(&problem, ERROR_INPUT,
              "a step back: %.*s is in the library already, and what later files say stays",
              TEXT_ARG(nlm_name(last, &a)));
    intake_tell(g, &problem, TROUBLE_STEP_BACK);
  }
  bool good = last || ledger_sequence(g->store, year, entry->sequence, &last, e);
  long long first = (last ? last : year) + 1, missing = entry->sequence - first;
  if (good && missing > 0) {
    text from = nlm_name(first, &a), to = nlm_name(entry->sequence - 1, &a);
    if (missing == 1)
      error_set(&problem, ERROR_INPUT, "a gap: %.*s is missing before it", TEXT_ARG(from));
    else
      error_set(&problem, ERROR_INPUT, "a gap: %.*s to %.*s are missing before it, %lld files",
                TEXT_ARG(from), TEXT_ARG(to), missing);
    intake_tell(g, &problem, TROUBLE_GAP);
  }
  arena_finish(&a);
  return good;
}

/* A file that is known counts as it did when it was read: its records are unchanged, and what was
 * skipped is skipped again. */
static bool pass_known(intake *g, const file_entry *entry, long long same, error *e) {
  ledger_row row = {0};
  arena a;
  arena_init(&a);
  bool good = ledger_read(g->store, same, &a, &row, e);
  bool other = !text_equal(row.name, text_of(entry->path));
  ingest_file done = {entry->path,
                      NULL,
                      other ? arena_string(&a, row.name) : NULL,
                      {.unchanged = row.records, .skipped = row.skipped}};
  if (good) group_pass(g, entry, &done);
  arena_finish(&a);
  return good;
}

static file_result take_opened(intake *g, const file_entry *entry, input *in, long long same,
                               error *e) {
  const char *archive = archive_kind(input_head(in));
  if (archive) return intake_archive(g, entry, archive, in, same, e);
  if (entry->sequence && !same && !check_order(g, entry, e)) return FILE_BROKE;
  return intake_input(g, entry, in, same, e);
}

file_result intake_file(intake *g, const file_entry *entry, error *e) {
  long long same;
  if (entry->problem) {
    *e = *entry->problem;
    return entry->found && e->kind == ERROR_USE ? FILE_UNKNOWN : FILE_REFUSED;
  }
  if (!ledger_find(g->store, entry, g->options->format, &same, e)) return FILE_BROKE;
  if (same && !g->options->again) return pass_known(g, entry, same, e) ? FILE_DONE : FILE_BROKE;
  error_at(e, entry->path, 0);
  input *in = input_open(entry->path, e);
  if (!in) return FILE_REFUSED;
  file_result result = take_opened(g, entry, in, same, e);
  input_close(in);
  return result;
}
