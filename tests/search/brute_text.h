/* Words, phrases, wildcards and proximity by brute force. Each word of a query becomes a list that
 * says of every word of the records whether it is meant; then the places are looked through. */
#ifndef CARREL_TESTS_SEARCH_BRUTE_TEXT_H
#define CARREL_TESTS_SEARCH_BRUTE_TEXT_H

#include "brute.h"

/* Which places a field looks at: Title, Abstract, Keywords, Mesh, Names, Journal and what else is
 * found in all fields only, aFfiliations, Other text words. */
static const struct {
  const char *field, *places;
} brute_fields[] = {
    {"all", "TAKMNJFO"}, {"ti", "T"}, {"ab", "A"}, {"tiab", "TAK"}, {"tw", "TAKMO"}, {"ot", "K"},
    {"ad", "F"},         {"tt", "T"}, {"cn", "N"}, {"book", "T"},   {"cois", "J"},
};

static inline const char *brute_places(const field *f) {
  if (!f) return brute_fields[0].places;
  for (size_t i = 0; i < sizeof brute_fields / sizeof *brute_fields; i++)
    if (strcmp(brute_fields[i].field, f->name) == 0) return brute_fields[i].places;
  ck_abort_msg("nothing is known of [%s]", f->name);
}

/* ---- Which words are meant ---- */

enum { BRUTE_FORM, BRUTE_EXACT, BRUTE_PREFIX, BRUTE_PATTERN };

static inline size_t brute_character(text word) {
  size_t size = 1;
  while (size < word.size && ((unsigned char)word.data[size] & 0xC0) == 0x80) size++;
  return size;
}

static inline text brute_after(text whole, size_t size) {
  return text_slice(whole, size, whole.size);
}

static inline bool brute_pattern(text pattern, text word);

/* At most `most` characters, and then the rest of the pattern. */
static inline bool brute_up_to(text rest, text word, size_t most) {
  for (size_t i = 0;; i++) {
    if (brute_pattern(rest, word)) return true;
    if (i == most || !word.size) return false;
    word = brute_after(word, brute_character(word));
  }
}

static inline bool brute_pattern(text pattern, text word) {
  if (!pattern.size) return !word.size;
  text rest = brute_after(pattern, 1);
  size_t digits = 0, most = 0;
  switch (pattern.data[0]) {
    case '*':
      return brute_up_to(rest, word, SIZE_MAX);
    case '?':
      return brute_up_to(rest, word, 1);
    case '#':
      return word.size && brute_pattern(rest, brute_after(word, brute_character(word)));
    case '$':
      for (; digits < rest.size && ascii_is_digit(rest.data[digits]); digits++)
        most = most * 10 + (size_t)(rest.data[digits] - '0');
      return brute_up_to(brute_after(rest, digits), word, digits ? most : SIZE_MAX);
    default:
      return word.size && word.data[0] == pattern.data[0] &&
             brute_pattern(rest, brute_after(word, 1));
  }
}

static inline bool brute_is(brute *b, const brute_word *wanted, text word, text stem) {
  switch (wanted->how) {
    case BRUTE_FORM:
      return text_equal(wanted->text, stem);
    case BRUTE_EXACT:
      return text_equal(wanted->text, word);
    case BRUTE_PREFIX:
      return text_starts(word, wanted->text);
    default:
      return (void)b, brute_pattern(wanted->text, word);
  }
}

static inline void brute_add_word(brute *b, brute_phrase *p, int how, text folded) {
  brute_word w = {how, arena_text(&b->asked, folded), arena_alloc(&b->asked, b->words.count + 1)};
  for (size_t i = 0; i < b->words.count; i++)
    w.is[i] = brute_is(b, &w, b->words.items[i], b->stems.items[i]);
  *list_push(&b->asked, p) = w;
}

static inline void brute_add_words(brute *b, brute_phrase *p, text typed) {
  word next;
  texts parts = {0};
  words_start(b->walk, typed);
  while (words_next(b->walk, &next))
    if (next.parts == 1) *list_push(&b->asked, &parts) = arena_text(&b->asked, next.text);
  for (size_t i = 0; i < parts.count; i++) brute_add_word(b, p, BRUTE_EXACT, parts.items[i]);
}

/* A word that is one word, or one joined form, means all words with its stem. */
static inline bool brute_add_form(brute *b, brute_phrase *p, text typed) {
  word next;
  texts forms = {0};
  uint32_t parts = 0, joined = 0;
  words_start(b->walk, typed);
  while (words_next(b->walk, &next)) {
    parts += next.parts == 1;
    if (next.parts > joined && next.position == 0) {
      joined = next.parts;
      *list_push(&b->asked, &forms) = arena_text(&b->asked, next.text);
    }
  }
  if (!parts || joined != parts) return false;
  text stem = stemmer_stem(b->stemmer, forms.items[forms.count - 1]);
  brute_add_word(b, p, BRUTE_FORM, stem);
  return true;
}

