/* NLM's files and other sources over time: their order, revisions, versions, deletions, baselines;
 * and which records are one article. */
#include <sys/stat.h>

#include "ingest/library.h"

enum { MOST_FILES = 6, MOST_CALLS = 6 };

/* A call is the names of files; "!" before it reads them again, "^" has them replace the baseline,
 * "?" only tries. */
typedef struct life {
  const char *files[MOST_FILES];
  const char *calls[MOST_CALLS];
  const char *articles;
  const char *told; /* by the last call */
} life;

static void call(lines *l, const char *names) {
  ingest_options options = {0};
  for (; strchr("!^?", names[0]); names++) {
    options.again |= names[0] == '!';
    options.replace_baseline |= names[0] == '^';
    options.trial |= names[0] == '?';
  }
  lines_ingest(l, names, options);
}

static void assert_life(const life *c) {
  lines l;
  lines_open(&l);
  for (size_t i = 0; i < MOST_FILES && c->files[i]; i++) lines_write(&l, c->files[i]);
  for (size_t i = 0; i < MOST_CALLS && c->calls[i]; i++) call(&l, c->calls[i]);
  const char *articles = lines_articles(&l);
  ck_assert_msg(strcmp(articles, c->articles) == 0, "%s: got \"%s\", expected \"%s\"", c->files[0],
                articles, c->articles);
  ck_assert_msg(strcmp(l.told, c->told) == 0, "%s: told \"%s\", expected \"%s\"", c->files[0],
                l.told, c->told);
  lines_check(&l);
  lines_close(&l);
}

#define ASSERT_LIVES(cases) \
  for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) assert_life(&(cases)[i])

START_TEST(numbered_files_come_in_order) {
  static const life cases[] = {
      {{"26n0001: 1=A 2=B", "26n0002: 1=C"}, {"26n0001 26n0002"}, "1=C 2=B", ""},
      {{"26n0001: 1=A 2=B", "26n0002: 1=C"}, {"26n0002 26n0001"}, "1=C 2=B", ""},
      {{"26n0001: 1=A", "26n0002: 1=B", "26n0010: 1=C"}, {"26n0010 26n0002 26n0001"}, "1=C", "gap"},
      {{"26n0001: 1=A", "26n0003: 1=B"}, {"26n0001", "26n0003"}, "1=B", "gap"},
      {{"26n0003: 1=A"}, {"26n0003"}, "1=A", "gap"},
      {{"26n0001: 1=A", "26n0002: 1=B"}, {"26n0001", "26n0002"}, "1=B", ""},
      /* A file that comes late brings what later files do not say. */
      {{"26n0001: 1=A", "26n0002: 1=B 2=C", "26n0003: 1=D"},
       {"26n0001 26n0003", "26n0002"},
       "1=D 2=C",
       "step back"},
      {{"25n0009: 1=A 2=A", "26n0001: 1=B"}, {"26n0001", "25n0009"}, "1=B 2=A", "step back"},
      {{"25n0009: 1=A", "26n0001: 1=B"}, {"26n0001 25n0009"}, "1=B", "gap"},
      /* What a later file repeats was said later. */
      {{"26n0001: 1=A", "26n0002: 1=B", "26n0003: 1=A"},
       {"26n0001 26n0003", "26n0002"},
       "1=A",
       "step back"},
      /* Reading again does not make a file newer. */
      {{"26n0001: 1=A", "26n0002: 1=B"}, {"26n0001 26n0002", "!26n0001"}, "1=B", ""},
      {{"a.xml: 1=A", "b.xml: 1=B"}, {"a.xml", "b.xml", "!a.xml"}, "1=B", ""},
      {{"a.xml: 1=A 1=B"}, {"a.xml", "!a.xml"}, "1=B", ""},
      {{"a.xml: 1=A", "b.xml: 1=B"}, {"b.xml", "a.xml"}, "1=A", ""},
  };
  ASSERT_LIVES(cases);
}
END_TEST

