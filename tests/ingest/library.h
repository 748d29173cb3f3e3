/* Small files of invented records, taking them in, and what the library then holds.
 *
 * A file is told in one line, "26n0001: 1=A 2@x=B @y=C 1.2=D -3": articles by PMID, version of the
 * PMID, DOI and title, and the order to delete PMID 3. Its name says its format: "26n0001" is NLM's
 * file of that number, "mine.bib" is BibTeX, others are PubMed XML. */
#ifndef CARREL_TESTS_INGEST_LIBRARY_H
#define CARREL_TESTS_INGEST_LIBRARY_H

#include <string.h>

#include "index/check.h"
#include "ingest/ingest.h"
#include "scratch.h"

enum { MOST_PATHS = 16, PATH_SIZE = 256 };

typedef struct lines {
  scratch library;
  const char *folder;
  ingest_counts counts; /* of the last call */
  char told[4096];      /* what the observer was told, "gap|refused|..." */
} lines;

static inline void lines_open(lines *l) {
  *l = (lines){0};
  l->folder = strdup(test_folder());
  scratch_open(&l->library);
}

static inline void lines_close(lines *l) {
  scratch_close(&l->library);
  free((char *)(size_t)l->folder);
}

static inline void lines_path(const lines *l, text name, char path[PATH_SIZE]) {
  bool numbered = name.size == 7 && name.data[2] == 'n';
  snprintf(path, PATH_SIZE, "%s/%s%.*s%s", l->folder, numbered ? "pubmed" : "", TEXT_ARG(name),
           numbered ? ".xml" : "");
}

/* Takes "1.2@x=A" apart; what is not there is empty. */
typedef struct told_article {
  text pmid, version, doi, title;
} told_article;

static inline told_article lines_article(text word) {
  told_article t = {0};
  text ids;
  text_cut(word, TEXT("="), &ids, &t.title);
  text_cut(ids, TEXT("@"), &ids, &t.doi);
  text_cut(ids, TEXT("."), &t.pmid, &t.version);
  return t;
}

static inline void lines_put_xml(FILE *f, text word) {
  if (text_starts(word, TEXT("-"))) {
    fprintf(f, "<DeleteCitation><PMID Version=\"1\">%.*s</PMID></DeleteCitation>\n",
            TEXT_ARG(text_slice(word, 1, word.size)));
    return;
  }
  told_article t = lines_article(word);
  fprintf(f, "<PubmedArticle><MedlineCitation>");
  if (t.pmid.size)
    fprintf(f, "<PMID Version=\"%.*s\">%.*s</PMID>",
            TEXT_ARG(t.version.size ? t.version : TEXT("1")), TEXT_ARG(t.pmid));
  fprintf(f, "<Article><ArticleTitle>%.*s</ArticleTitle></Article></MedlineCitation>",
          TEXT_ARG(t.title));
  if (t.doi.size)
    fprintf(f,
            "<PubmedData><ArticleIdList><ArticleId IdType=\"doi\">10.5555/%.*s</ArticleId>"
            "</ArticleIdList></PubmedData>",
            TEXT_ARG(t.doi));
  fprintf(f, "</PubmedArticle>\n");
}

static inline void lines_put_bibtex(FILE *f, text word) {
  told_article t = lines_article(word);
  fprintf(f, "@article{key,\n  title = {%.*s}", TEXT_ARG(t.title));
  if (t.pmid.size) fprintf(f, ",\n  pmid = {%.*s}", TEXT_ARG(t.pmid));
  if (t.doi.size) fprintf(f, ",\n  doi = {10.5555/%.*s}", TEXT_ARG(t.doi));
  fprintf(f, "\n}\n");
}

