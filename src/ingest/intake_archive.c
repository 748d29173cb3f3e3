/* The files of an archive, each taken in as a file of its own. The archive has a row in the ledger
 * too, so that it is known as a whole when it comes again. */
#include "ingest/checksum.h"
#include "ingest/intake.h"
#include "ingest/nlm.h"
#include "read/archive.h"

/* What came of the files of an archive. */
typedef struct outcome {
  long long taken, failed;
} outcome;

static void add_counts(ingest_counts *sum, const ingest_counts *total, int sign) {
  sum->added += sign * total->added;
  sum->revised += sign * total->revised;
  sum->unchanged += sign * total->unchanged;
  sum->deleted += sign * total->deleted;
  sum->skipped += sign * total->skipped;
}

/* An archive may hold anything: what is of no known format, or an archive itself, is passed over.
 */
static file_result take_member(intake *g, members *m, const file_entry *entry, error *e) {
  long long same;
  if (!ledger_find(g->store, entry, g->options->format, &same, e)) return FILE_BROKE;
  input *in = members_input(m, entry->path, e);
  if (!in) return FILE_BROKE;
  file_result result = FILE_UNKNOWN;
  text head = input_head(in);
  error_at(e, entry->path, 0);
  if (archive_kind(head)) error_set(e, ERROR_INPUT, "an archive in an archive is not opened");
  else if (!head.size && !input_error(in, e)) error_set(e, ERROR_INPUT, "the file is empty");
  else result = intake_input(g, entry, in, same, e);
  input_close(in);
  return result;
}

/* Goes on to the next file and takes it; *more is false at the end. */
static file_result take_next(intake *g, members *m, const file_entry *archive, arena *a,
                             outcome *so_far, bool *more, error *e) {
  member_file file;
  error problem;
  error_clear(&problem);
  error_at(e, archive->path, 0);
  member_result found = members_next(m, &file, e);
  *more = found == MEMBER_FILE || found == MEMBER_ENCRYPTED;
  if (!*more) return found == MEMBER_END ? FILE_DONE : FILE_REFUSED;
  text path = arena_join(a, text_of(archive->path), TEXT("/"), text_of(file.name));
  file_entry entry = {.path = arena_string(a, path),
                      .size = file.size,
                      .modified = file.modified,
                      .sequence = nlm_sequence(file.name),
                      .found = true};
  file_result result = FILE_REFUSED;
  error_at(&problem, entry.path, 0);
  if (found == MEMBER_FILE) result = take_member(g, m, &entry, &problem);
  else error_set(&problem, ERROR_INPUT, "is encrypted");
  so_far->taken += result == FILE_DONE;
  so_far->failed += result == FILE_REFUSED;
  if (result == FILE_BROKE) *e = problem;
  if (result == FILE_REFUSED) intake_tell(g, &problem, TROUBLE_FILE);
  if (result == FILE_UNKNOWN) intake_tell(g, &problem, TROUBLE_PASSED_OVER);
  return result == FILE_BROKE ? result : FILE_DONE;
}

static file_result take_members(intake *g, const file_entry *entry, input *in, outcome *so_far,
                                error *e) {
  members *m = members_open(in, e);
  if (!m) return FILE_BROKE;
  arena a;
  arena_init(&a);
  file_result result = FILE_DONE;
  for (bool more = true; more && result == FILE_DONE;)
    result = take_next(g, m, entry, &a, so_far, &more, e);
  members_close(m);
  if (arena_failed(&a)) {
    error_memory(e);
    result = FILE_BROKE;
  }
  arena_finish(&a);
  return result;
}

/* Writes the archive itself down, with the sums of what its files brought. */
static file_result finish(intake *g, const file_entry *entry, const char *kind, input *in,
                          long long same, const ingest_counts *before, error *e) {
  place p;
  digest_text digest;
  ingest_counts sums = {0};
  add_counts(&sums, g->counts, 1);
  add_counts(&sums, before, -1);
  input_digest(in, digest);
  file_entry archive = *entry;
  archive.sequence = 0;
  if (intake_begin(g, e) && ledger_open(g->store, &archive, kind, same, &p, e) &&
      ledger_close(g->store, p.file, &sums, digest, e) && intake_commit(g, e))
    return FILE_DONE;
  error rolled;
  intake_rollback(g, &rolled);
  return FILE_BROKE;
}

file_result intake_archive(intake *g, const file_entry *entry, const char *kind, input *in,
                           long long same, error *e) {
  digest_text digest;
  outcome so_far = {0};
  ingest_counts before;
  /* What is in it is in the library before its end is reached, so its checksum is asked first. */
  if (checksum_stands_beside(entry->path)) {
    input_digest_of_file(entry->path, digest);
    if (!checksum_agrees(entry->path, digest, e)) return FILE_REFUSED;
  }
  if (!group_settle(g, e)) return FILE_BROKE;
  before = *g->counts;
  g->group.alone = true; /* they cannot be read again */
  file_result result = take_members(g, entry, in, &so_far, e);
  g->group.alone = false;
  if (result != FILE_DONE || so_far.failed) return result;
  if (so_far.taken) return finish(g, entry, kind, in, same, &before, e);
  error_at(e, entry->path, 0);
  error_set(e, ERROR_INPUT, "a %s archive with nothing in it that Carrel knows", kind);
  return FILE_UNKNOWN;
}
