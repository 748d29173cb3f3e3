/* Measuring the quality of ranking on a test collection. */
#ifndef CARREL_TOOLS_BENCH_QUALITY_H
#define CARREL_TOOLS_BENCH_QUALITY_H

#include "search/search.h"

/* What is measured. */
typedef struct quality_question {
  const char *folder;     /* docs.nbib, queries.tsv and qrels.tsv are there */
  search_request request; /* how to ask; its limit does not matter */
  bool similar;           /* articles ask for similar ones, instead of queries for articles */
  bool texts;             /* the same, by their titles and abstracts as topics */
} quality_question;

typedef struct quality {
  size_t queries;
  double ndcg_10, map, precision_5, precision_10, recall_100; /* means over the queries */
} quality;

/* Builds a library of docs.nbib in a new folder below /tmp, ranks queries.tsv and judges the
 * answers by qrels.tsv (query, document, grade; every grade counts as relevant). With `similar` or
 * `texts` each relevant document is a query, and the others that are relevant to the same topic are
 * what it should find. nDCG with binary gains (Järvelin and Kekäläinen 2002); MAP over the best
 * 1000, of similar articles over the best 100. */
bool quality_measure(const quality_question *question, quality *q, error *e);

#endif
