/* Every file of real data goes in, or is passed over: shared.tsv says as which format, how many
 * records it has, and how many of them are skipped. */
#include <string.h>

#include "ingest/files.h"
#include "ingest/ingest.h"
#include "scratch.h"

typedef struct seen {
  char format[64];
  long long records, skipped;
} seen;

static void see(void *context, const ingest_file *done) {
  seen *s = context;
  const ingest_counts *n = &done->counts;
  snprintf(s->format, sizeof s->format, "%s", done->format ? done->format : "known");
  s->records += n->added + n->revised + n->unchanged;
  s->skipped += n->skipped;
}

/* A trial by itself, so that what a file holds does not depend on those before it. */
static void assert_row(scratch *s, text row) {
  text name, expected;
  text_cut(row, TEXT("\t"), &name, &expected);
  char path[512];
  snprintf(path, sizeof path, "%.*s", TEXT_ARG(name));
  const char *paths[] = {shared_data(path)};
  ck_assert_msg(paths[0] != NULL, "%s", path);
  seen got = {"-", 0, 0};
  ingest_options options = {.trial = true};
  ingest_observer observer = {.context = &got, .file = see};
  ingest_counts counts;
  assert_done(s, ingest_paths(s->store, paths, 1, &options, &observer, &counts, &s->e));
  char line[640];
  if (!counts.files && counts.failed_files) snprintf(line, sizeof line, "%s\trefused\t0\t0", path);
  else
    snprintf(line, sizeof line, "%s\t%s\t%lld\t%lld", path, got.format, got.records, got.skipped);
  ck_assert_msg(text_equal(text_of(line), row), "got \"%s\", expected \"%.*s\"", line,
                TEXT_ARG(row));
}

/* All of a file of the tests' own. */
static text read_table(char *bytes, size_t size) {
  char path[512];
  snprintf(path, sizeof path, "%s/tests/ingest/shared.tsv", getenv("CARREL_SOURCE"));
  FILE *f = fopen(path, "re");
  ck_assert_msg(f != NULL, "%s", path);
  text whole = {bytes, fread(bytes, 1, size, f)};
  ck_assert_uint_lt(whole.size, size);
  fclose(f);
  return whole;
}

static char table[64 * 1024];

START_TEST(files_hold_what_they_held) {
  if (!shared_data("bibliographies")) return;
  scratch s;
  scratch_open(&s);
  text rest = read_table(table, sizeof table), row;
  size_t rows = 0;
  while (text_take_line(&rest, &row)) {
    if (text_starts(row, TEXT("#"))) continue;
    assert_row(&s, row);
    rows++;
  }
  ck_assert_uint_gt(rows, 200);
  scratch_close(&s);
}
END_TEST

START_TEST(every_file_is_in_the_table) {
  static const char *const folders[] = {"bibliographies", "pubmed-xml"};
  text whole = read_table(table, sizeof table);
  for (size_t i = 0; i < 2; i++) {
    const char *path = shared_data(folders[i]);
    if (!path) return;
    arena a;
    file_list files = {0};
    arena_init(&a);
    size_t above = strlen(path) - strlen(folders[i]);
    files_add(&files, arena_string(&a, text_of(path)), &a);
    for (size_t k = 0; k < files.count; k++) {
      text row = arena_printf(&a, "\n%s\t", files.items[k].path + above);
      ck_assert_msg(text_find(whole, row) != TEXT_NONE, "%.*s", TEXT_ARG(row));
    }
    arena_finish(&a);
  }
}
END_TEST

SUITE("ingest/shared", files_hold_what_they_held, every_file_is_in_the_table)
