/* Links between articles. Private to src/search. */
#ifndef CARREL_SEARCH_LINKED_H
#define CARREL_SEARCH_LINKED_H

#include "search/answers.h"

bool linked_add_outgoing(searcher *x, const record *r, text kind, arena *a, answer *found,
                         error *e);
bool linked_add_incoming(searcher *x, const identifiers *ids, text kind, arena *a, answer *found,
                         error *e);
/* The record with this identifier; where the library does not have it *number is 0 and the record
 * has the identifier only. */
bool linked_find(searcher *x, identifier id, arena *a, article_id *number, record *r, error *e);
/* Sets the total and leaves `limit` hits from `offset` on. */
void answer_cut(answer *found, size_t offset, size_t limit);

#endif
