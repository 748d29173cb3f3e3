/* Writing the indexes: articles in and out, within the store's transaction.
 *
 * What is added is gathered in memory and becomes a segment when index_writer_flush is called (or
 * when a segment is full). Flush before every commit; after a rollback, call index_writer_forget.
 */
#ifndef CARREL_INDEX_WRITER_H
#define CARREL_INDEX_WRITER_H

#include "index/numbering.h"
#include "index/index.h"
#include "store/articles.h"

typedef struct index_writer index_writer;

/* Borrows the store. NULL with `e` set on failure. */
index_writer *index_writer_open(store *s, error *e);
void index_writer_close(index_writer *w);
/* For giving numbers to documents ahead (index/numbering.h), in another thread. */
dictionary *index_writer_dictionary(index_writer *w);
/* Numbers must rise from call to call. */
bool index_writer_add(index_writer *w, article_id id, const document *d, error *e);
/* The same for a record of which no document has been made. */
bool index_writer_add_record(index_writer *w, article_id id, const record *r, error *e);
bool index_writer_remove(index_writer *w, article_id id, error *e);
bool index_writer_flush(index_writer *w, error *e);
void index_writer_forget(index_writer *w);

/* How much of what can be gathered there is, from 0 to 1. */
double index_writer_fullness(const index_writer *w);

#endif
