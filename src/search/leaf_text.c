/* Words in columns. A single word asks the postings of its stem class, which also finds its other
 * forms; everything else asks the full-text index for words as they stand. */
#include "search/leaf_text.h"

#include "index/content.h"
#include "search/nearby.h"

bool text_units(searcher *x, text typed, arena *a, units *list) {
  word next;
  uint32_t covered = 0;
  if (!words_start(x->walk, typed)) return false;
  while (words_next(x->walk, &next)) {
    if (next.text.data[0] == CONTENT_BOUNDARY.data[1] || next.position < covered) continue;
    if (next.parts > 1 && list->count) {
      /* The longest joined form comes right after its first part, which it replaces. */
      unit *last = &list->items[list->count - 1];
      last->text = arena_text(a, next.text);
      last->to = next.to;
      covered = next.position + next.parts;
    } else {
      *list_push(a, list) = (unit){arena_text(a, next.text), next.from, next.to};
    }
  }
  return !arena_failed(a);
}

/* Tells that a leaf has found nothing, and, `near`, which word of the library is like it. */
static void note_nothing(evaluation *v, const query *leaf, text near) {
  const char *star = leaf->kind == QUERY_PREFIX ? "*" : "";
  const char *field = leaf->field ? leaf->field->name : "all";
  text notice;
  if (!v->notices || leaf->mapped) return;
  if (leaf->kind == QUERY_NEAR) notice = TEXT("nothing has these words so near each other");
  else if (text_equal(text_of(field), TEXT("all")))
    notice = arena_printf(v->a, "\"%.*s%s\" is not in the library", TEXT_ARG(leaf->text), star);
  else
    notice =
        arena_printf(v->a, "nothing has \"%.*s%s\" in [%s]", TEXT_ARG(leaf->text), star, field);
  if (near.size)
    notice = arena_printf(v->a, "%.*s; did you mean %.*s?", TEXT_ARG(notice), TEXT_ARG(near));
  *list_push(v->a, v->notices) = notice;
}

static void note_no_phrase(evaluation *v, const query *leaf) {
  note_nothing(v, leaf, (text){"", 0});
}

static bool note_no_word(evaluation *v, const query *leaf, text folded) {
  text near;
  if (!v->notices || leaf->mapped) return true;
  if (!nearby_word(v->x, folded, &near, v->a, v->e)) return false;
  note_nothing(v, leaf, near);
  return true;
}

static unsigned columns_of(const query *leaf) {
  return leaf->field && leaf->field->columns ? leaf->field->columns : (1u << COLUMN_COUNT) - 1;
}

/* --- A word by its stem class --- */

/* The class of a word; empty where the library has nothing of it. */
static bool find_class(evaluation *v, text folded, text *term) {
  bool exists;
  if (!word_find(v->x->store, &v->x->segments, folded, v->a, term, v->e)) return false;
  if (term->size) return true;
  /* A form that the library has not seen may belong to a class that it has. */
  *term = term_key(TEXT(""), stemmer_stem(v->x->stemmer, folded), v->a);
  if (!term_exists(v->x->store, &v->x->segments, *term, &exists, v->e)) return false;
  if (!exists) *term = (text){"", 0};
  return true;
}

/* The postings of a word that term mapping has added, one by one, unless it was typed too. */
static bool score_mapped_word(evaluation *v, const query *leaf, text term) {
  matches *all = arena_new(v->a, matches);
  if (!all) return error_memory(v->e);
  for (size_t i = 0; i < v->terms->count; i++)
    if (text_equal(v->terms->items[i].term, term)) return true;
  for (size_t i = 0; i < v->x->segments.list.count; i++) {
    postings list;
    const segment_row *row = &v->x->segments.list.items[i];
    if (!posting_get(v->x->store, row->id, term, v->a, &list, v->e)) return false;
    for (uint32_t k = 0; list.codes && k < list.count; k++)
      *list_push(v->a, all) = (match){row->first + list.places[k], list.codes[k]};
  }
  return leaf_score(v, leaf, all, columns_of(leaf));
}

static bool score_word(evaluation *v, const query *leaf, text term) {
  if (!v->terms) return true;
  if (leaf->mapped) return score_mapped_word(v, leaf, term);
  *list_push(v->a, v->terms) =
      (scored_term){.label = leaf->text, .term = term, .columns = columns_of(leaf), .weight = 1};
  return true;
}

static bool evaluate_word(evaluation *v, const query *leaf, const unit *only, set *found) {
  text term;
  if (!find_class(v, only->text, &term)) return false;
  if (!term.size) return note_no_word(v, leaf, only->text);
  return score_word(v, leaf, term) && leaf_add_postings(v, term, columns_of(leaf), found);
}

