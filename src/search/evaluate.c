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

static bool evaluate_items(evaluation *v, const query *q, set *found) {
  bool first = true;
  for (size_t i = 0; i < q->items.count; i++) {
    const query *item = q->items.items[i];
    if (is_left_out(q, item)) continue;
    set other = {0};
    bool good =
        q->kind == QUERY_NOT && i ? evaluate_silent(v, item, &other) : evaluate(v, item, &other);
    if (good && first) good = set_unite(found, &other);
    else if (good && q->kind == QUERY_NOT) set_subtract(found, &other);
    else if (good) set_intersect(found, &other);
    set_finish(&other);
    if (!good) return v->e->kind != ERROR_NONE ? false : error_memory(v->e);
    first = false;
  }
  return true;
}

static bool evaluate(evaluation *v, const query *q, set *found) {
  if (!set_reserve(found, (uint64_t)v->x->segments.end)) return error_memory(v->e);
  if (q->kind == QUERY_NOTHING) return true;
  if (q->kind == QUERY_OR) return evaluate_or(v, q, found);
  if (query_has_items(q->kind) && q->kind != QUERY_NEAR) return evaluate_items(v, q, found);
  const query *meant = filter_find(q, v->a, v->e);
  if (meant) return evaluate_silent(v, meant, found);
  return v->e->kind == ERROR_NONE && leaf_evaluate(v, q, found);
}

bool evaluate_query(evaluation *v, const query *q, set *found) {
  if (!evaluate(v, q, found)) return false;
  set_intersect(found, &v->x->alive);
  return true;
}
