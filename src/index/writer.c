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
/* How many lists are written before it is looked for rows of the text index. */
enum { ROWS_EVERY = 256 };

struct index_writer {
  store *store;
  gathering gathering;
  dictionary_names names; /* while a segment is written */
  fts5_writer text;
  uint32_t pages; /* of the segment's part of the text index */
  bool text_made; /* the pages have been made; otherwise: */
  error text_error;
  handover rows; /* from the thread that makes them */
  buffer piece;  /* of these */
  lists_writer lists;
  class_list class;
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
  buffer_finish(&w->piece);
  lists_writer_finish(&w->lists);
  free(w);
}

dictionary *index_writer_dictionary(index_writer *w) { return &w->gathering.dictionary; }

void index_writer_forget(index_writer *w) {
  gathering_clear(&w->gathering);
  dictionary_forget(&w->gathering.dictionary);
}

double index_writer_fullness(const index_writer *w) { return gathering_fullness(&w->gathering); }

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

static bool write_word(index_writer *w, uint32_t word, error *e) {
  const gathering *g = &w->gathering;
  inversion_walk walk = inversion_start(&g->words, word, gathering_removed(g));
  if (!fts5_writer_word(&w->text, w->names.words[word], e)) return false;
  while (inversion_next(&walk))
    if (!fts5_writer_article(&w->text, g->first + walk.place, walk.positions, e)) return false;
  return true;
}

/* The words that occur, in order. NULL when memory has run out. */
static uint32_t *order_words(const index_writer *w, size_t *count) {
  const gathering *g = &w->gathering;
  uint32_t *ordered = malloc((w->names.word_count + 1) * sizeof *ordered);
  *count = 0;
  if (!ordered) return NULL;
  for (uint32_t i = 0; i < w->names.word_count; i++)
    if (inversion_has(&g->words, i, gathering_removed(g))) ordered[(*count)++] = i;
  if (order_by_text(ordered, *count, w->names.words)) return ordered;
  free(ordered);
  return NULL;
}

/* Makes the pages of the segment: in a thread of its own, beside the postings. */
static void *make_pages(void *context) {
  index_writer *w = context;
  size_t count;
  error_clear(&w->text_error);
  uint32_t *words = order_words(w, &count);
  bool good = words || error_memory(&w->text_error);
  for (size_t i = 0; good && i < count; i++) good = write_word(w, words[i], &w->text_error);
  free(words);
  w->text_made = good && fts5_writer_end(&w->text, &w->pages, &w->text_error);
  handover_end(&w->rows);
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
  const gathering *g = &w->gathering;
  c->first = malloc((n->term_count + 1) * sizeof *c->first);
  c->next = malloc((n->word_count + 1) * sizeof *c->next);
  if (!c->first || !c->next) return false;
  for (size_t i = 0; i < n->term_count; i++) c->first[i] = UINT32_MAX;
  for (uint32_t i = 0; i < n->word_count; i++) {
    if (!inversion_has(&g->words, i, gathering_removed(g))) continue;
    c->next[i] = c->first[n->classes[i]];
    c->first[n->classes[i]] = i;
  }
  return true;
}

/* The list of a stem class; gives how many postings it has. */
static uint32_t fill_class(index_writer *w, const classes *c, uint32_t term) {
  const gathering *g = &w->gathering;
  for (uint32_t word = c->first[term]; word != UINT32_MAX; word = c->next[word])
    class_list_add(&w->class, inversion_start(&g->words, word, gathering_removed(g)));
  return class_list_take(&w->class, w->places, w->codes);
}

/* The list of a value; gives how many postings it has. */
static uint32_t fill_value(index_writer *w, uint32_t term) {
  const gathering *g = &w->gathering;
  inversion_walk walk = inversion_start(&g->values, term, gathering_removed(g));
  uint32_t count = 0;
  while (inversion_next(&walk)) w->places[count++] = (uint16_t)walk.place;
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
  const gathering *g = &w->gathering;
  uint32_t *ordered = malloc((w->names.term_count + 1) * sizeof *ordered);
  *count = 0;
  if (!ordered) return NULL;
  for (uint32_t i = 0; i < w->names.term_count; i++)
    if (c->first[i] != UINT32_MAX || inversion_has(&g->values, i, gathering_removed(g)))
      ordered[(*count)++] = i;
  if (order_by_text(ordered, *count, w->names.terms)) return ordered;
  free(ordered);
  return NULL;
}

/* Writes rows of the text index that have been made by now. */
static bool put_rows_made(index_writer *w, long long segment, error *e) {
  return !handover_poll(&w->rows, &w->piece) ||
         fts5_rows_put(w->store, segment, buffer_text(&w->piece), e);
}

static bool write_lists(index_writer *w, long long segment, error *e) {
  classes c = {0};
  size_t count = 0;
  uint32_t *terms = classes_make(&c, w) ? order_terms(w, &c, &count) : NULL;
  bool good = terms || error_memory(e);
  const gathering *g = &w->gathering;
  lists_writer_start(&w->lists, w->store, segment, g->lengths,
                     segment_average(g->word_count, g->records));
  for (size_t i = 0; good && i < count; i++)
    good = write_term(w, &c, terms[i], e) && (i % ROWS_EVERY || put_rows_made(w, segment, e));
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

/* The text index and the postings side by side. Whoever makes rows must not be left waiting. */
static bool write_both(index_writer *w, long long id, error *e) {
  pthread_t thread;
  handover_init(&w->rows);
  fts5_writer_start(&w->text, NULL, &w->rows, id);
  bool aside = pthread_create(&thread, NULL, make_pages, w) == 0;
  bool good = aside || error_set(e, ERROR_SYSTEM, "cannot start a thread");
  good = good && write_lists(w, id, e);
  while (aside && handover_take(&w->rows, &w->piece))
    good = good && fts5_rows_put(w->store, id, buffer_text(&w->piece), e);
  if (aside) pthread_join(thread, NULL);
  handover_finish(&w->rows);
  if (good && !w->text_made) *e = w->text_error;
  return good && w->text_made;
}

static bool write_all(index_writer *w, error *e) {
  gathering *g = &w->gathering;
  long long id;
  if (!dictionary_copy(&g->dictionary, &w->names)) return error_memory(e);
  return segment_next(w->store, &id, e) && write_both(w, id, e) && write_segment(w, id, e) &&
         dictionary_keep_words(&g->dictionary, &w->names, e) &&
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
