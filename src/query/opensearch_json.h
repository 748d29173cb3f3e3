/* What the writers of OpenSearch's JSON share. */
#ifndef CARREL_QUERY_OPENSEARCH_JSON_H
#define CARREL_QUERY_OPENSEARCH_JSON_H

#include "base/json.h"
#include "query/loss.h"

/* A quoted string; bytes that are not UTF-8 are repaired. */
void dsl_text(rendering *r, text value);
/* `"key":"value"`, with a comma before it where one is needed. */
void dsl_member(rendering *r, const char *key, text value);
/* A QUERY_NEAR in one column, as an `intervals` query. */
void dsl_intervals(rendering *r, const query *near, text column);

#endif
