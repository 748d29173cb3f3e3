/* Putting what references stand for into their place. */
#include "query/reference.h"

static bool is_reference(const query *q) {
  return q->kind == QUERY_HISTORY || q->kind == QUERY_SAVED;
}

static bool is_operator(const query *q) {
  return q->kind == QUERY_AND || q->kind == QUERY_OR || q->kind == QUERY_NOT;
}

bool query_has_references(const query *q) {
  for (size_t i = 0; is_operator(q) && i < q->items.count; i++)
    if (query_has_references(q->items.items[i])) return true;
  return is_reference(q);
}

static query *fail(error *e, const query *q, const char *format, int number) {
  e->offset = (long)q->from;
  error_set(e, ERROR_USE, format, number);
  return NULL;
}

/* The same operator with these items. */
static query *with_items(const query *q, query **items, arena *a, error *e) {
  query *again = query_copy(a, q);
  again->items.items = NULL;
  again->items.count = again->items.capacity = 0;
  again->height = 1, again->leaves = 0;
  for (size_t i = 0; i < q->items.count; i++) query_add(a, again, items[i]);
  if (again->height > QUERY_HIGHEST)
    return fail(e, q, "with what it refers to, this is nested more than %d deep", QUERY_HIGHEST);
  if (again->leaves > QUERY_MOST_LEAVES)
    return fail(e, q, "with what it refers to, this has more than %d terms", QUERY_MOST_LEAVES);
  return again;
}

static query *refer_items(query *q, const references *to, arena *a, error *e) {
  bool changed = false;
  query **items = arena_alloc(a, q->items.count * sizeof(query *));
  if (!items) return error_memory(e), NULL;
  for (size_t i = 0; i < q->items.count; i++) {
    items[i] = query_refer(q->items.items[i], to, a, e);
    if (!items[i]) return NULL;
    changed = changed || items[i] != q->items.items[i];
  }
  return changed ? with_items(q, items, a, e) : q;
}

query *query_refer(query *q, const references *to, arena *a, error *e) {
  if (is_operator(q)) return refer_items(q, to, a, e);
  if (!is_reference(q)) return q;
  query *found = to->find(to->context, q, e);
  if (!found) e->offset = (long)q->from;
  return found;
}
