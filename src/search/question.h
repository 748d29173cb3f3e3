/* A text as a ranked question: the terms that its words and headings ask for. */
#ifndef CARREL_SEARCH_QUESTION_H
#define CARREL_SEARCH_QUESTION_H

#include "base/map.h"
#include "search/score.h"

enum {
  QUESTION_TERMS = 1000, /* asked at most: those that are there most often */
  QUESTION_PAIRS = 200,  /* of neighbours */
};

/* Two words of a text with at most stop words between them, as places among its terms. */
typedef struct neighbours {
  size_t first, second;
} neighbours;

typedef struct question {
  searcher *x;
  arena *a;
  scored_terms terms; /* each weighs as often as it is there, times the weight it was added with */
  LIST_OF(neighbours) pairs; /* each once */
  texts unknown;             /* words that the library does not have, each once */
  bool any_words;            /* there were words, stop words perhaps */
  bool left_out;             /* there were more terms than are asked */
  map words;                 /* word -> place among the terms + 1; 0: unknown */
  map places;                /* key of a term -> the same */
} question;

/* An empty question; what it holds lives in `a`. question_finish frees the rest. */
void question_init(question *q, searcher *x, arena *a);
void question_finish(question *q);

/* Adds the words of a text, but for stop words unless they are wanted. */
bool question_add_text(question *q, text typed, bool with_stops, double weight, error *e);
/* Adds a term of the postings by its key, if the library has it. */
bool question_add_term(question *q, text label, text key, double weight, error *e);
/* Cuts the question to QUESTION_TERMS and prepares its terms. */
bool question_prepare(question *q, error *e);

#endif
