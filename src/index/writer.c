/* From the segment under way to the tables of the library. */
#include "index/writer.h"

#include <stdlib.h>

#include "base/order.h"
#include "index/class_list.h"
#include "index/gathering.h"
#include "index/merge.h"
#include "index/segment.h"

/* Words and terms kept from segment to segment; beyond that the dictionary starts anew, so that
 * memory stays bounded however many words a library has. */
enum { MOST_TERMS = 1000000 };

struct index_writer {
  store *store;
  gathering gathering;
  fts5_writer text;
  lists_writer lists;
  class_list class;
  buffer positions;                                   /* of a word in an article, for FTS5 */
  uint16_t places[SEGMENT_SPAN], codes[SEGMENT_SPAN]; /* of the list under way */
};

index_writer *index_writer_open(store *s, error *e) {
  index_writer *w = calloc(1, sizeof *w);
  if (!w) {
    error_memory(e);
    return NULL;
  }
  w->store = s;
  if (gathering_init(&w->gathering, s, e)) return w;
  index_writer_close(w);
  return NULL;
}

void index_writer_close(index_writer *w) {
  if (!w) return;
  gathering_finish(&w->gathering);
  fts5_writer_finish(&w->text);
  lists_writer_finish(&w->lists);
  buffer_finish(&w->positions);
  free(w);
}

void index_writer_forget(index_writer *w) {
  gathering_clear(&w->gathering);
  dictionary_forget(&w->gathering.dictionary);
}

/* --- Articles --- */

bool index_writer_add(index_writer *w, article_id id, const document *d, error *e) {
  gathering *g = &w->gathering;
  if (!gathering_fits(g, id) && !index_writer_flush(w, e)) return false;
  return gathering_add(g, id, d, e) && fts5_sizes_put(w->store, id, g->sizes, e);
}

bool index_writer_add_record(index_writer *w, article_id id, const record *r, error *e) {
  arena a;
  document d;
  document_maker maker;
  arena_init(&a);
  bool good = document_maker_init(&maker) || error_memory(e);
  good = good && (document_make(&maker, &d, r, &a) || error_memory(e));
  good = good && index_writer_add(w, id, &d, e);
  document_maker_finish(&maker);
  arena_finish(&a);
  return good;
}

