/* Adding documents to the occurrences of the segment under way. */
#include "index/gathering.h"

#include <string.h>

/* Memory that lists take at most: beyond that a segment ends. */
enum { BYTES_MOST = 200 * 1024 * 1024 };
/* How many words ahead the processor is told of lists that will grow, and of their ends. */
enum { LISTS_AHEAD = 16, ENDS_AHEAD = 8 };

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
  g->span = g->records = g->removed_count = 0;
  g->word_count = 0;
  g->totals = (fts5_totals){0};
  memset(g->removed.words, 0, g->removed.word_count * sizeof *g->removed.words);
  memset(g->lengths, 0, sizeof g->lengths);
  memset(g->days, 0, sizeof g->days);
}

bool gathering_fits(const gathering *g, article_id id) {
  return !g->first ||
         (id - g->first < SEGMENT_SPAN && g->words.bytes + g->values.bytes < BYTES_MOST);
}

static bool add_words(gathering *g, const document *d, uint16_t place) {
  const char *at = d->positions;
  size_t count = d->placed_count;
  for (size_t i = 0; i < count; i++) {
    const placed_word *p = &d->placed[i];
    if (i + LISTS_AHEAD < count) inversion_prefetch(&g->words, p[LISTS_AHEAD].word);
    if (i + ENDS_AHEAD < count) inversion_prefetch_end(&g->words, p[ENDS_AHEAD].word);
    if (!inversion_add(&g->words, p->word, place, (text){at, p->size})) return false;
    at += p->size;
  }
  return true;
}

static bool add_values(gathering *g, const document *d, uint16_t place) {
  for (size_t i = 0; i < d->values.count; i++)
    if (!inversion_add(&g->values, d->terms[i], place, TEXT(""))) return false;
  return true;
}

/* --- Articles --- */

bool gathering_add(gathering *g, article_id id, const document *d, error *e) {
  document numbered;
  if (!g->first) start(g, id);
  uint16_t place = (uint16_t)(id - g->first);
  arena_reset(&g->scratch);
  /* No other thread makes the dictionary forget. */
  if (d->generation != g->dictionary.generation) {
    numbered = *d;
    if (!numbering_give(&g->dictionary, &numbered, &g->scratch, e)) return false;
    d = &numbered;
  }
  if (!add_words(g, d, place) || !add_values(g, d, place)) return error_memory(e);
  g->span = (uint32_t)place + 1;
  g->records++;
  g->word_count += d->length;
  g->lengths[place] = d->length;
  g->days[place] = d->days;
  g->totals.articles++;
  for (int i = 0; i < COLUMN_COUNT; i++) g->totals.places[i] += g->sizes[i] = d->sizes[i];
  return true;
}

bool gathering_remove(gathering *g, article_id id) {
  if (!g->first || id < g->first || id >= g->first + g->span) return false;
  uint16_t place = (uint16_t)(id - g->first);
  if (set_has(&g->removed, place)) return true;
  set_add(&g->removed, place);
  g->removed_count++;
  g->records--;
  g->word_count -= g->lengths[place];
  g->lengths[place] = 0;
  g->days[place] = (date_span){0, 0};
  return true;
}

double gathering_fullness(const gathering *g) {
  if (!g->first) return 0;
  double places = (double)g->span / SEGMENT_SPAN;
  double bytes = (double)(g->words.bytes + g->values.bytes) / BYTES_MOST;
  return places > bytes ? places : bytes;
}

const set *gathering_removed(const gathering *g) { return g->removed_count ? &g->removed : NULL; }
