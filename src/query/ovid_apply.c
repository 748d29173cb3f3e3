/* Giving Ovid's terms their fields. */
#include <string.h>

#include "query/ovid_term.h"
#include "query/period.h"
#include "query/qualifier.h"
#include "query/value.h"

/* ---- One leaf in one field ---- */

/* The words of a node as a value: "smith j", "random" with *truncated. */
static bool value_text(const scope *s, const query *q, text *value, bool *truncated) {
  *truncated = q->kind == QUERY_PREFIX;
  *value = q->text;
  if (q->kind == QUERY_NEAR) return false;
  size_t wildcard = 0;
  while (wildcard < value->size && !strchr("*$#?", value->data[wildcard])) wildcard++;
  if (wildcard == value->size) return true;
  if (q->kind == QUERY_WILD)
    scope_note(s, "\"%.*s\" is a whole value and is cut off at its wildcard",
               TEXT_ARG(scan_shown(*value)));
  *value = text_slice(*value, 0, wildcard);
  *truncated = true;
  return true;
}

/* 2020*, 202003*, 20200305 and ranges of these. */
static query *in_date(const scope *s, const query *q, text value, const field *f) {
  query *low = query_copy(s->arena, q), *high = query_copy(s->arena, q);
  text first, second;
  bool range = text_cut(value, TEXT(":"), &first, &second);
  low->field = high->field = f;
  low->kind = high->kind = QUERY_VALUE;
  low->quoted = false;
  if (!period_read_date(s, first, q->from, &low->text)) return NULL;
  if (!range) return low;
  if (!period_read_date(s, second, q->from, &high->text)) return NULL;
  return value_range(s, low, high);
}

static query *in_value(const scope *s, query *q, const field *f) {
  text value;
  q = ovid_phrase(s, q);
  bool truncated;
  if (!value_text(s, q, &value, &truncated)) {
    scope_fail(s, q->from, "[%s] holds whole values, so nothing in it is near anything", f->name);
    return NULL;
  }
  if (f->kind == FIELD_DATE) return in_date(s, q, value, f);
  query *leaf = query_copy(s->arena, q);
  leaf->kind = QUERY_VALUE;
  leaf->field = f;
  leaf->text = text_trim(value);
  leaf->truncated = truncated;
  leaf->quoted = !truncated && (f->kind == FIELD_NAME || f->kind == FIELD_HEADING);
  leaf->no_explode = !strcmp(f->name, "mh"); /* .sh. does not explode */
  text subheading = strcmp(f->name, "sh") ? (text){"", 0} : qualifier_name(leaf->text);
  if (subheading.size) leaf->text = subheading;
  return leaf;
}

enum { FEWEST_LETTERS = 2 }; /* before a star */

/* Whether every truncated word has letters enough. */
static bool check_stars(const scope *s, const query *q) {
  text stem = q->text;
  if (q->kind == QUERY_PHRASE) {
    size_t space = text_find_last(stem, TEXT(" "));
    if (space != TEXT_NONE) stem = text_slice(stem, space, stem.size);
    if (text_find_byte(stem, '*') == TEXT_NONE) return true;
  }
  if ((q->kind == QUERY_PREFIX || q->kind == QUERY_PHRASE) && scan_letters(stem) < FEWEST_LETTERS)
    return scope_fail(s, q->from, "* needs at least %d letters before it", FEWEST_LETTERS);
  for (size_t i = 0; i < q->items.count; i++)
    if (!check_stars(s, q->items.items[i])) return false;
  return true;
}

static query *in_field(const scope *s, query *q, const field *f) {
  if (f->kind != FIELD_WORDS) return in_value(s, q, f);
  if (!check_stars(s, q)) return NULL;
  query *leaf = query_copy(s->arena, ovid_phrase(s, q));
  if (leaf->kind == QUERY_HISTORY) leaf->kind = QUERY_WORD;
  leaf->field = f;
  return leaf;
}

/* ---- Trees ---- */

static bool is_settled(const query *q, bool numbers) {
  return q->field || q->kind == QUERY_ALL || q->kind == QUERY_NOTHING ||
         (q->kind == QUERY_HISTORY && !numbers);
}

static query *apply_leaf(const scope *s, query *q, const ovid_fields *fields) {
  query *all = query_new(s->arena, QUERY_OR);
  for (size_t i = 0; i < fields->count; i++) {
    query *one = in_field(s, q, fields->items[i]);
    if (!one) return NULL;
    query_add(s->arena, all, one);
  }
  all->from = q->from, all->size = q->size;
  return all->items.count == 1 ? all->items.items[0] : all;
}

/* The node with these items instead of its own; alternatives that a leaf has become join an OR. */
static query *with_items(const scope *s, const query *q, query *const *asked) {
  query *again = query_new(s->arena, q->kind);
  again->from = q->from, again->size = q->size;
  for (size_t i = 0; i < q->items.count; i++) {
    bool became = asked[i]->kind == QUERY_OR && q->items.items[i]->kind != QUERY_OR;
    bool spread = became && q->kind == QUERY_OR;
    for (size_t j = 0; spread && j < asked[i]->items.count; j++)
      query_add(s->arena, again, asked[i]->items.items[j]);
    if (!spread) query_add(s->arena, again, asked[i]);
  }
  return again;
}

query *ovid_apply(const scope *s, query *q, const ovid_fields *fields, bool numbers) {
  if (is_settled(q, numbers)) return q;
  if (q->kind != QUERY_AND && q->kind != QUERY_OR && q->kind != QUERY_NOT)
    return apply_leaf(s, q, fields);
  LIST_OF(query *) asked = {0};
  bool changed = false;
  for (size_t i = 0; i < q->items.count; i++) {
    query *item = ovid_apply(s, q->items.items[i], fields, numbers);
    if (!item) return NULL;
    changed = changed || item != q->items.items[i];
    *list_push(s->arena, &asked) = item;
  }
  if (arena_failed(s->arena)) {
    error_memory(s->error);
    return NULL;
  }
  return changed ? with_items(s, q, asked.items) : q;
}
