/* A tree in OpenSearch's query language (also Elasticsearch's), as JSON.
 *
 * Source: OpenSearch documentation, "Query DSL". The index that is asked is taken to have a text
 * field for every column of ours (title, abstract, keywords, mesh, names, journal, affiliations,
 * other), a keyword field named by its short tag for every other field (la, pt, mh ...), date
 * fields for dates, and for those that explode a field of the same name with .exploded behind,
 * which holds a record's headings and all above them. */
#ifndef CARREL_QUERY_OPENSEARCH_H
#define CARREL_QUERY_OPENSEARCH_H

#include "query/tree.h"

/* `{"query":{...}}` on one line. Adds to `lost` (which may be NULL) what it cannot say. */
text query_to_opensearch(const query *q, arena *a, texts *lost);

#endif