static inline void brute_add_wild(brute *b, brute_phrase *p, text typed) {
  buffer folded = {0};
  words_fold(&folded, typed, "*#?$");
  text rest = arena_text(&b->asked, buffer_text(&folded)), piece;
  buffer_finish(&folded);
  while (text_take_until(&rest, ' ', &piece)) {
    bool wild = false;
    for (size_t i = 0; i < piece.size; i++) wild = wild || strchr("*#?$", piece.data[i]);
    if (wild) brute_add_word(b, p, BRUTE_PATTERN, piece);
    else brute_add_words(b, p, piece);
  }
}

static inline brute_phrase brute_spell(brute *b, const query *q) {
  brute_phrase p = {0};
  text typed = q->text;
  bool star = q->kind == QUERY_PREFIX;
  if (q->kind == QUERY_WILD) return brute_add_wild(b, &p, typed), p;
  if (q->kind == QUERY_WORD && brute_add_form(b, &p, typed)) return p;
  if (q->kind == QUERY_PHRASE && text_ends(typed, TEXT("*")))
    star = true, typed = text_trim_end(typed, "*");
  brute_add_words(b, &p, typed);
  if (star && p.count) {
    text last = p.items[--p.count].text;
    brute_add_word(b, &p, BRUTE_PREFIX, last);
  }
  return p;
}

/* ---- Where they stand ---- */

typedef struct brute_place {
  size_t from, to; /* positions of the first and last word */
  unsigned part;
  char place;
} brute_place;
typedef LIST_OF(brute_place) brute_place_list;

/* Whether the phrase's words from `at` on stand from this position on. */
static inline bool brute_goes_on(const brute_record *r, size_t token, const brute_phrase *p) {
  const struct token *first = &r->tokens.items[token];
  for (size_t k = 1, i = token + 1; k < p->count; k++) {
    for (;; i++) {
      const struct token *next = i < r->tokens.count ? &r->tokens.items[i] : NULL;
      if (!next || next->part != first->part || next->position > first->position + k) return false;
      if (next->position == first->position + k && p->items[k].is[next->word]) break;
    }
  }
  return true;
}

static inline void brute_find(brute *b, const brute_phrase *p, const char *places,
                              const brute_record *r, brute_place_list *found) {
  for (size_t i = 0; p->count && i < r->tokens.count; i++) {
    const struct token *t = &r->tokens.items[i];
    if (!p->items[0].is[t->word] || !strchr(places, t->place) || !brute_goes_on(r, i, p)) continue;
    *list_push(&b->asked, found) =
        (brute_place){t->position, t->position + p->count - 1, t->part, t->place};
  }
}

/* ---- Proximity ---- */

typedef struct brute_near {
  const query *q;
  brute_place_list *items;
} brute_near;

/* An abstract is looked at as a whole, everything else part by part. */
static inline bool brute_near_each_other(const brute_near *n, const brute_place *a,
                                         const brute_place *b) {
  return a->place == b->place && (a->place == 'A' || a->part == b->part) && b->from > a->to &&
         b->from - a->to - 1 <= n->q->distance;
}

static inline bool brute_chain(const brute_near *n, const brute_place *last, unsigned used) {
  size_t count = n->q->items.count;
  if (used == (1u << count) - 1) return true;
  for (size_t i = 0; i < count; i++) {
    if (used & 1u << i) continue;
    for (size_t k = 0; k < n->items[i].count; k++) {
      const brute_place *next = &n->items[i].items[k];
      if ((!last || brute_near_each_other(n, last, next)) && brute_chain(n, next, used | 1u << i))
        return true;
    }
    if (n->q->ordered) return false;
  }
  return false;
}

/* ---- Leaves ---- */

/* What a leaf spells is worked out once, not for every record. */
static inline brute_phrase brute_spelled(brute *b, const query *q) {
  for (size_t i = 0; i < b->spelled.count; i++)
    if (b->spelled.items[i].q == q) return b->spelled.items[i].p;
  struct brute_spelling *new = list_push(&b->asked, &b->spelled);
  new->q = q;
  return new->p = brute_spell(b, q);
}

static inline void brute_find_item(brute *b, const query *item, const char *places,
                                   const brute_record *r, brute_place_list *found) {
  if (item->kind != QUERY_OR) {
    brute_phrase p = brute_spelled(b, item);
    brute_find(b, &p, places, r, found);
  }
  for (size_t i = 0; item->kind == QUERY_OR && i < item->items.count; i++)
    brute_find_item(b, item->items.items[i], places, r, found);
}

static inline bool brute_text(brute *b, const query *q, const brute_record *r) {
  const char *places = brute_places(q->field);
  brute_place_list items[16] = {{0}};
  if (q->kind != QUERY_NEAR) {
    brute_find_item(b, q, places, r, &items[0]);
    return items[0].count > 0;
  }
  for (size_t i = 0; i < q->items.count; i++) {
    brute_find_item(b, q->items.items[i], places, r, &items[i]);
    if (!items[i].count) return false;
  }
  brute_near n = {q, items};
  return brute_chain(&n, NULL, 0);
}

#endif
