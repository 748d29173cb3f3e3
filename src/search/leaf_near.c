/* Proximity: the full-text index finds the articles that have everything; positions decide. */
#include "search/leaf_near.h"

#include "index/content.h"
#include "search/leaf_text.h"

typedef struct near_query {
  evaluation *v;
  const query *leaf;
  nearness near;
  phrases items[NEAR_MOST_ITEMS];
  buffer expression;
} near_query;

/* *possible: whether there is anything to ask for. */
static bool add_item(near_query *n, const query *item, bool *possible) {
  phrases *all = &n->items[n->near.count];
  if (!spelling_find(n->v, item, all)) return false;
  *possible = all->count > 0;
  if (n->near.count) buffer_put(&n->expression, " AND ");
  spelling_add(&n->expression, all);
  for (size_t i = 0; i < all->count; i++)
    *list_push(n->v->a, &n->near.item_of) = (uint8_t)n->near.count;
  n->near.count++;
  return !n->expression.failed || error_memory(n->v->e);
}

static bool make(near_query *n, bool *possible) {
  *possible = true;
  expression_add_columns(&n->expression, leaf_columns(n->leaf));
  buffer_put(&n->expression, "(");
  for (size_t i = 0; *possible && i < n->leaf->items.count; i++)
    if (!add_item(n, n->leaf->items.items[i], possible)) return false;
  buffer_put(&n->expression, ")");
  return !n->expression.failed || error_memory(n->v->e);
}

bool leaf_near_evaluate(evaluation *v, const query *leaf, set *found) {
  near_query n = {
      .v = v, .leaf = leaf, .near = {.distance = leaf->distance, .ordered = leaf->ordered}};
  bool possible;
  if (n.near.distance >= CONTENT_FARTHEST) n.near.distance = CONTENT_FARTHEST - 1;
  if (leaf->items.count > NEAR_MOST_ITEMS)
    return error_set(v->e, ERROR_USE, "more than %d words in one proximity search",
                     NEAR_MOST_ITEMS);
  bool good = make(&n, &possible);
  if (good && !possible) leaf_note_nothing(v, leaf);
  if (good && possible)
    good = leaf_ask(v, leaf, buffer_text(&n.expression), n.items, &n.near, found);
  buffer_finish(&n.expression);
  return good;
}
