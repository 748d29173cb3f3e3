/* Walking a query for untagged words, and finding the longest runs of them that mean something. */
#include "search/mapping.h"

#include "search/meaning.h"
#include "search/vocabulary.h"
#include "text/stem.h"

enum { MOST_WORDS = 12 }; /* no term is longer that anybody types */

typedef struct mapper {
  searcher *x;
  translations *told;
  bool words, names; /* whether words are looked up; whether headings get their names */
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

/* `self`: the words as they are, where they mean nothing. */
static query *map_run(const mapper *m, query *self, query *const *words, size_t count) {
  query *all = query_new(m->a, QUERY_AND);
  bool any;
  run r = {words, arena_alloc(m->a, count * sizeof(text)), count};
  if (arena_failed(m->a)) return error_memory(m->e), NULL;
  for (size_t i = 0; i < count; i++) r.keys[i] = mesh_key(m->x->walk, words[i]->text, m->a);
  if (!map_words(m, &r, all, &any)) return NULL;
  if (!any) return self;
  all->from = self->from, all->size = self->size;
  return all->items.count == 1 ? all->items.items[0] : all;
}

/* The words of a phrase that has no quotes: "heart attack[all]" is looked up, as "heart attack"
 * without a tag is. */
static query *map_phrase(const mapper *m, query *self) {
  LIST_OF(query *) words = {0};
  text rest = self->text, piece;
  while (text_take_until(&rest, ' ', &piece)) {
    query *word = query_new(m->a, QUERY_WORD);
    word->field = self->field;
    word->text = piece;
    word->stop = word_is_stop(piece);
    *list_push(m->a, &words) = word;
  }
  return map_run(m, self, words.items, words.count);
}

/* --- The whole query --- */

/* Words without a tag, and with [all], mean what they are called; where a star or quotes stand,
 * they mean themselves. */
static bool is_open(const query *q) {
  return !q->quoted && (!q->field || text_equal(text_of(q->field->name), TEXT("all")));
}

/* A heading by the name that it has, where it was asked for by another one of its terms: it finds
 * the same, and is of use to those who are told only. */
static query *map_heading(const mapper *m, query *self) {
  mesh_records found;
  if (!vocabulary_find(m->x, MESH_DESCRIPTOR, self->text, &found, m->a, m->e)) return NULL;
  if (found.count != 1 || text_equal_nocase(found.items[0].name, self->text)) return self;
  side_by_side typed = {.typed = self->text};
  self->text = found.items[0].name;
  self->quoted = true;
  return tell(m, &typed, self) ? self : NULL;
}

static bool is_heading(const query *q) {
  if (q->kind != QUERY_VALUE || q->quoted || q->truncated) return false;
  text field = text_of(q->field->name);
  return text_equal(field, TEXT("mh")) || text_equal(field, TEXT("majr"));
}

static query *map_query(const mapper *m, const query *q) {
  query *copy = query_copy(m->a, q);
  if (m->names && is_heading(q)) return map_heading(m, copy);
  if (m->words && q->kind == QUERY_RUN) return map_run(m, copy, q->items.items, q->items.count);
  if (m->words && q->kind == QUERY_WORD && is_open(q)) return map_run(m, copy, &copy, 1);
  if (m->words && q->kind == QUERY_PHRASE && is_open(q) &&
      text_find_byte(q->text, '*') == TEXT_NONE)
    return map_phrase(m, copy);
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

static query *map_all(const mapper *m, const query *q) {
  query *mapped = map_query(m, q);
  if (mapped && arena_failed(m->a)) return error_memory(m->e), NULL;
  return mapped;
}

query *mapping_apply(searcher *x, const query *q, translations *told, arena *a, error *e) {
  mapper m = {.x = x, .told = told, .words = true, .names = told, .a = a, .e = e};
  return map_all(&m, q);
}

query *mapping_name_headings(searcher *x, const query *q, arena *a, error *e) {
  mapper m = {.x = x, .names = true, .a = a, .e = e};
  return map_all(&m, q);
}
