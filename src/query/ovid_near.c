/* Ovid's adj: words, phrases and alternatives near each other. */
#include "query/ovid_term.h"

enum { MOST_NEARS = 500 };

/* One side of adj: plain terms, and terms that are near each other already. */
typedef struct side {
  query *plain; /* a leaf, or an OR of leaves; NULL: none */
  LIST_OF(query *) nears;
} side;

static bool is_plain(const query *q) {
  return q->kind == QUERY_WORD || q->kind == QUERY_EXACT || q->kind == QUERY_PREFIX ||
         q->kind == QUERY_WILD || q->kind == QUERY_PHRASE || q->kind == QUERY_HISTORY;
}

static void add_plain(const scope *s, side *all, query *q) {
  if (q->kind == QUERY_WORD || q->kind == QUERY_HISTORY) q->kind = QUERY_EXACT;
  if (!all->plain) {
    all->plain = q;
    return;
  }
  if (all->plain->kind != QUERY_OR) {
    query *first = all->plain;
    all->plain = query_new(s->arena, QUERY_OR);
    all->plain->from = first->from, all->plain->size = first->size;
    query_add(s->arena, all->plain, first);
  }
  query_add(s->arena, all->plain, q);
}

static bool read_side(const scope *s, query *q, side *all) {
  if (q->kind == QUERY_OR) {
    for (size_t i = 0; i < q->items.count; i++)
      if (!read_side(s, q->items.items[i], all)) return false;
    return true;
  }
  if (q->field || (!is_plain(q) && q->kind != QUERY_NEAR))
    return scope_fail(s, q->from,
                      "adj takes words, phrases and ORs of them; a field goes behind it all");
  if (is_plain(q)) add_plain(s, all, q);
  else *list_push(s->arena, &all->nears) = q;
  return true;
}

static void add_items(const scope *s, query *near, query *side) {
  if (!near->ordered) side = ovid_phrase(s, side);
  if (side->kind != QUERY_NEAR) {
    query_add(s->arena, near, side);
    return;
  }
  if (side->distance != near->distance || side->ordered != near->ordered)
    scope_note(s, "adj within adj: the widest distance, in any order, counts for all of it");
  if (side->distance > near->distance) near->distance = side->distance;
  near->ordered = near->ordered && side->ordered;
  for (size_t i = 0; i < side->items.count; i++) query_add(s->arena, near, side->items.items[i]);
}

static query *join(const scope *s, query *left, query *right, const ovid_token *adj) {
  query *near = query_new(s->arena, QUERY_NEAR);
  near->ordered = adj->distance == 0;
  near->quoted = near->ordered;
  near->distance = adj->distance ? adj->distance - 1 : 0;
  add_items(s, near, left);
  add_items(s, near, right);
  near->quoted = near->ordered;
  near->from = left->from;
  near->size = right->from + right->size - left->from;
  return near;
}

/* Whether `left adj3 right` only makes a chain of adj3 longer. */
static bool continues(const query *left, const side *right, const ovid_token *adj) {
  return left->kind == QUERY_NEAR && !left->field && right->plain && right->nears.count == 0 &&
         left->ordered == (adj->distance == 0) &&
         left->distance == (adj->distance ? adj->distance - 1 : 0);
}

static void add_result(const scope *s, query *all, query *left, query *right,
                       const ovid_token *adj) {
  if (left && right && all->items.count <= MOST_NEARS)
    query_add(s->arena, all, join(s, left, right, adj));
}

query *ovid_near(const scope *s, query *left, query *right, const ovid_token *adj) {
  side first = {0}, second = {0};
  query *all = query_new(s->arena, QUERY_OR);
  if (!read_side(s, right, &second)) return NULL;
  if (continues(left, &second, adj)) {
    query_add(s->arena, left, second.plain);
    left->size = right->from + right->size - left->from;
    return left;
  }
  if (!read_side(s, left, &first)) return NULL;
  add_result(s, all, first.plain, second.plain, adj);
  for (size_t i = 0; i < first.nears.count; i++) {
    add_result(s, all, first.nears.items[i], second.plain, adj);
    for (size_t j = 0; j < second.nears.count; j++)
      add_result(s, all, first.nears.items[i], second.nears.items[j], adj);
  }
  for (size_t j = 0; j < second.nears.count; j++)
    add_result(s, all, first.plain, second.nears.items[j], adj);
  if (all->items.count > MOST_NEARS) {
    scope_fail(s, adj->from, "more than %d alternatives around adj", MOST_NEARS);
    return NULL;
  }
  if (arena_failed(s->arena)) {
    error_memory(s->error);
    return NULL;
  }
  all->from = left->from, all->size = right->from + right->size - left->from;
  return all->items.count == 1 ? all->items.items[0] : all;
}
