/* Ovid's words, phrases, headings and lines as nodes without fields. */
#include "query/ovid_term.h"

#include <string.h>

#include "base/buffer.h"
#include "query/leaf.h"
#include "query/qualifier.h"

enum { LONGEST_LINE = 4, MOST_LINES = 1000 };

/* ---- Words ---- */

static bool is_wildcard(char byte) { return byte && strchr("*$#?", byte); }

/* The wildcards as a QUERY_WILD has them: $ and * with a number $n, without one *. */
static text wild_pattern(const scope *s, text word) {
  char *pattern = arena_alloc(s->arena, word.size);
  size_t size = 0;
  if (!pattern) return word;
  for (size_t i = 0; i < word.size; i++) {
    bool limited = i + 1 < word.size && ascii_is_digit(word.data[i + 1]);
    bool any = word.data[i] == '*' || word.data[i] == '$';
    pattern[size++] = any ? (limited ? '$' : '*') : word.data[i];
  }
  return (text){pattern, size};
}

/* EXACT, PREFIX or WILD, with its place. */
static query *read_word(const scope *s, text word) {
  if (word.size > 1 && word.data[word.size - 1] == ':') /* the older sign of truncation */
    word = arena_printf(s->arena, "%.*s*", (int)word.size - 1, word.data);
  text stem = text_trim_end(word, "*$");
  size_t first = 0;
  while (first < word.size && !is_wildcard(word.data[first])) first++;
  query *q = query_new(s->arena, QUERY_EXACT);
  q->text = word;
  if (first == word.size) return q;
  q->kind = first == stem.size ? QUERY_PREFIX : QUERY_WILD;
  q->text = q->kind == QUERY_PREFIX ? stem : wild_pattern(s, word);
  return q;
}

static bool add_words(const scope *s, query *sequence, const ovid_token *part) {
  text rest = part->text, piece;
  while (scan_take(&rest, &piece)) {
    text word = scan_trim(piece, "*$#?:");
    if (!word.size || text_equal(word, TEXT(":"))) continue;
    query *item = read_word(s, word);
    item->from = leaf_place(s, word), item->size = word.size;
    if (is_wildcard(word.data[0]))
      return scope_fail(s, item->from, "a wildcard needs letters before it");
    query_add(s->arena, sequence, item);
  }
  return true;
}

/* ---- Phrases ---- */

static bool is_phrase(const query *sequence) {
  if (sequence->kind != QUERY_NEAR || !sequence->ordered || sequence->distance) return false;
  for (size_t i = 0; i < sequence->items.count; i++) {
    const query *item = sequence->items.items[i];
    bool last = i + 1 == sequence->items.count, whole = item->kind == QUERY_EXACT;
    if (item->kind == QUERY_PHRASE) whole = text_find_byte(item->text, '*') == TEXT_NONE;
    if (!whole && !(last && (item->kind == QUERY_PREFIX || item->kind == QUERY_PHRASE)))
      return false;
  }
  return true;
}

static text joined(const scope *s, const query *sequence) {
  buffer words = {0};
  for (size_t i = 0; i < sequence->items.count; i++) {
    const query *item = sequence->items.items[i];
    if (i) buffer_add_byte(&words, ' ');
    buffer_add(&words, item->text);
    if (item->kind == QUERY_PREFIX) buffer_add_byte(&words, '*');
  }
  if (words.failed) s->arena->failed = true;
  text all = arena_text(s->arena, buffer_text(&words));
  buffer_finish(&words);
  return all;
}

query *ovid_phrase(const scope *s, query *sequence) {
  if (!is_phrase(sequence)) return sequence;
  query *phrase = query_new(s->arena, QUERY_PHRASE);
  phrase->text = joined(s, sequence);
  phrase->quoted = true;
  phrase->from = sequence->from, phrase->size = sequence->size;
  return phrase;
}

/* Words in order as the simplest node that says so. */
static query *simplest(const scope *s, query *sequence, bool quoted) {
  query *only = sequence->items.count == 1 ? sequence->items.items[0] : NULL;
  sequence->ordered = true;
  sequence->quoted = true;
  if (!only) return ovid_phrase(s, sequence);
  if (only->kind == QUERY_EXACT) only->kind = quoted ? QUERY_PHRASE : QUERY_WORD;
  only->quoted = quoted;
  return only;
}

query *ovid_term(const scope *s, const ovid_token *parts, size_t count) {
  query *sequence = query_new(s->arena, QUERY_NEAR), *q;
  if (parts[0].kind == OVID_WORD && text_equal_nocase(parts[0].text, TEXT("exp"))) {
    scope_fail(s, parts[0].from, "exp needs a heading, which ends in a slash");
    return NULL;
  }
  for (size_t i = 0; i < count; i++)
    if (!add_words(s, sequence, &parts[i])) return NULL;
  if (sequence->items.count == 0) {
    scope_fail(s, parts[0].from, "there is no word to search for");
    return NULL;
  }
  q = simplest(s, sequence, count == 1 && parts[0].kind == OVID_QUOTED);
  q->from = parts[0].from;
  q->size = parts[count - 1].to - q->from;
  if (q->kind == QUERY_WORD && q->text.size <= LONGEST_LINE && text_all_digits(q->text))
    q->kind = QUERY_HISTORY;
  return q;
}

/* ---- Headings ---- */

query *ovid_heading(const scope *s, const ovid_token *t) {
  query *all = query_new(s->arena, QUERY_OR);
  text rest = t->qualifiers, code;
  do {
    text_take_until(&rest, ',', &code);
    query *q = query_new(s->arena, QUERY_VALUE);
    q->field = field_find(t->major ? TEXT("majr") : TEXT("mh"));
    q->text = scan_clean(s->arena, t->text);
    q->qualifier = qualifier_name(code);
    q->no_explode = !t->explode;
    q->quoted = true;
    q->from = t->from, q->size = t->to - t->from;
    query_add(s->arena, all, q);
  } while (rest.data);
  all->from = t->from, all->size = t->to - t->from;
  return all->items.count == 1 ? all->items.items[0] : all;
}

/* ---- Lines ---- */

static bool add_lines(const scope *s, query *all, const ovid_token *t, text range) {
  text low, high;
  long long from, to;
  if (!text_cut(text_trim(range), TEXT("-"), &low, &high)) high = low;
  if (low.size > LONGEST_LINE || high.size > LONGEST_LINE || !text_to_number(low, &from) ||
      !text_to_number(high, &to) || to < from || to - from >= MOST_LINES)
    return scope_fail(s, t->from, "\"%.*s\" is no range of lines", TEXT_ARG(scan_shown(range)));
  for (; from <= to; from++) {
    query *line = query_new(s->arena, QUERY_HISTORY);
    line->text = arena_printf(s->arena, "%lld", from);
    line->from = t->from, line->size = t->to - t->from;
    query_add(s->arena, all, line);
  }
  return true;
}

query *ovid_combine(const scope *s, const ovid_token *t) {
  query *all = query_new(s->arena, t->all ? QUERY_AND : QUERY_OR);
  text rest = text_trim_end(t->text, ", "), range;
  while (text_take_until(&rest, ',', &range))
    if (!add_lines(s, all, t, range)) return NULL;
  all->from = t->from, all->size = t->to - t->from;
  return all->items.count == 1 ? all->items.items[0] : all;
}
