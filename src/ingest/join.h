/* What becomes of a record that comes in: a new article, a revision, one more source of an article
 * that is known, a deletion, or nothing new.
 *
 * Rules. An article is known by a PMID, DOI, PMCID or another identifier that makes articles one;
 * a record that names several known articles shows that they are one; two records with distinct
 * PMIDs or distinct DOIs are never one. What a source says replaces what it said before (see
 * ingest/contribution.h). An article of several sources is merged of all of them, the richest
 * format first. A deletion takes away what PubMed's formats say; what other sources say stays. */
#ifndef CARREL_INGEST_JOIN_H
#define CARREL_INGEST_JOIN_H

#include "index/writer.h"
#include "ingest/contribution.h"

typedef struct join {
  store *store;
  index_writer *index; /* NULL: on trial, the indexes stay as they are */
  article_id last;     /* the last number given */
  place place;         /* of the file that is read */
  ingest_counts counts;
  arena scratch;      /* of one record */
  article_row merged; /* of what several sources say of one article */
  bool deletions;     /* a later file of NLM's has ordered deletions */
} join;

/* `trial`: only the articles are changed, which the caller will roll back. */
bool join_init(join *j, store *s, bool trial, error *e);
void join_finish(join *j);
/* Before the records of a file: its place. */
bool join_begin(join *j, const place *p, error *e);
/* Takes a record in, of which row and document have been made; counts what it was. */
bool join_record(join *j, const article_row *row, const document *d, error *e);
/* Takes away what NLM's numbered files before this number say of an article. */
bool join_expire(join *j, article_id id, long long before, error *e);
/* After the records of a file: writes what has been gathered for the indexes. */
bool join_flush(join *j, error *e);
/* How much of what can be gathered there is, from 0 to 1. */
double join_fullness(const join *j);
/* After a rollback: reads anew what the library holds. */
bool join_forget(join *j, error *e);

#endif
