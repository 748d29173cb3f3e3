/* Looking for the part of a query that leaves nothing. */
#include "search/nothing.h"

#include "query/pubmed.h"

/* The words of a part as they were typed, as far as they are known. */
static text words_of(const evaluation *v, const query *q) {
  bool group = q->kind == QUERY_AND || q->kind == QUERY_OR || q->kind == QUERY_NOT;
  if (group && q->text.size) return q->text;
  if (q->kind == QUERY_OR || q->kind == QUERY_NOT)
    return arena_printf(v->a, "(%.*s)", TEXT_ARG(query_to_pubmed(q, v->a, NULL)));
  if (q->kind != QUERY_AND) return query_to_pubmed(q, v->a, NULL);
  text all = {"", 0};
  for (size_t i = 0; i < q->items.count; i++)
    all = arena_join(v->a, all, TEXT(" AND "), words_of(v, q->items.items[i]));
  return all;
}

/* What a part finds, in silence. */
static bool ask(const evaluation *v, const query *q, set *found) {
  evaluation silent = {.x = v->x, .a = v->a, .e = v->e};
  return evaluate_query(&silent, q, found);
}

static void tell(evaluation *v, const query *before, uint64_t left, const query *last,
                 uint64_t having) {
  text first = words_of(v, before);
  const char *records = left == 1 ? "record" : "records";
  if (v->e->kind != ERROR_NONE) return;
  *list_push(v->a, v->notices) = arena_printf(
      v->a, "%.*s: %llu %s, but none of them among the %llu of %.*s", TEXT_ARG(first),
      (unsigned long long)left, records, (unsigned long long)having, TEXT_ARG(words_of(v, last)));
}

/* The first `count` items as a query of their own. */
static query *first_items(evaluation *v, const query *q, size_t count) {
  if (count == 1) return q->items.items[0];
  query *first = query_new(v->a, QUERY_AND);
  for (size_t i = 0; i < count; i++)
    if (!q->items.items[i]->stop) query_add(v->a, first, q->items.items[i]);
  return first->items.count == 1 ? first->items.items[0] : first;
}

static bool tell_and(evaluation *v, const query *q) {
  set left = {0};
  bool good = ask(v, q->items.items[0], &left);
  uint64_t before = set_count(&left);
  if (good && !before) good = nothing_tell(v, q->items.items[0]);
  for (size_t i = 1; good && before && i < q->items.count; i++) {
    set other = {0};
    const query *item = q->items.items[i];
    if (q->kind == QUERY_RUN && item->stop) continue;
    good = ask(v, item, &other);
    uint64_t having = set_count(&other);
    set_intersect(&left, &other);
    set_finish(&other);
    uint64_t now = set_count(&left);
    if (good && !having) good = nothing_tell(v, item);
    else if (good && !now) tell(v, first_items(v, q, i), before, item, having);
    before = now;
  }
  set_finish(&left);
  return good;
}

static bool tell_not(evaluation *v, const query *q) {
  set first = {0};
  bool good = ask(v, q->items.items[0], &first);
  uint64_t count = set_count(&first);
  set_finish(&first);
  if (good && !count) return nothing_tell(v, q->items.items[0]);
  if (good)
    *list_push(v->a, v->notices) = arena_printf(
        v->a, "NOT %.*s takes away all %llu of %.*s", TEXT_ARG(words_of(v, q->items.items[1])),
        (unsigned long long)count, TEXT_ARG(words_of(v, q->items.items[0])));
  return good;
}

bool nothing_tell(evaluation *v, const query *q) {
  if (!v->notices || q->mapped) return true;
  if (q->kind == QUERY_AND || q->kind == QUERY_RUN) return tell_and(v, q);
  if (q->kind == QUERY_NOT) return tell_not(v, q);
  for (size_t i = 0; q->kind == QUERY_OR && i < q->items.count; i++)
    if (!nothing_tell(v, q->items.items[i])) return false;
  return true;
}
