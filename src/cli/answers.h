/* Asking and printing what was found: what the commands that answer with articles share. Each of
 * these opens the library, asks in batches, so that any number of articles fits into memory,
 * prints, and says what there is to say. */
#ifndef CARREL_CLI_ANSWERS_H
#define CARREL_CLI_ANSWERS_H

#include "cli/asking.h"

/* How an answer is printed unless the user says otherwise. */
typedef struct answer_form {
  size_t limit;       /* how many articles */
  const char *format; /* NULL: text */
  bool whole;         /* whole records */
} answer_form;

/* Lists of ranked articles show this many. */
#define ANSWER_LIST ((answer_form){.limit = 20})
/* Lists that have an end by themselves are shown to it. */
#define ANSWER_ALL ((answer_form){.limit = SETTINGS_ALL})

/* A query or a strategy. Of a strategy the count of each line is told, too; with --count that is
 * the answer. The search goes into the history. */
exit_status answers_query(const call *c, asking *q, answer_form form);
/* Of what a saved search finds, the articles that have come since it was run last. */
exit_status answers_new(const call *c, asking *q, text name, answer_form form);
/* Free text. */
exit_status answers_topic(const call *c, text words, answer_form form);
/* What is like a record from outside. */
exit_status answers_similar_to(const call *c, const record *own, answer_form form);
/* The article that the only argument names. */
typedef bool answers_search(searcher *x, identifier id, const search_request *r, arena *a,
                            answer *found, bool *known, error *e);
exit_status answers_linked(const call *c, answers_search *search, answer_form form);

#endif
