/* Gathering tokens into terms. */
#include "query/term.h"

#include <string.h>

#include "query/leaf.h"
#include "query/period.h"
#include "text/stem.h"

void term_add(term *t, const token *part) { *list_push(t->scope->arena, &t->parts) = *part; }

bool term_is_ended_by(const term *t, const token *next) {
  if (t->parts.count == 0) return false;
  const token *last = &t->parts.items[t->parts.count - 1];
  if (next->kind == TOKEN_COLON || last->kind == TOKEN_COLON) return false;
  if (next->kind == TOKEN_QUOTED) return true;
  if (next->text.data[0] == '=' || last->text.data[0] == '=') return true;
  bool qualifier = next->text.data[0] == '/' && next->from == last->to;
  return last->kind == TOKEN_QUOTED && !qualifier;
}

/* ---- Untagged ---- */

static bool is_small_operator(text word) {
  return text_equal(word, TEXT("or")) || text_equal(word, TEXT("not"));
}

static bool is_stop(text word) {
  char small[16];
  if (word.size > sizeof small) return false;
  for (size_t i = 0; i < word.size; i++) small[i] = ascii_lower(word.data[i]);
  text folded = {small, word.size};
  return word_is_stop(folded) || is_small_operator(folded);
}

/* Marks the stop words of a run, unless it has no others. */
static void mark_stop_words(const scope *s, query *run) {
  size_t stops = 0;
  for (size_t i = 0; i < run->items.count; i++) stops += is_stop(run->items.items[i]->text);
  if (stops == run->items.count) return;
  for (size_t i = 0; i < run->items.count; i++) {
    query *word = run->items.items[i];
    word->stop = is_stop(word->text);
    if (is_small_operator(word->text))
      scope_note(s, "\"%.*s\" is read as a word and passed over; operators are in capitals",
                 TEXT_ARG(word->text));
  }
}

/* A heading with its subheading in the parts `from` to `to`; NULL where they are something else. */
static query *read_heading(const term *t, size_t from, size_t to) {
  size_t start = t->parts.items[from].from, end = t->parts.items[to - 1].to;
  return leaf_bare_heading(t->scope, text_slice(t->scope->typed, start, end));
}

/* The words of parts `from` to `to`, side by side: a word, a QUERY_RUN or a heading. */
static bool end_run(const term *t, levels *l, size_t from, size_t to) {
  if (from == to) return true;
  const scope *s = t->scope;
  query *head = read_heading(t, from, to);
  if (head) return levels_operand(l, head);
  query *run = query_new(s->arena, QUERY_RUN);
  for (size_t i = from; i < to; i++) {
    query *word = leaf_word(s, scan_trim(t->parts.items[i].text, ""), QUERY_WORD);
    if (!word) return false;
    query_add(s->arena, run, word);
  }
  if (arena_failed(s->arena)) return error_memory(s->error);
  if (run->items.count == 1) return levels_operand(l, run->items.items[0]);
  mark_stop_words(s, run);
  run->from = t->parts.items[from].from;
  run->size = t->parts.items[to - 1].to - run->from;
  run->text = scan_clean(s->arena, text_slice(s->typed, run->from, run->from + run->size));
  return levels_operand(l, run);
}

/* A part that stands for itself: a quoted string, a truncated or exact word, an identifier. NULL
 * with *fault false where it is a plain word. */
static query *read_alone(const scope *s, const token *part, bool *fault) {
  query *q;
  bool quoted = part->kind == TOKEN_QUOTED;
  bool marked = part->text.data[0] == '=' || memchr(part->text.data, '*', part->text.size);
  size_t inner = leaf_place(s, part->text);
  if (quoted || marked) q = leaf_read(s, inner, inner + part->text.size, quoted, NULL);
  else q = leaf_bare(s, scan_trim(part->text, ""));
  *fault = !q && (quoted || marked);
  if (q) q->from = part->from, q->size = part->to - part->from;
  return q;
}

