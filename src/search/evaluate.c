/* From the tree to a set: leaves find, AND, OR and NOT combine. */
#include "search/evaluate.h"

#include "search/filter.h"

static bool evaluate(evaluation *v, const query *q, set *found);

/* What is right of NOT is no reason to rank an article. */
static bool evaluate_silent(evaluation *v, const query *q, set *found) {
  scored_terms *kept = v->terms;
  v->terms = NULL;
  bool good = evaluate(v, q, found);
  v->terms = kept;
  return good;
}

/* Stop words of a run, and phrases that find nothing that is not found beside them. */
static bool is_left_out(const query *parent, const query *item) {
  if (parent->kind == QUERY_RUN) return item->stop;
  return parent->kind == QUERY_OR && item->implied;
}

/* Whether it is an OR that term mapping has made. */
static bool is_mapped(const query *q) {
  for (size_t i = 0; i < q->items.count; i++)
    if (q->items.items[i]->mapped) return true;
  return false;
}

/* Evaluates the items of an OR that term mapping has added, or has not. */
static bool unite_items(evaluation *v, const query *q, bool mapped, set *found) {
  for (size_t i = 0; i < q->items.count; i++) {
    const query *item = q->items.items[i];
    if (is_left_out(q, item) || item->mapped != mapped) continue;
    set other = {0};
    bool good = evaluate(v, item, &other) && (set_unite(found, &other) || error_memory(v->e));
    set_finish(&other);
    if (!good) return false;
  }
  return true;
}

/* What was typed comes first: it decides what the rest may score. Words that are not in the library
 * are not worth a notice where what they mean is. */
static bool evaluate_or(evaluation *v, const query *q, set *found) {
  set typed = {0};
  const set *kept = v->typed;
  size_t notices = v->notices ? v->notices->count : 0;
  if (!unite_items(v, q, false, found)) return false;
  bool good = set_copy(&typed, found) || error_memory(v->e);
  v->typed = &typed;
  good = good && unite_items(v, q, true, found);
  v->typed = kept;
  if (v->notices && is_mapped(q) && set_next(found, 0) != SET_END) v->notices->count = notices;
  set_finish(&typed);
  return good;
}

/* --- All of several --- */

/* What an item of an AND gathers. It is put where the item stands, whenever it was evaluated. */
typedef struct gathered {
  const query *item;
  scored_terms terms;
  texts notices;
} gathered;

/* How much work an item is: dates and posting lists are little, asking the text index is more. */
static unsigned work_of(const query *q) {
  unsigned most = 0;
  switch (q->kind) {
    case QUERY_ALL:
    case QUERY_NOTHING:
    case QUERY_WORD:
    case QUERY_VALUE:
      return 0;
    case QUERY_RANGE:
      return 1;
    case QUERY_PHRASE:
    case QUERY_EXACT:
      return 3;
    case QUERY_PREFIX:
    case QUERY_WILD:
    case QUERY_NEAR:
      return 4;
    default:
      for (size_t i = 0; i < q->items.count; i++) {
        unsigned work = work_of(q->items.items[i]);
        if (work > most) most = work;
      }
      return most;
  }
}

enum { MOST_WORK = 4 };

/* One item more: what is found is cut down to it. The items that come later need find nothing
 * else. */
static bool intersect(evaluation *v, gathered *g, bool first, set *found) {
  set other = {0};
  scored_terms *terms = v->terms;
  texts *notices = v->notices;
  const set *among = v->among;
  if (terms) v->terms = &g->terms;
  if (notices) v->notices = &g->notices;
  if (!first) v->among = found;
  bool good = evaluate(v, g->item, &other);
  v->terms = terms, v->notices = notices, v->among = among;
  if (good && first) good = set_unite(found, &other) || error_memory(v->e);
  else if (good) set_intersect(found, &other);
  set_finish(&other);
  return good;
}

static bool evaluate_all(evaluation *v, const query *q, set *found) {
  LIST_OF(gathered) all = {0};
  bool first = true;
  for (size_t i = 0; i < q->items.count; i++)
    if (!is_left_out(q, q->items.items[i]))
      *list_push(v->a, &all) = (gathered){.item = q->items.items[i]};
  if (arena_failed(v->a)) return error_memory(v->e);
  for (unsigned work = 0; work <= MOST_WORK; work++)
    for (size_t i = 0; i < all.count; i++) {
      if (work_of(all.items[i].item) != work) continue;
      if (!intersect(v, &all.items[i], first, found)) return false;
      first = false;
    }
  for (size_t i = 0; i < all.count; i++) {
    gathered *g = &all.items[i];
    for (size_t k = 0; k < g->terms.count; k++) *list_push(v->a, v->terms) = g->terms.items[k];
    for (size_t k = 0; k < g->notices.count; k++)
      *list_push(v->a, v->notices) = g->notices.items[k];
  }
  return !arena_failed(v->a) || error_memory(v->e);
}

static bool evaluate_not(evaluation *v, const query *q, set *found) {
  set other = {0};
  const set *among = v->among;
  if (!evaluate(v, q->items.items[0], found)) return false;
  v->among = found;
  bool good = evaluate_silent(v, q->items.items[1], &other);
  v->among = among;
  if (good) set_subtract(found, &other);
  set_finish(&other);
  return good;
}

/* --- Any query --- */

/* A leaf that costs something. What ranking needs is not kept, so only leaves that are counted are;
 * nor is it told again that a leaf finds nothing. */
static bool evaluate_leaf(evaluation *v, const query *leaf, set *found) {
  bool keeps = !v->terms && (work_of(leaf) >= 3 || leaf->kind == QUERY_VALUE);
  text key = keeps ? query_print(leaf, v->a) : (text){"", 0};
  const set *known = keeps ? remembered_find(&v->x->remembered, key) : NULL;
  if (known && (!v->notices || set_next(known, 0) != SET_END))
    return set_unite(found, known) || error_memory(v->e);
  if (!leaf_evaluate(v, leaf, found)) return false;
  if (keeps && !v->among && !known) remembered_keep(&v->x->remembered, key, found);
  return true;
}

static bool evaluate(evaluation *v, const query *q, set *found) {
  if (!set_reserve(found, (uint64_t)v->x->segments.end)) return error_memory(v->e);
  if (q->kind == QUERY_NOTHING) return true;
  if (q->kind == QUERY_OR) return evaluate_or(v, q, found);
  if (q->kind == QUERY_NOT) return evaluate_not(v, q, found);
  if (q->kind == QUERY_AND || q->kind == QUERY_RUN) return evaluate_all(v, q, found);
  const query *meant = filter_find(q, v->a, v->e);
  if (meant) return evaluate_silent(v, meant, found);
  return v->e->kind == ERROR_NONE && evaluate_leaf(v, q, found);
}

bool evaluate_query(evaluation *v, const query *q, set *found) {
  if (!evaluate(v, q, found)) return false;
  set_intersect(found, &v->x->alive);
  return true;
}
