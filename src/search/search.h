/* Asking the library: every command that answers with articles stands on these functions. */
#ifndef CARREL_SEARCH_SEARCH_H
#define CARREL_SEARCH_SEARCH_H

#include "base/error.h"
#include "model/hit.h"
#include "query/tree.h"
#include "search/parameters.h"

typedef enum {
  SORT_RELEVANCE,
  SORT_DATE,         /* newest first */
  SORT_FIRST_AUTHOR, /* A to Z */
  SORT_JOURNAL,      /* A to Z */
  SORT_PMID,         /* highest first */
} search_sort;

typedef struct search_request {
  size_t limit, offset;
  search_sort sort;
  bool reverse;
  bool plain;      /* `topic`: no feedback */
  bool bare;       /* search_rank: the words alone, neither feedback nor proximity */
  bool explain;    /* fill hit.shares where the answer is ranked */
  bool literal;    /* queries: no term mapping */
  long long after; /* queries: only articles with higher numbers than this one */
  bool snippets;   /* fill hit.snippet and the marks */
  const score_parameters *parameters; /* of queries and topics; NULL: the library's own */
} search_request;

typedef struct answer {
  LIST_OF(hit) hits;
  long long total; /* how many there are in all, before limit and offset */
  texts notices;   /* what the user should know: words that nothing matched, and the like */
} answer;

/* An open library with what searching needs in memory. Borrows the store, which library_open has
 * given. It shows the library as it was when it was opened. */
typedef struct searcher searcher;
searcher *searcher_open(store *s, error *e);
void searcher_close(searcher *x);
/* How the library ranks unless it is told otherwise. */
score_parameters searcher_parameters(const searcher *x);

/* How many articles there are, and the highest number of one. */
typedef struct library_extent {
  long long records, latest;
} library_extent;
library_extent searcher_extent(const searcher *x);

/* Words of a query and what they are taken to mean. */
typedef struct translation {
  text typed;
  const query *meaning;
} translation;
typedef LIST_OF(translation) translations;
/* The query as search_query asks it unless the request is literal: what its untagged words mean in
 * MeSH, as journals and as authors stands in it, as in PubMed's search details. `told` (may be
 * NULL) gets each translation, and then headings stand by their names. NULL with `e` set on
 * failure. */
query *search_translate(searcher *x, const query *q, translations *told, arena *a, error *e);
/* The query with headings by the names that MeSH has for them, for those who are told; otherwise it
 * stays as it is. NULL with `e` set on failure. */
query *search_name_headings(searcher *x, const query *q, arena *a, error *e);

/* All of these fill `found`, whose parts live in `a`; false with `e` set on failure. An ID that is
 * not in the library is ERROR_NONE with *known false where nothing at all is known of it. */
bool search_query(searcher *x, const query *q, const search_request *r, arena *a, answer *found,
                  error *e);
bool search_topic(searcher *x, text words, const search_request *r, arena *a, answer *found,
                  error *e);
/* The same ranking, but the articles' numbers and scores alone: at most offset + limit. */
typedef struct scored {
  long long id;
  double score;
  int day; /* of publication, yyyymmdd; -1: not asked for, since no other article scores the same */
} scored;
typedef LIST_OF(scored) scored_list;
bool search_rank(searcher *x, text words, const search_request *r, arena *a, scored_list *best,
                 error *e);
bool search_show(searcher *x, identifier id, arena *a, answer *found, error *e);
/* Those its source page lists (group "Listed by its source page", origin "page"), then those
 * computed here (group "Computed here", origin "computed"). */
bool search_similar(searcher *x, identifier id, const search_request *r, arena *a, answer *found,
                    bool *known, error *e);
/* Those like a record that need not be in the library; where it is, it is not like itself. */
bool search_similar_to(searcher *x, const record *own, const search_request *r, arena *a,
                       answer *found, error *e);
bool search_citing(searcher *x, identifier id, const search_request *r, arena *a, answer *found,
                   bool *known, error *e);
bool search_references(searcher *x, identifier id, const search_request *r, arena *a, answer *found,
                       bool *known, error *e);
/* Every record in order of its number, for `export` without a query: calls `take` with each. */
bool search_everything(searcher *x, bool (*take)(void *context, const record *r), void *context,
                       error *e);

/* What `stats` tells. */
typedef struct library_stats {
  long long records, stubs, with_abstract, with_mesh, links, identifiers, files;
  long long words, terms, segments, bytes;
  int first_year, last_year;
} library_stats;
bool search_stats(searcher *x, library_stats *stats, error *e);

#endif
