/* Matching words against patterns: all ways through the pattern are followed at once. */
#include "search/pattern.h"

#include <string.h>

#include "base/map.h"
#include "index/content.h"

enum { MOST_STEPS = 256 };

/* --- Steps --- */

/* One character of a word, or none. */
typedef struct step {
  enum { STEP_LITERAL, STEP_ONE, STEP_OPTIONAL, STEP_ANY } kind;
  text character; /* of STEP_LITERAL */
} step;

static size_t character_size(text rest) {
  size_t size = 1;
  while (size < rest.size && ((unsigned char)rest.data[size] & 0xC0) == 0x80) size++;
  return size;
}

static bool is_wildcard(char byte) { return byte && strchr("*#?$", byte); }

bool pattern_has_wildcard(text folded) {
  for (size_t i = 0; i < folded.size; i++)
    if (is_wildcard(folded.data[i])) return true;
  return false;
}

/* How many characters "$12" may stand for; `size` gets how long it is. No word is longer than
 * WORD_LONGEST, so that more need not be counted. */
static size_t read_limit(text rest, size_t *size) {
  size_t most = 0;
  for (*size = 1; *size < rest.size && ascii_is_digit(rest.data[*size]); ++*size)
    if (most < WORD_LONGEST) most = most * 10 + (size_t)(rest.data[*size] - '0');
  return *size == 1 || most > WORD_LONGEST ? WORD_LONGEST : most;
}

/* What lies behind the longest pattern is passed over. */
static size_t read_steps(text pattern, step steps[MOST_STEPS]) {
  size_t count = 0, size;
  for (; pattern.size; pattern = text_slice(pattern, size, pattern.size)) {
    size_t times = 1;
    step one = {.kind = STEP_LITERAL};
    size = 1;
    if (pattern.data[0] == '*') one.kind = STEP_ANY;
    else if (pattern.data[0] == '#') one.kind = STEP_ONE;
    else if (pattern.data[0] == '?') one.kind = STEP_OPTIONAL;
    else if (pattern.data[0] == '$') one.kind = STEP_OPTIONAL, times = read_limit(pattern, &size);
    else size = character_size(pattern), one.character = text_slice(pattern, 0, size);
    while (times-- && count < MOST_STEPS) steps[count++] = one;
  }
  return count;
}

/* --- Matching --- */

/* From each place that has been reached, on over steps that may stand for nothing. */
static void pass_optional(const step *steps, size_t count, bool *at) {
  for (size_t i = 0; i < count; i++)
    if (at[i] && steps[i].kind >= STEP_OPTIONAL) at[i + 1] = true;
}

static bool steps_match(const step *steps, size_t count, text word) {
  bool at[MOST_STEPS + 1] = {true};
  pass_optional(steps, count, at);
  while (word.size) {
    bool next[MOST_STEPS + 1] = {false};
    size_t size = character_size(word);
    text character = text_slice(word, 0, size);
    for (size_t i = 0; i < count; i++) {
      if (!at[i]) continue;
      if (steps[i].kind == STEP_ANY) next[i] = true;
      if (steps[i].kind != STEP_LITERAL || text_equal(steps[i].character, character))
        next[i + 1] = true;
    }
    pass_optional(steps, count, next);
    memcpy(at, next, (count + 1) * sizeof *at);
    word = text_slice(word, size, word.size);
  }
  return at[count];
}

bool pattern_matches(text pattern, text word) {
  step steps[MOST_STEPS];
  return steps_match(steps, read_steps(pattern, steps), word);
}

/* --- The library's words --- */

typedef struct expansion {
  step steps[MOST_STEPS];
  size_t count;
  map met;
  texts *found;
  arena *a;
  error *e;
} expansion;

static bool offer(expansion *x, text word) {
  bool added;
  if (!steps_match(x->steps, x->count, word)) return true;
  text kept = arena_text(x->a, word);
  if (arena_failed(x->a) || !map_put(&x->met, kept, &added)) return error_memory(x->e);
  if (added) *list_push(x->a, x->found) = kept;
  return true;
}

/* Words that have another stem. */
static bool offer_words(searcher *s, expansion *x, text from, text end) {
  sqlite3_stmt *range = store_statement(s->store, STATEMENT_WORD_RANGE, x->e);
  if (!range) return false;
  store_bind(range, 1, from);
  store_bind(range, 2, end);
  bool good = true;
  while (good && sqlite3_step(range) == SQLITE_ROW)
    good = offer(x, (text){(const char *)sqlite3_column_text(range, 0),
                           (size_t)sqlite3_column_bytes(range, 0)});
  return sqlite3_reset(range) == SQLITE_OK ? good : store_fail(s->store, "reading words", x->e);
}

/* Words that are their own stem. */
static bool offer_stems(searcher *s, expansion *x, text from, text end) {
  texts keys;
  if (!terms_between(s->store, &s->segments, TEXT(""), from, end, x->a, &keys, x->e)) return false;
  for (size_t i = 0; i < keys.count; i++)
    if (!offer(x, term_value(keys.items[i]))) return false;
  return true;
}

bool pattern_expand(searcher *x, text pattern, texts *found, arena *a, error *e) {
  size_t fixed = 0;
  expansion all = {.found = found, .a = a, .e = e};
  while (fixed < pattern.size && !is_wildcard(pattern.data[fixed])) fixed++;
  text from = text_slice(pattern, 0, fixed), end = arena_join(a, from, TEXT(""), TEXT("\xFF"));
  all.count = read_steps(pattern, all.steps);
  map_init(&all.met);
  bool good = offer_words(x, &all, from, end) && offer_stems(x, &all, from, end);
  map_finish(&all.met);
  return good;
}
