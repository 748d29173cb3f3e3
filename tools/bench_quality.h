/* Measuring the quality of ranking on a test collection. */
#ifndef CARREL_TOOLS_BENCH_QUALITY_H
#define CARREL_TOOLS_BENCH_QUALITY_H

#include "search/search.h"

typedef struct quality {
  size_t queries;
  double ndcg_10, map, precision_5, recall_100; /* means over the queries */
} quality;

/* Builds a library of FOLDER/docs.nbib in a new folder below /tmp, ranks FOLDER/queries.tsv and
 * judges the answers by FOLDER/qrels.tsv (query, document, grade; every grade counts as relevant).
 * nDCG with binary gains (Järvelin and Kekäläinen 2002), MAP over the best 1000. */
bool quality_measure(const char *folder, const search_request *request, quality *q, error *e);

#endif
