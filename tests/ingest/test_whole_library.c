/* A whole library out and in again: what the second one writes is the same, byte by byte. */
#include "ingest/ingest.h"
#include "scratch.h"
#include "search/search.h"
#include "write/writers.h"

/* Everything in the library as JSON lines. */
typedef struct lines {
  output out;
  arena scratch;
} lines;

static bool add_line(void *context, const record *r) {
  lines *all = context;
  hit h = {.rank = ++all->out.count, .record = r, .in_library = true};
  writer_jsonl.hit(&all->out, &h);
  arena_reset(&all->scratch);
  return true;
}

static size_t export_library(scratch *s, buffer *bytes) {
  lines all = {.out = {.whole = true}};
  arena_init(&all.scratch);
  all.out.scratch = &all.scratch;
  searcher *x = searcher_open(s->store, &s->e);
  ck_assert_msg(x != NULL, "%s", s->e.message);
  assert_done(s, search_everything(x, add_line, &all, &s->e));
  searcher_close(x);
  arena_finish(&all.scratch);
  *bytes = all.out.bytes;
  return all.out.count;
}

static void ingest(scratch *s, const char *const *paths, size_t count, ingest_counts *counts) {
  ingest_options options = {0};
  ingest_observer observer = {0};
  *counts = (ingest_counts){0};
  assert_done(s, ingest_paths(s->store, paths, count, &options, &observer, counts, &s->e));
}

static void check_library(const char *const *paths, size_t count, size_t at_least) {
  scratch first, second;
  ingest_counts counts;
  buffer before = {0}, after = {0};
  char path[128];
  scratch_open(&first);
  scratch_open(&second);
  ingest(&first, paths, count, &counts);
  size_t records = export_library(&first, &before);
  ck_assert_uint_ge(records, at_least);
  snprintf(path, sizeof path, "%s/library.jsonl", test_folder());
  FILE *file = fopen(path, "wb");
  ck_assert(file && fwrite(before.data, 1, before.size, file) == before.size && !fclose(file));
  const char *const again[] = {path};
  ingest(&second, again, 1, &counts);
  ck_assert_int_eq(counts.skipped, 0);
  ck_assert_int_eq(counts.added, (long long)records);
  ck_assert_uint_eq(export_library(&second, &after), records);
  ck_assert(text_equal(buffer_text(&before), buffer_text(&after)));
  buffer_finish(&before);
  buffer_finish(&after);
  scratch_close(&first);
  scratch_close(&second);
}

START_TEST(invented_records) {
  char folder[4096];
  snprintf(folder, sizeof folder, "%s/corpus", getenv("CARREL_SOURCE"));
  const char *const paths[] = {folder};
  check_library(paths, 1, 90);
}
END_TEST

/* Records of all formats, many of them known from several files. */
START_TEST(real_records) {
  static const char *const names[] = {"bibliographies/IEBH_RefLib", "bibliographies/citation-js",
                                      "bibliographies/citesource-gambling", "pubmed-xml"};
  enum { FOLDERS = sizeof names / sizeof *names };
  static char folders[FOLDERS][4096];
  const char *paths[FOLDERS];
  for (size_t i = 0; i < FOLDERS; i++) {
    const char *path = shared_data(names[i]);
    if (!path) return;
    snprintf(folders[i], sizeof folders[i], "%s", path);
    paths[i] = folders[i];
  }
  check_library(paths, FOLDERS, 1000);
}
END_TEST

SUITE("ingest/whole_library", invented_records, real_records)
