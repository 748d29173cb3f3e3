/* Reading is part of what is timed: whoever asks a query waits for it too. */
#include "bench_boolean.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench_clock.h"
#include "query/strategy.h"

enum { TODAY = 20260101, SHOWN = 20, LARGEST_STRATEGY = 1 << 20 };

static bool ask(searcher *x, const query *q, size_t limit, arena *a, long long *total, error *e) {
  search_request r = {.limit = limit};
  answer found;
  if (!search_query(x, q, &r, a, &found, e)) return false;
  *total = found.total;
  return true;
}

static bool ask_query(searcher *x, text typed, const query_options *options, arena *a,
                      long long *total, error *e) {
  query_dialect dialect = ovid_is_likely(typed) ? DIALECT_OVID : DIALECT_PUBMED;
  query *q = dialect_parse(typed, dialect, options, a, e);
  return q && ask(x, q, SHOWN, a, total, e);
}

static bool ask_strategy(searcher *x, text typed, const query_options *options, arena *a,
                         long long *total, error *e) {
  strategy s;
  if (!strategy_parse(typed, DIALECT_ANY, options, a, &s, e)) return false;
  for (size_t i = 0; i < s.lines.count; i++)
    if (!ask(x, s.lines.items[i].tree, 0, a, total, e)) return false;
  return true;
}

/* Reads the file that "@FILE" names into the arena. */
static bool read_file(text typed, arena *a, text *all, error *e) {
  const char *path = arena_string(a, text_slice(typed, 1, typed.size));
  char *bytes = arena_alloc(a, LARGEST_STRATEGY);
  FILE *file = bytes ? fopen(path, "r") : NULL;
  if (!bytes) return error_memory(e);
  if (!file) return error_set(e, ERROR_SYSTEM, "cannot open %s: %s", path, strerror(errno));
  *all = (text){bytes, fread(bytes, 1, LARGEST_STRATEGY, file)};
  bool failed = ferror(file);
  fclose(file);
  return !failed || error_set(e, ERROR_SYSTEM, "cannot read %s", path);
}

bool boolean_measure(searcher *x, text id, text typed, int repeats, error *e) {
  static const query_options options = {.today = TODAY};
  bool is_strategy = text_starts(typed, TEXT("@")), good = true;
  double first = 0, best = 0;
  long long total = 0;
  arena files;
  arena_init(&files);
  if (is_strategy) good = read_file(typed, &files, &typed, e);
  for (int i = 0; good && i < repeats; i++) {
    arena a;
    arena_init(&a);
    double started = now_ms();
    good = is_strategy ? ask_strategy(x, typed, &options, &a, &total, e)
                       : ask_query(x, typed, &options, &a, &total, e);
    double took = now_ms() - started;
    arena_finish(&a);
    if (i == 0) first = best = took;
    if (took < best) best = took;
  }
  if (good) printf("%.*s\t%lld\t%.2f\t%.2f\n", TEXT_ARG(id), total, first, best);
  arena_finish(&files);
  return good;
}
