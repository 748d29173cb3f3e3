/* What is no clean file of records: cut off, damaged, endless, locked away, or no file at all. Each
 * is told with a clear message, the rest goes on, and the library stays whole. */
#include "ingest/library.h"

#define CLINIC "\"$CARREL_SOURCE/corpus/clinic.nbib\""

typedef struct heard {
  char all[8192]; /* "message\n" for each diagnosis */
} heard;

static void hear(void *context, const error *e, ingest_trouble what) {
  heard *h = context;
  (void)what;
  size_t used = strlen(h->all);
  snprintf(h->all + used, sizeof h->all - used, "%s\n", e->message);
}

/* Makes files in a folder by a shell command. */
static void make(const char *folder, const char *command) {
  char line[2048];
  snprintf(line, sizeof line, "cd '%s' && { %s\n} 2>/dev/null", folder, command);
  ck_assert_msg(system(line) == 0, "%s", command);
}

/* Takes one path in, within the folder unless it begins with a slash. */
static ingest_counts take(scratch *s, const char *folder, const char *name, heard *h) {
  char path[512];
  const char *paths[] = {path};
  ingest_options options = {0};
  ingest_observer observer = {.context = h, .diagnosis = hear};
  ingest_counts counts;
  h->all[0] = 0;
  snprintf(path, sizeof path, "%s%s%s", name[0] == '/' ? "" : folder, name[0] == '/' ? "" : "/",
           name);
  assert_done(s, ingest_paths(s->store, paths, 1, &options, &observer, &counts, &s->e));
  return counts;
}

typedef struct bad {
  const char *made; /* the command that makes it */
  const char *name;
  const char *told; /* stands in what is told; "" nothing is told */
  int added, failed;
} bad;

/* Everybody may write to the library. */
static void open_to_all(const scratch *s) {
  char folder[sizeof s->path];
  snprintf(folder, sizeof folder, "%s", s->path);
  *strrchr(folder, '/') = 0;
  make(folder, "chmod 777 .; chmod 666 *");
}

static void assert_told(const bad *c, bool nobody) {
  scratch s;
  heard h;
  scratch_open(&s);
  char folder[256];
  snprintf(folder, sizeof folder, "%s", test_folder());
  make(folder, c->made);
  if (nobody) open_to_all(&s);
  test_as_nobody(nobody);
  ingest_counts counts = take(&s, folder, c->name, &h);
  test_as_nobody(false);
  ck_assert_msg(c->told[0] ? strstr(h.all, c->told) != NULL : !h.all[0], "%s: told \"%s\"", c->made,
                h.all);
  ck_assert_msg(counts.added == c->added, "%s: added %lld", c->made, counts.added);
  ck_assert_msg(counts.failed_files == c->failed, "%s: %lld failed", c->made, counts.failed_files);
  /* A file that was refused has left nothing. */
  long long articles;
  assert_done(&s, article_count(s.store, &articles, &s.e));
  ck_assert_int_eq(articles, c->added);
  scratch_close(&s);
}

#define ASSERT_TOLD(cases) \
  for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) assert_told(&(cases)[i], false)

START_TEST(damaged_files) {
  static const bad cases[] = {
      {"gzip -c " CLINIC " >a", "a", "", 20, 0},
      {"gzip -c " CLINIC " | head -c 9000 >a", "a", "the gzip data is cut off", 0, 1},
      {"gzip -c " CLINIC " >a; printf X | dd of=a bs=1 seek=5000 conv=notrunc", "a", "in", 0, 1},
      {"head -c 2000 \"$CARREL_SOURCE/corpus/revised.xml\" >a", "a", "malformed XML", 0, 1},
      {": >a", "a", "the file is empty", 0, 1},
      {"gzip </dev/null >a", "a", "the file is empty", 0, 1},
      {"head -c 5000 /dev/zero >a", "a", "no format that Carrel knows", 0, 1},
      {"printf '%%PDF-1.4 x' >a", "a", "no format that Carrel knows", 0, 1},
      {"printf 'PMID- 1\\nTI  - a\\0b\\n' >a", "a", "NUL bytes", 1, 0},
      {"printf 'PMID- 1\\nTI  - caf\\351\\n' >a", "a", "Windows-1252", 1, 0},
      {"printf 'P\\0M\\0I\\0D\\0-\\0 \\0001\\0\\n\\0' >a", "a", "", 1, 0},
      {"printf '\\0P\\0M\\0I\\0D\\0-\\0 \\0001\\0\\n' >a", "a", "", 1, 0},
      {"printf 'PMID- 1\\n\\nTI  -\\n\\nPMID- 2\\n' >a", "a", "neither an identifier", 2, 0},
  };
  ASSERT_TOLD(cases);
}
END_TEST

