/* What becomes of a record that comes in: a new article, a revision, one more source of an article
 * that is known, a deletion, or nothing new.
 *
 * Rules. An article is known by a PMID, DOI, PMCID or another identifier that makes articles one;
 * two records with distinct PMIDs or distinct DOIs are never one. A record replaces what its own
 * lineage said before (NLM's formats are one lineage each, other formats one for each file name);
 * an older PMID version changes nothing. An article of several lineages is merged of all of them,
 * the richest format first. */
#ifndef CARREL_INGEST_JOIN_H
#define CARREL_INGEST_JOIN_H

#include "index/writer.h"
#include "ingest/ingest.h"

typedef struct join {
  store *store;
  index_writer *index;
  article_id last; /* the last number given */
  long long file;  /* in the ledger */
  ingest_counts counts;
  arena scratch; /* of one record */
  article_row merged; /* of what several sources say of one article */
} join;

bool join_init(join *j, store *s, error *e);
void join_finish(join *j);
/* Takes a record in, of which row and document have been made; counts what it was. */
bool join_record(join *j, const article_row *row, const document *d, error *e);
/* After a rollback: reads anew what the library holds. */
bool join_forget(join *j, error *e);

#endif
