/* One leaf of a query against the library: the set of articles that it finds, and the terms by
 * which they are ranked. */
#ifndef CARREL_SEARCH_LEAF_H
#define CARREL_SEARCH_LEAF_H

#include "query/tree.h"
#include "search/score.h"

/* How much what term mapping has added counts beside what was typed. */
#define LEAF_MAPPED_WEIGHT 0.3

/* What evaluating a query gathers on the way. */
typedef struct evaluation {
  searcher *x;
  arena *a;
  scored_terms *terms; /* NULL: not ranked */
  texts *notices;      /* words that nothing matched, and the like */
  const set *typed;    /* articles with the words typed: what term mapping adds does not score them,
                          so that it finds more and leaves the order of what is found anyhow */
  const set *among;    /* NULL: all; else only articles of it need be found */
  error *e;
} evaluation;

/* Adds the articles that the leaf finds (dead ones among them may be) to the set, which has room
 * for all; and its scored terms. */
bool leaf_evaluate(evaluation *v, const query *leaf, set *found);

/* Has what a leaf found count for ranking, if anything does; `all` must last as long as the arena.
 */
bool leaf_score(evaluation *v, const query *leaf, const matches *all, unsigned column_set);
/* Adds all articles with a term of the postings, in any of these columns (0: it is a value). */
bool leaf_add_postings(evaluation *v, text term, unsigned column_set, set *found);
/* The same for one of many values, whose lists are not kept. *any: becomes true if it has any. */
bool leaf_add_value(evaluation *v, text term, set *found, bool *any);
/* All articles that have a value of the field that is at least `from` and below `end`; *any:
 * whether there is one. */
bool leaf_add_between(evaluation *v, text field, text from, text end, set *found, bool *any);
/* The terms whose text begins so, added to the set as values of the field. */
bool leaf_add_values(evaluation *v, text field, text from, bool whole, set *found, bool *any);

#endif
