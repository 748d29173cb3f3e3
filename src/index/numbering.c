/* Looking up all words of a document. Memory is slow next to the processor: so all are gathered
 * first, while the processor fetches what looking them up will need; then all are looked up. The
 * occurrences of a word are a chain, which becomes bytes at the end. */
#include "index/numbering.h"

#include <stdlib.h>
#include <string.h>

#include "index/varint.h"

enum { CHAIN_END = UINT32_MAX, FIRST_MARKS = 4096, COLUMN_FOLLOWS = 1 };
/* Positions are below. */
enum { POSITIONS = 1 << 28 };

typedef struct token {
  text word;
  uint64_t hash;
  uint32_t position, next; /* next: of the same word */
  uint8_t column;
} token;
typedef LIST_OF(token) token_list;

/* The chain of a word. */
typedef struct chain {
  uint32_t word, first, last;
} chain;
typedef LIST_OF(chain) chain_list;

/* --- Gathering --- */

/* A boundary is no word to be found. */
static bool is_boundary(text word) { return word.data[0] == CONTENT_BOUNDARY.data[1]; }

static void gather_column(dictionary *d, document *made, unsigned column, token_list *tokens) {
  text rest = made->columns[column], word;
  uint32_t position = 0, size = 0;
  bool joined;
  while (document_next(&rest, &word, &joined)) {
    uint32_t more = is_boundary(word) ? content_boundary_size(column) : !joined;
    if (position < POSITIONS - CONTENT_FARTHEST) position += more;
    if (is_boundary(word)) continue;
    token *t = list_push(&d->scratch, tokens);
    *t = (token){word, text_hash(word), position - (position > 0), CHAIN_END, (uint8_t)column};
    map_prefetch(&d->word_map, t->hash);
    size += !joined;
  }
  made->sizes[column] = size;
}

/* --- Chains --- */

static bool make_marks(dictionary *d, uint32_t word) {
  size_t wanted = d->marks_capacity ? d->marks_capacity : FIRST_MARKS;
  while (wanted <= word) wanted *= 2;
  uint32_t *larger = realloc(d->marks, wanted * sizeof *larger);
  if (!larger) return false;
  memset(larger + d->marks_capacity, 0, (wanted - d->marks_capacity) * sizeof *larger);
  d->marks = larger;
  d->marks_capacity = wanted;
  return true;
}

/* Puts the token at the end of its word's chain. */
static bool add_to_chain(dictionary *d, token_list *tokens, uint32_t at, uint32_t word,
                         chain_list *chains) {
  if (word >= d->marks_capacity && !make_marks(d, word)) return false;
  uint32_t mark = d->marks[word];
  if (mark) {
    chain *c = &chains->items[mark - 1];
    tokens->items[c->last].next = at;
    c->last = at;
    return true;
  }
  *list_push(&d->scratch, chains) = (chain){word, at, at};
  d->marks[word] = (uint32_t)chains->count;
  return !arena_failed(&d->scratch);
}

static void clear_marks(dictionary *d, const chain_list *chains) {
  for (size_t i = 0; i < chains->count; i++) d->marks[chains->items[i].word] = 0;
}

static bool make_chains(dictionary *d, token_list *tokens, chain_list *chains, error *e) {
  bool good = true;
  for (uint32_t i = 0; good && i < tokens->count; i++) {
    const token *t = &tokens->items[i];
    uint32_t word;
    good = dictionary_word(d, t->word, t->hash, &word, e) &&
           (add_to_chain(d, tokens, i, word, chains) || error_memory(e));
  }
  if (!arena_failed(&d->scratch)) clear_marks(d, chains);
  return good;
}

/* --- Bytes --- */

/* Bytes that an occurrence has at most: the sign for a column, the column, the position. */
enum { OCCURRENCE_LONGEST = 2 + VARINT_LONGEST };

static unsigned char *put_positions(unsigned char *at, const token_list *tokens, uint32_t first) {
  unsigned column = 0;
  uint32_t before = 0;
  for (uint32_t i = first; i != CHAIN_END; i = tokens->items[i].next) {
    const token *t = &tokens->items[i];
    if (t->column != column) {
      column = t->column;
      *at++ = COLUMN_FOLLOWS;
      *at++ = (unsigned char)column;
      before = 0;
    }
    at += varint_put(at, t->position - before + 2);
    before = t->position;
  }
  return at;
}

static bool put_words(dictionary *d, document *made, const token_list *tokens,
                      const chain_list *chains, arena *a) {
  unsigned char *bytes = arena_alloc(&d->scratch, tokens->count * OCCURRENCE_LONGEST + 1);
  placed_word *placed = arena_alloc(a, (chains->count + 1) * sizeof *placed);
  if (!bytes || !placed) return false;
  unsigned char *at = bytes;
  for (size_t i = 0; i < chains->count; i++) {
    unsigned char *end = put_positions(at, tokens, chains->items[i].first);
    placed[i] = (placed_word){chains->items[i].word, (uint32_t)(end - at)};
    at = end;
  }
  made->placed = placed;
  made->placed_count = chains->count;
  made->positions = arena_text(a, (text){(const char *)bytes, (size_t)(at - bytes)}).data;
  return !arena_failed(a);
}

static bool number_words(dictionary *d, document *made, arena *a, error *e) {
  token_list tokens = {0};
  chain_list chains = {0};
  for (unsigned column = 0; column < COLUMN_COUNT; column++)
    gather_column(d, made, column, &tokens);
  if (arena_failed(&d->scratch)) return error_memory(e);
  return make_chains(d, &tokens, &chains, e) &&
         (put_words(d, made, &tokens, &chains, a) || error_memory(e));
}

/* --- Values --- */

/* The key of each value, as index/block.h has it. */
static void gather_values(dictionary *d, const document *made, token_list *tokens) {
  for (size_t i = 0; i < made->values.count; i++) {
    const value *v = &made->values.items[i];
    token *t = list_push(&d->scratch, tokens);
    t->word = dictionary_key(v->field, v->text, &d->scratch);
    t->hash = text_hash(t->word);
    map_prefetch(&d->term_map, t->hash);
  }
}

static bool number_values(dictionary *d, document *made, arena *a, error *e) {
  token_list tokens = {0};
  uint32_t *terms = arena_alloc(a, (made->values.count + 1) * sizeof *terms);
  gather_values(d, made, &tokens);
  if (!terms || arena_failed(&d->scratch)) return error_memory(e);
  for (size_t i = 0; i < tokens.count; i++)
    if (!dictionary_term(d, tokens.items[i].word, tokens.items[i].hash, &terms[i], e)) return false;
  made->terms = terms;
  return true;
}

bool numbering_give(dictionary *d, document *made, arena *a, error *e) {
  dictionary_lock(d);
  arena_reset(&d->scratch);
  bool good = number_words(d, made, a, e) && number_values(d, made, a, e);
  made->generation = good ? d->generation : 0;
  dictionary_unlock(d);
  return good;
}
