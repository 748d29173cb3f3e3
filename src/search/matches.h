/* What the full-text index finds: phrases, truncations and proximity, with the occurrences of each
 * article as a code (index/posting.h). */
#ifndef CARREL_SEARCH_MATCHES_H
#define CARREL_SEARCH_MATCHES_H

#include "search/near.h"
#include "search/searcher.h"

typedef struct match {
  article_id id;
  uint16_t code;
} match;
/* In order of their numbers. */
typedef LIST_OF(match) matches;

/* Registers what matches_find needs with the store's connection. */
bool matches_register(store *s, error *e);
/* Runs an FTS5 expression that the caller has assembled out of folded words. With `near` only
 * articles count in which its items are near each other. */
bool matches_find(store *s, text expression, const nearness *near, arena *a, matches *found,
                  error *e);

/* The same for these articles alone, one by one. */
bool matches_find_among(store *s, text expression, const nearness *near, const set *among, arena *a,
                        matches *found, error *e);

/* Assembling expressions: a quoted phrase of folded words, `{title abstract} : `. */
void expression_add_columns(buffer *b, unsigned column_set);
void expression_add_phrase(buffer *b, const texts *words, bool truncated);

#endif
