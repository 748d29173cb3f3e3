/* The best k of many scored articles. */
#ifndef CARREL_SEARCH_HEAP_H
#define CARREL_SEARCH_HEAP_H

#include "search/score.h"

typedef struct heap {
  scored *items; /* the worst first */
  size_t count, most;
} heap;

/* Room for `most` articles out of the arena. */
bool heap_init(heap *h, size_t most, arena *a);
/* Whether the heap is full and nothing below this score can enter. */
double heap_bound(const heap *h);
void heap_offer(heap *h, scored candidate);
/* Sorts what it holds, best first; it is no heap any more. */
void heap_sort(heap *h);
/* <0 where `a` comes before `b`. */
int scored_compare(const scored *a, const scored *b);

#endif
