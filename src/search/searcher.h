/* An open library with what searching needs in memory. Private to src/search. */
#ifndef CARREL_SEARCH_SEARCHER_H
#define CARREL_SEARCH_SEARCHER_H

#include "base/map.h"
#include "index/segment.h"
#include "search/remembered.h"
#include "search/search.h"
#include "search/term_list.h"
#include "store/mesh.h"
#include "text/stem.h"
#include "text/words.h"

struct searcher {
  store *store;
  bool reading;  /* has begun a transaction: all that it reads is of one state of the library */
  arena lasting; /* the list of segments, and dates that have been read */
  segments segments;
  set alive; /* all articles */
  words *walk;
  stemmer *stemmer;
  mesh_state mesh;
  struct frequency_table *frequencies; /* src/search/run.c */
  /* Where the lists of the last terms stand: a number in `found` for each. */
  map terms;
  LIST_OF(term_list *) found;
  arena found_memory;
  /* Those of them that have been read, by this question or by those before it. */
  LIST_OF(term_list *) open;
  arena open_memory;
  size_t open_bytes;
  score_parameters parameters;
  arena passing;         /* of one posting list at a time */
  arena ranking;         /* of one ranking */
  remembered remembered; /* leaves of questions that are only counted */
};

/* The first day of publication of an article, yyyymmdd; 0 where unknown. False with `e` set where
 * it cannot be read. */
bool searcher_day(searcher *x, article_id id, int *day, error *e);
/* Reads the dates of all segments. */
bool searcher_read_dates(searcher *x, error *e);
/* Its length in words that count for ranking. */
uint16_t searcher_length(const searcher *x, article_id id);
/* The lists of a term, for each segment; NULL with `e` set on failure. The searcher's, which
 * remembers them: valid until the question is answered. */
term_list *searcher_find(searcher *x, text term, error *e);
/* Opens one of them. Where the searcher keeps much by then, what is read goes to `a`, and the list
 * is a copy there. NULL with `e` set on failure. */
term_list *searcher_open_list(searcher *x, text term, size_t segment, term_list *found, arena *a,
                              error *e);
/* How many articles have a term, the dead among them; false with `e` set on failure. */
bool searcher_count(searcher *x, text term, long long *count, error *e);
/* The term of a word: its stem class, whether the library has it or not. */
text searcher_term(searcher *x, text word, arena *a);
/* Begins a question: forgets what it keeps if that has grown large. */
void searcher_begin(searcher *x);
/* The segment that covers an article, or NULL. */
const segment_row *searcher_segment(const searcher *x, article_id id);

#endif
