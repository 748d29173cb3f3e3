/* What the suites of the PubMed XML reader share: parts of invented records and what they become.
 */
#ifndef CARREL_TESTS_READ_PUBMED_XML_CASES_H
#define CARREL_TESTS_READ_PUBMED_XML_CASES_H

#include <string.h>

#include "read/records.h"

/* A part of a record, and a piece of its JSON in which ' stands for "; behind ! one that must not
 * be in it. */
typedef struct part_case {
  const char *xml, *json;
} part_case;

/* Reads `before` part `after` and checks that the JSON holds the piece. */
static inline void check_part(const char *before, const part_case *c, const char *after) {
  arena a;
  arena_init(&a);
  text xml = arena_printf(&a, "%s%s%s", before, c->xml, after);
  text json = read_as_json(&pubmed_xml_reader, xml, &a);
  bool wanted = *c->json != '!';
  char *piece = (char *)(size_t)arena_string(&a, text_of(c->json + !wanted));
  for (char *quote; (quote = strchr(piece, '\'')) != NULL;) *quote = '"';
  bool found = text_find(json, text_of(piece)) != TEXT_NONE;
  ck_assert_msg(found == wanted, "%s\ngave %.*s\n%s %s", c->xml, TEXT_ARG(json),
                wanted ? "without" : "with", piece);
  arena_finish(&a);
}

static inline void check_parts(const char *before, const part_case *cases, size_t count,
                               const char *after) {
  for (size_t i = 0; i < count; i++) check_part(before, &cases[i], after);
}

#define COUNT(cases) (sizeof cases / sizeof *cases)

/* What stands around a part of MedlineCitation, of Article, of PubmedData, and of a title. */
#define CITATION_BEFORE                                               \
  "<?xml version='1.0'?>\n<PubmedArticleSet>\n<PubmedArticle>"        \
  "<MedlineCitation Status='MEDLINE' Owner='NLM'><PMID Version='1'>1" \
  "</PMID>"
#define CITATION_AFTER "</MedlineCitation></PubmedArticle></PubmedArticleSet>\n"
#define ARTICLE_BEFORE CITATION_BEFORE "<Article PubModel='Print'>"
#define ARTICLE_AFTER "</Article>" CITATION_AFTER
#define DATA_BEFORE CITATION_BEFORE "</MedlineCitation><PubmedData>"
#define DATA_AFTER "</PubmedData></PubmedArticle></PubmedArticleSet>"
#define TITLE_BEFORE ARTICLE_BEFORE "<ArticleTitle>"
#define TITLE_AFTER "</ArticleTitle>" ARTICLE_AFTER

#define CHECK_CITATION(cases) check_parts(CITATION_BEFORE, cases, COUNT(cases), CITATION_AFTER)
#define CHECK_ARTICLE(cases) check_parts(ARTICLE_BEFORE, cases, COUNT(cases), ARTICLE_AFTER)
#define CHECK_DATA(cases) check_parts(DATA_BEFORE, cases, COUNT(cases), DATA_AFTER)
#define CHECK_TITLE(cases) check_parts(TITLE_BEFORE, cases, COUNT(cases), TITLE_AFTER)

#endif
