/* The nearest name, by edit distance. */
#include "base/nearest.h"

enum { LONGEST = 64 };

/* Edit distance of two short texts (Levenshtein), without regard to ASCII case. */
static size_t distance(text a, text b) {
  size_t row[LONGEST];
  if (a.size >= LONGEST || b.size >= LONGEST) return LONGEST;
  for (size_t j = 0; j <= b.size; j++) row[j] = j;
  for (size_t i = 1; i <= a.size; i++) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size; j++) {
      size_t change = corner + (ascii_lower(a.data[i - 1]) != ascii_lower(b.data[j - 1]));
      corner = row[j];
      size_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
      row[j] = change < least ? change : least;
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