static bool bury(index_writer *w, article_id id, error *e) {
  sqlite3_stmt *statement = store_statement(w->store, STATEMENT_DEAD_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  return store_run(w->store, statement, e);
}

bool index_writer_remove(index_writer *w, article_id id, error *e) {
  if (gathering_remove(&w->gathering, id))
    return fts5_sizes_drop(w->store, id, &w->gathering.totals, e);
  return bury(w, id, e);
}

/* --- The text index --- */

/* Puts down what a word has in one article; gives how many occurrences that is. */
static size_t encode_positions(buffer *positions, const found *from, const found *end) {
  uint16_t place = found_place(*from);
  unsigned column = 0;
  uint32_t before = 0;
  const found *f = from;
  buffer_clear(positions);
  for (; f < end && found_place(*f) == place; f++) {
    if (found_column(*f) != column) {
      column = found_column(*f);
      buffer_add_byte(positions, 1);
      fts5_add_varint(positions, column);
      before = 0;
    }
    fts5_add_varint(positions, found_position(*f) - before + 2);
    before = found_position(*f);
  }
  return (size_t)(f - from);
}

static bool write_word(index_writer *w, uint32_t word, error *e) {
  const gathering *g = &w->gathering;
  const found *f = g->words.found + g->words.starts[word];
  const found *end = g->words.found + g->words.starts[word + 1];
  if (!fts5_writer_word(&w->text, g->dictionary.words.items[word], e)) return false;
  while (f < end) {
    article_id id = g->first + found_place(*f);
    f += encode_positions(&w->positions, f, end);
    if (w->positions.failed) return error_memory(e);
    if (!fts5_writer_article(&w->text, id, buffer_text(&w->positions), e)) return false;
  }
  return true;
}

/* The numbers below `count` that occur, in the order of their names. NULL when memory has run
 * out. */
static uint32_t *order(const uint32_t *starts, const names *n, size_t *count) {
  uint32_t *ordered = malloc((n->count + 1) * sizeof *ordered);
  *count = 0;
  if (!ordered) return NULL;
  for (uint32_t i = 0; i < n->count; i++)
    if (starts[i + 1] > starts[i]) ordered[(*count)++] = i;
  if (order_by_text(ordered, *count, n->items)) return ordered;
  free(ordered);
  return NULL;
}

static bool write_text(index_writer *w, long long segment, uint32_t *pages, error *e) {
  const gathering *g = &w->gathering;
  size_t count;
  uint32_t *words = order(g->words.starts, &g->dictionary.words, &count);
  bool good = words || error_memory(e);
  fts5_writer_start(&w->text, w->store, segment);
  for (size_t i = 0; good && i < count; i++) good = write_word(w, words[i], e);
  free(words);
  return good && fts5_writer_end(&w->text, pages, e);
}

/* --- Postings --- */

/* The words of each class: the first of each term, and the next of each word; UINT32_MAX ends. */
typedef struct classes {
  uint32_t *first, *next;
} classes;

static void classes_finish(classes *c) {
  free(c->first);
  free(c->next);
}

static bool classes_make(classes *c, const gathering *g) {
  const dictionary *d = &g->dictionary;
  c->first = malloc((d->terms.count + 1) * sizeof *c->first);
  c->next = malloc((d->words.count + 1) * sizeof *c->next);
  if (!c->first || !c->next) return false;
  for (size_t i = 0; i < d->terms.count; i++) c->first[i] = UINT32_MAX;
  for (uint32_t i = 0; i < d->words.count; i++) {
    if (g->words.starts[i + 1] == g->words.starts[i]) continue;
    c->next[i] = c->first[d->classes[i]];
    c->first[d->classes[i]] = i;
  }
  return true;
}

/* The list of a stem class; gives how many postings it has. */
static uint32_t fill_class(index_writer *w, const classes *c, uint32_t term) {
  const gathering *g = &w->gathering;
  const uint32_t *starts = g->words.starts;
  for (uint32_t word = c->first[term]; word != UINT32_MAX; word = c->next[word])
    class_list_add(&w->class, g->words.found + starts[word], starts[word + 1] - starts[word]);
  return class_list_take(&w->class, w->places, w->codes);
}

/* The list of a value; several occurrences in an article are one posting. */
static uint32_t fill_value(index_writer *w, uint32_t term) {
  const inversion *values = &w->gathering.values;
  const found *f = values->found + values->starts[term];
  const found *end = values->found + values->starts[term + 1];
  uint32_t count = 0;
  for (; f < end; f++) {
    uint16_t place = found_place(*f);
    if (!count || w->places[count - 1] != place) w->places[count++] = place;
  }
  return count;
}

static bool write_term(index_writer *w, const classes *c, uint32_t term, error *e) {
  text key = w->gathering.dictionary.terms.items[term];
  bool is_word = block_key_is_word(key);
  postings list = {.places = w->places,
                   .codes = is_word ? w->codes : NULL,
                   .count = is_word ? fill_class(w, c, term) : fill_value(w, term)};
  return lists_writer_add(&w->lists, key, &list, e);
}

/* Has every term that occurs, be it a class, have a start above the one before in `values`. */
static uint32_t *order_terms(const index_writer *w, const classes *c, size_t *count) {
  const gathering *g = &w->gathering;
  const names *terms = &g->dictionary.terms;
  uint32_t *ordered = malloc((terms->count + 1) * sizeof *ordered);
  *count = 0;
  if (!ordered) return NULL;
  for (uint32_t i = 0; i < terms->count; i++)
    if (c->first[i] != UINT32_MAX || g->values.starts[i + 1] > g->values.starts[i])
      ordered[(*count)++] = i;
  if (order_by_text(ordered, *count, terms->items)) return ordered;
  free(ordered);
  return NULL;
}

static bool write_lists(index_writer *w, long long segment, error *e) {
  classes c = {0};
  size_t count = 0;
  uint32_t *terms = classes_make(&c, &w->gathering) ? order_terms(w, &c, &count) : NULL;
  bool good = terms || error_memory(e);
  const gathering *g = &w->gathering;
  lists_writer_start(&w->lists, w->store, segment, g->lengths,
                     segment_average(g->word_count, g->records));
  for (size_t i = 0; good && i < count; i++) good = write_term(w, &c, terms[i], e);
  free(terms);
  classes_finish(&c);
  return good && lists_writer_end(&w->lists, e);
}

/* --- Segments --- */

static bool write_segment(index_writer *w, long long id, uint32_t pages, error *e) {
  const gathering *g = &w->gathering;
  segment_row row = {.id = id,
                     .first = g->first,
                     .span = g->span,
                     .records = g->records,
                     .words = g->word_count,
                     .pages = pages,
                     .lengths = g->lengths,
                     .days = &g->days[0][0]};
  return segment_insert(w->store, &row, e);
}

static bool bring_together(gathering *g, error *e) {
  const dictionary *d = &g->dictionary;
  return (inversion_make(&g->words, (uint32_t)d->words.count, &g->removed) &&
          inversion_make(&g->values, (uint32_t)d->terms.count, &g->removed)) ||
         error_memory(e);
}

bool index_writer_flush(index_writer *w, error *e) {
  gathering *g = &w->gathering;
  long long id;
  uint32_t pages;
  if (!g->first) return true;
  if (!bring_together(g, e) || !segment_next(w->store, &id, e) || !write_text(w, id, &pages, e) ||
      !write_segment(w, id, pages, e) || !write_lists(w, id, e) ||
      !dictionary_keep_words(&g->dictionary, e) || !fts5_totals_add(w->store, &g->totals, e))
    return false;
  gathering_clear(g);
  if (g->dictionary.words.count + g->dictionary.terms.count > MOST_TERMS)
    dictionary_forget(&g->dictionary);
  return segments_merge(w->store, e) && fts5_segments_tell(w->store, e);
}
