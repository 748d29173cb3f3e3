/* From numbers of articles and from links to hits. */
#ifndef CARREL_SEARCH_ANSWERS_H
#define CARREL_SEARCH_ANSWERS_H

#include "search/score.h"

/* Adds a hit for an article of the library; rank goes on from the last hit. */
bool answer_add_article(searcher *x, article_id id, double score, arena *a, answer *found,
                        error *e);
/* Adds a hit for the article that a link points to: the one in the library, or a stub that says
 * what the link says. */
bool answer_add_link(searcher *x, const link *l, arena *a, answer *found, error *e);
/* Sorts and cuts a set by anything but relevance. */
bool answer_add_sorted(searcher *x, const set *members, const search_request *r, arena *a,
                       answer *found, error *e);
/* The number of the article with any of these identifiers, 0 where none is in the library. */
bool article_of(searcher *x, const identifiers *ids, article_id *id, error *e);

/* The ranked articles from the request's offset on. */
bool answer_add_ranked(searcher *x, const scored_list *best, const search_request *r, arena *a,
                       answer *found, error *e);
/* Marks the words of the terms in every hit, where the request wants snippets. */
bool answer_mark(searcher *x, const scored_terms *terms, const search_request *r, arena *a,
                 answer *found, error *e);
/* How to rank: as the request says, or as the library does. */
score_parameters request_parameters(const searcher *x, const search_request *r);
/* How many of `all` ranked articles must be known: with --reverse, all of them. */
size_t request_depth(const search_request *r, size_t all);
/* Cuts what was ranked to that depth, turns it around where that is asked, and cuts it behind the
 * last that is shown. */
void request_cut(const search_request *r, size_t depth, scored_list *best);

#endif
