/* Walking a query for untagged words, and finding the longest runs of them that mean something. */
#include "search/mapping.h"

#include "search/meaning.h"

enum { MOST_WORDS = 12 }; /* no term is longer that anybody types */

typedef struct mapper {
  searcher *x;
  translations *told;
  arena *a;
  error *e;
} mapper;

/* --- Runs of words --- */

/* The run's words and their keys. */
typedef struct run {
  query *const *words;
  text *keys;
  size_t count;
} run;

static text joined(const texts *pieces, arena *a) {
  text whole = {"", 0};
  for (size_t i = 0; i < pieces->count; i++)
    whole = arena_join(a, whole, TEXT(" "), pieces->items[i]);
  return whole;
}

static side_by_side slice(const mapper *m, const run *r, size_t from, size_t count) {
  texts typed = {0}, keys = {.items = r->keys + from, .count = count};
  for (size_t i = from; i < from + count; i++) *list_push(m->a, &typed) = r->words[i]->text;
  return (side_by_side){r->words + from, count, joined(&typed, m->a), joined(&keys, m->a)};
}

/* The longest meaning of words from this place on; how many they are, 0 where there is none. */
static bool find_longest(const mapper *m, const run *r, size_t from, size_t *count,
                         side_by_side *words, meaning *found) {
  size_t left = r->count - from;
  for (*count = left < MOST_WORDS ? left : MOST_WORDS; *count; --*count) {
    *words = slice(m, r, from, *count);
    if (!meaning_find(m->x, words, found, m->a, m->e)) return false;
    if (meaning_is_any(found)) return true;
  }
  return true;
}

static bool tell(const mapper *m, const side_by_side *words, const query *meaning) {
  if (m->told) *list_push(m->a, m->told) = (translation){words->typed, meaning};
  return !arena_failed(m->a) || error_memory(m->e);
}

/* Adds what the run means to `all`; *any: whether any of it means something. */
static bool map_words(const mapper *m, const run *r, query *all, bool *any) {
  *any = false;
  for (size_t at = 0, count; at < r->count; at += count) {
    side_by_side words;
    meaning found;
    query *one = NULL;
    if (!find_longest(m, r, at, &count, &words, &found)) return false;
    if (count) {
      one = meaning_query(m->x, &words, &found, m->a, m->e);
      if (!one || !tell(m, &words, one)) return false;
      *any = true;
    } else {
      count = 1;
      if (!r->words[at]->stop) one = r->words[at];
    }
    if (one) query_add(m->a, all, one);
  }
  return true;
}

static query *map_run(const mapper *m, const query *q) {
  query *all = query_new(m->a, QUERY_AND), *const self = query_copy(m->a, q);
  bool single = q->kind == QUERY_WORD, any;
  run r = {single ? &self : q->items.items, NULL, single ? 1 : q->items.count};
  r.keys = arena_alloc(m->a, r.count * sizeof *r.keys);
  if (arena_failed(m->a)) return error_memory(m->e), NULL;
  for (size_t i = 0; i < r.count; i++) r.keys[i] = mesh_key(m->x->walk, r.words[i]->text, m->a);
  if (!map_words(m, &r, all, &any)) return NULL;
  if (!any) return self;
  all->from = q->from, all->size = q->size;
  return all->items.count == 1 ? all->items.items[0] : all;
}

/* --- The whole query --- */

static query *map_query(const mapper *m, const query *q) {
  if (q->kind == QUERY_RUN || (q->kind == QUERY_WORD && !q->field)) return map_run(m, q);
  query *copy = query_copy(m->a, q);
  if (q->kind != QUERY_AND && q->kind != QUERY_OR && q->kind != QUERY_NOT) return copy;
  copy->items.items = NULL;
  copy->items.count = copy->items.capacity = 0;
  copy->height = 1, copy->leaves = 0;
  for (size_t i = 0; i < q->items.count; i++) {
    query *item = map_query(m, q->items.items[i]);
    if (!item) return NULL;
    query_add(m->a, copy, item);
  }
  return copy;
}

query *mapping_apply(searcher *x, const query *q, translations *told, arena *a, error *e) {
  mapper m = {x, told, a, e};
  query *mapped = map_query(&m, q);
  if (mapped && arena_failed(a)) return error_memory(e), NULL;
  return mapped;
}
