/* Looking up all words of a document. Memory is slow next to the processor: so all are gathered
 * first, while the processor fetches what looking them up will need; then all are looked up. */
#include "index/numbering.h"

typedef struct token {
  text word;
  uint64_t hash;
  uint32_t where;
} token;
typedef LIST_OF(token) token_list;

/* A boundary is no word to be found. */
static bool is_boundary(text word) { return word.data[0] == CONTENT_BOUNDARY.data[1]; }

static void gather_column(dictionary *d, document *made, unsigned column, arena *a,
                          token_list *tokens) {
  text rest = made->columns[column], word;
  uint32_t position = 0, size = 0;
  bool joined;
  while (document_next(&rest, &word, &joined)) {
    uint32_t more = is_boundary(word) ? content_boundary_size(column) : !joined;
    if (position < WHERE_POSITIONS - CONTENT_FARTHEST) position += more;
    if (is_boundary(word)) continue;
    token *t = list_push(a, tokens);
    *t = (token){word, text_hash(word), occurrence_where(column, position - (position > 0))};
    map_prefetch(&d->word_map, t->hash);
    size += !joined;
  }
  made->sizes[column] = size;
}

static bool number_words(dictionary *d, document *made, const token_list *tokens, arena *a,
                         error *e) {
  occurrence *all = arena_alloc(a, (tokens->count + 1) * sizeof *all);
  if (!all) return error_memory(e);
  for (size_t i = 0; i < tokens->count; i++) {
    const token *t = &tokens->items[i];
    all[i].where = t->where;
    if (!dictionary_word(d, t->word, t->hash, &all[i].term, e)) return false;
  }
  made->occurrences = all;
  made->occurrence_count = tokens->count;
  return true;
}

/* The key of each value, as index/block.h has it. */
static void gather_values(dictionary *d, const document *made, arena *a, token_list *tokens) {
  for (size_t i = 0; i < made->values.count; i++) {
    const value *v = &made->values.items[i];
    token *t = list_push(a, tokens);
    t->word = dictionary_key(v->field, v->text, a);
    t->hash = text_hash(t->word);
    map_prefetch(&d->term_map, t->hash);
  }
}

static bool number_values(dictionary *d, document *made, arena *a, error *e) {
  token_list tokens = {0};
  uint32_t *terms = arena_alloc(a, (made->values.count + 1) * sizeof *terms);
  gather_values(d, made, a, &tokens);
  if (!terms || arena_failed(a)) return error_memory(e);
  for (size_t i = 0; i < tokens.count; i++)
    if (!dictionary_term(d, tokens.items[i].word, tokens.items[i].hash, &terms[i], e)) return false;
  made->terms = terms;
  return true;
}

bool numbering_give(dictionary *d, document *made, arena *a, error *e) {
  token_list tokens = {0};
  dictionary_lock(d);
  for (unsigned column = 0; column < COLUMN_COUNT; column++)
    gather_column(d, made, column, a, &tokens);
  bool good = arena_failed(a)
                  ? error_memory(e)
                  : number_words(d, made, &tokens, a, e) && number_values(d, made, a, e);
  made->generation = good ? d->generation : 0;
  dictionary_unlock(d);
  return good;
}
