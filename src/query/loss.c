/* Remarks on what a query language cannot say, and what comes nearest. */
#include "query/loss.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "query/scan.h"

enum { MOST_SPREAD = 400, MOST_VARIANTS = 32 };

void rendering_lose(rendering *r, const char *format, ...) {
  char remark[512];
  va_list arguments;
  if (!r->lost) return;
  va_start(arguments, format);
  vsnprintf(remark, sizeof remark, format, arguments);
  va_end(arguments);
  if (!texts_contain(r->lost, text_of(remark)))
    *list_push(r->arena, r->lost) = arena_text(r->arena, text_of(remark));
}

text rendering_finish(rendering *r) {
  text whole = arena_text(r->arena, buffer_text(&r->out));
  if (r->out.failed) r->arena->failed = true;
  buffer_finish(&r->out);
  return whole;
}

/* ---- Wildcards ---- */

/* What a wildcard inside a word is mostly put for: spellings that differ between British and
 * American English, and irregular plurals. Letters parted by "|"; the first row that fits is
 * taken. */
static const struct {
  char wildcard;
  const char *before, *after; /* the letters that may stand beside it; empty: any; NULL: the end */
  const char *choices;
} guesses[] = {
    {'?', "o", "r", "|u"},        /* colo?r */
    {'?', "", "e", "|a|o"},       /* p?ediatric, f?etus */
    {'?', "", NULL, "|s"},        /* patient? */
    {'?', "", "", "|-"},          /* health?care */
    {'#', "iy", "aeio", "s|z"},   /* organi#ation */
    {'#', "", "", "a|e|i|o|u|y"}, /* wom#n */
};

static bool fits(const char *set, char letter) {
  if (!set) return !letter;
  return !*set || (letter && strchr(set, ascii_lower(letter)));
}

static const char *choices_for(text word, size_t at) {
  char before = at ? word.data[at - 1] : 0, after = at + 1 < word.size ? word.data[at + 1] : 0;
  for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++)
    if (guesses[i].wildcard == word.data[at] && fits(guesses[i].before, before) &&
        fits(guesses[i].after, after))
      return guesses[i].choices;
  return "";
}

static size_t find_guessable(text word) {
  for (size_t i = 0; i < word.size; i++)
    if (word.data[i] == '?' || word.data[i] == '#') return i;
  return TEXT_NONE;
}

/* Replaces the first wildcard by each of its choices and goes on with those. */
static void add_variants(arena *a, text word, texts *found) {
  *list_push(a, found) = word;
  for (size_t i = 0; i < found->count && found->count < MOST_VARIANTS;) {
    text here = found->items[i];
    size_t at = find_guessable(here);
    if (at == TEXT_NONE) {
      i++;
      continue;
    }
    text rest = text_of(choices_for(here, at)), choice;
    bool first = true;
    while (text_take_until(&rest, '|', &choice)) {
      text variant = arena_printf(a, "%.*s%.*s%.*s", (int)at, here.data, TEXT_ARG(choice),
                                  TEXT_ARG(text_slice(here, at + 1, here.size)));
      if (first) found->items[i] = variant;
      else *list_push(a, found) = variant;
      first = false;
    }
  }
}

query *wild_guess(rendering *r, const query *wild) {
  texts variants = {0};
  size_t end = 0;
  while (end < wild->text.size && !strchr("*$", wild->text.data[end])) end++;
  bool cut = end < wild->text.size;
  add_variants(r->arena, text_slice(wild->text, 0, end), &variants);
  query *all = query_new(r->arena, QUERY_OR);
  text listed = {"", 0};
  for (size_t i = 0; i < variants.count; i++) {
    query *one = query_copy(r->arena, wild);
    one->kind = cut ? QUERY_PREFIX : QUERY_WORD;
    one->text = variants.items[i];
    listed = arena_printf(r->arena, "%.*s%s%.*s%s", TEXT_ARG(listed), i ? ", " : "",
                          TEXT_ARG(one->text), cut ? "*" : "");
    query_add(r->arena, all, one);
  }
  rendering_lose(r, "%.*s: no wildcards inside words; written as %.*s",
                 TEXT_ARG(scan_shown(wild->text)), TEXT_ARG(listed));
  return variants.count == 1 ? all->items.items[0] : all;
}

/* ---- Proximity ---- */

/* The words of a phrase as items of their own. */
static void add_words(rendering *r, query *near, const query *phrase) {
  text rest = phrase->text, piece;
  if (!near->ordered || near->distance)
    rendering_lose(r, "\"%.*s\" inside proximity: its words are asked one by one",
                   TEXT_ARG(scan_shown(phrase->text)));
  while (scan_take(&rest, &piece)) {
    text stem = text_trim_end(piece, "*");
    query *word = query_copy(r->arena, phrase);
    word->kind = stem.size < piece.size ? QUERY_PREFIX : QUERY_EXACT;
    word->text = stem;
    query_add(r->arena, near, word);
  }
}

static query *near_without_items(arena *a, const query *near) {
  query *q = query_copy(a, near);
  q->items.items = NULL;
  q->items.count = q->items.capacity = 0;
  q->height = 1, q->leaves = 0;
  return q;
}

/* With every wildcard as an OR of its guesses. */
static query *guess_items(rendering *r, const query *near) {
  query *q = near_without_items(r->arena, near);
  for (size_t i = 0; i < near->items.count; i++) {
    const query *item = near->items.items[i];
    query *alternatives = query_new(r->arena, QUERY_OR);
    size_t count = item->kind == QUERY_OR ? item->items.count : 1;
    for (size_t j = 0; j < count; j++) {
      query *one = item->kind == QUERY_OR ? item->items.items[j] : near->items.items[i];
      if (one->kind == QUERY_WILD) one = wild_guess(r, one);
      size_t choices = one->kind == QUERY_OR ? one->items.count : 1;
      for (size_t k = 0; k < choices; k++)
        query_add(r->arena, alternatives, one->kind == QUERY_OR ? one->items.items[k] : one);
    }
    query_add(r->arena, q,
              alternatives->items.count == 1 ? alternatives->items.items[0] : alternatives);
  }
  return q;
}

static query *split_phrases(rendering *r, const query *near) {
  query *q = near_without_items(r->arena, near);
  for (size_t i = 0; i < near->items.count; i++) {
    query *item = near->items.items[i];
    if (item->kind == QUERY_PHRASE) add_words(r, q, item);
    else query_add(r->arena, q, item);
  }
  return q;
}

query *near_flatten(rendering *r, const query *near) {
  query *guessed = guess_items(r, near), *spread = query_spread(guessed, MOST_SPREAD, r->arena);
  if (!spread) {
    rendering_lose(r, "proximity of too many alternatives; asked as AND");
    query *all = query_copy(r->arena, guessed);
    all->kind = QUERY_AND;
    return all;
  }
  if (spread->kind == QUERY_NEAR) return split_phrases(r, spread);
  for (size_t i = 0; i < spread->items.count; i++)
    spread->items.items[i] = split_phrases(r, spread->items.items[i]);
  return spread;
}