/* The first `count` parts, each by itself but for words side by side. */
static bool end_parts(const term *t, levels *l, size_t count) {
  size_t start = 0;
  for (size_t i = 0; i < count; i++) {
    const token *part = &t->parts.items[i];
    bool fault = false, colon = part->kind == TOKEN_COLON;
    query *alone = colon ? NULL : read_alone(t->scope, part, &fault);
    if (fault) return false;
    if (!alone && !colon) continue;
    if (!end_run(t, l, start, i)) return false;
    if (alone && !levels_operand(l, alone)) return false;
    start = i + 1;
  }
  return end_run(t, l, start, count);
}

/* The first `count` parts. */
static bool end_untagged(const term *t, levels *l, size_t count) {
  if (count == 0) return true;
  bool both = count > 1 && t->parts.items[0].kind == TOKEN_QUOTED;
  for (size_t i = 1; i < count; i++) both = both && t->parts.items[i].kind == TOKEN_WORD;
  query *head = both ? read_heading(t, 0, count) : NULL; /* "breast neoplasms"/dt */
  if (!head) return end_parts(t, l, count);
  head->quoted = true;
  return levels_operand(l, head);
}

bool term_end_untagged(term *t, levels *l) {
  bool done = end_untagged(t, l, t->parts.count);
  t->parts.count = 0;
  return done;
}

/* ---- Tagged ---- */

/* How many parts stand before the date at the end: "cancer 2019:2024[dp]" asks for both. */
static size_t count_before_date(const term *t) {
  size_t first = t->parts.count;
  while (first > 0) {
    const token *part = &t->parts.items[first - 1];
    if (part->kind == TOKEN_WORD && !period_is_part(part->text)) break;
    first--;
  }
  return first == t->parts.count ? 0 : first;
}

/* The term of the parts from `start` on. */
static query *read_tagged(const term *t, const tag *its, size_t start) {
  const token *first = &t->parts.items[start], *last = &t->parts.items[t->parts.count - 1];
  size_t from = first->from, to = last->to;
  bool quoted = false;
  for (size_t i = start; i < t->parts.count; i++) quoted |= t->parts.items[i].kind == TOKEN_QUOTED;
  if (first == last && quoted) {
    from = leaf_place(t->scope, first->text);
    to = from + first->text.size;
  } else if (quoted && its->field->kind == FIELD_WORDS) {
    scope_fail(t->scope, from, "[%s] has no ranges", its->field->name);
    return NULL;
  }
  query *q = leaf_read(t->scope, from, to, quoted, its);
  if (q) q->from = first->from, q->size = last->to - first->from;
  return q;
}

query *term_end_tagged(term *t, const tag *its, levels *l) {
  size_t before = its->field->kind == FIELD_DATE ? count_before_date(t) : 0;
  query *q = end_untagged(t, l, before) ? read_tagged(t, its, before) : NULL;
  t->parts.count = 0;
  return q;
}

/* ---- A tag behind a bracket ---- */

static query *tag_leaf(const scope *s, const query *q, const tag *t) {
  size_t from = q->from, to = q->from + q->size;
  if (q->quoted) {
    from += scan_quote(text_slice(s->typed, from, to));
    do to--;
    while (to > from && !scan_quote(text_slice(s->typed, to, q->from + q->size)));
  }
  query *again = leaf_read(s, from, to, q->quoted, t);
  if (again) again->from = q->from, again->size = q->size;
  return again;
}

query *term_tag_group(const scope *s, query *group, const tag *t, bool *tagged) {
  switch (group->kind) {
    case QUERY_AND:
    case QUERY_OR:
    case QUERY_NOT:
      break;
    case QUERY_ALL:
    case QUERY_NOTHING:
    case QUERY_HISTORY:
    case QUERY_SAVED:
      return group;
    default:
      if (group->field) return group;
      *tagged = true;
      return tag_leaf(s, group, t);
  }
  for (size_t i = 0; i < group->items.count; i++) {
    query *item = term_tag_group(s, group->items.items[i], t, tagged);
    if (!item) return NULL;
    group->items.items[i] = item;
  }
  return group;
}
