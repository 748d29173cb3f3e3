/* The best k of many scored articles. */
#ifndef CARREL_SEARCH_HEAP_H
#define CARREL_SEARCH_HEAP_H

#include "search/score.h"

/* The day of an article that no other has been compared with. */
enum { SCORED_DAY_UNREAD = -1 };

typedef struct heap {
  searcher *x; /* tells the day of an article, where another has the same score */
  error *e;
  scored *items; /* the worst first */
  size_t count, most;
  bool failed; /* a day could not be read */
} heap;

/* Room for `most` articles out of the arena. */
bool heap_init(heap *h, searcher *x, size_t most, arena *a, error *e);
/* Whether the heap is full and nothing below this score can enter. */
double heap_bound(const heap *h);
void heap_offer(heap *h, article_id id, double score);
/* Sorts what it holds, best first; it is no heap any more. False with `e` set where a day could not
 * be read. */
bool heap_sort(heap *h);

#endif
