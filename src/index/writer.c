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
  dictionary_names names; /* while a segment is written */
  fts5_writer text;
  uint32_t pages; /* of the segment's part of the text index */
  bool text_made; /* the pages have been made; otherwise: */
  error text_error;
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
  dictionary_names_finish(&w->names);
  gathering_finish(&w->gathering);
  fts5_writer_finish(&w->text);
  lists_writer_finish(&w->lists);
  buffer_finish(&w->positions);
  free(w);
}

dictionary *index_writer_dictionary(index_writer *w) { return &w->gathering.dictionary; }

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
static size_t encode_positions(buffer *positions, const finding *from, const finding *end) {
  uint16_t place = found_place(*from);
  unsigned column = 0;
  uint32_t before = 0;
  const finding *f = from;
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
  const finding *f = g->words.found + g->words.starts[word];
  const finding *end = g->words.found + g->words.starts[word + 1];
  if (!fts5_writer_word(&w->text, w->names.words[word], e)) return false;
  while (f < end) {
    article_id id = g->first + found_place(*f);
    f += encode_positions(&w->positions, f, end);
    if (w->positions.failed) return error_memory(e);
    if (!fts5_writer_article(&w->text, id, buffer_text(&w->positions), e)) return false;
  }
  return true;
}

/* The words that occur, in order. NULL when memory has run out. */
static uint32_t *order_words(const index_writer *w, size_t *count) {
  const uint32_t *starts = w->gathering.words.starts;
  uint32_t *ordered = malloc((w->names.word_count + 1) * sizeof *ordered);
  *count = 0;
  if (!ordered) return NULL;
  for (uint32_t i = 0; i < w->names.word_count; i++)
    if (starts[i + 1] > starts[i]) ordered[(*count)++] = i;
  if (order_by_text(ordered, *count, w->names.words)) return ordered;
  free(ordered);
  return NULL;
}

/* Makes the pages of the segment, in memory: in a thread of its own, beside the postings. */
static void *make_pages(void *context) {
  index_writer *w = context;
  size_t count;
  error_clear(&w->text_error);
  uint32_t *words = order_words(w, &count);
  bool good = words || error_memory(&w->text_error);
  for (size_t i = 0; good && i < count; i++) good = write_word(w, words[i], &w->text_error);
  free(words);
  w->text_made = good && fts5_writer_end(&w->text, &w->pages, &w->text_error);
  return NULL;
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

static bool classes_make(classes *c, const index_writer *w) {
  const dictionary_names *n = &w->names;
  const uint32_t *starts = w->gathering.words.starts;
  c->first = malloc((n->term_count + 1) * sizeof *c->first);
  c->next = malloc((n->word_count + 1) * sizeof *c->next);
  if (!c->first || !c->next) return false;
  for (size_t i = 0; i < n->term_count; i++) c->first[i] = UINT32_MAX;
  for (uint32_t i = 0; i < n->word_count; i++) {
    if (starts[i + 1] == starts[i]) continue;
    c->next[i] = c->first[n->classes[i]];
    c->first[n->classes[i]] = i;
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
  const finding *f = values->found + values->starts[term];
  const finding *end = values->found + values->starts[term + 1];
  uint32_t count = 0;
  for (; f < end; f++) {
    uint16_t place = found_place(*f);
    if (!count || w->places[count - 1] != place) w->places[count++] = place;
  }
  return count;
}

static bool write_term(index_writer *w, const classes *c, uint32_t term, error *e) {
  text key = w->names.terms[term];
  bool is_word = block_key_is_word(key);
  postings list = {.places = w->places,
                   .codes = is_word ? w->codes : NULL,
                   .count = is_word ? fill_class(w, c, term) : fill_value(w, term)};
  return lists_writer_add(&w->lists, key, &list, e);
}

/* The terms that occur, in order. NULL when memory has run out. */
static uint32_t *order_terms(const index_writer *w, const classes *c, size_t *count) {
  const uint32_t *starts = w->gathering.values.starts;
  uint32_t *ordered = malloc((w->names.term_count + 1) * sizeof *ordered);
  *count = 0;
  if (!ordered) return NULL;
  for (uint32_t i = 0; i < w->names.term_count; i++)
    if (c->first[i] != UINT32_MAX || starts[i + 1] > starts[i]) ordered[(*count)++] = i;
  if (order_by_text(ordered, *count, w->names.terms)) return ordered;
  free(ordered);
  return NULL;
}

static bool write_lists(index_writer *w, long long segment, error *e) {
  classes c = {0};
  size_t count = 0;
  uint32_t *terms = classes_make(&c, w) ? order_terms(w, &c, &count) : NULL;
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

static bool write_segment(index_writer *w, long long id, error *e) {
  const gathering *g = &w->gathering;
  segment_row row = {.id = id,
                     .first = g->first,
                     .span = g->span,
                     .records = g->records,
                     .words = g->word_count,
                     .pages = w->pages,
                     .lengths = g->lengths};
  return segment_insert(w->store, &row, g->days, e);
}

static bool bring_together(index_writer *w, error *e) {
  gathering *g = &w->gathering;
  return (dictionary_copy(&g->dictionary, &w->names) &&
          inversion_make(&g->words, (uint32_t)w->names.word_count, &g->removed) &&
          inversion_make(&g->values, (uint32_t)w->names.term_count, &g->removed)) ||
         error_memory(e);
}

/* The text index and the postings side by side; where there is no second thread, one after the
 * other. */
static bool write_both(index_writer *w, long long id, error *e) {
  pthread_t thread;
  fts5_writer_start(&w->text, NULL, id);
  bool aside = pthread_create(&thread, NULL, make_pages, w) == 0;
  bool good = write_lists(w, id, e);
  if (aside) pthread_join(thread, NULL);
  else make_pages(w);
  if (good && !w->text_made) *e = w->text_error;
  return good && w->text_made && fts5_writer_put(&w->text, w->store, e);
}

static bool write_all(index_writer *w, error *e) {
  gathering *g = &w->gathering;
  long long id;
  return bring_together(w, e) && segment_next(w->store, &id, e) && write_both(w, id, e) &&
         write_segment(w, id, e) && dictionary_keep_words(&g->dictionary, &w->names, e) &&
         fts5_totals_add(w->store, &g->totals, e);
}

bool index_writer_flush(index_writer *w, error *e) {
  gathering *g = &w->gathering;
  if (!g->first) return true;
  bool good = write_all(w, e);
  size_t terms = w->names.word_count + w->names.term_count;
  dictionary_names_finish(&w->names);
  if (!good) return false;
  gathering_clear(g);
  if (terms > MOST_TERMS) dictionary_forget(&g->dictionary);
  return segments_merge(w->store, e) && fts5_segments_tell(w->store, e);
}
