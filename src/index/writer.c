/* From the segment under way to the tables of the library. */
#include "index/writer.h"

#include <stdlib.h>

#include "index/gathering.h"
#include "index/merge.h"
#include "index/segment.h"
#include "index/term_lists.h"
#include "index/word_pages.h"

/* Words and terms kept from segment to segment; beyond that the dictionary starts anew, so that
 * memory stays bounded however many words a library has. */
enum { MOST_TERMS = 1000000 };

struct index_writer {
  store *store;
  gathering gathering;
  dictionary_names names; /* while a segment is written */
  long long segment;      /* the number of it */
  fts5_writer text;
  uint32_t pages; /* that it has of the text index */
  term_lists lists;
  handover rows; /* from the threads that make them */
};

/* One of the things that a segment is made of. */
typedef struct part {
  index_writer *writer;
  bool (*make)(index_writer *w, error *e);
  pthread_t thread;
  bool made;
  error problem;
} part;

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
  term_lists_finish(&w->lists);
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

/* --- Segments --- */

static bool write_segment(index_writer *w, error *e) {
  const gathering *g = &w->gathering;
  segment_row row = {.id = w->segment,
                     .first = g->first,
                     .span = g->span,
                     .records = g->records,
                     .words = g->word_count,
                     .pages = w->pages,
                     .lengths = g->lengths};
  return segment_insert(w->store, &row, g->days, e);
}

/* Makes a part of the segment in a thread of its own. */
static void *make_part(void *context) {
  part *p = context;
  index_writer *w = p->writer;
  error_clear(&p->problem);
  p->made = p->make(w, &p->problem);
  handover_end(&w->rows);
  return NULL;
}

static bool make_pages(index_writer *w, error *e) {
  return word_pages_make(&w->text, &w->gathering, &w->names, &w->rows, w->segment, &w->pages, e);
}

static bool make_lists(index_writer *w, error *e) {
  return term_lists_make(&w->lists, &w->gathering, &w->names, &w->rows, w->segment, e);
}

/* The text index and the postings side by side, while this thread writes what they make: words
 * first, as both have to put theirs in order. Whoever makes rows must not be left waiting. */
static bool write_both(index_writer *w, error *e) {
  part parts[] = {{.writer = w, .make = make_pages}, {.writer = w, .make = make_lists}};
  enum { PARTS = sizeof parts / sizeof *parts };
  unsigned started = 0;
  buffer piece = {0};
  bool good = true;
  handover_init(&w->rows, PARTS);
  while (started < PARTS &&
         pthread_create(&parts[started].thread, NULL, make_part, &parts[started]) == 0)
    started++;
  for (unsigned i = started; i < PARTS; i++) handover_end(&w->rows);
  if (started < PARTS) good = error_set(e, ERROR_SYSTEM, "cannot start a thread");
  good = good && dictionary_keep_words(&w->gathering.dictionary, &w->names, e);
  while (handover_take(&w->rows, &piece)) good = good && rows_put(w->store, buffer_text(&piece), e);
  for (unsigned i = 0; i < started; i++) {
    pthread_join(parts[i].thread, NULL);
    if (good && !parts[i].made) *e = parts[i].problem;
    good = good && parts[i].made;
  }
  handover_finish(&w->rows);
  buffer_finish(&piece);
  return good;
}

static bool write_all(index_writer *w, error *e) {
  gathering *g = &w->gathering;
  if (!dictionary_copy(&g->dictionary, &w->names)) return error_memory(e);
  return segment_next(w->store, &w->segment, e) && write_both(w, e) && write_segment(w, e) &&
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
