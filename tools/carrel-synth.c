/* Writes synthetic PubMed XML for measurements, or queries that go with it.
 *
 *   carrel-synth [--plain] N SEED DIR    N records in files of 30,000, DIR/pubmed26nNNNN.xml.gz
 *   carrel-synth --mesh DIR              a MeSH of the records' headings, as tables in DIR
 *   carrel-synth --queries N SEED        N lines: a number, a tab, 2 to 6 words of a title
 *   carrel-synth --queries-long N SEED   the same with 15 to 40 words
 *
 * The records have PMIDs from 1. A record follows from SEED and its PMID alone: a larger N only
 * adds records. --plain leaves the files unpacked, as .xml. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "synth_article.h"
#include "synth_file.h"
#include "synth_mesh.h"

enum { FILE_RECORDS = 30000, QUERY_PMIDS = 1000000, EXIT_USE = 2 };

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle, 1st January 2026//EN\" "
    "\"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_260101.dtd\">\n"
    "<!-- Synthetic records: nothing here stands for a real study, person or institution. -->\n"
    "<PubmedArticleSet>\n";
static const char foot[] = "</PubmedArticleSet>\n";

typedef struct job {
  lexicon lexicon;
  uint64_t seed;
  uint32_t count;
  const char *folder;
  bool plain;
} job;

/* ---- records --------------------------------------------------------------------------- */

/* One file with the records from `first` to the end of its share. */
static bool file_write(const job *j, uint32_t number, synth_article *s, buffer *b, error *e) {
  char path[4096];
  snprintf(path, sizeof path, "%s/pubmed26n%04u.xml%s", j->folder, number, j->plain ? "" : ".gz");
  synth_file file;
  if (!synth_file_open(&file, path, !j->plain, e)) return false;
  uint32_t first = (number - 1) * FILE_RECORDS + 1, last = first + FILE_RECORDS - 1;
  if (last > j->count) last = j->count;
  synth_file_add(&file, text_of(head));
  for (uint32_t pmid = first; pmid <= last; pmid++) {
    buffer_clear(b);
    article_write(s, &j->lexicon, j->seed, pmid, b);
    synth_file_add(&file, buffer_text(b));
  }
  synth_file_add(&file, text_of(foot));
  if (b->failed || s->head.title.failed || s->cited.title.failed) file.failed = true;
  return synth_file_close(&file, e);
}

static bool folder_make(const job *j, error *e) {
  return mkdir(j->folder, 0777) == 0 || errno == EEXIST ||
         error_set(e, ERROR_SYSTEM, "cannot make %s: %s", j->folder, strerror(errno));
}

static bool records_write(const job *j, error *e) {
  if (!folder_make(j, e)) return false;
  synth_article s = {0};
  buffer b = {0};
  bool fine = true;
  uint32_t files = (j->count + FILE_RECORDS - 1) / FILE_RECORDS;
  for (uint32_t number = 1; fine && number <= files; number++)
    fine = file_write(j, number, &s, &b, e);
  buffer_finish(&b);
  article_finish(&s);
  return fine;
}

/* ---- queries --------------------------------------------------------------------------- */

/* Some words of the title, in their order: each is taken with the chance that leaves as many as
 * wanted. */
static void query_short(const synth_head *h, random_stream *r, buffer *b) {
  uint32_t wanted = random_between(r, 2, 6), left = h->prose.recent_count;
  if (left > PROSE_RECENT) left = PROSE_RECENT;
  for (uint32_t i = 0; wanted > 0 && left > 0; i++, left--) {
    if (random_below(r, left) >= wanted) continue;
    buffer_put(b, " ");
    lexicon_put(h->prose.lexicon, h->prose.recent[i], false, b);
    wanted--;
  }
}

static void query_long(synth_head *h, random_stream *r, buffer *b) {
  h->prose.random = r;
  for (uint32_t left = random_between(r, 15, 40); left > 0; left--) {
    buffer_put(b, " ");
    lexicon_put(h->prose.lexicon, prose_draw(&h->prose), false, b);
  }
}

static bool queries_write(const job *j, bool longer, error *e) {
  synth_head h = {0};
  buffer b = {0};
  for (uint32_t i = 1; i <= j->count; i++) {
    random_stream r = random_open(j->seed, RANDOM_QUERY, i);
    head_fill(&h, &j->lexicon, j->seed, random_between(&r, 1, QUERY_PMIDS));
    buffer_clear(&b);
    if (longer) query_long(&h, &r, &b);
    else query_short(&h, &r, &b);
    text words = text_trim(buffer_text(&b));
    printf("%u\t%.*s\n", i, TEXT_ARG(words));
  }
  bool fine = !b.failed && !h.title.failed;
  head_finish(&h);
  buffer_finish(&b);
  if (!fine) return error_memory(e);
  return fflush(stdout) == 0 || error_set(e, ERROR_SYSTEM, "cannot write the queries");
}

/* ---- arguments ------------------------------------------------------------------------- */

static bool number_read(const char *argument, long long most, long long *number) {
  return text_to_number(text_of(argument), number) && *number >= 0 && *number <= most;
}

static int usage(void) {
  fputs(
      "use: carrel-synth [--plain] N SEED DIR\n"
      "     carrel-synth --mesh DIR\n"
      "     carrel-synth --queries N SEED\n"
      "     carrel-synth --queries-long N SEED\n",
      stderr);
  return EXIT_USE;
}

static bool run(job *j, bool mesh, bool queries, bool longer, error *e) {
  arena a;
  arena_init(&a);
  lexicon_build(&j->lexicon, &a);
  bool fine = arena_failed(&a) ? error_memory(e)
              : mesh           ? folder_make(j, e) && mesh_write(&j->lexicon, j->folder, e)
              : queries        ? queries_write(j, longer, e)
                               : records_write(j, e);
  arena_finish(&a);
  return fine;
}

int main(int count, char **arguments) {
  const char *option = count > 1 && arguments[1][0] == '-' ? arguments[1] : "";
  bool longer = strcmp(option, "--queries-long") == 0;
  bool queries = longer || strcmp(option, "--queries") == 0;
  bool mesh = strcmp(option, "--mesh") == 0;
  job j = {.plain = strcmp(option, "--plain") == 0};
  if (*option && !queries && !mesh && !j.plain) return usage();
  char **rest = arguments + 1 + (*option != 0);
  long long records = 0, seed = 0;
  if (arguments + count - rest != (queries ? 2 : mesh ? 1 : 3)) return usage();
  if (!mesh && !number_read(rest[0], 99999999, &records)) return usage();
  if (!mesh && !number_read(rest[1], INT64_MAX, &seed)) return usage();
  j.count = (uint32_t)records;
  j.seed = (uint64_t)seed;
  j.folder = queries ? NULL : mesh ? rest[0] : rest[2];
  error e = {0};
  if (run(&j, mesh, queries, longer, &e)) return EXIT_SUCCESS;
  fprintf(stderr, "carrel-synth: %s\n", e.message);
  return EXIT_FAILURE;
}
