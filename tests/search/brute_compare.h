/* Asking the library and brute force alike; the sets of records that this is done with. */
#ifndef CARREL_TESTS_SEARCH_BRUTE_COMPARE_H
#define CARREL_TESTS_SEARCH_BRUTE_COMPARE_H

#include "brute_mesh.h"
#include "search/evaluate.h"

enum { DIFFERENCES_SHOWN = 8 };

/* The numbers of the articles that only one of the two has. */
static inline text brute_difference(const set *one, const set *other, arena *a) {
  text all = {"", 0};
  size_t shown = 0;
  for (uint64_t id = set_next(one, 0); id != SET_END; id = set_next(one, id + 1))
    if (!set_has(other, id) && shown++ < DIFFERENCES_SHOWN)
      all = arena_printf(a, "%.*s %llu", TEXT_ARG(all), (unsigned long long)id);
  return all.size ? all : TEXT(" none");
}

static inline void brute_compare(brute_library *l, searcher *x, const query *q, bool ranked,
                                 arena *a) {
  set expected = {0}, found = {0};
  scored_terms terms = {0};
  evaluation v = {.x = x, .a = a, .terms = ranked ? &terms : NULL, .e = &l->s.e};
  ck_assert(set_reserve(&expected, l->b.records.count + 1));
  brute_forget(&l->b);
  for (size_t i = 0; i < l->b.records.count; i++)
    if (brute_matches(&l->b, q, l->b.records.items[i])) set_add(&expected, i + 1);
  ck_assert_msg(evaluate_query(&v, q, &found), "%.*s: %s", TEXT_ARG(query_print(q, a)),
                l->s.e.message);
  text missing = brute_difference(&expected, &found, a),
       more = brute_difference(&found, &expected, a);
  ck_assert_msg(text_equal(missing, TEXT(" none")) && text_equal(more, TEXT(" none")),
                "%.*s\n  not found:%.*s\n  found:%.*s", TEXT_ARG(query_print(q, a)),
                TEXT_ARG(missing), TEXT_ARG(more));
  set_finish(&expected);
  set_finish(&found);
}

/* ---- Sets of records ---- */

static inline void brute_read_corpus(brute_library *l) {
  static const char *const files[] = {"clinic.nbib", "genomes-infection-imaging.xml.gz",
                                      "laboratory.nbib", "oncology-cardiology-airways.xml",
                                      "revised.xml"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/corpus/%s", getenv("CARREL_SOURCE"), files[i]);
    brute_read_file(l, path, SIZE_MAX);
  }
}

/* The real records; some of each file, so that there are many kinds. False without the data. */
static inline bool brute_read_shared(brute_library *l, size_t most) {
  static const char *const files[] = {"pubmed-xml/net-synergy/pubmed21n0001.xml.gz",
                                      "pubmed-xml/net-synergy/pubmed21n1000.xml.gz",
                                      "pubmed-xml/net-synergy/pubmed21n1003.xml.gz",
                                      "pubmed-xml/net-synergy/pubmed21n1005.xml.gz",
                                      "pubmed-xml/tipplerow/pubmed_sample.xml",
                                      "pubmed-xml/tipplerow/pubmed20n1203.xml.gz",
                                      "pubmed-xml/biopython/pubmed2.xml",
                                      "bibliographies/IEBH_RefLib/blue-light.nbib",
                                      "bibliographies/NIME/nime2010.bib"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    const char *path = shared_data(files[i]);
    if (!path) return false;
    brute_read_file(l, path, most);
  }
  return true;
}

#endif
