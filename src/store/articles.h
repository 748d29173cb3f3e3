/* Records in the store: putting, getting, finding by identifier.
 *
 * An article's number is never used again: a revised article gets a new one, so that what the
 * indexes hold of the old one can be told from the new. */
#ifndef CARREL_STORE_ARTICLES_H
#define CARREL_STORE_ARTICLES_H

#include "store/store.h"

typedef long long article_id;

/* Inserts the record under this number. `file` is the ledger's number of its file, 0 for none.
 * `checksum` is article_checksum's. */
bool article_insert(store *s, article_id id, const record *r, long long file, long long checksum,
                    error *e);
/* Has the record's identifiers lead to this number: article_insert does it, and making the table of
 * identifiers anew. */
bool article_name(store *s, article_id id, const record *r, error *e);
/* Removes the article, whose record is `r`, with its identifiers. */
bool article_remove(store *s, article_id id, const record *r, error *e);
/* Fills a record that record_init has prepared; *found says whether there is such an article. */
bool article_get(store *s, article_id id, record *r, bool *found, error *e);
/* The number and checksum of the article with this identifier; 0 where there is none. */
bool article_find(store *s, identifier id, article_id *found, error *e);
bool article_state(store *s, article_id id, long long *version, long long *checksum, error *e);
/* The largest number in use or once used. */
bool article_last(store *s, article_id *last, error *e);
/* Goes on to the next number in use, from *id = 0 on; *more is false behind the last. */
bool article_next(store *s, article_id *id, bool *more, error *e);
bool article_count(store *s, long long *count, error *e);
/* A number that differs, for all practical purposes, where two records differ in any member. */
long long article_checksum(const record *r, arena *a);

#endif