START_TEST(what_is_no_file) {
  static const bad cases[] = {
      {":", "a", "cannot read it: No such file", 0, 1},
      {"mkdir a", "a", "", 0, 0},
      {":", "/dev/null", "is a device", 0, 1},
      {"mkdir a; ln -s nowhere a/b; cp " CLINIC " a/c", "a", "No such file", 20, 1},
      /* What would block, or lead in a circle, is passed over in a folder. */
      {"mkdir a; mkfifo a/b; cp " CLINIC " a/c", "a", "is no regular file", 20, 0},
      {"mkdir a; ln -s .. a/b; ln -s . a/c; cp " CLINIC " a/d", "a", "", 20, 0},
      {"mkfifo a; cat " CLINIC " >a &", "a", "", 20, 0},
      {"mkfifo a; gzip -c " CLINIC " >a &", "a", "", 20, 0},
  };
  ASSERT_TOLD(cases);
}
END_TEST

START_TEST(unreadable_files) {
  static const bad cases[] = {
      {"cp " CLINIC " a; chmod 0 a", "a", "Permission denied", 0, 1},
      {"mkdir a; cp " CLINIC " a/a; mkdir a/b; chmod 0 a/b; cp " CLINIC " a/c", "a",
       "cannot read the folder: Permission denied", 20, 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) assert_told(&cases[i], true);
}
END_TEST

/* Whether all of the tools that make a file are there. */
static bool has(const char *tools) {
  char line[256];
  snprintf(line, sizeof line, "for tool in %s; do command -v $tool; done >/dev/null 2>&1", tools);
  if (system(line) == 0) return true;
  test_skip("not all of these are installed: %s", tools);
  return false;
}

START_TEST(other_compressions) {
  static const bad cases[] = {
      {"xz -c " CLINIC " >a", "a", "", 20, 0},
      {"bzip2 -c " CLINIC " >a", "a", "", 20, 0},
      {"xz -c " CLINIC " >a; cat a a >b", "b", "", 20, 0},
      {"bzip2 -c " CLINIC " >a; cat a a >b", "b", "", 20, 0},
      {"xz -c " CLINIC " | head -c 9000 >a", "a", "damaged xz data", 0, 1},
      {"bzip2 -c " CLINIC " | head -c 9000 >a", "a", "damaged bzip2 data", 0, 1},
  };
  if (has("xz bzip2")) ASSERT_TOLD(cases);
}
END_TEST

START_TEST(zstd) {
  static const bad cases[] = {
      {"zstd -qc " CLINIC " >a", "a", "", 20, 0},
      {"zstd -qc " CLINIC " >a; cat a a >b", "b", "", 20, 0},
      {"zstd -qc " CLINIC " | head -c 9000 >a", "a", "damaged zstd data", 0, 1},
  };
  if (has("zstd")) ASSERT_TOLD(cases);
}
END_TEST

#define TWO "mkdir b; cp " CLINIC " b; printf 'PMID- 1\\n' >b/one.nbib; printf x >b/README; "

START_TEST(tar_archives) {
  static const bad cases[] = {
      {TWO "tar cf a b", "a", "no format that Carrel knows", 21, 0},
      {TWO "rm b/README; tar czf a b", "a", "", 21, 0},
      {TWO "rm b/README; gzip b/*; tar cf a b", "a", "", 21, 0},
      {TWO "mkdir b/.git; cp b/one.nbib b/.git; mkdir b/sub; mv b/one.nbib b/sub; tar cf a b", "a",
       "no format", 21, 0},
      {TWO "tar cf b/inner.tar b/one.nbib; rm b/one.nbib; tar cf a b", "a",
       "an archive in an archive is not opened", 20, 0},
      {TWO "rm b/*.nbib; tar cf a b", "a", "a tar archive with nothing in it", 0, 1},
      {TWO "ln -s one.nbib b/link; ln b/one.nbib b/other; rm b/README; tar cf a b", "a", "", 21, 0},
      {TWO "rm b/README; tar czf b/a b; md5sum <b/a >b/a.md5; printf x >>b/a", "b/a", "its MD5 is",
       0, 1},
  };
  ASSERT_TOLD(cases);
}
END_TEST

START_TEST(archives_that_break_off) {
  static const bad cases[] = {
      /* Files before the break are whole, and stay. */
      {TWO "cd b; tar cf ../a one.nbib clinic.nbib; truncate -s 9000 ../a", "a", "damaged archive",
       1, 2},
      {TWO "cd b; tar czf ../a one.nbib clinic.nbib; truncate -s 9000 ../a", "a",
       "the gzip data is cut off", 1, 2},
  };
  ASSERT_TOLD(cases);
}
END_TEST

START_TEST(zip_archives) {
  static const bad cases[] = {
      {TWO "zip -qr a.zip b", "a.zip", "no format that Carrel knows", 21, 0},
      {TWO "zip -q0r a.zip b/clinic.nbib", "a.zip", "", 20, 0},
      {TWO "cd b; zip -q - clinic.nbib >../a.zip", "a.zip", "", 20, 0},
      {TWO "zip -qr -P secret a.zip b/one.nbib", "a.zip", "is encrypted", 0, 1},
      {"printf 'PK\\5\\6' >a; head -c 18 /dev/zero >>a", "a", "with nothing in it", 0, 1},
      {TWO "zip -qr a.zip b/clinic.nbib; truncate -s 9000 a.zip", "a.zip", "damaged archive", 0, 2},
  };
  if (has("zip")) ASSERT_TOLD(cases);
}
END_TEST

/* The file again, whole, and as a part of another: nothing is taken twice. */
START_TEST(archives_are_known_again) {
  scratch s;
  heard h;
  char folder[256];
  scratch_open(&s);
  snprintf(folder, sizeof folder, "%s", test_folder());
  make(folder, TWO "tar cf a b; tar czf c b");
  ck_assert_int_eq(take(&s, folder, "a", &h).added, 21);
  ingest_counts counts = take(&s, folder, "a", &h);
  ck_assert_int_eq(counts.known_files, 1);
  ck_assert_int_eq(counts.unchanged, 21);
  counts = take(&s, folder, "c", &h);
  ck_assert_int_eq(counts.known_files, 0);
  ck_assert_int_eq(counts.unchanged, 21);
  scratch_close(&s);
}
END_TEST

#define ENDLESS(head, body) "mkfifo a; { printf '" head "'; " body " | head -c 1000000000; } >a &"
#define LINE "tr '\\0' x </dev/zero"

/* A gigabyte that never ends a line or a record: told at 64 MiB. */
START_TEST(endless_records) {
  static const bad cases[] = {
      {ENDLESS("TY  - JOUR\nTI  - ", LINE), "a", "a line is longer than 64 MiB", 0, 1},
      {ENDLESS("PMID- 1\n", "yes 'AB  - an invented line of an abstract'"), "a",
       "a record is longer than 64 MiB", 0, 1},
      {ENDLESS("<PubmedArticleSet><PubmedArticle><PMID>", LINE), "a", "longer than 64 MiB", 0, 1},
  };
  ASSERT_TOLD(cases);
}
END_TEST

SUITE("ingest/bad_input", damaged_files, what_is_no_file, unreadable_files, other_compressions,
      zstd, tar_archives, archives_that_break_off, zip_archives, archives_are_known_again,
      endless_records)
