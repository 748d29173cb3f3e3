/* What all leaves share: adding the articles of a posting list, and having terms count for ranking.
 * Which leaf is whose: leaf_text.c and leaf_near.c have words, leaf_value.c and leaf_name.c whole
 * values, heading.c what MeSH explains, leaf_date.c dates and numbers. */
#include "search/leaf.h"

#include "search/leaf_date.h"
#include "search/leaf_near.h"
#include "search/leaf_text.h"
#include "search/leaf_value.h"

/* --- Postings --- */

bool leaf_add_postings(evaluation *v, text term, unsigned column_set, set *found) {
  searcher *x = v->x;
  term_list *lists = searcher_find(x, term, v->e);
  for (size_t i = 0; lists && i < x->segments.list.count; i++) {
    const segment_row *row = &x->segments.list.items[i];
    arena_reset(&x->passing);
    term_list *l = searcher_open_list(x, term, i, &lists[i], &x->passing, v->e);
    if (!l || !term_list_add(x->store, row->id, l, column_set, (uint64_t)row->first, found, v->e))
      return false;
  }
  return lists;
}

bool leaf_add_value(evaluation *v, text term, set *found, bool *any) {
  searcher *x = v->x;
  for (size_t i = 0; i < x->segments.list.count; i++) {
    const segment_row *row = &x->segments.list.items[i];
    term_list l = {0};
    arena_reset(&x->passing);
    if (!lists_find(x->store, row->id, term, &x->passing, &l.entry, v->e)) return false;
    *any = *any || l.entry.count;
    if (!term_list_open(x->store, row, term, &l, &x->passing, v->e) ||
        !term_list_add(x->store, row->id, &l, 0, (uint64_t)row->first, found, v->e))
      return false;
  }
  return true;
}

/* --- Ranking --- */

/* Words of names have no weight: an article of the author is not scored otherwise. */
static bool scores(const evaluation *v, const query *leaf, article_id id) {
  if (!v->typed || (leaf->field && leaf->field->kind == FIELD_NAME)) return true;
  return !set_has(v->typed, (uint64_t)id);
}

bool leaf_score(evaluation *v, const query *leaf, const matches *all, unsigned column_set) {
  if (!v->terms) return true;
  bool beginning = leaf->kind == QUERY_PREFIX;
  text label = beginning ? arena_printf(v->a, "%.*s*", TEXT_ARG(leaf->text)) : leaf->text;
  scored_term term = {.label = label, .found = all, .columns = column_set, .weight = 1};
  if (leaf->mapped) {
    matches *rest = arena_new(v->a, matches);
    if (!rest) return error_memory(v->e);
    for (size_t i = 0; i < all->count; i++)
      if (scores(v, leaf, all->items[i].id)) *list_push(v->a, rest) = all->items[i];
    term.found = rest;
    term.records = (long long)all->count;
    term.weight = LEAF_MAPPED_WEIGHT;
  }
  *list_push(v->a, v->terms) = term;
  return !arena_failed(v->a) || error_memory(v->e);
}

/* --- Values --- */

/* The smallest text that is larger than every text that begins with this one. */
static text after_prefix(text prefix, arena *a) {
  return arena_join(a, prefix, TEXT(""), TEXT("\xFF"));
}

bool leaf_add_between(evaluation *v, text field, text from, text end, set *found, bool *any) {
  texts keys;
  if (!terms_between(v->x->store, &v->x->segments, field, from, end, v->a, &keys, v->e))
    return false;
  *any = false;
  for (size_t i = 0; i < keys.count; i++)
    if (!leaf_add_value(v, keys.items[i], found, any)) return false;
  return true;
}

bool leaf_add_values(evaluation *v, text field, text from, bool whole, set *found, bool *any) {
  if (whole) {
    *any = false;
    return leaf_add_value(v, term_key(field, from, v->a), found, any);
  }
  return leaf_add_between(v, field, from, after_prefix(from, v->a), found, any);
}

/* --- All kinds --- */

bool leaf_evaluate(evaluation *v, const query *leaf, set *found) {
  switch (leaf->kind) {
    case QUERY_ALL:
      return set_unite(found, &v->x->alive) || error_memory(v->e);
    case QUERY_VALUE:
      if (leaf->field->kind == FIELD_DATE) return leaf_date_evaluate(v, leaf, found);
      return leaf_value_evaluate(v, leaf, found);
    case QUERY_RANGE:
      if (leaf->field->kind == FIELD_DATE) return leaf_date_evaluate(v, leaf, found);
      return leaf_numbers_evaluate(v, leaf, found);
    case QUERY_NEAR:
      return leaf_near_evaluate(v, leaf, found);
    case QUERY_HISTORY:
      return error_set(v->e, ERROR_USE, "there is no line %.*s", TEXT_ARG(leaf->text));
    case QUERY_SAVED:
      return error_set(v->e, ERROR_USE, "there is no saved query %.*s", TEXT_ARG(leaf->text));
    default:
      return leaf_text_evaluate(v, leaf, found);
  }
}
