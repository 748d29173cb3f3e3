/* carrel ingest: records into the library. */
#include "ingest/ingest.h"

#include "base/nearest.h"
#include "cli/library.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "read/readers.h"

static const option options[] = {
    {'f', "format", "FORMAT", "input format; else it is told from the content", OPTION_OWN,
     option_set_string, offsetof(settings, format)},
    {0, "again", NULL, "read files that have not changed since they were taken in", OPTION_OWN,
     option_set_flag, offsetof(settings, again)},
    OPTIONS_END,
};

typedef struct watcher {
  const settings *settings;
  progress progress;
} watcher;

static void on_diagnosis(void *context, const error *e, ingest_trouble what) {
  watcher *w = context;
  if (w->settings->quiet && what != TROUBLE_FILE) return;
  progress_clear(&w->progress);
  if (what == TROUBLE_PASSED_OVER) say_line("%s: passed over, %s", e->file, e->message);
  else say_error(e);
}

static void on_progress(void *context, const ingest_progress *now) {
  progress_show(&((watcher *)context)->progress, now);
}

static bool known_format(const char *name, error *e) {
  if (!name || reader_named(text_of(name))) return true;
  nearest near = nearest_to(text_of(name));
  for (size_t i = 0; readers[i]; i++)
    nearest_offer(&near, text_of(readers[i]->name), readers[i]->name);
  if (near.name)
    return error_set(e, ERROR_USE, "no input format \"%s\"; did you mean %s?", name, near.name);
  return error_set(e, ERROR_USE, "no input format \"%s\"; `carrel formats` lists them", name);
}

static bool take_in(const call *c, library *l, ingest_counts *counts, error *e) {
  watcher w = {.settings = c->settings};
  w.progress.active = terminal_is(2) && !c->settings->quiet;
  ingest_observer observer = {&w, on_diagnosis, on_progress};
  ingest_options chosen = {.format = c->settings->format, .again = c->settings->again};
  bool good = ingest_paths(l->store, c->arguments, c->count, &chosen, &observer, counts, e);
  progress_clear(&w.progress);
  return good;
}

static void say_counts(const ingest_counts *n, double seconds) {
  if (n->known_files)
    say_line("files that have not changed and were not read again: %lld (--again reads them)",
             n->known_files);
  say_line("added %lld, revised %lld, unchanged %lld, deleted %lld, skipped %lld in %.1f s",
           n->added, n->revised, n->unchanged, n->deleted, n->skipped, seconds);
}

static exit_status run(const call *c) {
  library l = {0};
  ingest_counts n = {0};
  error e;
  error_clear(&e);
  if (!known_format(c->settings->format, &e)) return say_use(c->command, "%s", e.message);
  double started = progress_clock();
  bool good = library_write(&l, c, &e) && take_in(c, &l, &n, &e);
  library_close(&l);
  if (!good) return say_error(&e);
  if (!c->settings->quiet) say_counts(&n, progress_clock() - started);
  return n.failed_files ? STATUS_FAILURE : STATUS_FOUND;
}

const command command_ingest = {
    .name = "ingest",
    .arguments = "PATH...|-",
    .summary = "take records in from files, folders or standard input",
    .details =
        "The format is told from the content, also of .gz files. Each file is taken in whole "
        "or not at all; a record that cannot be read is reported as file:line and skipped. "
        "Taking a file in again changes only what has changed.",
    .examples = {{"carrel ingest pubmed-results.nbib", "one file"},
                 {"carrel ingest ~/literature", "all files in a folder and below"},
                 {"curl -s URL | carrel ingest -", "what another program gives"}},
    .groups = 0,
    .options = options,
    .least = 1,
    .most = ANY_NUMBER,
    .run = run,
};
