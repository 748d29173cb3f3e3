/* Rows of the indexes on their way into the library: written at once by whoever has the store, or
 * handed over to it by a thread that has not. */
#ifndef CARREL_INDEX_ROWS_H
#define CARREL_INDEX_ROWS_H

#include "index/handover.h"
#include "store/store.h"

/* A row's statement and what is bound to it, in this order. */
typedef struct index_row {
  statement_name statement;
  long long id;
  enum { KEY_NONE, KEY_BLOB, KEY_TEXT } key_kind;
  text key;
  bool is_number; /* what comes last: */
  long long number;
  text bytes;
} index_row;

typedef struct row_sink {
  store *store;   /* NULL: rows are handed over */
  handover *to;   /* to whoever calls rows_put */
  buffer waiting; /* for that */
} row_sink;

/* A sink can be started again and again; zeroed it has no memory. */
void row_sink_start(row_sink *s, store *store, handover *to);
void row_sink_finish(row_sink *s);
bool row_sink_put(row_sink *s, const index_row *r, error *e);
/* Hands over what is left. */
void row_sink_end(row_sink *s);

/* Writes rows that were handed over. */
bool rows_put(store *s, text rows, error *e);

#endif
