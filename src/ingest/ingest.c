/* Ingesting files one after the other. */
#include "ingest/ingest.h"

#include "ingest/baseline.h"
#include "ingest/intake.h"
#include "ingest/nlm.h"
#include "store/filling.h"

static bool take_all(intake *g, const file_list *files, error *e) {
  for (size_t i = 0; i < files->count; i++) {
    const file_entry *entry = &files->items[i];
    error problem;
    error_clear(&problem);
    g->progress.file = entry->path;
    file_result result = intake_file(g, entry, &problem);
    if (result == FILE_BROKE) {
      *e = problem;
      return false;
    }
    if (result == FILE_REFUSED) intake_tell(g, &problem, TROUBLE_FILE);
    if (result == FILE_UNKNOWN)
      intake_tell(g, &problem, entry->found ? TROUBLE_PASSED_OVER : TROUBLE_FILE);
    g->bytes_before += entry->size;
  }
  return group_settle(g, e);
}

static bool find_files(intake *g, const char *const *paths, size_t count, file_list *files,
                       arena *a, error *e) {
  for (size_t i = 0; i < count; i++) files_add(files, paths[i], a);
  for (size_t i = 0; i < files->count; i++) g->progress.total_bytes += files->items[i].size;
  return (!arena_failed(a) && nlm_order(files)) || error_memory(e);
}

/* On trial all is one transaction, so that later files see what earlier ones would have changed. */
static bool take_paths(intake *g, const char *const *paths, size_t count, error *e) {
  const ingest_options *options = g->options;
  file_list files = {0};
  arena a;
  arena_init(&a);
  bool good = find_files(g, paths, count, &files, &a, e) &&
              (!options->trial || store_begin(g->store, e)) && take_all(g, &files, e) &&
              (!options->replace_baseline || baseline_replace(g, &files, e));
  error rolled;
  error_clear(&rolled);
  if (!good && g->group.open) group_abandon(g, &rolled); /* `e` has what went wrong first */
  if (options->trial) store_rollback(g->store);
  arena_finish(&a);
  return good;
}

bool ingest_paths(store *s, const char *const *paths, size_t count, const ingest_options *options,
                  const ingest_observer *observer, ingest_counts *counts, error *e) {
  intake g = {.store = s, .options = options, .observer = observer, .counts = counts};
  *counts = (ingest_counts){0};
  g.started = intake_clock();
  group_init(&g.group);
  if (!options->trial) filling_begin(s);
  bool good = join_init(&g.join, s, options->trial, e) && take_paths(&g, paths, count, e);
  join_finish(&g.join);
  group_finish(&g.group);
  if (!options->trial) filling_end(s);
  return good;
}
