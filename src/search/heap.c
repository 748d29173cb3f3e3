/* A binary heap with the worst article at its root. */
#include "search/heap.h"

#include <stdlib.h>

bool heap_init(heap *h, searcher *x, size_t most, arena *a, error *e) {
  *h = (heap){.x = x, .e = e, .most = most};
  h->items = most ? arena_alloc(a, most * sizeof *h->items) : NULL;
  return h->items || !most || error_memory(e);
}

/* --- Order --- */

static int by_score(const void *one, const void *other) {
  const scored *a = one, *b = other;
  return a->score > b->score ? -1 : a->score < b->score;
}

/* Of the same score. */
static int by_day(const void *one, const void *other) {
  const scored *a = one, *b = other;
  if (a->day != b->day) return a->day > b->day ? -1 : 1;
  return a->id < b->id ? -1 : a->id > b->id;
}

static void read_day(heap *h, scored *s) {
  if (s->day != SCORED_DAY_UNREAD) return;
  s->day = 0;
  if (!h->failed) h->failed = !searcher_day(h->x, s->id, &s->day, h->e);
}

/* Whether `a` comes before `b`. */
static bool is_better(heap *h, scored *a, scored *b) {
  if (a->score != b->score) return a->score > b->score;
  read_day(h, a);
  read_day(h, b);
  return by_day(a, b) < 0;
}

/* --- The heap --- */

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
      if (is_better(h, &h->items[worst], &h->items[child])) worst = child;
    if (worst == at) return;
    swap(h, at, worst);
    at = worst;
  }
}

void heap_offer(heap *h, article_id id, double score) {
  scored candidate = {id, score, SCORED_DAY_UNREAD};
  if (h->count == h->most) {
    if (!h->most || !is_better(h, &candidate, &h->items[0])) return;
    h->items[0] = candidate;
    sink(h, 0);
    return;
  }
  size_t at = h->count++;
  h->items[at] = candidate;
  while (at && is_better(h, &h->items[(at - 1) / 2], &h->items[at])) {
    swap(h, at, (at - 1) / 2);
    at = (at - 1) / 2;
  }
}

/* Articles of the same score stand side by side: these are put in order once more. */
bool heap_sort(heap *h) {
  if (h->count) qsort(h->items, h->count, sizeof *h->items, by_score);
  for (size_t from = 0, end; from < h->count; from = end) {
    for (end = from + 1; end < h->count && h->items[end].score == h->items[from].score; end++)
      ;
    if (end - from == 1) continue;
    for (size_t i = from; i < end; i++) read_day(h, &h->items[i]);
    qsort(h->items + from, end - from, sizeof *h->items, by_day);
  }
  return !h->failed;
}
