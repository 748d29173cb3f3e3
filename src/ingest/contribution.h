/* What several sources say of one article, and the record that is made of it. */
#ifndef CARREL_INGEST_CONTRIBUTION_H
#define CARREL_INGEST_CONTRIBUTION_H

#include "store/articles.h"

typedef struct contribution {
  const record *record; /* with source_file and source_format */
  long long file, checksum;
} contribution;

/* Adds what a source says to what is known. *changed tells whether anything is new; then *merged
 * is the article's record from now on, and lives in `a`. */
bool contributions_join(store *s, article_id id, record *known, const contribution *own, arena *a,
                        record *merged, bool *changed, error *e);
/* The article has a new number. */
bool contributions_move(store *s, article_id from, article_id to, error *e);
bool contributions_drop(store *s, article_id id, error *e);

#endif
