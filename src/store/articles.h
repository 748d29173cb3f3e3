/* Records in the store: putting, getting, finding by identifier.
 *
 * An article's number is never used again: a revised article gets a new one, so that what the
 * indexes hold of the old one can be told from the new. */
#ifndef CARREL_STORE_ARTICLES_H
#define CARREL_STORE_ARTICLES_H

#include "base/buffer.h"
#include "store/store.h"

typedef long long article_id;

/* How many members a record has, see model/members.h. */
enum { ARTICLE_MEMBERS = 50 };

/* A record as it goes into the table: encoded once, for telling whether it is new and for storing
 * it. Keep one and fill it again: its memory is reused. A zeroed row is an empty one. */
typedef struct article_row {
  const record *record;
  buffer lists;                 /* the JSON of the list members, one after the other */
  size_t ends[ARTICLE_MEMBERS]; /* of each member's JSON in `lists` */
  /* Differs, for all practical purposes, where two records differ in more than their line. */
  long long checksum;
} article_row;

/* Encodes the record, which is borrowed until the next call. */
bool article_row_fill(article_row *row, const record *r, error *e);
void article_row_finish(article_row *row);
/* Inserts it under this number. `file` is the ledger's number of its file, 0 for none. */
bool article_insert(store *s, article_id id, const article_row *row, long long file, error *e);
/* Has the record's identifiers lead to this number: article_insert does it, and making the table of
 * identifiers anew. */
bool article_name(store *s, article_id id, const record *r, error *e);
/* Removes the article, whose record is `r`, with its identifiers. */
bool article_remove(store *s, article_id id, const record *r, error *e);
/* Fills a record that record_init has prepared; *found says whether there is such an article. */
bool article_get(store *s, article_id id, record *r, bool *found, error *e);
/* The same, but its title and abstract alone, in a fraction of the time. */
bool article_prose(store *s, article_id id, record *r, bool *found, error *e);
/* Fills the members alone whose words are ranked. */
bool article_ranked(store *s, article_id id, record *r, bool *found, error *e);
/* The number of the article with this identifier; 0 where there is none. */
bool article_find(store *s, identifier id, article_id *found, error *e);
/* The ledger's number of the article's file, and its checksum. */
bool article_state(store *s, article_id id, long long *file, long long *checksum, error *e);
/* A later file says the same of it. */
bool article_said_again(store *s, article_id id, long long file, long long line, error *e);
/* The largest number in use or once used. */
bool article_last(store *s, article_id *last, error *e);
/* Goes on to the next number in use, from *id = 0 on; *more is false behind the last. */
bool article_next(store *s, article_id *id, bool *more, error *e);
bool article_count(store *s, long long *count, error *e);

#endif
