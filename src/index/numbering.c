/* Looking up all words of a document. Memory is slow next to the processor: so all are gathered
 * first, while the processor fetches what looking them up will need; then all are looked up. The
 * occurrences of a word are a chain, which becomes bytes at the end. */
#include "index/numbering.h"

#include "base/memory.h"
#include "index/fts5_segment.h"
#include "index/varint.h"

/* FTS5 counts to no more than 31 bits hold: positions stay well below. */
enum { CHAIN_END = UINT32_MAX, POSITIONS = 1 << 28 };

typedef struct numbering_token {
  text word;
  uint64_t hash;
  uint32_t position, next; /* next: of the same word */
  uint8_t column;
} token;

typedef struct numbering_chain {
  uint32_t word, first, last;
} chain;

/* --- Gathering --- */

/* Room for all words of the document, and for as many chains: of each word there are two bytes at
 * least. */
static bool make_tokens(dictionary *d, const document *made) {
  size_t most = 1;
  for (unsigned column = 0; column < COLUMN_COUNT; column++) most += made->columns[column].size / 2;
  return memory_room((void **)&d->tokens, most, &d->tokens_capacity, sizeof *d->tokens) &&
         memory_room((void **)&d->chains, most, &d->chains_capacity, sizeof *d->chains);
}

/* A boundary is no word to be found. */
static bool is_boundary(text word) { return word.data[0] == CONTENT_BOUNDARY.data[1]; }

static void gather_column(dictionary *d, document *made, unsigned column, uint32_t *count) {
  text rest = made->columns[column], word;
  uint32_t position = 0, size = 0;
  bool joined;
  while (document_next(&rest, &word, &joined)) {
    uint32_t more = is_boundary(word) ? content_boundary_size(column) : !joined;
    if (position < POSITIONS - CONTENT_FARTHEST) position += more;
    if (is_boundary(word)) continue;
    token *t = &d->tokens[(*count)++];
    *t = (token){word, text_hash(word), position - (position > 0), CHAIN_END, (uint8_t)column};
    map_prefetch(&d->word_map, t->hash);
    size += !joined;
  }
  made->sizes[column] = size;
}

/* --- Chains --- */

/* Puts the token at the end of its word's chain. */
static bool add_to_chain(dictionary *d, uint32_t at, uint32_t word, uint32_t *chains) {
  if (!memory_room((void **)&d->marks, (size_t)word + 1, &d->marks_capacity, sizeof *d->marks))
    return false;
  uint32_t mark = d->marks[word];
  if (mark) {
    chain *c = &d->chains[mark - 1];
    d->tokens[c->last].next = at;
    c->last = at;
  } else {
    d->chains[(*chains)++] = (chain){word, at, at};
    d->marks[word] = *chains;
  }
  return true;
}

static bool make_chains(dictionary *d, uint32_t tokens, uint32_t *chains, error *e) {
  bool good = true;
  for (uint32_t i = 0; good && i < tokens; i++) {
    const token *t = &d->tokens[i];
    uint32_t word;
    good = dictionary_word(d, t->word, t->hash, &word, e) &&
           (add_to_chain(d, i, word, chains) || error_memory(e));
  }
  for (uint32_t i = 0; i < *chains; i++) d->marks[d->chains[i].word] = 0;
  return good;
}

/* --- Bytes --- */

/* Bytes that an occurrence has at most: the sign for a column, the column, the position. */
enum { OCCURRENCE_LONGEST = 2 + VARINT_LONGEST };

static unsigned char *put_positions(unsigned char *at, const token *tokens, uint32_t first) {
  unsigned column = 0;
  uint32_t before = 0;
  for (uint32_t i = first; i != CHAIN_END; i = tokens[i].next) {
    const token *t = &tokens[i];
    if (t->column != column) {
      column = t->column;
      *at++ = FTS5_COLUMN;
      *at++ = (unsigned char)column;
      before = 0;
    }
    at += varint_put(at, t->position - before + 2);
    before = t->position;
  }
  return at;
}

static bool put_words(dictionary *d, document *made, uint32_t tokens, uint32_t chains, arena *a) {
  unsigned char *bytes = arena_alloc(&d->scratch, (size_t)tokens * OCCURRENCE_LONGEST + 1);
  placed_word *placed = arena_alloc(a, (chains + 1) * sizeof *placed);
  if (!bytes || !placed) return false;
  unsigned char *at = bytes;
  for (uint32_t i = 0; i < chains; i++) {
    unsigned char *end = put_positions(at, d->tokens, d->chains[i].first);
    placed[i] = (placed_word){d->chains[i].word, (uint32_t)(end - at)};
    at = end;
  }
  made->placed = placed;
  made->placed_count = chains;
  made->positions = arena_text(a, (text){(const char *)bytes, (size_t)(at - bytes)}).data;
  return !arena_failed(a);
}

static bool number_words(dictionary *d, document *made, arena *a, error *e) {
  uint32_t tokens = 0, chains = 0;
  if (!make_tokens(d, made)) return error_memory(e);
  for (unsigned column = 0; column < COLUMN_COUNT; column++)
    gather_column(d, made, column, &tokens);
  return make_chains(d, tokens, &chains, e) &&
         (put_words(d, made, tokens, chains, a) || error_memory(e));
}

/* --- Values --- */

typedef struct value_key {
  text key; /* as index/block.h has it */
  uint64_t hash;
} value_key;

static bool number_values(dictionary *d, document *made, arena *a, error *e) {
  size_t count = made->values.count;
  value_key *keys = arena_alloc(&d->scratch, (count + 1) * sizeof *keys);
  uint32_t *terms = arena_alloc(a, (count + 1) * sizeof *terms);
  for (size_t i = 0; keys && i < count; i++) {
    const value *v = &made->values.items[i];
    keys[i].key = dictionary_key(v->field, v->text, &d->scratch);
    keys[i].hash = text_hash(keys[i].key);
    map_prefetch(&d->term_map, keys[i].hash);
  }
  if (!terms || arena_failed(&d->scratch)) return error_memory(e);
  for (size_t i = 0; i < count; i++)
    if (!dictionary_term(d, keys[i].key, keys[i].hash, &terms[i], e)) return false;
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
