/* Tags: what stands in square brackets after a term. */
#ifndef CARREL_QUERY_TAG_H
#define CARREL_QUERY_TAG_H

#include "query/scan.h"
#include "query/tree.h"

typedef struct tag {
  const field *field;
  bool no_explode;   /* [mh:noexp] */
  bool near;         /* [tiab:~3] */
  unsigned distance; /* then: 3 */
} tag;

/* The longest distance of proximity that PubMed's guide gives. */
#define TAG_FARTHEST 1000

/* Reads what is inside the brackets; `at` is the place of the bracket. */
bool tag_read(const scope *s, text inside, size_t at, tag *t);

#endif
