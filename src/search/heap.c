/* A binary heap with the worst article at its root. */
#include "search/heap.h"

#include <stdlib.h>

bool heap_init(heap *h, size_t most, arena *a) {
  *h = (heap){.items = most ? arena_alloc(a, most * sizeof *h->items) : NULL, .most = most};
  return h->items || !most;
}

int scored_compare(const scored *a, const scored *b) {
  if (a->score != b->score) return a->score > b->score ? -1 : 1;
  if (a->day != b->day) return a->day > b->day ? -1 : 1;
  return a->id < b->id ? -1 : a->id > b->id;
}

double heap_bound(const heap *h) {
  if (h->count < h->most) return -1;
  return h->most ? h->items[0].score : 1e300;
}

static void swap(heap *h, size_t a, size_t b) {
  scored kept = h->items[a];
  h->items[a] = h->items[b];
  h->items[b] = kept;
}

static void sink(heap *h, size_t at) {
  for (;;) {
    size_t worst = at;
    for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < h->count; child++)
      if (scored_compare(&h->items[worst], &h->items[child]) < 0) worst = child;
    if (worst == at) return;
    swap(h, at, worst);
    at = worst;
  }
}

void heap_offer(heap *h, scored candidate) {
  if (h->count == h->most) {
    if (!h->most || scored_compare(&candidate, &h->items[0]) >= 0) return;
    h->items[0] = candidate;
    sink(h, 0);
    return;
  }
  size_t at = h->count++;
  h->items[at] = candidate;
  while (at && scored_compare(&h->items[(at - 1) / 2], &h->items[at]) < 0) {
    swap(h, at, (at - 1) / 2);
    at = (at - 1) / 2;
  }
}

static int compare(const void *a, const void *b) { return scored_compare(a, b); }

void heap_sort(heap *h) {
  if (h->count) qsort(h->items, h->count, sizeof *h->items, compare);
}
