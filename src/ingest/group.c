/* When to commit. */
#include "ingest/group.h"

#include "ingest/intake.h"

/* Others wait for as long as a transaction lasts. */
static const double longest_seconds = 15;
/* By how much a file may be fuller than those before it make expect. */
static const double margin = 1.1;

void group_init(group *g) {
  *g = (group){0};
  arena_init(&g->memory);
}

void group_finish(group *g) { arena_finish(&g->memory); }

static void close_group(group *g) {
  bool alone = g->alone, repeating = g->repeating;
  group_finish(g);
  group_init(g);
  g->alone = alone;
  g->repeating = repeating;
}

bool group_settle(intake *g, error *e) {
  if (!g->group.open) return true;
  if (!intake_commit(g, e)) return false;
  for (size_t i = 0; i < g->group.done.count; i++) intake_done(g, &g->group.done.items[i].told);
  close_group(&g->group);
  return true;
}

bool group_abandon(intake *g, error *e) {
  close_group(&g->group);
  return intake_rollback(g, e);
}

/* Of a file whose size is not known nothing can be expected, and it cannot be read again. */
static bool is_alone(const intake *g, const file_entry *entry) {
  return g->group.alone || g->options->trial || entry->size <= 0;
}

static bool is_likely_to_fit(const intake *g, const file_entry *entry) {
  double used = join_fullness(&g->join);
  return !is_alone(g, entry) && intake_clock() - g->group.started < longest_seconds &&
         used + margin * used * (double)entry->size / (double)g->group.bytes < 1;
}

bool group_enter(intake *g, const file_entry *entry, error *e) {
  if (g->group.files && !is_likely_to_fit(g, entry) && !group_settle(g, e)) return false;
  if (g->group.open) return true;
  if (!intake_begin(g, e)) return false;
  g->group.open = true;
  g->group.started = intake_clock();
  return true;
}

static void add_done(group *g, const file_entry *entry, const ingest_file *told) {
  group_file *kept = list_push(&g->memory, &g->done);
  *kept = (group_file){entry, *told};
  if (told->same_as) kept->told.same_as = arena_string(&g->memory, text_of(told->same_as));
}

void group_pass(intake *g, const file_entry *entry, const ingest_file *done) {
  if (g->group.open) add_done(&g->group, entry, done);
  else intake_done(g, done);
}

bool group_leave(intake *g, const file_entry *entry, const char *format, error *e) {
  ingest_file told = {entry->path, format, NULL, g->join.counts};
  add_done(&g->group, entry, &told);
  if (arena_failed(&g->group.memory)) return error_memory(e);
  g->group.files++;
  g->group.bytes += entry->size;
  return !is_alone(g, entry) || group_settle(g, e);
}

/* Takes in again what is to be in. A file may have changed by now, and be refused; so one that was
 * known may be so no more. */
static bool repeat(intake *g, const group *before, error *e) {
  for (size_t i = 0; i < before->done.count; i++) {
    const group_file *file = &before->done.items[i];
    error problem;
    error_clear(&problem);
    file_result result = intake_file(g, file->entry, &problem);
    if (result == FILE_BROKE) {
      *e = problem;
      return false;
    }
    if (result != FILE_DONE) intake_tell(g, &problem, TROUBLE_FILE);
  }
  return true;
}

bool group_undo(intake *g, error *e) {
  group before = g->group;
  long long records = g->progress.records;
  group_init(&g->group);
  g->group.alone = before.alone || before.files;
  g->group.repeating = before.files;
  bool good = intake_rollback(g, e) && repeat(g, &before, e);
  g->group.alone = before.alone;
  g->group.repeating = before.repeating;
  g->progress.records = records;
  group_finish(&before);
  return good;
}
