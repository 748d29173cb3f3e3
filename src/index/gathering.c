/* Taking documents apart into the occurrences of the segment under way. */
#include "index/gathering.h"

#include <string.h>

/* Occurrences that are gathered at most, 16 bytes of memory each: beyond that a segment ends. */
enum { OCCURRENCES_MOST = 12000000 };

bool gathering_init(gathering *g, store *s, error *e) {
  arena_init(&g->scratch);
  return dictionary_init(&g->dictionary, s, e) &&
         (set_reserve(&g->removed, SEGMENT_SPAN) || error_memory(e));
}

void gathering_finish(gathering *g) {
  dictionary_finish(&g->dictionary);
  inversion_finish(&g->words);
  inversion_finish(&g->values);
  set_finish(&g->removed);
  arena_finish(&g->scratch);
}

void gathering_clear(gathering *g) {
  g->first = 0;
  inversion_clear(&g->words);
  inversion_clear(&g->values);
}

static void start(gathering *g, article_id first) {
  g->first = first;
  g->span = g->records = 0;
  g->word_count = 0;
  g->totals = (fts5_totals){0};
  memset(g->removed.words, 0, g->removed.word_count * sizeof *g->removed.words);
  memset(g->lengths, 0, sizeof g->lengths);
  memset(g->days, 0, sizeof g->days);
}

bool gathering_fits(const gathering *g, article_id id) {
  return !g->first ||
         (id - g->first < SEGMENT_SPAN && g->words.count + g->values.count < OCCURRENCES_MOST);
}

/* --- Words --- */

/* A word of the document under way. Memory is slow next to the processor: so all words are gathered
 * first, while the processor fetches what looking them up will need; then all are looked up. */
typedef struct token {
  text word;
  uint64_t hash;
  uint32_t where;
} token;

/* A boundary is no word to be found. */
static bool is_boundary(text word) { return word.data[0] == CONTENT_BOUNDARY.data[1]; }

static void gather_column(gathering *g, const document *d, unsigned column) {
  text rest = d->columns[column], word;
  uint32_t position = 0, size = 0;
  bool joined;
  while (document_next(&rest, &word, &joined)) {
    uint32_t more = is_boundary(word) ? content_boundary_size(column) : !joined;
    if (position < WHERE_POSITIONS - CONTENT_FARTHEST) position += more;
    if (is_boundary(word)) continue;
    token *t = list_push(&g->scratch, &g->tokens);
    *t = (token){word, text_hash(word), occurrence_where(column, position - (position > 0))};
    map_prefetch(&g->dictionary.word_map, t->hash);
    size += !joined;
  }
  g->sizes[column] = size;
}

static bool add_words(gathering *g, const document *d, error *e) {
  arena_reset(&g->scratch);
  g->tokens.items = NULL;
  g->tokens.count = g->tokens.capacity = 0;
  for (unsigned column = 0; column < COLUMN_COUNT; column++) gather_column(g, d, column);
  if (arena_failed(&g->scratch)) return error_memory(e);
  for (size_t i = 0; i < g->tokens.count; i++) {
    const token *t = &g->tokens.items[i];
    uint32_t word;
    if (!dictionary_word(&g->dictionary, t->word, t->hash, &word, e)) return false;
    if (!inversion_add(&g->words, word, t->where)) return error_memory(e);
  }
  return true;
}

static bool add_values(gathering *g, const document *d, error *e) {
  for (size_t i = 0; i < d->values.count; i++) {
    const value *v = &d->values.items[i];
    uint32_t term;
    if (!dictionary_value(&g->dictionary, v->field, v->text, &term, e)) return false;
    if (!inversion_add(&g->values, term, 0)) return error_memory(e);
  }
  return true;
}

/* --- Articles --- */

bool gathering_add(gathering *g, article_id id, const document *d, error *e) {
  if (!g->first) start(g, id);
  uint16_t place = (uint16_t)(id - g->first);
  if (!add_words(g, d, e) || !add_values(g, d, e)) return false;
  if (!inversion_end_article(&g->words, place) || !inversion_end_article(&g->values, place))
    return error_memory(e);
  g->span = (uint32_t)place + 1;
  g->records++;
  g->word_count += d->length;
  g->lengths[place] = d->length;
  g->days[place][0] = d->days[0];
  g->days[place][1] = d->days[1];
  g->totals.articles++;
  for (int i = 0; i < COLUMN_COUNT; i++) g->totals.places[i] += g->sizes[i];
  return true;
}

bool gathering_remove(gathering *g, article_id id) {
  if (!g->first || id < g->first || id >= g->first + g->span) return false;
  uint16_t place = (uint16_t)(id - g->first);
  if (set_has(&g->removed, place)) return true;
  set_add(&g->removed, place);
  g->records--;
  g->word_count -= g->lengths[place];
  g->lengths[place] = 0;
  g->days[place][0] = g->days[place][1] = 0;
  return true;
}
