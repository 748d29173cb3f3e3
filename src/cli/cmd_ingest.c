/* carrel ingest: records into the library. */
#include "ingest/ingest.h"

#include "base/nearest.h"
#include "cli/library.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/say.h"
#include "index/index.h"
#include "read/readers.h"

static const option options[] = {
    {'f', "format", "FORMAT", "input format; else it is told from the content", OPTION_OWN,
     option_set_string, offsetof(settings, format)},
    {0, "dry-run", NULL, "say what would happen, file by file, and change nothing", OPTION_OWN,
     option_set_flag, offsetof(settings, dry_run)},
    {0, "report", "FILE", "write every diagnosis to FILE too, as JSON lines", OPTION_OWN,
     option_set_string, offsetof(settings, report)},
    {0, "again", NULL, "read files that have not changed since they were taken in", OPTION_OWN,
     option_set_flag, offsetof(settings, again)},
    {0, "replace-baseline", NULL,
     "NLM's files are a new year's baseline: what earlier years' files said and these do not goes",
     OPTION_OWN, option_set_flag, offsetof(settings, replace_baseline)},
    OPTIONS_END,
};

/* What a diagnosis is called in a report. */
static const char *const kinds[] = {
    [TROUBLE_RECORD] = "skipped",          [TROUBLE_FILE] = "refused",
    [TROUBLE_PASSED_OVER] = "passed-over", [TROUBLE_GAP] = "gap",
    [TROUBLE_ENCODING] = "encoding",       [TROUBLE_STEP_BACK] = "step-back",
};

typedef struct watcher {
  const settings *settings;
  progress progress;
  report report;
  arena scratch;
} watcher;

static void on_diagnosis(void *context, const error *e, ingest_trouble what) {
  watcher *w = context;
  report_add(&w->report, e, kinds[what]);
  if (w->settings->quiet && what != TROUBLE_FILE) return;
  progress_clear(&w->progress);
  if (what == TROUBLE_PASSED_OVER) say_line("%s: passed over, %s", e->file, e->message);
  else say_error(e);
}

static void on_file(void *context, const ingest_file *done) {
  watcher *w = context;
  if (w->settings->quiet) return;
  progress_clear(&w->progress);
  if (done->same_as)
    say_line("%s: the same bytes as %s, not read again", done->path, done->same_as);
  if (w->settings->dry_run && done->format)
    say_line("%s (%s): would add %lld, revise %lld, leave %lld unchanged, delete %lld, skip %lld",
             done->path, done->format, done->counts.added, done->counts.revised,
             done->counts.unchanged, done->counts.deleted, done->counts.skipped);
}

static void on_progress(void *context, const ingest_progress *now) {
  progress_show(&((watcher *)context)->progress, now);
}

static bool known_format(const char *name, arena *a, error *e) {
  if (!name || reader_named(text_of(name))) return true;
  texts names = {0};
  nearest near = nearest_to(text_of(name));
  for (size_t i = 0; readers[i]; i++) {
    *list_push(a, &names) = text_of(readers[i]->name);
    nearest_offer(&near, text_of(readers[i]->name), readers[i]->name);
  }
  if (near.name)
    return error_set(e, ERROR_USE, "no input format \"%s\"; did you mean %s?", name, near.name);
  return error_set(e, ERROR_USE, "no input format \"%s\"; there are %.*s", name,
                   TEXT_ARG(texts_join(a, &names, TEXT(", "))));
}

static bool take_in(const call *c, library *l, ingest_counts *counts, error *e) {
  watcher w = {.settings = c->settings};
  w.progress.active = terminal_is(2) && !c->settings->quiet;
  ingest_observer observer = {&w, on_diagnosis, on_file, on_progress};
  ingest_options chosen = {.format = c->settings->format,
                           .again = c->settings->again,
                           .trial = c->settings->dry_run,
                           .replace_baseline = c->settings->replace_baseline};
  bool good = report_open(&w.report, c->settings->report, e) &&
              ingest_paths(l->store, c->arguments, c->count, &chosen, &observer, counts, e);
  progress_clear(&w.progress);
  return report_close(&w.report, good, e) && good;
}

static void say_counts(const ingest_counts *n, bool dry_run, double seconds) {
  if (n->known_files)
    say_line("files that have not changed and were not read again: %lld (--again reads them)",
             n->known_files);
  if (n->replaced)
    say_line("articles of earlier baselines that %s: %lld",
             dry_run ? "would be removed" : "were removed", n->replaced);
  say_line("%sadded %lld, revised %lld, unchanged %lld, deleted %lld, skipped %lld in %.1f s",
           dry_run ? "a dry run, nothing has been changed: " : "", n->added, n->revised,
           n->unchanged, n->deleted, n->skipped, seconds);
}

/* A dry run makes no library where there is none: it is tried on one in memory. */
static bool open_library(library *l, const call *c, error *e) {
  const char *path = library_path(c->settings, c->arena, e);
  if (!path || !c->settings->dry_run || library_exists(path)) return path && library_write(l, c, e);
  l->store = library_open(":memory:", STORE_WRITE, e);
  return l->store != NULL;
}

static exit_status run(const call *c) {
  library l = {0};
  ingest_counts n = {0};
  error e;
  error_clear(&e);
  if (!known_format(c->settings->format, c->arena, &e)) return say_use(c->command, "%s", e.message);
  double started = progress_clock();
  bool good = open_library(&l, c, &e) && take_in(c, &l, &n, &e);
  library_close(&l);
  if (!good) return say_error(&e);
  if (!c->settings->quiet) say_counts(&n, c->settings->dry_run, progress_clock() - started);
  return n.failed_files ? STATUS_FAILURE : STATUS_FOUND;
}

const command command_ingest = {
    .name = "ingest",
    .arguments = "PATH...|-",
    .summary = "take records in from files, folders or standard input",
    .details =
        "The format is told from the content, also within gzip, xz, zstd, bzip2, zip and tar. "
        "Each file is taken in whole or not at all; a record that cannot be read is reported as "
        "file:line and skipped. Taking a file in again changes only what has changed. NLM's "
        "numbered files are taken in their order, and NAME.md5 beside a file is checked.",
    .examples = {{"carrel ingest pubmed-results.nbib", "one file"},
                 {"carrel ingest ~/literature", "all files in a folder and below"},
                 {"carrel ingest --dry-run results.ris", "what it would change"},
                 {"curl -s URL | carrel ingest -", "what another program gives"}},
    .groups = 0,
    .options = options,
    .least = 1,
    .most = ANY_NUMBER,
    .run = run,
};
