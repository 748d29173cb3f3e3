/* Splitting typed words the way the records have been split, wildcards kept. */
#include "search/spelling.h"

#include "index/content.h"
#include "search/pattern.h"

enum { MOST_PHRASES = 20000 };

/* --- Without wildcards --- */

static bool add_words(searcher *x, text typed, phrase *p, arena *a) {
  word next;
  if (!words_start(x->walk, typed)) return false;
  while (words_next(x->walk, &next))
    if (next.parts == 1 && !content_is_boundary(&next))
      *list_push(a, &p->words) = arena_text(a, next.text);
  return true;
}

phrase spelling_phrase(searcher *x, text typed, bool truncated, arena *a) {
  phrase p = {.truncated = truncated};
  if (!add_words(x, typed, &p, a)) a->failed = true;
  return p;
}

static void add_phrase(evaluation *v, text typed, bool truncated, phrases *all) {
  phrase p = spelling_phrase(v->x, typed, truncated, v->a);
  if (p.words.count) *list_push(v->a, all) = p;
}

/* --- With wildcards --- */

static phrase with_word(const phrase *p, text word, arena *a) {
  phrase longer = {0};
  for (size_t i = 0; i < p->words.count; i++) *list_push(a, &longer.words) = p->words.items[i];
  *list_push(a, &longer.words) = word;
  return longer;
}

/* Each of the phrases, continued by each of the words. */
static bool continue_phrases(evaluation *v, phrases *all, const texts *words) {
  phrases longer = {0};
  if (words->count && all->count > MOST_PHRASES / words->count)
    return error_set(v->e, ERROR_USE, "too many words match these wildcards");
  for (size_t i = 0; i < all->count; i++)
    for (size_t k = 0; k < words->count; k++)
      *list_push(v->a, &longer) = with_word(&all->items[i], words->items[k], v->a);
  *all = longer;
  return !arena_failed(v->a) || error_memory(v->e);
}

/* "anti-tumo?r": plain pieces are words as ever, a piece with wildcards stands for one word. */
static bool add_wild(evaluation *v, text typed, phrases *all) {
  buffer folded = {0};
  phrases some = {0};
  bool good = true;
  size_t pieces = 0;
  *list_push(v->a, &some) = (phrase){0};
  words_fold(&folded, typed, "*#?$");
  text rest = arena_text(v->a, buffer_text(&folded)), piece;
  if (folded.failed) v->a->failed = true;
  buffer_finish(&folded);
  while (good && text_take_until(&rest, ' ', &piece)) {
    texts words = {0};
    pieces++;
    if (pattern_has_wildcard(piece)) {
      good = pattern_expand(v->x, piece, &words, v->a, v->e) && continue_phrases(v, &some, &words);
      continue;
    }
    phrase plain = spelling_phrase(v->x, piece, false, v->a);
    for (size_t i = 0; good && i < plain.words.count; i++) {
      texts one = {.items = &plain.words.items[i], .count = 1};
      good = continue_phrases(v, &some, &one);
    }
  }
  for (size_t i = 0; good && pieces && i < some.count; i++) *list_push(v->a, all) = some.items[i];
  return good;
}

/* --- Leaves --- */

bool spelling_find(evaluation *v, const query *leaf, phrases *all) {
  text typed = leaf->text;
  bool star = text_ends(typed, TEXT("*"));
  if (leaf->kind == QUERY_OR) {
    for (size_t i = 0; i < leaf->items.count; i++)
      if (!spelling_find(v, leaf->items.items[i], all)) return false;
  } else if (leaf->kind == QUERY_WILD) {
    if (!add_wild(v, typed, all)) return false;
  } else if (leaf->kind == QUERY_PREFIX) {
    add_phrase(v, typed, true, all);
  } else {
    add_phrase(v, text_slice(typed, 0, typed.size - star), star, all);
  }
  return !arena_failed(v->a) || error_memory(v->e);
}

void spelling_add(buffer *expression, const phrases *all) {
  buffer_put(expression, "(");
  for (size_t i = 0; i < all->count; i++) {
    if (i) buffer_put(expression, " OR ");
    expression_add_phrase(expression, &all->items[i].words, all->items[i].truncated);
  }
  buffer_put(expression, ")");
}
