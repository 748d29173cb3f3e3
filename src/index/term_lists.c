/* Term by term, in the order of their keys. */
#include "index/term_lists.h"

#include <stdlib.h>

#include "base/order.h"

enum { NO_WORD = UINT32_MAX };

/* --- Classes --- */

static void forget_classes(term_lists *t) {
  free(t->first);
  free(t->next);
  t->first = t->next = NULL;
}

void term_lists_finish(term_lists *t) {
  forget_classes(t);
  lists_writer_finish(&t->lists);
}

static bool make_classes(term_lists *t, const gathering *g, const dictionary_names *names) {
  const set *removed = gathering_removed(g);
  t->first = malloc((names->term_count + 1) * sizeof *t->first);
  t->next = malloc((names->word_count + 1) * sizeof *t->next);
  if (!t->first || !t->next) return false;
  for (size_t i = 0; i < names->term_count; i++) t->first[i] = NO_WORD;
  for (uint32_t i = 0; i < names->word_count; i++) {
    if (!inversion_has(&g->words, i, removed)) continue;
    t->next[i] = t->first[names->classes[i]];
    t->first[names->classes[i]] = i;
  }
  return true;
}

/* --- Lists --- */

/* The list of a stem class; gives how many postings it has. */
static uint32_t fill_class(term_lists *t, const gathering *g, uint32_t word) {
  const set *removed = gathering_removed(g);
  if (t->next[word] == NO_WORD)
    return class_list_single(inversion_start(&g->words, word, removed), t->places, t->codes);
  for (; word != NO_WORD; word = t->next[word])
    class_list_add(&t->class, inversion_start(&g->words, word, removed));
  return class_list_take(&t->class, t->places, t->codes);
}

/* The list of a value; gives how many postings it has. */
static uint32_t fill_value(term_lists *t, const gathering *g, uint32_t term) {
  inversion_walk walk = inversion_start(&g->values, term, gathering_removed(g));
  uint32_t count = 0;
  while (inversion_next(&walk)) t->places[count++] = (uint16_t)walk.place;
  return count;
}

static bool write_term(term_lists *t, const gathering *g, text key, uint32_t term, error *e) {
  bool is_class = t->first[term] != NO_WORD;
  postings list = {.places = t->places,
                   .codes = is_class ? t->codes : NULL,
                   .count = is_class ? fill_class(t, g, t->first[term]) : fill_value(t, g, term)};
  return lists_writer_add(&t->lists, key, &list, e);
}

/* The terms that occur, in order. NULL when memory has run out. */
static uint32_t *order_terms(const term_lists *t, const gathering *g, const dictionary_names *names,
                             size_t *count) {
  const set *removed = gathering_removed(g);
  uint32_t *ordered = malloc((names->term_count + 1) * sizeof *ordered);
  *count = 0;
  if (!ordered) return NULL;
  for (uint32_t i = 0; i < names->term_count; i++)
    if (t->first[i] != NO_WORD || inversion_has(&g->values, i, removed)) ordered[(*count)++] = i;
  if (order_by_text(ordered, *count, names->terms)) return ordered;
  free(ordered);
  return NULL;
}

bool term_lists_make(term_lists *t, const gathering *g, const dictionary_names *names, handover *to,
                     long long segment, error *e) {
  size_t count = 0;
  uint32_t *terms = make_classes(t, g, names) ? order_terms(t, g, names, &count) : NULL;
  bool good = terms || error_memory(e);
  lists_writer_start(&t->lists, NULL, to, segment, g->lengths,
                     segment_average(g->word_count, g->records));
  for (size_t i = 0; good && i < count; i++)
    good = write_term(t, g, names->terms[terms[i]], terms[i], e);
  free(terms);
  forget_classes(t);
  return good && lists_writer_end(&t->lists, e);
}
