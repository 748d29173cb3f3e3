/* Evaluating a query by brute force: over the decoded records themselves, one after the other, by
 * the plainest code. It shares the tree, folding, word splitting and stems with the library, and
 * nothing of the index or of searching. */
#ifndef CARREL_TESTS_SEARCH_BRUTE_H
#define CARREL_TESTS_SEARCH_BRUTE_H

#include <string.h>

#include "base/map.h"
#include "model/record.h"
#include "query/tree.h"
#include "support.h"
#include "text/stem.h"
#include "text/words.h"

/* A word of a record, or a joined form, where it stands. */
typedef struct token {
  uint32_t word, position;
  unsigned part; /* of the record: no phrase goes from one part to another */
  char place;    /* see brute_text.h */
} token;

typedef struct brute_record {
  record r;
  LIST_OF(token) tokens;
} brute_record;

/* A heading of MeSH: its name and its one entry term, folded, and where it stands in the trees. */
typedef struct brute_heading {
  text name, term;
  texts places;
} brute_heading;

/* One word of a query, and of every word of the records whether it is that. */
typedef struct brute_word {
  int how;
  text text;
  bool *is;
} brute_word;
typedef LIST_OF(brute_word) brute_phrase;

typedef struct brute {
  arena a, asked; /* of the records; of the query under way */
  LIST_OF(struct brute_spelling {
    const query *q;
    brute_phrase p;
  })
  spelled;
  map numbers; /* of words */
  texts words, stems;
  map folds; /* of values, to places in: */
  texts folded;
  map ids; /* of records that have been taken */
  LIST_OF(brute_record *) records;
  LIST_OF(brute_heading) mesh;
  struct words *walk;
  stemmer *stemmer;
} brute;

static inline void brute_open(brute *b) {
  *b = (brute){.walk = words_create(), .stemmer = stemmer_create()};
  arena_init(&b->a);
  arena_init(&b->asked);
  map_init(&b->numbers);
  map_init(&b->folds);
  map_init(&b->ids);
}

static inline void brute_close(brute *b) {
  words_destroy(b->walk);
  stemmer_destroy(b->stemmer);
  map_finish(&b->numbers);
  map_finish(&b->folds);
  map_finish(&b->ids);
  arena_finish(&b->a);
  arena_finish(&b->asked);
}

/* Before each query. */
static inline void brute_forget(brute *b) {
  arena_reset(&b->asked);
  b->spelled.items = NULL;
  b->spelled.count = b->spelled.capacity = 0;
}

/* A text folded as values are. Each is worked out once. */
static inline text brute_fold(brute *b, text shown) {
  bool added;
  buffer folded = {0};
  uint32_t *place = map_put(&b->folds, shown, &added);
  ck_assert(place != NULL);
  if (!added) return b->folded.items[*place];
  *place = (uint32_t)b->folded.count;
  words_fold(&folded, shown, "");
  text result = arena_text(&b->a, buffer_text(&folded));
  *list_push(&b->a, &b->folded) = result;
  buffer_finish(&folded);
  return result;
}

/* Of one record. */
static inline bool brute_matches(brute *b, const query *q, const brute_record *r);

#include "brute_text.h"
#include "brute_value.h"

static inline bool brute_matches_all(brute *b, const query *q, const brute_record *r) {
  for (size_t i = 0; i < q->items.count; i++)
    if (!q->items.items[i]->stop && !brute_matches(b, q->items.items[i], r)) return false;
  return true;
}

static inline bool brute_matches(brute *b, const query *q, const brute_record *r) {
  switch (q->kind) {
    case QUERY_ALL:
      return true;
    case QUERY_NOTHING:
      return false;
    case QUERY_AND:
    case QUERY_RUN:
      return brute_matches_all(b, q, r);
    case QUERY_OR:
      for (size_t i = 0; i < q->items.count; i++)
        if (brute_matches(b, q->items.items[i], r)) return true;
      return false;
    case QUERY_NOT:
      return brute_matches(b, q->items.items[0], r) && !brute_matches(b, q->items.items[1], r);
    case QUERY_VALUE:
    case QUERY_RANGE:
      return brute_value(b, q, r);
    default:
      return brute_text(b, q, r);
  }
}

#endif