START_TEST(versions_and_deletions) {
  static const life cases[] = {
      {{"26n0001: 1.2=A", "26n0002: 1.1=B"}, {"26n0001 26n0002"}, "1=A", ""},
      {{"26n0001: 1.1=A", "26n0002: 1.2=B"}, {"26n0001 26n0002"}, "1=B", ""},
      {{"26n0001: 1.3=A", "26n0002: 1.2=B"}, {"26n0002", "26n0001"}, "1=A", "step back"},
      {{"26n0001: 1=A 2=B", "26n0002: -1"}, {"26n0001 26n0002"}, "2=B", ""},
      {{"26n0001: 1=A 2=B", "26n0002: -1 -7"}, {"26n0001 26n0002"}, "2=B", ""},
      /* A deletion holds against earlier files that come late, not against later ones. */
      {{"26n0001: 9=Z", "26n0002: 1=A", "26n0003: -1"},
       {"26n0001 26n0003", "26n0002"},
       "9=Z",
       "step back"},
      {{"26n0001: 1=A", "26n0002: -1", "26n0003: 1=B"}, {"26n0001 26n0002 26n0003"}, "1=B", ""},
      {{"26n0001: 1=A", "26n0002: -1", "26n0003: 1=B"},
       {"26n0001 26n0003", "26n0002"},
       "1=B",
       "step back"},
      /* What the user's own files say stays. */
      {{"26n0001: 1=A", "26n0002: -1", "mine.bib: 1=M"}, {"26n0001 mine.bib 26n0002"}, "1=M", ""},
      {{"26n0001: 1=A", "mine.bib: 1=M", "26n0002: -1"},
       {"26n0001 mine.bib 26n0002", "!26n0001"},
       "1=M",
       ""},
      {{"a.xml: 1=A 2=B", "b.xml: -1"}, {"a.xml b.xml"}, "2=B", ""},
      /* A trial changes nothing, but later files see what earlier ones would have changed. */
      {{"26n0001: 1=A"}, {"?26n0001"}, "", ""},
      {{"26n0001: 1=A", "26n0002: -1"}, {"26n0001", "?26n0002"}, "1=A", ""},
      {{"26n0001: 1=A", "26n0002: 1=B"}, {"?26n0001 26n0002", "26n0001"}, "1=A", ""},
  };
  ASSERT_LIVES(cases);
}
END_TEST

START_TEST(baselines_replace_each_other) {
  static const life cases[] = {
      {{"25n0001: 1=A 2=B", "26n0001: 1=A"}, {"25n0001", "26n0001"}, "1=A 2=B", ""},
      {{"25n0001: 1=A 2=B", "26n0001: 1=A"}, {"25n0001", "^26n0001"}, "1=A", ""},
      {{"25n0001: 1=A 2=B", "26n0001: 1=C", "26n0002: 3=D"},
       {"25n0001", "^26n0001 26n0002"},
       "1=C 3=D",
       ""},
      /* Not before it is complete. */
      {{"25n0001: 1=A 2=B", "26n0002: 1=C"}, {"25n0001", "^26n0002"}, "1=C 2=B", "gap|refused"},
      {{"25n0001: 1=A 2=B", "26n0001: 1=C", "26n0002: 3=D"},
       {"25n0001", "26n0001", "^26n0001 26n0002"},
       "1=C 3=D",
       ""},
      /* Other sources stay, whether alone or beside it. */
      {{"25n0001: 1=A 2=B", "mine.bib: 2=M 5=N", "26n0001: 1=A"},
       {"25n0001 mine.bib", "^26n0001"},
       "1=A 2=M 5=N",
       ""},
      {{"25n0001: 1=A 2=B", "own.xml: 3=C", "26n0001: 1=A"},
       {"25n0001 own.xml", "^26n0001"},
       "1=A 3=C",
       ""},
      {{"25n0001: 1=A", "mine.bib: 1=M", "26n0001: 1=A"},
       {"25n0001 mine.bib", "^26n0001"},
       "1=A",
       ""},
      {{"25n0001: 1.2=A", "26n0001: 1.1=B"}, {"25n0001", "^26n0001"}, "1=A", ""},
      {{"25n0001: 1=A 2=B", "26n0001: 1=A"}, {"25n0001", "?^26n0001"}, "1=A 2=B", ""},
      {{"mine.bib: 1=M"}, {"^mine.bib"}, "1=M", "refused"},
  };
  ASSERT_LIVES(cases);
}
END_TEST

START_TEST(articles_are_joined) {
  static const life cases[] = {
      {{"a.bib: 1=A", "b.bib: 1@x=B"}, {"a.bib b.bib"}, "1@x=A", ""},
      /* A record with both names shows that two articles are one. */
      {{"a.bib: 1=A", "b.bib: @x=B", "c.bib: 1@x=C"}, {"a.bib b.bib c.bib"}, "1@x=A", ""},
      {{"a.bib: 1=A", "b.bib: @x=B", "c.bib: 1@x=C"}, {"c.bib a.bib b.bib"}, "1@x=C", ""},
      {{"a.bib: 1=A @x=B 1@x=C"}, {"a.bib", "!a.bib"}, "1@x=C", ""},
      /* Distinct names are never joined, directly or through a third record. */
      {{"a.bib: 1@x=A", "b.bib: 2@x=B"}, {"a.bib b.bib"}, "1@x=A 2@x=B", ""},
      {{"a.bib: 1@x=A", "b.bib: 1@y=B"}, {"a.bib b.bib"}, "1@x=A 1@y=B", ""},
      {{"a.bib: 1=A", "b.bib: 2@x=B", "c.bib: 1@x=C"}, {"a.bib b.bib c.bib"}, "1@x=A 2@x=B", ""},
      {{"a.bib: 1@x=A", "b.bib: @y=B", "c.bib: 1@y=C"}, {"a.bib b.bib c.bib"}, "1@x=A 1@y=B", ""},
      /* The same file in two editions. */
      {{"a.bib: 1=A", "a.xml: 1=X"}, {"a.bib a.xml"}, "1=X", ""},
      {{"a.bib: =A =B =A"}, {"a.bib", "!a.bib"}, "=A =B", ""},
  };
  ASSERT_LIVES(cases);
}
END_TEST

