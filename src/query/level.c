/* Working off operators from left to right. */
#include "query/level.h"

static level *top(levels *l) { return &l->open.items[l->open.count - 1]; }

void levels_start(levels *l, const scope *s) {
  *l = (levels){.scope = s};
  list_push(s->arena, &l->open);
}

static void widen(query *q, const query *last) { q->size = last->from + last->size - q->from; }

static query *combine(levels *l, query_kind kind, query *operand) {
  level *now = top(l);
  query *left = now->tree;
  if (now->chain && left->kind == kind && kind != QUERY_NOT) {
    query_add(l->scope->arena, left, operand);
    widen(left, operand);
    return left;
  }
  query *both = query_pair(l->scope->arena, kind, left, operand);
  both->from = left->from;
  widen(both, operand);
  return both;
}

bool levels_operand(levels *l, query *operand) {
  if (arena_failed(l->scope->arena)) return error_memory(l->scope->error);
  level *now = top(l);
  if (now->tree) {
    now->tree = combine(l, now->waiting ? now->next : QUERY_AND, operand);
    now->chain = true;
  } else {
    now->tree = operand;
  }
  now->waiting = false;
  if (now->tree->height > QUERY_HIGHEST)
    return scope_fail(l->scope, operand->from, "the query is nested more than %d deep",
                      QUERY_HIGHEST);
  if (now->tree->leaves > QUERY_MOST_LEAVES)
    return scope_fail(l->scope, operand->from, "the query has more than %d terms",
                      QUERY_MOST_LEAVES);
  return true;
}

bool levels_operator(levels *l, query_kind kind, text name, size_t from) {
  level *now = top(l);
  if (!now->tree && kind == QUERY_NOT)
    return scope_fail(l->scope, from,
                      "%.*s takes away from what stands before it, and nothing does; "
                      "all[sb] stands for every record",
                      TEXT_ARG(name));
  if (!now->tree) return scope_fail(l->scope, from, "%.*s needs a term before it", TEXT_ARG(name));
  if (now->waiting && !(now->next == QUERY_AND && kind == QUERY_NOT))
    return scope_fail(l->scope, from, "%.*s follows another operator; a term is missing between",
                      TEXT_ARG(name));
  now->waiting = true;
  now->next = kind;
  now->next_from = from;
  return true;
}

bool levels_open(levels *l, size_t from) {
  if (l->open.count > QUERY_HIGHEST)
    return scope_fail(l->scope, from, "brackets are nested more than %d deep", QUERY_HIGHEST);
  *list_push(l->scope->arena, &l->open) = (level){.opened = from};
  return !arena_failed(l->scope->arena) || error_memory(l->scope->error);
}

/* What stands on the level that ends, which has to be whole. */
static query *take(levels *l, const char *empty) {
  level *now = top(l);
  if (now->waiting) scope_fail(l->scope, now->next_from, "this operator needs a term after it");
  else if (!now->tree) scope_fail(l->scope, now->opened, "%s", empty);
  return now->waiting ? NULL : now->tree;
}

query *levels_close(levels *l, size_t from) {
  if (l->open.count == 1) {
    scope_fail(l->scope, from, "this bracket was never opened");
    return NULL;
  }
  query *q = take(l, "nothing stands in this bracket");
  if (!q) return NULL;
  if (q->kind == QUERY_AND || q->kind == QUERY_OR || q->kind == QUERY_NOT) {
    q->from = top(l)->opened;
    q->size = from + 1 - q->from;
  }
  l->open.count--;
  return q;
}

query *levels_finish(levels *l) {
  if (l->open.count > 1) {
    scope_fail(l->scope, top(l)->opened, "this bracket is never closed");
    return NULL;
  }
  return take(l, "the query is empty");
}
