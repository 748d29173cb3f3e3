/* Snippets: the abstract is walked sentence by sentence; the one with the most telling words of the
 * question is shown, cut to a readable length around them. */
#include "search/snippet.h"

#include "search/leaf_text.h"

enum { SNIPPET_LONGEST = 280, SNIPPET_BEFORE = 80 };

/* What is looked for: stem classes, and beginnings of words. */
typedef struct wanted {
  text stem; /* or the beginning */
  bool beginning;
  double factor;
} wanted;
typedef LIST_OF(wanted) wanted_list;

static bool add_wanted(searcher *x, const scored_term *t, arena *a, wanted_list *list) {
  units parts = {0};
  if (!text_units(x, t->label, a, &parts)) return false;
  for (size_t i = 0; i < parts.count; i++) {
    bool beginning = i + 1 == parts.count && text_ends(t->label, TEXT("*"));
    text stem = beginning ? parts.items[i].text
                          : arena_text(a, stemmer_stem(x->stemmer, parts.items[i].text));
    *list_push(a, list) = (wanted){stem, beginning, t->factor};
  }
  return true;
}

/* Which of the wanted a word is, or NULL. Stems begin as their words do, which spares making most
 * of them. */
static const wanted *find_wanted(searcher *x, const wanted_list *list, text folded) {
  for (size_t i = 0; i < list->count; i++) {
    const wanted *w = &list->items[i];
    if (!w->stem.size || !folded.size || w->stem.data[0] != folded.data[0]) continue;
    if (w->beginning ? text_starts(folded, w->stem)
                     : text_equal(stemmer_stem(x->stemmer, folded), w->stem))
      return w;
  }
  return NULL;
}

static bool add_marks(searcher *x, const wanted_list *list, text shown, arena *a, spans *marks) {
  units parts = {0};
  if (!text_units(x, shown, a, &parts)) return false;
  for (size_t i = 0; i < parts.count; i++)
    if (find_wanted(x, list, parts.items[i].text))
      *list_push(a, marks) = (span){parts.items[i].from, parts.items[i].to - parts.items[i].from};
  return true;
}

/* --- Sentences --- */

/* The end of the sentence that begins at `from`: behind a full stop, question mark or exclamation
 * mark that is followed by a space and a capital or digit. */
static size_t sentence_end(text whole, size_t from) {
  for (size_t at = from; at + 2 < whole.size; at++) {
    char mark = whole.data[at], next = whole.data[at + 2];
    if ((mark == '.' || mark == '?' || mark == '!') && whole.data[at + 1] == ' ' &&
        (ascii_is_upper(next) || ascii_is_digit(next)))
      return at + 1;
  }
  return whole.size;
}

/* What a sentence is worth: the factors of the different wanted that stand in it. */
static double sentence_value(searcher *x, const wanted_list *list, text sentence, size_t *first) {
  word next;
  uint64_t seen = 0;
  double value = 0;
  words_start(x->walk, sentence);
  while (words_next(x->walk, &next)) {
    const wanted *w = find_wanted(x, list, next.text);
    if (!w) continue;
    uint64_t bit = UINT64_C(1) << (size_t)(w - list->items) % 64;
    if (seen & bit) continue;
    if (!seen) *first = next.from;
    seen |= bit;
    value += w->factor > 0 ? w->factor : 1e-6;
  }
  return value;
}

/* Moves a cut off the middle of a word. */
static size_t to_space(text whole, size_t at) {
  while (at > 0 && at < whole.size && whole.data[at] != ' ') at--;
  return at;
}

/* A long sentence is cut around its first wanted word. */
static text cut_sentence(text sentence, size_t first, arena *a) {
  if (sentence.size <= SNIPPET_LONGEST) return sentence;
  size_t from = first > SNIPPET_BEFORE ? to_space(sentence, first - SNIPPET_BEFORE) : 0;
  size_t to = from + SNIPPET_LONGEST;
  to = to < sentence.size ? to_space(sentence, to) : sentence.size;
  if (to <= from) to = sentence.size;
  text cut = text_trim(text_slice(sentence, from, to));
  if (from) cut = arena_join(a, TEXT("\xE2\x80\xA6"), TEXT(" "), cut);
  if (to < sentence.size) cut = arena_join(a, cut, TEXT(" "), TEXT("\xE2\x80\xA6"));
  return cut;
}

static text best_passage(searcher *x, const wanted_list *list, const record *r, arena *a) {
  text best = {"", 0};
  double most = 0;
  size_t first = 0, best_first = 0;
  for (size_t i = 0; i < r->abstract.count; i++) {
    text whole = r->abstract.items[i].text;
    for (size_t from = 0; from < whole.size;) {
      size_t end = sentence_end(whole, from);
      text sentence = text_trim(text_slice(whole, from, end));
      double value = sentence_value(x, list, sentence, &first);
      if (value > most) most = value, best = sentence, best_first = first;
      from = end;
    }
  }
  return cut_sentence(best, best_first, a);
}

bool snippet_mark(searcher *x, const scored_terms *terms, hit *h, arena *a) {
  wanted_list list = {0};
  for (size_t i = 0; i < terms->count; i++)
    if (!add_wanted(x, &terms->items[i], a, &list)) return false;
  if (!list.count) return true;
  h->snippet = best_passage(x, &list, h->record, a);
  return add_marks(x, &list, h->record->title, a, &h->title_marks) &&
         add_marks(x, &list, h->snippet, a, &h->snippet_marks) && !arena_failed(a);
}
