/* Each segment's lists into a segment that nobody keeps. */
#include "bench_lists.h"

#include "bench_clock.h"
#include "index/fts5_segment.h"
#include "index/index.h"
#include "index/segment.h"

/* `w` NULL: reads them only. */
static bool walk(store *s, const segment_row *row, lists_writer *w, lists_times *times, error *e) {
  lists_walk lists;
  bool good = lists_walk_open(&lists, s, row->id, e);
  if (w)
    lists_writer_start(w, s, NULL, FTS5_SEGMENTS_MOST - row->id, row->lengths,
                       segment_average(row->words, row->records));
  while (good && lists.more) {
    times->lists++;
    times->postings += lists.postings.count;
    good = (!w || lists_writer_add(w, lists.key, &lists.postings, e)) && lists_walk_step(&lists, e);
  }
  lists_walk_finish(&lists);
  return good && (!w || lists_writer_end(w, e));
}

static bool walk_all(store *s, const segments *all, lists_writer *w, lists_times *times,
                     double *seconds, error *e) {
  double started = now_seconds();
  bool good = true;
  times->lists = times->postings = 0;
  for (size_t i = 0; good && i < all->list.count; i++)
    good = walk(s, &all->list.items[i], w, times, e);
  *seconds = now_seconds() - started;
  return good;
}

bool lists_measure(const char *path, lists_times *times, error *e) {
  arena a;
  segments all;
  lists_writer w = {0};
  *times = (lists_times){0};
  store *s = library_open(path, STORE_WRITE, e);
  if (!s) return false;
  arena_init(&a);
  bool good = segments_load(s, &all, &a, e);
  if (good) {
    good = store_begin(s, e) && walk_all(s, &all, NULL, times, &times->read_seconds, e) &&
           walk_all(s, &all, &w, times, &times->write_seconds, e);
    store_rollback(s);
    segments_finish(&all);
  }
  times->write_seconds -= times->read_seconds;
  lists_writer_finish(&w);
  arena_finish(&a);
  store_close(s);
  return good;
}