/* --- What the full-text index finds --- */

static bool evaluate_expression(evaluation *v, const query *leaf, const buffer *expression,
                                const nearness *near, set *found) {
  matches *all = arena_new(v->a, matches);
  if (!all || expression->failed) return error_memory(v->e);
  if (!matches_find(v->x->store, buffer_text(expression), near, v->a, all, v->e)) return false;
  bool any = false; /* that is alive: the dead count for how rare the phrase is, as words have it */
  for (size_t i = 0; i < all->count; i++) {
    set_add(found, (uint64_t)all->items[i].id);
    any = any || set_has(&v->x->alive, (uint64_t)all->items[i].id);
  }
  if (!any) note_no_phrase(v, leaf);
  return leaf_score(v, leaf, all, columns_of(leaf));
}

/* Adds a phrase of the text's parts; false where there are none. */
static bool add_phrase(evaluation *v, buffer *expression, text typed, bool truncated) {
  texts parts = {0};
  word next;
  words_start(v->x->walk, typed);
  while (words_next(v->x->walk, &next))
    if (next.parts == 1) *list_push(v->a, &parts) = arena_text(v->a, next.text);
  if (!parts.count) return false;
  expression_add_phrase(expression, &parts, truncated);
  return true;
}

static bool evaluate_phrase(evaluation *v, const query *leaf, text typed, bool truncated,
                            set *found) {
  buffer expression = {0};
  expression_add_columns(&expression, columns_of(leaf));
  bool good = true;
  if (add_phrase(v, &expression, typed, truncated))
    good = evaluate_expression(v, leaf, &expression, NULL, found);
  else note_no_phrase(v, leaf);
  buffer_finish(&expression);
  return good;
}

bool leaf_text_add_name(evaluation *v, text folded, bool truncated, set *found, bool *any) {
  buffer expression = {0};
  matches all = {0};
  *any = false;
  expression_add_columns(&expression, 1u << COLUMN_NAMES);
  bool good = !add_phrase(v, &expression, folded, truncated) ||
              matches_find(v->x->store, buffer_text(&expression), NULL, v->a, &all, v->e);
  if (good && expression.failed) good = error_memory(v->e);
  for (size_t i = 0; good && i < all.count; i++) set_add(found, (uint64_t)all.items[i].id);
  *any = all.count > 0;
  buffer_finish(&expression);
  return good;
}

/* --- Proximity --- */

/* An item of a proximity search: a phrase, a truncation or several of these (OR). */
static bool add_near_item(evaluation *v, buffer *expression, const query *item) {
  if (item->kind == QUERY_OR)
    return error_set(v->e, ERROR_USE, "alternatives inside proximity cannot be run yet");
  text typed = item->text;
  bool truncated = item->kind == QUERY_PREFIX;
  if (text_ends(typed, TEXT("*"))) truncated = true, typed.size--;
  return add_phrase(v, expression, typed, truncated) ||
         error_set(v->e, ERROR_USE, "there is no word in \"%.*s\"", TEXT_ARG(item->text));
}

static bool evaluate_near(evaluation *v, const query *leaf, set *found) {
  buffer expression = {0};
  nearness near = {
      .distance = leaf->distance, .ordered = leaf->ordered, .count = leaf->items.count};
  bool good =
      near.count <= 16 || error_set(v->e, ERROR_USE, "more than 16 words in one proximity search");
  expression_add_columns(&expression, columns_of(leaf));
  buffer_put(&expression, "(");
  for (size_t i = 0; good && i < leaf->items.count; i++) {
    if (i) buffer_put(&expression, " AND ");
    good = add_near_item(v, &expression, leaf->items.items[i]);
  }
  buffer_put(&expression, ")");
  good = good && evaluate_expression(v, leaf, &expression, &near, found);
  buffer_finish(&expression);
  return good;
}

bool leaf_text_evaluate(evaluation *v, const query *leaf, set *found) {
  units list = {0};
  text typed = leaf->text;
  switch (leaf->kind) {
    case QUERY_NEAR:
      return evaluate_near(v, leaf, found);
    case QUERY_PREFIX:
      return evaluate_phrase(v, leaf, typed, true, found);
    case QUERY_WORD:
      if (!text_units(v->x, typed, v->a, &list)) return error_memory(v->e);
      if (list.count == 1) return evaluate_word(v, leaf, &list.items[0], found);
      return evaluate_phrase(v, leaf, typed, false, found);
    default:
      if (text_ends(typed, TEXT("*")))
        return evaluate_phrase(v, leaf, text_slice(typed, 0, typed.size - 1), true, found);
      return evaluate_phrase(v, leaf, typed, false, found);
  }
}
