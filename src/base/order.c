/* Quicksort on eight bytes at a time (Bentley and Sedgewick 1997, with the bytes kept beside the
 * numbers): comparing touches the texts themselves once for every eight bytes that are equal. */
#include "base/order.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 12 };

typedef struct place {
  uint64_t bytes; /* the next eight of the text, the first the highest, zeros behind its end */
  uint32_t number;
} place;

static uint64_t bytes_at(text t, size_t depth) {
  uint64_t bytes = 0;
  size_t left = t.size > depth ? t.size - depth : 0;
  if (left) memcpy(&bytes, t.data + depth, left < sizeof bytes ? left : sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  bytes = __builtin_bswap64(bytes);
#endif
  return bytes;
}

/* What follows the eight bytes that are equal. */
static int compare_rest(const text *texts, const place *a, const place *b, size_t depth) {
  text x = texts[a->number], y = texts[b->number];
  size_t skip = depth + sizeof a->bytes;
  text rest_x = {x.data + (x.size < skip ? x.size : skip), x.size < skip ? 0 : x.size - skip};
  text rest_y = {y.data + (y.size < skip ? y.size : skip), y.size < skip ? 0 : y.size - skip};
  if (rest_x.size || rest_y.size) return text_compare(rest_x, rest_y);
  return x.size < y.size ? -1 : x.size > y.size; /* zero bytes in texts */
}

static bool is_before(const text *texts, const place *a, const place *b, size_t depth) {
  if (a->bytes != b->bytes) return a->bytes < b->bytes;
  return compare_rest(texts, a, b, depth) < 0;
}

static void insert_sort(place *places, size_t count, const text *texts, size_t depth) {
  for (size_t i = 1; i < count; i++) {
    place moved = places[i];
    size_t at = i;
    for (; at && is_before(texts, &moved, &places[at - 1], depth); at--)
      places[at] = places[at - 1];
    places[at] = moved;
  }
}

static void swap(place *a, place *b) {
  place kept = *a;
  *a = *b;
  *b = kept;
}

static uint64_t middle_of(uint64_t a, uint64_t b, uint64_t c) {
  if (a < b) return b < c ? b : a < c ? c : a;
  return a < c ? a : b < c ? c : b;
}

/* Those that are equal so far go on with the next eight bytes, or are in order where none has. */
static bool deepen(place *places, size_t count, const text *texts, size_t *depth) {
  bool more = false;
  *depth += sizeof places->bytes;
  for (size_t i = 0; i < count; i++) {
    text t = texts[places[i].number];
    places[i].bytes = bytes_at(t, *depth);
    more = more || t.size > *depth;
  }
  return more;
}

static void sort(place *places, size_t count, const text *texts, size_t depth) {
  while (count > FEW) {
    uint64_t pivot = middle_of(places[0].bytes, places[count / 2].bytes, places[count - 1].bytes);
    size_t low = 0, at = 0, high = count;
    while (at < high) {
      if (places[at].bytes < pivot) swap(&places[low++], &places[at++]);
      else if (places[at].bytes > pivot) swap(&places[at], &places[--high]);
      else at++;
    }
    sort(places, low, texts, depth);
    sort(places + high, count - high, texts, depth);
    places += low;
    count = high - low;
    if (!deepen(places, count, texts, &depth)) break;
  }
  insert_sort(places, count, texts, depth);
}

bool order_by_text(uint32_t *numbers, size_t count, const text *texts) {
  place *places = malloc((count + 1) * sizeof *places);
  if (!places) return false;
  for (size_t i = 0; i < count; i++)
    places[i] = (place){bytes_at(texts[numbers[i]], 0), numbers[i]};
  sort(places, count, texts, 0);
  for (size_t i = 0; i < count; i++) numbers[i] = places[i].number;
  free(places);
  return true;
}
