/* Explaining a score: the same sum as in score.c, term by term and column by column. */
#include "search/explain.h"

#include <stdlib.h>

#include "model/identifier.h"

/* --- One term in one article --- */

static bool find_place(const postings *list, uint16_t place, uint32_t *at) {
  uint32_t low = 0, high = list->count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (list->places[middle] < place) low = middle + 1;
    else high = middle;
  }
  *at = low;
  return low < list->count && list->places[low] == place;
}

/* What the postings say of the article; a value, which has no code, is a heading. */
static bool posted_code(const explanation *why, const scored_term *t, article_id id, arena *a,
                        uint16_t *code, bool *has, error *e) {
  const segment_row *row = searcher_segment(why->x, id);
  const segments *all = &why->x->segments;
  postings list;
  uint32_t at;
  *has = false;
  if (!row) return true;
  if (!lists_read(why->x->store, row->id, t->term, &t->lists[row - all->list.items].entry, a,
                  &list, e))
    return false;
  *has = find_place(&list, (uint16_t)(id - row->first), &at);
  if (*has) *code = list.codes ? list.codes[at] : 0;
  return true;
}

static bool matched_code(const matches *found, article_id id, uint16_t *code) {
  size_t low = 0, high = found->count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (found->items[middle].id < id) low = middle + 1;
    else high = middle;
  }
  if (low == found->count || found->items[low].id != id) return false;
  *code = found->items[low].code;
  return true;
}

/* Divides the score of a term among the columns. */
static void fill_share(const explanation *why, const scored_term *t, article_id id, uint16_t code,
                       score_share *s) {
  bool value = t->lists && !block_key_is_word(t->term);
  double f = value ? 1 : score_frequency(why->p, code, t->columns);
  if (f <= 0) return;
  s->score = t->factor * f / (f + score_dampening(why->x, why->p, searcher_length(why->x, id)));
  if (value) s->columns[COLUMN_MESH] = s->score;
  for (unsigned c = 0; !value && c < COLUMN_COUNT; c++)
    if (t->columns & 1u << c) s->columns[c] = s->score * why->p->weights[c] * code_in(code, c) / f;
}

static bool preferred_id(searcher *x, article_id id, arena *a, text *shown, error *e) {
  record r;
  bool there;
  *shown = (text){"", 0};
  record_init(&r, a);
  if (!article_get(x->store, id, &r, &there, e)) return false;
  const identifier *preferred = there ? record_preferred_id(&r) : NULL;
  if (preferred) *shown = identifier_short(a, *preferred);
  return true;
}

/* The articles that a term was taken from. */
static bool add_sources(const explanation *why, const scored_term *t, arena *a, texts *sources,
                        error *e) {
  for (size_t i = 0; why->from && i < why->from->count; i++) {
    if (!(t->sources & 1u << i)) continue;
    if (!preferred_id(why->x, why->from->items[i].id, a, list_push(a, sources), e)) return false;
  }
  return true;
}

static bool add_term(const explanation *why, const scored_term *t, article_id id, arena *a, hit *h,
                     error *e) {
  score_share s = {.words = t->label, .weight = t->weight, .records = t->records};
  uint16_t code = 0;
  bool has = false;
  if (t->lists && !posted_code(why, t, id, a, &code, &has, e)) return false;
  if (!t->lists && t->found) has = matched_code(t->found, id, &code);
  if (has) fill_share(why, t, id, code, &s);
  if (s.score <= 0) return true;
  if (!add_sources(why, t, a, &s.sources, e)) return false;
  *list_push(a, &h->shares) = s;
  return true;
}

/* --- An article --- */

static bool add_neighbours(const explanation *why, article_id id, arena *a, hit *h, error *e) {
  proximity_gains gains = {0};
  double sum;
  if (!why->near) return true;
  if (!proximity_score(why->near, id, &sum, a, &gains, e)) return false;
  for (size_t i = 0; i < gains.count; i++) {
    const proximity_gain *g = &gains.items[i];
    const scored_term *all = why->near->q->terms.items;
    text both = arena_join(a, all[g->pair.first].label, TEXT(" "), all[g->pair.second].label);
    *list_push(a, &h->shares) = (score_share){.words = both, .near = true, .score = g->score};
  }
  return true;
}

static int larger_first(const void *a, const void *b) {
  const score_share *x = a, *y = b;
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  return text_compare(x->words, y->words);
}

static bool explain_hit(const explanation *why, article_id id, arena *a, hit *h, error *e) {
  double sum = 0;
  for (size_t k = 0; k < why->terms->count; k++)
    if (!add_term(why, &why->terms->items[k], id, a, h, e)) return false;
  for (size_t k = 0; k < h->shares.count; k++) sum += h->shares.items[k].score;
  /* Neighbours have been looked at in the best articles alone. */
  if (h->score > sum + 1e-9 && !add_neighbours(why, id, a, h, e)) return false;
  if (h->shares.count)
    qsort(h->shares.items, h->shares.count, sizeof *h->shares.items, larger_first);
  return true;
}

bool explain_hits(const explanation *why, const scored *best, hit *hits, size_t count, arena *a,
                  error *e) {
  for (size_t i = 0; i < count; i++)
    if (!explain_hit(why, best[i].id, a, &hits[i], e)) return false;
  return !arena_failed(a) || error_memory(e);
}

bool explain_added(const explanation *why, arena *a, texts *notices, error *e) {
  text all = {"", 0};
  for (size_t i = 0; i < why->terms->count; i++) {
    const scored_term *t = &why->terms->items[i];
    texts sources = {0};
    if (!t->sources) continue;
    if (!add_sources(why, t, a, &sources, e)) return false;
    text one = arena_printf(a, "%.*s (%.*s)", TEXT_ARG(t->label),
                            TEXT_ARG(texts_join(a, &sources, TEXT(", "))));
    all = arena_join(a, all, TEXT("; "), one);
  }
  if (all.size)
    *list_push(a, notices) =
        arena_printf(a, "words added by the best records: %.*s", TEXT_ARG(all));
  return true;
}