/* Writes the file that a line tells. */
static inline void lines_write(lines *l, const char *line) {
  text name, words, word;
  char path[PATH_SIZE];
  text_cut(text_of(line), TEXT(": "), &name, &words);
  lines_path(l, name, path);
  bool bibtex = text_ends(name, TEXT(".bib"));
  FILE *f = fopen(path, "we");
  ck_assert_ptr_nonnull(f);
  if (!bibtex) fprintf(f, "<PubmedArticleSet>\n");
  while (text_take_until(&words, ' ', &word)) (bibtex ? lines_put_bibtex : lines_put_xml)(f, word);
  if (!bibtex) fprintf(f, "</PubmedArticleSet>\n");
  ck_assert_int_eq(fclose(f), 0);
}

static inline void lines_tell(void *context, const error *e, ingest_trouble what) {
  /* clang-format off */
  static const char *const kinds[] = {
      [TROUBLE_RECORD] = "skipped",
      [TROUBLE_FILE] = "refused",
      [TROUBLE_PASSED_OVER] = "passed over",
      [TROUBLE_GAP] = "gap",
      [TROUBLE_ENCODING] = "encoding",
      [TROUBLE_STEP_BACK] = "step back",
  };
  /* clang-format on */
  lines *l = context;
  (void)e;
  size_t used = strlen(l->told);
  snprintf(l->told + used, sizeof l->told - used, "%s%s", used ? "|" : "", kinds[what]);
}

/* Takes in the files whose names are parted by spaces. */
static inline void lines_ingest(lines *l, const char *names, ingest_options options) {
  char paths[MOST_PATHS][PATH_SIZE];
  const char *pointers[MOST_PATHS];
  size_t count = 0;
  text rest = text_of(names), name;
  ingest_observer observer = {.context = l, .diagnosis = lines_tell};
  l->told[0] = 0;
  while (text_take_until(&rest, ' ', &name)) {
    lines_path(l, name, paths[count]);
    pointers[count] = paths[count];
    count++;
  }
  assert_done(&l->library, ingest_paths(l->library.store, pointers, count, &options, &observer,
                                        &l->counts, &l->library.e));
}

/* All articles as they are told above, in order, and where several sources know an article,
 * "*" and how many. */
static inline const char *lines_articles(lines *l) {
  static char all[4096];
  text told[64];
  size_t count = 0;
  article_id id = 0;
  bool more, found;
  arena a;
  arena_init(&a);
  while (article_next(l->library.store, &id, &more, &l->library.e) && more) {
    record r;
    record_init(&r, &a);
    assert_done(&l->library, article_get(l->library.store, id, &r, &found, &l->library.e));
    text doi = record_id(&r, TEXT("doi"));
    if (doi.size) doi = arena_join(&a, TEXT("@"), TEXT(""), text_slice(doi, 8, doi.size));
    told[count++] = arena_printf(&a, "%.*s%.*s=%.*s", TEXT_ARG(record_id(&r, TEXT("pmid"))),
                                 TEXT_ARG(doi), TEXT_ARG(r.title));
  }
  for (size_t i = 1; i < count; i++)
    for (size_t k = i; k && text_compare(told[k], told[k - 1]) < 0; k--) {
      text swap = told[k];
      told[k] = told[k - 1], told[k - 1] = swap;
    }
  all[0] = 0;
  for (size_t i = 0; i < count; i++)
    snprintf(all + strlen(all), sizeof all - strlen(all), "%s%.*s", i ? " " : "",
             TEXT_ARG(told[i]));
  arena_finish(&a);
  return all;
}

static inline void lines_pass(void *context, long long articles) { (void)context, (void)articles; }

/* Nothing is amiss with the library. */
static inline void lines_check(lines *l) {
  arena a;
  check_watch watch = {NULL, lines_pass};
  texts faults = {0};
  arena_init(&a);
  assert_done(&l->library, library_check(l->library.store, &watch, &a, &faults, &l->library.e));
  ck_assert_msg(!faults.count, "%.*s", TEXT_ARG(faults.items[0]));
  arena_finish(&a);
}

#endif
