/* The nearest name, by edit distance. */
#include "base/nearest.h"

enum { LONGEST = 64 };

static bool same(text a, size_t i, text b, size_t j) {
  return ascii_lower(a.data[i]) == ascii_lower(b.data[j]);
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Edit distance of two short texts, without regard to ASCII case: letters put in, left out, changed
 * or swapped with the next (Damerau 1964, as "optimal string alignment"). */
static size_t distance(text a, text b) {
  size_t rows[3][LONGEST];
  if (a.size >= LONGEST || b.size >= LONGEST) return LONGEST;
  size_t *before = rows[0], *last = rows[1], *row = rows[2];
  for (size_t j = 0; j <= b.size; j++) row[j] = j;
  for (size_t i = 1; i <= a.size; i++) {
    size_t *oldest = before;
    before = last, last = row, row = oldest;
    row[0] = i;
    for (size_t j = 1; j <= b.size; j++) {
      row[j] = least(last[j - 1] + !same(a, i - 1, b, j - 1), least(last[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1))
        row[j] = least(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size];
}

/* Whether the spelling is what was typed with letters put in. */
static bool fills(text spelling, text typed) {
  size_t at = 0;
  for (size_t i = 0; i < spelling.size && at < typed.size; i++)
    at += ascii_lower(spelling.data[i]) == ascii_lower(typed.data[at]);
  return at == typed.size;
}

nearest nearest_to(text typed) { return (nearest){typed, NULL, typed.size < 4 ? 4 : 6}; }

void nearest_offer(nearest *n, text spelling, const char *name) {
  if (!spelling.size) return;
  size_t far = 2 * distance(spelling, n->typed);
  /* A name that was not typed to its end. */
  if (far > 2 && n->typed.size >= 3 && text_starts_nocase(spelling, n->typed)) far = 2;
  /* Letters are left out more often than mistyped. */
  if (far && fills(spelling, n->typed)) far--;
  if (far >= n->distance) return;
  n->distance = far;
  n->name = name;
}