/* Sources that are joined lose nothing when they come again. */
START_TEST(joined_sources_are_all_known) {
  lines l;
  lines_open(&l);
  lines_write(&l, "a.bib: 1=A @x=B 1@x=C");
  lines_write(&l, "b.bib: 1=D");
  for (int i = 0; i < 3; i++) {
    call(&l, "!a.bib b.bib");
    ck_assert_int_eq(l.counts.unchanged, i ? 4 : 0);
    ck_assert_int_eq(l.counts.revised, i ? 0 : 2);
  }
  lines_write(&l, "b.bib: 1=E");
  call(&l, "b.bib");
  ck_assert_int_eq(l.counts.revised, 1);
  lines_close(&l);
}
END_TEST

static void copy(const lines *l, const char *from, const char *to) {
  char command[3 * PATH_SIZE];
  snprintf(command, sizeof command, "cp %s/%s %s/%s", l->folder, from, l->folder, to);
  ck_assert_int_eq(system(command), 0);
}

START_TEST(the_ledger_knows_files) {
  lines l;
  lines_open(&l);
  lines_write(&l, "a.bib: 1=A 2=B");
  call(&l, "a.bib");
  ck_assert_int_eq(l.counts.added, 2);
  /* By its path, and by its bytes alone. */
  call(&l, "a.bib");
  ck_assert_int_eq(l.counts.known_files, 1);
  ck_assert_int_eq(l.counts.unchanged, 2);
  copy(&l, "a.bib", "b.bib");
  call(&l, "b.bib");
  ck_assert_int_eq(l.counts.known_files, 1);
  /* Changed, and changed back: what it said first is no longer in the library. */
  copy(&l, "a.bib", "first");
  lines_write(&l, "a.bib: 1=C 2=B");
  call(&l, "a.bib");
  ck_assert_int_eq(l.counts.revised, 1);
  copy(&l, "first", "a.bib");
  call(&l, "a.bib");
  ck_assert_int_eq(l.counts.known_files, 0);
  ck_assert_int_eq(l.counts.revised, 1);
  ck_assert_str_eq(lines_articles(&l), "1=A 2=B");
  lines_close(&l);
}
END_TEST

static void put(const lines *l, const char *name, const char *bytes) {
  char path[PATH_SIZE];
  snprintf(path, sizeof path, "%s/%s", l->folder, name);
  FILE *f = fopen(path, "we");
  ck_assert_ptr_nonnull(f);
  ck_assert(fputs(bytes, f) >= 0);
  ck_assert_int_eq(fclose(f), 0);
}

/* The checksum of "@misc{a,title={A}}" as NLM and as md5sum write it, of other bytes, and none. */
START_TEST(checksums_are_asked) {
  static const struct {
    const char *md5;
    const char *articles;
  } cases[] = {
      {"MD5(a.bib)= 5f51b979ced827ceb0fcd444a1964a53\n", "=A"},
      {"5F51B979CED827CEB0FCD444A1964A53  a.bib\n", "=A"},
      {"MD5(a.bib)= 5f51b979ced827ceb0fcd444a1964a50\n", ""},
      {"MD5(a.bib)= 5f51b979ced827ceb0fcd444a1964a53a\n", ""},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    lines l;
    lines_open(&l);
    put(&l, "a.bib", "@misc{a,title={A}}");
    put(&l, "a.bib.md5", cases[i].md5);
    call(&l, "a.bib a.bib.md5");
    ck_assert_str_eq(lines_articles(&l), cases[i].articles);
    ck_assert_str_eq(l.told, cases[i].articles[0] ? "" : "refused");
    /* A file that was refused is not known. */
    call(&l, "a.bib");
    ck_assert_int_eq(l.counts.known_files, cases[i].articles[0] != 0);
    lines_close(&l);
  }
}
END_TEST

SUITE("ingest/life_cycle", numbered_files_come_in_order, versions_and_deletions,
      baselines_replace_each_other, articles_are_joined, joined_sources_are_all_known,
      the_ledger_knows_files, checksums_are_asked)
