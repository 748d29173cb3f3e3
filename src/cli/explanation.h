/* What there is to tell of a query, and printing it. */
#ifndef CARREL_CLI_EXPLANATION_H
#define CARREL_CLI_EXPLANATION_H

#include "cli/asking.h"
#include "write/layout.h"

/* One part of the query. */
typedef struct part {
  size_t depth;
  text words;
  long long count;
} part;

typedef struct explanation {
  text typed;
  text dialect; /* the language it was read in */
  text tree;
  translations translations; /* what untagged words were taken to mean */
  text pubmed;               /* the whole query as it is run, in PubMed's language */
  text details;              /* the same with its tags spelled out */
  LIST_OF(part) parts;       /* each before what it is made of */
  texts notes;
} explanation;

/* Fills it from a query that has been read; `typed`, `dialect` and notes are the caller's. */
bool explanation_fill(const call *c, searcher *x, const strategy_line *line, explanation *to,
                      error *e);

/* For printer_form: `context` is an explanation. */
void explanation_write_text(output *out, const void *context);
void explanation_write_json(output *out, const void *context);

#endif
