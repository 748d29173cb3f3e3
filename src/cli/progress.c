/* The line of progress. */
#include "cli/progress.h"

#include <stdio.h>
#include <time.h>

#include "base/utf8.h"
#include "cli/table.h"
#include "cli/terminal.h"

#define MEGABYTE 1e6
/* Seconds between two drawings, and before the first estimate of the time left. */
#define PAUSE 0.1
#define ESTIMATE_AFTER 1.0

#define BETWEEN TEXT(" \xC2\xB7 ")

/* "1:05", "2:03:04". */
static text duration(double seconds, arena *a) {
  long long whole = (long long)(seconds + 0.5);
  if (whole < 3600) return arena_printf(a, "%lld:%02lld", whole / 60, whole % 60);
  return arena_printf(a, "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
}

text progress_words(const ingest_progress *now, size_t width, arena *a) {
  text words = arena_printf(a, "%.*s records", TEXT_ARG(table_number(now->records, a)));
  bool running = now->seconds >= ESTIMATE_AFTER;
  if (running) {
    text rate = table_number((long long)((double)now->records / now->seconds), a);
    words = arena_join(a, words, BETWEEN, arena_printf(a, "%.*s/s", TEXT_ARG(rate)));
  }
  if (now->total_bytes > 0) {
    double done = (double)now->bytes, all = (double)now->total_bytes;
    words = arena_join(a, words, BETWEEN,
                       arena_printf(a, "%.1f of %.1f MB", done / MEGABYTE, all / MEGABYTE));
    if (running && done > 0 && done <= all) {
      text left = duration((all - done) / done * now->seconds, a);
      words = arena_join(a, words, BETWEEN, arena_printf(a, "%.*s left", TEXT_ARG(left)));
    }
  }
  if (now->file) words = arena_join(a, words, BETWEEN, text_of(now->file));
  return width ? utf8_prefix(words, width) : words;
}

void progress_show(progress *p, const ingest_progress *now) {
  if (!p->active || (p->shown > 0 && now->seconds - p->shown < PAUSE)) return;
  arena a;
  buffer line = {0};
  arena_init(&a);
  size_t columns_there = terminal_columns(2);
  p->shown = now->seconds > 0 ? now->seconds : PAUSE;
  utf8_add_safe(&line, progress_words(now, columns_there ? columns_there - 1 : 0, &a));
  fprintf(stderr, "\r\x1b[K%.*s", TEXT_ARG(buffer_text(&line)));
  buffer_finish(&line);
  arena_finish(&a);
}

double progress_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void progress_count(progress *p, long long records) {
  if (!p->active) return;
  double now = progress_clock();
  if (p->started <= 0) p->started = now;
  progress_show(p, &(ingest_progress){.records = records, .seconds = now - p->started});
}

void progress_clear(progress *p) {
  if (p->active && p->shown > 0) fputs("\r\x1b[K", stderr);
  p->shown = 0;
}
