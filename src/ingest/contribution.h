/* What several sources say of one article, and the record that is made of it.
 *
 * A source's statements are one lineage: NLM's formats are one each, wherever the file lies; of
 * others each file name is one. A statement replaces what its lineage said before of the same
 * article, unless that was said later: of a later version of the PMID, in a later file, or further
 * down in the same file. */
#ifndef CARREL_INGEST_CONTRIBUTION_H
#define CARREL_INGEST_CONTRIBUTION_H

#include "ingest/ledger.h"
#include "store/articles.h"

typedef struct said {
  text lineage;
  long long file, checksum;
  record record;
} said;
typedef LIST_OF(said) said_list;

/* A record that comes in. */
typedef struct contribution {
  const record *record; /* with source_file and source_format */
  long long checksum;
  place place;
} contribution;

typedef enum {
  SAID_BEFORE,  /* nothing is new */
  SAID_AGAIN,   /* nothing but that a later one of NLM's files says so: *which is the statement */
  SAID_CHANGED, /* the list has changed */
} said_effect;

/* Adds to the list all that is said of the article, whose record is `known`. */
bool contributions_read(store *s, article_id id, const record *known, arena *a, said_list *all,
                        error *e);
/* Adds what a source says now. */
bool contributions_add(store *s, said_list *all, const contribution *own, arena *a,
                       said_effect *effect, size_t *which, error *e);
/* Takes away what NLM's formats say, but for what files later than this one say. */
bool contributions_retract(store *s, said_list *all, const place *by, error *e);
/* Takes away what NLM's numbered files before this number say. */
bool contributions_expire(store *s, said_list *all, long long before, error *e);
/* The record made of all, richest format first, and the ledger's number of its file. */
void contributions_merge(said_list *all, arena *a, record *merged, long long *file);

/* Writes down what is said of an article, where that is more than its record. */
bool contributions_put(store *s, article_id id, const said_list *all, error *e);
bool contributions_drop(store *s, article_id id, error *e);
/* Of one of several statements: a later file says the same. */
bool contribution_said_again(store *s, article_id id, size_t which, long long file, error *e);

#endif
