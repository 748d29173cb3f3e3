/* Words in columns. A single word asks the postings of its stem class, which also finds its other
 * forms; everything else asks the full-text index for words as they stand. */
#include "search/leaf_text.h"

#include <stdlib.h>

#include "index/content.h"
#include "search/candidates.h"
#include "search/nearby.h"
#include "search/spelling.h"

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

void leaf_note_nothing(evaluation *v, const query *leaf) { note_nothing(v, leaf, (text){"", 0}); }

static bool note_no_word(evaluation *v, const query *leaf, text folded) {
  text near;
  if (!v->notices || leaf->mapped) return true;
  if (!nearby_word(v->x, folded, &near, v->a, v->e)) return false;
  note_nothing(v, leaf, near);
  return true;
}

unsigned leaf_columns(const query *leaf) {
  return leaf->field && leaf->field->columns ? leaf->field->columns : (1u << COLUMN_COUNT) - 1;
}

/* --- A word by its stem class --- */

/* The class of a word; empty where the library has nothing of it. */
static bool find_class(evaluation *v, text folded, text *term) {
  long long count;
  *term = searcher_term(v->x, folded, v->a);
  if (!searcher_count(v->x, *term, &count, v->e)) return false;
  if (!count) *term = (text){"", 0};
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
  return leaf_score(v, leaf, all, leaf_columns(leaf));
}

static bool score_word(evaluation *v, const query *leaf, text term) {
  if (!v->terms) return true;
  if (leaf->mapped) return score_mapped_word(v, leaf, term);
  *list_push(v->a, v->terms) =
      (scored_term){.label = leaf->text, .term = term, .columns = leaf_columns(leaf), .weight = 1};
  return true;
}

static bool evaluate_word(evaluation *v, const query *leaf, const unit *only, set *found) {
  text term;
  if (!find_class(v, only->text, &term)) return false;
  if (!term.size) return note_no_word(v, leaf, only->text);
  return score_word(v, leaf, term) && leaf_add_postings(v, term, leaf_columns(leaf), found);
}

/* --- What the full-text index finds --- */

/* Phrases asked in one go: each is looked at for every article. */
enum { PHRASES_AT_ONCE = 32 };

static bool ask_phrases(evaluation *v, unsigned column_set, const phrases *some, matches *found) {
  buffer expression = {0};
  expression_add_columns(&expression, column_set);
  spelling_add(&expression, some);
  bool good = !expression.failed || error_memory(v->e);
  good = good && matches_find(v->x->store, buffer_text(&expression), NULL, v->a, found, v->e);
  buffer_finish(&expression);
  return good;
}

static int by_article(const void *a, const void *b) {
  const match *x = a, *y = b;
  return (x->id > y->id) - (x->id < y->id);
}

/* Matches of several questions as one list, articles once. */
static void join_matches(matches *all) {
  size_t kept = 0;
  if (all->count) qsort(all->items, all->count, sizeof *all->items, by_article);
  for (size_t i = 0; i < all->count; i++) {
    match one = all->items[i];
    if (kept && all->items[kept - 1].id == one.id)
      all->items[kept - 1].code = code_sum(all->items[kept - 1].code, one.code);
    else all->items[kept++] = one;
  }
  all->count = kept;
}

static bool find_phrases(evaluation *v, unsigned column_set, const phrases *all, matches *found) {
  for (size_t i = 0; i < all->count; i += PHRASES_AT_ONCE) {
    size_t left = all->count - i;
    phrases some = {.items = all->items + i,
                    .count = left < PHRASES_AT_ONCE ? left : PHRASES_AT_ONCE};
    if (!ask_phrases(v, column_set, &some, found)) return false;
  }
  if (all->count > PHRASES_AT_ONCE) join_matches(found);
  return true;
}

static bool take_matches(evaluation *v, const query *leaf, const matches *all, set *found) {
  bool any = false; /* that is alive: the dead count for how rare the phrase is, as words have it */
  for (size_t i = 0; i < all->count; i++) {
    set_add(found, (uint64_t)all->items[i].id);
    any = any || set_has(&v->x->alive, (uint64_t)all->items[i].id);
  }
  if (!any) leaf_note_nothing(v, leaf);
  return leaf_score(v, leaf, all, leaf_columns(leaf));
}

/* What finds nothing among few articles must still be told from what is nowhere; and what is ranked
 * must be known of all articles, as how rare it is decides what it is worth. */
bool leaf_ask(evaluation *v, const query *leaf, text expression, const phrases *items,
              const nearness *near, set *found) {
  candidates few = {0};
  matches *all = arena_new(v->a, matches);
  if (!all) return error_memory(v->e);
  store *s = v->x->store;
  bool good =
      v->terms || candidates_find(v, leaf_columns(leaf), items, near ? near->count : 1, &few);
  if (good && few.few) good = matches_find_among(s, expression, near, &few.left, v->a, all, v->e);
  bool some = few.few && (all->count || !v->notices);
  candidates_finish(&few);
  if (good && some) return take_matches(v, leaf, all, found);
  return good && matches_find(s, expression, near, v->a, all, v->e) &&
         take_matches(v, leaf, all, found);
}

static bool evaluate_phrases(evaluation *v, const query *leaf, set *found) {
  phrases all = {0};
  matches *some = arena_new(v->a, matches);
  if (!some) return error_memory(v->e);
  if (!spelling_find(v, leaf, &all)) return false;
  if (all.count != 1)
    return find_phrases(v, leaf_columns(leaf), &all, some) && take_matches(v, leaf, some, found);
  buffer expression = {0};
  expression_add_columns(&expression, leaf_columns(leaf));
  spelling_add(&expression, &all);
  bool good = !expression.failed || error_memory(v->e);
  good = good && leaf_ask(v, leaf, buffer_text(&expression), &all, NULL, found);
  buffer_finish(&expression);
  return good;
}

bool leaf_text_add_name(evaluation *v, text folded, bool truncated, set *found, bool *any) {
  matches some = {0};
  phrase one = spelling_phrase(v->x, folded, truncated, v->a);
  phrases all = {.items = &one, .count = one.words.count > 0};
  if (!find_phrases(v, 1u << COLUMN_NAMES, &all, &some)) return false;
  for (size_t i = 0; i < some.count; i++) set_add(found, (uint64_t)some.items[i].id);
  *any = some.count > 0;
  return true;
}

bool leaf_text_evaluate(evaluation *v, const query *leaf, set *found) {
  units list = {0};
  if (leaf->kind != QUERY_WORD) return evaluate_phrases(v, leaf, found);
  if (!text_units(v->x, leaf->text, v->a, &list)) return error_memory(v->e);
  if (list.count == 1) return evaluate_word(v, leaf, &list.items[0], found);
  return evaluate_phrases(v, leaf, found);
}
