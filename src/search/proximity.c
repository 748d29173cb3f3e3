/* Sequential dependence (Metzler and Croft 2005): for each two neighbours of the question, how
 * often the one follows the other in title and abstract, and how often both stand within a window,
 * is scored by BM25 like the occurrences of a word. Stop words are passed over, in the question and
 * in the article, so that "resistance to trastuzumab" has neighbours. A pair is at most as frequent
 * among articles as the rarer of its words, whose IDF it gets. Positions come from the text itself,
 * which costs less than asking FTS5 for every pair. */
#include "search/proximity.h"

#include <math.h>

#include "search/heap.h"

enum { WINDOW = 8, BETWEEN_SECTIONS = 50 };
/* What a pair counts beside a word: where it is in order and adjacent, and within the window. */
static const double ADJACENT_WEIGHT = 0.1, WINDOW_WEIGHT = 0.1;

bool proximity_open(proximity *n, const question *q, const score_parameters *p, double share,
                    error *e) {
  bool added, good = true;
  *n = (proximity){.x = q->x, .q = q, .p = p, .share = share};
  map_init(&n->terms);
  arena_init(&n->a);
  for (size_t i = 0; good && q->pairs.count && i < q->terms.count; i++) {
    text stem = term_value(q->terms.items[i].term);
    uint32_t *place = map_put(&n->terms, stem, &added);
    if (stem.size) n->begins[(unsigned char)stem.data[0]] = true;
    good = place || error_memory(e);
    if (good) *place = (uint32_t)i + 1;
  }
  return good;
}

void proximity_close(proximity *n) {
  map_finish(&n->terms);
  arena_finish(&n->a);
}

/* --- Places of words --- */

/* A word of the question in the text. */
typedef struct place {
  uint32_t position, term;
} place;
typedef LIST_OF(place) place_list;

/* A stem begins like its words, which spares stemming most of them. */
static const uint32_t *find_term(const proximity *n, text word) {
  if (!word.size || !n->begins[(unsigned char)word.data[0]]) return NULL;
  return map_find(&n->terms, stemmer_stem(n->x->stemmer, word));
}

/* Adds the places in a text whose first word stands at `position`, and moves that behind it. Of
 * compounds the joined form counts, as in a question. */
static void add_places(proximity *n, text part, uint32_t *position, place_list *places) {
  word next;
  uint32_t covered = 0;
  bool counted = false;
  words_start(n->x->walk, part);
  while (words_next(n->x->walk, &next)) {
    if (next.position < covered) continue;
    if (next.parts > 1) {
      /* The longest joined form comes right after its first part, which it replaces. */
      covered = next.position + next.parts;
      *position -= counted;
      while (places->count && places->items[places->count - 1].position == *position)
        places->count--;
    } else if (word_is_stop(next.text)) {
      counted = false;
      continue;
    }
    const uint32_t *term = find_term(n, next.text);
    if (term) *list_push(&n->a, places) = (place){*position, *term - 1};
    ++*position;
    counted = true;
  }
  *position += BETWEEN_SECTIONS;
}

/* How often the pair is adjacent and in order, and how often the first has the second near. */
static void count_pair(const place_list *places, neighbours pair, unsigned *adjacent,
                       unsigned *near) {
  for (size_t i = 0; i < places->count; i++) {
    const place *one = &places->items[i];
    bool is_near = false;
    if (one->term != pair.first) continue;
    for (size_t k = i; k-- > 0 && one->position - places->items[k].position < WINDOW;)
      is_near = is_near || places->items[k].term == pair.second;
    for (size_t k = i + 1; k < places->count && places->items[k].position - one->position < WINDOW;
         k++) {
      if (places->items[k].term != pair.second) continue;
      is_near = true;
      *adjacent += places->items[k].position == one->position + 1;
    }
    *near += is_near;
  }
}

/* --- Scores --- */

static double saturated(double f, double k) { return f > 0 ? f / (f + k) : 0; }

static double gain(const proximity *n, const place_list columns[2], neighbours pair, double k) {
  const scored_term *first = &n->q->terms.items[pair.first];
  const scored_term *second = &n->q->terms.items[pair.second];
  double adjacent = 0, near = 0;
  for (unsigned c = COLUMN_TITLE; c <= COLUMN_ABSTRACT; c++) {
    unsigned counts[2] = {0};
    count_pair(&columns[c], pair, &counts[0], &counts[1]);
    adjacent += n->p->weights[c] * counts[0];
    near += n->p->weights[c] * counts[1];
  }
  double weight = fmin(first->weight, second->weight);
  double idf = fmax(first->factor / first->weight, second->factor / second->weight);
  return n->share * weight * idf *
         (ADJACENT_WEIGHT * saturated(adjacent, k) + WINDOW_WEIGHT * saturated(near, k));
}

bool proximity_score(proximity *n, article_id id, double *score, arena *a, proximity_gains *gains,
                     error *e) {
  record r;
  bool there;
  place_list columns[2] = {{0}};
  uint32_t positions[2] = {1, 1};
  *score = 0;
  if (!n->q->pairs.count) return true;
  arena_reset(&n->a);
  record_init(&r, &n->a);
  if (!article_prose(n->x->store, id, &r, &there, e)) return false;
  add_places(n, r.title, &positions[COLUMN_TITLE], &columns[COLUMN_TITLE]);
  for (size_t i = 0; i < r.abstract.count; i++)
    add_places(n, r.abstract.items[i].text, &positions[COLUMN_ABSTRACT], &columns[COLUMN_ABSTRACT]);
  double k = score_dampening(n->x, n->p, searcher_length(n->x, id));
  for (size_t i = 0; i < n->q->pairs.count; i++) {
    double one = gain(n, columns, n->q->pairs.items[i], k);
    *score += one;
    if (one > 0 && gains) *list_push(a, gains) = (proximity_gain){n->q->pairs.items[i], one};
  }
  return !arena_failed(&n->a) || error_memory(e);
}

bool proximity_rank(proximity *n, scored_list *best, error *e) {
  size_t depth = best->count < PROXIMITY_DEPTH ? best->count : PROXIMITY_DEPTH;
  heap first = {.x = n->x, .e = e, .items = best->items, .count = depth, .most = depth};
  if (!n->q->pairs.count) return true;
  for (size_t i = 0; i < depth; i++) {
    double more;
    if (!proximity_score(n, best->items[i].id, &more, NULL, NULL, e)) return false;
    best->items[i].score += more;
  }
  return heap_sort(&first);
}
