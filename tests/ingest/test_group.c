/* Files that share a transaction: they come in together, and one that fails takes none with it. */
#include "ingest/library.h"

/* What is told of files once they are in, "name added/revised/unchanged/skipped|..." */
typedef struct heard {
  const char *removed; /* a file that goes at the first trouble; NULL: none */
  char files[1024];
  char troubles[1024];
  long long records; /* of progress */
} heard;

static void on_file(void *context, const ingest_file *done) {
  heard *h = context;
  const ingest_counts *c = &done->counts;
  size_t used = strlen(h->files);
  snprintf(h->files + used, sizeof h->files - used, "%s%s %lld/%lld/%lld/%lld", used ? "|" : "",
           strrchr(done->path, '/') + 1, c->added, c->revised, c->unchanged, c->skipped);
}

static void on_trouble(void *context, const error *e, ingest_trouble what) {
  heard *h = context;
  size_t used = strlen(h->troubles);
  if (h->removed) ck_assert_int_eq(remove(h->removed), 0);
  h->removed = NULL;
  snprintf(h->troubles + used, sizeof h->troubles - used, "%s%d in %s", used ? "|" : "", (int)what,
           strrchr(e->file, '/') + 1);
}

static void on_progress(void *context, const ingest_progress *now) {
  heard *h = context;
  h->records = now->records;
}

/* Writes the file that a line tells, without its end. */
static void write_broken(lines *l, const char *line) {
  enum { END = 12 };
  char path[PATH_SIZE], bytes[4096];
  text name, words;
  lines_write(l, line);
  text_cut(text_of(line), TEXT(": "), &name, &words);
  lines_path(l, name, path);
  FILE *f = fopen(path, "r");
  ck_assert_ptr_nonnull(f);
  size_t size = fread(bytes, 1, sizeof bytes, f);
  ck_assert(size > END && size < sizeof bytes && fclose(f) == 0);
  f = fopen(path, "w");
  ck_assert(f && fwrite(bytes, 1, size - END, f) == size - END && fclose(f) == 0);
}

/* Takes in all files of the folder. */
static heard take_while(lines *l, const char *removed) {
  heard h = {.removed = removed};
  ingest_options options = {0};
  ingest_observer observer = {&h, on_trouble, on_file, on_progress};
  assert_done(&l->library, ingest_paths(l->library.store, &l->folder, 1, &options, &observer,
                                        &l->counts, &l->library.e));
  lines_check(l);
  return h;
}

static heard take(lines *l) { return take_while(l, NULL); }

START_TEST(files_share_a_segment) {
  lines l;
  lines_open(&l);
  lines_write(&l, "a: 1=A 2=B");
  lines_write(&l, "b: 2=C 3=D");
  lines_write(&l, "c: 4=E");
  heard h = take(&l);
  ck_assert_str_eq(h.files, "a 2/0/0/0|b 1/1/0/0|c 1/0/0/0");
  ck_assert_str_eq(lines_articles(&l), "1=A 2=C 3=D 4=E");
  ck_assert_int_eq(scratch_number(&l.library, "SELECT count(*) FROM segment"), 1);
  h = take(&l);
  ck_assert_str_eq(h.files, "a 0/0/2/0|b 0/0/2/0|c 0/0/1/0");
  lines_close(&l);
}
END_TEST

/* What is told of the files before it is told once; "=" is an article of which nothing is said. */
START_TEST(one_that_fails_takes_none_with_it) {
  lines l;
  lines_open(&l);
  lines_write(&l, "a: 1=A 2=B =");
  lines_write(&l, "b: 2=C 3=D");
  write_broken(&l, "c: 1=X 4=Y 5=Z");
  lines_write(&l, "d: 4=E");
  heard h = take(&l);
  ck_assert_str_eq(h.files, "a 2/0/0/1|b 1/1/0/0|d 1/0/0/0");
  ck_assert_str_eq(h.troubles, "0 in a|1 in c");
  ck_assert_str_eq(lines_articles(&l), "1=A 2=C 3=D 4=E");
  ck_assert_int_eq(h.records, 8); /* those of the third, too */
  ck_assert_int_eq(l.counts.files, 3);
  ck_assert_int_eq(l.counts.failed_files, 1);
  ck_assert_int_eq(l.counts.skipped, 1);
  ck_assert_int_eq(scratch_number(&l.library, "SELECT count(*) FROM file"), 3);
  lines_close(&l);
}
END_TEST

/* The second of two files that fail, and a file that was known before. */
START_TEST(all_that_is_good_comes_in) {
  lines l;
  lines_open(&l);
  lines_write(&l, "a: 1=A");
  take(&l);
  write_broken(&l, "b: 2=B");
  lines_write(&l, "c: 3=C");
  write_broken(&l, "d: 1=D 4=D");
  lines_write(&l, "e: 5=E");
  heard h = take(&l);
  ck_assert_str_eq(h.files, "a 0/0/1/0|c 1/0/0/0|e 1/0/0/0");
  ck_assert_str_eq(h.troubles, "1 in b|1 in d");
  ck_assert_str_eq(lines_articles(&l), "1=A 3=C 5=E");
  lines_close(&l);
}
END_TEST

/* The second file has the bytes of the first, which cannot be taken in once more. */
START_TEST(what_was_known_is_looked_at_again) {
  lines l;
  char path[PATH_SIZE];
  lines_open(&l);
  lines_write(&l, "a: 1=A 2=B");
  lines_write(&l, "b: 1=A 2=B");
  write_broken(&l, "c: = 3=C");
  lines_path(&l, TEXT("a"), path);
  heard h = take_while(&l, path);
  ck_assert_str_eq(h.files, "b 2/0/0/0");
  ck_assert_str_eq(h.troubles, "0 in c|1 in a|1 in c");
  ck_assert_str_eq(lines_articles(&l), "1=A 2=B");
  ck_assert_int_eq(l.counts.files, 1);
  ck_assert_int_eq(l.counts.failed_files, 2);
  lines_close(&l);
}
END_TEST

SUITE("ingest/group", files_share_a_segment, one_that_fails_takes_none_with_it,
      all_that_is_good_comes_in, what_was_known_is_looked_at_again)
