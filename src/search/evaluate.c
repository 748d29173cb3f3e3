/* From the tree to a set: leaves find, AND, OR and NOT combine. */
#include "search/evaluate.h"

static bool evaluate(evaluation *v, const query *q, set *found);

/* What is right of NOT is no reason to rank an article. */
static bool evaluate_silent(evaluation *v, const query *q, set *found) {
  scored_terms *kept = v->terms;
  v->terms = NULL;
  bool good = evaluate(v, q, found);
  v->terms = kept;
  return good;
}

static bool is_stop_word(const query *parent, const query *item) {
  return parent->kind == QUERY_RUN && item->stop;
}

static bool evaluate_items(evaluation *v, const query *q, set *found) {
  bool first = true;
  for (size_t i = 0; i < q->items.count; i++) {
    const query *item = q->items.items[i];
    if (is_stop_word(q, item)) continue;
    set other = {0};
    bool good =
        q->kind == QUERY_NOT && i ? evaluate_silent(v, item, &other) : evaluate(v, item, &other);
    if (good && (first || q->kind == QUERY_OR)) good = set_unite(found, &other);
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
  if (query_has_items(q->kind) && q->kind != QUERY_NEAR) return evaluate_items(v, q, found);
  return leaf_evaluate(v, q, found);
}

bool evaluate_query(evaluation *v, const query *q, set *found) {
  if (!evaluate(v, q, found)) return false;
  set_intersect(found, &v->x->alive);
  return true;
}
