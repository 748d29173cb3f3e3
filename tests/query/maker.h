/* Random trees for tests of printing and reading: the same in every run. */
#ifndef CARREL_TESTS_QUERY_MAKER_H
#define CARREL_TESTS_QUERY_MAKER_H

#include "query/tree.h"

typedef struct maker {
  arena *arena;
  unsigned long long state;
} maker;

/* A linear congruential generator (Knuth's MMIX). */
static inline size_t below(maker *m, size_t limit) {
  m->state = m->state * 6364136223846793005u + 1442695040888963407u;
  return (size_t)(m->state >> 33) % limit;
}

static inline bool coin(maker *m) { return below(m, 2) == 1; }

#define PICK(m, list) (list)[below((m), sizeof(list) / sizeof *(list))]

/* A field of that kind that can do all of `can`. */
static inline const field *a_field(maker *m, field_kind kind, unsigned can) {
  for (;;) {
    const field *f = &fields[below(m, field_count)];
    if (f->kind == kind && (f->can & can) == can) return f;
  }
}

static inline text a_word(maker *m) {
  static const char *const words[] = {"her2",    "resistance", "drug-resistance", "naïve",
                                      "o'brien", "TNF-α",      "Breast",          "a1",
                                      "x1:y1",   "IL-6/STAT3"};
  return text_of(PICK(m, words));
}

static inline text some_words(maker *m, size_t count) {
  text all = a_word(m);
  while (--count) all = arena_join(m->arena, all, TEXT(" "), a_word(m));
  return all;
}

/* AND, OR and NOT of what `leaf` makes. */
static inline query *a_tree(maker *m, int depth, query *(*leaf)(maker *)) {
  static const query_kind kinds[] = {QUERY_AND, QUERY_OR, QUERY_NOT};
  if (depth == 0 || below(m, 3) == 0) return leaf(m);
  query *q = query_new(m->arena, PICK(m, kinds));
  for (size_t i = q->kind == QUERY_NOT ? 2 : 2 + below(m, 3); i; i--)
    query_add(m->arena, q, a_tree(m, depth - 1, leaf));
  return q;
}

#endif
