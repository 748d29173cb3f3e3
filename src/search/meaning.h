/* What words typed side by side can mean: records of MeSH, a journal or a person of the library.
 */
#ifndef CARREL_SEARCH_MEANING_H
#define CARREL_SEARCH_MEANING_H

#include "query/tree.h"
#include "search/searcher.h"

/* Words of a query that stand side by side. */
typedef struct side_by_side {
  query *const *words; /* QUERY_WORDs */
  size_t count;
  text typed; /* all of them with spaces between */
  text key;   /* the same as mesh_key has it */
} side_by_side;

typedef struct meaning {
  mesh_records records;
  const char *field; /* or of which field the words are a value: ta, au, ir; NULL: none */
} meaning;

/* In PubMed's order: terms of MeSH, else journals, by title, abbreviation or ISSN, else authors,
 * else investigators. False with `e` set on failure. */
bool meaning_find(searcher *x, const side_by_side *words, meaning *found, arena *a, error *e);
bool meaning_is_any(const meaning *m);
/* The meaning as a query, an OR of what it is and of the words themselves; see mapping.h. NULL with
 * `e` set on failure. */
query *meaning_query(searcher *x, const side_by_side *words, const meaning *m, arena *a, error *e);

#endif
