/* Terms in running text: words, prefixes, phrases and proximity. Terms in other fields are in
 * value.c. */
#include "query/leaf.h"

#include <string.h>

#include "query/value.h"

enum { FEWEST_LETTERS = 2 }; /* before a star; PubMed itself asks for four */

size_t leaf_place(const scope *s, text inside) { return (size_t)(inside.data - s->typed.data); }

/* ---- One word ---- */

/* The signs that other wildcards of a QUERY_WILD have are punctuation in PubMed's language. */
static bool check_wild(const scope *s, text word) {
  for (size_t i = 0; i < word.size; i++)
    if (strchr("#?$", word.data[i]))
      return scope_fail(s, leaf_place(s, word) + i, "%c has no meaning beside * inside a word",
                        word.data[i]);
  return true;
}

query *leaf_word(const scope *s, text word, query_kind plain) {
  size_t star = text_find_byte(word, '*'), place = leaf_place(s, word);
  text stem = text_trim_end(word, "*");
  query *q = query_new(s->arena, star == TEXT_NONE ? plain : QUERY_PREFIX);
  q->text = stem;
  q->from = place, q->size = word.size;
  if (star == TEXT_NONE) return q;
  if (scan_letters(text_slice(word, 0, star)) < FEWEST_LETTERS) {
    scope_fail(s, place + star, "* needs at least %d letters before it", FEWEST_LETTERS);
    return NULL;
  }
  if (star < stem.size) {
    q->kind = QUERY_WILD;
    q->text = word;
    if (!check_wild(s, word)) return NULL;
    scope_note(s, "\"%.*s\": PubMed itself knows * only at the end of a word",
               TEXT_ARG(scan_shown(word)));
  }
  return q;
}

/* ---- Several words ---- */

/* The words of a term, without the punctuation around them; what has neither letter nor star is
 * left out. */
static texts split_words(const scope *s, text slice) {
  texts words = {0};
  text piece;
  while (scan_take(&slice, &piece)) {
    piece = scan_trim(piece, "*");
    if (scan_has_letter(piece) || text_find_byte(piece, '*') != TEXT_NONE)
      *list_push(s->arena, &words) = piece;
  }
  return words;
}

static text join_words(arena *a, const texts *words) {
  size_t size = 0;
  for (size_t i = 0; i < words->count; i++) size += words->items[i].size + 1;
  char *joined = arena_alloc(a, size);
  if (!joined) return (text){"", 0};
  size = 0;
  for (size_t i = 0; i < words->count; i++) {
    if (i) joined[size++] = ' ';
    memcpy(joined + size, words->items[i].data, words->items[i].size);
    size += words->items[i].size;
  }
  return (text){joined, size};
}

/* Words near each other, or in order where a phrase cannot say it. */
static query *read_near(const scope *s, const texts *words, bool ordered, unsigned distance) {
  query *near = query_new(s->arena, QUERY_NEAR);
  near->ordered = ordered;
  near->distance = distance;
  for (size_t i = 0; i < words->count; i++) {
    query *item = leaf_word(s, words->items[i], QUERY_EXACT);
    if (!item) return NULL;
    query_add(s->arena, near, item);
  }
  return near;
}

/* Whether a star stands anywhere but at the very end. */
static bool has_inner_star(const texts *words) {
  for (size_t i = 0; i < words->count; i++) {
    text stem = words->items[i];
    if (i + 1 == words->count) stem = text_trim_end(stem, "*");
    if (text_find_byte(stem, '*') != TEXT_NONE) return true;
  }
  return false;
}

static query *read_phrase(const scope *s, const texts *words) {
  if (has_inner_star(words)) return read_near(s, words, true, 0);
  query *last = leaf_word(s, words->items[words->count - 1], QUERY_EXACT);
  if (!last) return NULL;
  query *q = query_new(s->arena, QUERY_PHRASE);
  q->text = join_words(s->arena, words);
  return q;
}

static query *read_single(const scope *s, text slice, text word, bool quoted) {
  query_kind plain = QUERY_WORD;
  if (quoted) plain = QUERY_PHRASE;
  else if (slice.data[0] == '=') plain = QUERY_EXACT;
  return leaf_word(s, word, plain);
}

static query *read_words(const scope *s, text slice, bool quoted, const tag *t) {
  texts words = split_words(s, slice);
  query *q;
  if (words.count == 0) {
    scope_fail(s, leaf_place(s, slice), "there is no word to search for");
    return NULL;
  }
  if (words.count == 1) q = read_single(s, slice, words.items[0], quoted);
  else if (t && t->near) q = read_near(s, &words, false, t->distance);
  else q = read_phrase(s, &words);
  if (q) q->quoted = quoted && (q->kind != QUERY_NEAR || q->ordered);
  return q;
}

query *leaf_read(const scope *s, size_t from, size_t to, bool quoted, const tag *t) {
  text slice = text_slice(s->typed, from, to);
  if (slice.size == 0) slice.data = s->typed.data + from;
  bool running = !t || t->field->kind == FIELD_WORDS;
  query *q = running ? read_words(s, slice, quoted, t) : value_read(s, slice, quoted, t);
  if (!q) return NULL;
  if (t && !q->field && q->kind != QUERY_ALL && q->kind != QUERY_NOTHING && q->kind != QUERY_OR)
    q->field = t->field;
  q->from = from, q->size = to - from;
  return q;
}
