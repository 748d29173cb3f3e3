/* Proximity: the full-text index finds the articles that have everything; positions decide. */
#include "search/leaf_near.h"

#include "index/content.h"
#include "search/leaf_text.h"

typedef struct near_query {
  evaluation *v;
  const query *leaf;
  nearness near;
  buffer expression;
} near_query;

/* Adds the phrases of an item, which `role` says the meaning of. */
static void add_phrases(near_query *n, const phrases *all, uint8_t role) {
  spelling_add(&n->expression, all);
  for (size_t i = 0; i < all->count; i++) *list_push(n->v->a, &n->near.item_of) = role;
}

static bool add_item(near_query *n, const query *item, phrases *all, bool *possible) {
  if (!spelling_find(n->v, item, all)) return false;
  *possible = *possible && all->count;
  if (!*possible) return true;
  if (n->near.item_of.count) buffer_put(&n->expression, " AND ");
  add_phrases(n, all, (uint8_t)n->near.count++);
  return true;
}

/* Asks for the boundaries too, which an article may have or not: so one of the items stands beside
 * them. Words next to each other have no boundary between them anyhow. */
static void add_boundaries(near_query *n, const phrases *item) {
  unsigned column_set = leaf_columns(n->leaf) & ~(1u << COLUMN_ABSTRACT);
  text boundary = text_slice(CONTENT_BOUNDARY, 1, 2);
  phrase one = {.words = {.items = &boundary, .count = 1}};
  if (!column_set || !n->near.distance) return;
  buffer_put(&n->expression, " AND (");
  expression_add_columns(&n->expression, column_set);
  add_phrases(n, &(phrases){.items = &one, .count = 1}, NEAR_BOUNDARY);
  buffer_put(&n->expression, " OR ");
  add_phrases(n, item, NEAR_IGNORED);
  buffer_put(&n->expression, ")");
}

/* *possible: whether there is anything to ask for. */
static bool make(near_query *n, bool *possible) {
  const query *leaf = n->leaf;
  phrases first = {0};
  *possible = true;
  expression_add_columns(&n->expression, leaf_columns(leaf));
  buffer_put(&n->expression, "(");
  for (size_t i = 0; *possible && i < leaf->items.count; i++) {
    phrases all = {0};
    if (!add_item(n, leaf->items.items[i], &all, possible)) return false;
    if (!i) first = all;
  }
  if (*possible) add_boundaries(n, &first);
  buffer_put(&n->expression, ")");
  return !n->expression.failed || error_memory(n->v->e);
}

bool leaf_near_evaluate(evaluation *v, const query *leaf, set *found) {
  near_query n = {
      .v = v, .leaf = leaf, .near = {.distance = leaf->distance, .ordered = leaf->ordered}};
  matches *all = arena_new(v->a, matches);
  bool possible;
  if (!all) return error_memory(v->e);
  if (leaf->items.count > NEAR_MOST_ITEMS)
    return error_set(v->e, ERROR_USE, "more than %d words in one proximity search",
                     NEAR_MOST_ITEMS);
  bool good = make(&n, &possible);
  if (good && possible)
    good = matches_find(v->x->store, buffer_text(&n.expression), &n.near, v->a, all, v->e);
  buffer_finish(&n.expression);
  return good && leaf_take_matches(v, leaf, all, found);
}
