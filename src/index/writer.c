/* From records to the text index and to segments of postings. */
#include "index/writer.h"

#include <stdlib.h>
#include <string.h>

#include "base/order.h"
#include "index/dictionary.h"
#include "index/inversion.h"
#include "index/merge.h"
#include "index/segment.h"

/* Terms kept from segment to segment; beyond that the dictionary starts anew, so that memory stays
 * bounded however many words a library has. */
enum { MOST_TERMS = 1000000 };

typedef LIST_OF(struct token) token_list;

struct index_writer {
  store *store;
  dictionary dictionary;
  inversion inversion;
  lists_writer lists;
  arena scratch;
  buffer list;
  token_list tokens; /* of the document under way */
  document_maker maker;
  /* The segment under way. */
  article_id first; /* 0: nothing added yet */
  uint32_t span, records;
  long long word_count;
  uint16_t lengths[SEGMENT_SPAN];
  int32_t days[SEGMENT_SPAN][2];
};

index_writer *index_writer_open(store *s, error *e) {
  index_writer *w = calloc(1, sizeof *w);
  if (!w) {
    error_memory(e);
    return NULL;
  }
  w->store = s;
  arena_init(&w->scratch);
  inversion_init(&w->inversion);
  bool ready = dictionary_init(&w->dictionary, s, e);
  if (ready && !document_maker_init(&w->maker)) ready = error_memory(e);
  if (ready) return w;
  index_writer_close(w);
  return NULL;
}

void index_writer_close(index_writer *w) {
  if (!w) return;
  dictionary_finish(&w->dictionary);
  inversion_finish(&w->inversion);
  lists_writer_finish(&w->lists);
  document_maker_finish(&w->maker);
  arena_finish(&w->scratch);
  buffer_finish(&w->list);
  free(w);
}

void index_writer_forget(index_writer *w) {
  w->first = 0;
  inversion_clear(&w->inversion);
  dictionary_forget(&w->dictionary);
}

/* --- The text index --- */

/* Binds the columns behind the number: of an insertion or of a deletion. Each ends in a NUL, which
 * spares SQLite a copy. */
static bool change_text(index_writer *w, statement_name name, article_id id, const document *d,
                        error *e) {
  sqlite3_stmt *statement = store_statement(w->store, name, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  for (int i = 0; i < COLUMN_COUNT; i++)
    if (d->columns[i].size)
      sqlite3_bind_text(statement, i + 2, d->columns[i].data, -1, SQLITE_STATIC);
  return store_run(w->store, statement, e);
}

/* --- Postings --- */

/* A word of the document under way. Memory is slow next to the processor: so all words are gathered
 * first, while the processor fetches what looking them up will need; then all are looked up. */
typedef struct token {
  text word;
  uint64_t hash;
  int column;
} token;

static void gather_column(index_writer *w, const document *d, int column) {
  text rest = d->columns[column], word;
  bool joined;
  while (document_next(&rest, &word, &joined)) {
    if (word.data[0] == CONTENT_BOUNDARY.data[1]) continue;
    token *t = list_push(&w->scratch, &w->tokens);
    *t = (token){word, text_hash(word), column};
    map_prefetch(&w->dictionary.words, t->hash);
  }
}

static bool count_words(index_writer *w, const document *d, error *e) {
  w->tokens = (token_list){0};
  arena_reset(&w->scratch);
  for (int column = 0; column < COLUMN_COUNT; column++) gather_column(w, d, column);
  if (arena_failed(&w->scratch)) return error_memory(e);
  for (size_t i = 0; i < w->tokens.count; i++) {
    const token *t = &w->tokens.items[i];
    uint32_t term;
    if (!dictionary_word(&w->dictionary, t->word, t->hash, &term, e)) return false;
    if (!inversion_count(&w->inversion, term, t->column)) return error_memory(e);
  }
  return true;
}

static bool count_values(index_writer *w, const document *d, error *e) {
  for (size_t i = 0; i < d->values.count; i++) {
    const value *v = &d->values.items[i];
    uint32_t term;
    if (!dictionary_value(&w->dictionary, v->field, v->text, &term, e)) return false;
    if (!inversion_count(&w->inversion, term, INVERSION_VALUE)) return error_memory(e);
  }
  return true;
}

static bool count_document(index_writer *w, article_id id, const document *d, error *e) {
  uint16_t place = (uint16_t)(id - w->first);
  if (!count_words(w, d, e) || !count_values(w, d, e)) return false;
  if (!inversion_end_article(&w->inversion, place)) return error_memory(e);
  w->span = (uint32_t)place + 1;
  w->records++;
  w->word_count += d->length;
  w->lengths[place] = d->length;
  w->days[place][0] = d->days[0];
  w->days[place][1] = d->days[1];
  return true;
}

static void start_segment(index_writer *w, article_id first) {
  w->first = first;
  w->span = w->records = 0;
  w->word_count = 0;
  memset(w->lengths, 0, sizeof w->lengths);
  memset(w->days, 0, sizeof w->days);
}

bool index_writer_add(index_writer *w, article_id id, const document *d, error *e) {
  if (w->first && id - w->first >= SEGMENT_SPAN && !index_writer_flush(w, e)) return false;
  if (!w->first) start_segment(w, id);
  return change_text(w, STATEMENT_TEXT_INSERT, id, d, e) && count_document(w, id, d, e);
}

bool index_writer_add_record(index_writer *w, article_id id, const record *r, error *e) {
  arena a;
  document d;
  arena_init(&a);
  bool good = document_make(&w->maker, &d, r, &a) || error_memory(e);
  good = good && index_writer_add(w, id, &d, e);
  arena_finish(&a);
  return good;
}

static bool bury(index_writer *w, article_id id, error *e) {
  sqlite3_stmt *statement = store_statement(w->store, STATEMENT_DEAD_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  return store_run(w->store, statement, e);
}

bool index_writer_remove(index_writer *w, article_id id, const record *r, error *e) {
  document d;
  arena_reset(&w->scratch);
  if (!document_make(&w->maker, &d, r, &w->scratch)) return error_memory(e);
  return change_text(w, STATEMENT_TEXT_DELETE, id, &d, e) && bury(w, id, e);
}

/* --- Segments --- */

/* The bytes of a list, as posting.h has them. */
static bool fill_list(index_writer *w, text key, const uint32_t *postings, uint32_t count) {
  size_t size = block_list_size(key, count);
  buffer_clear(&w->list);
  if (!buffer_reserve(&w->list, size)) return false;
  uint16_t *numbers = (uint16_t *)(void *)w->list.data;
  w->list.size = size;
  if (!block_key_is_word(key)) {
    for (uint32_t i = 0; i < count; i++) numbers[i] = (uint16_t)(postings[i] >> 16);
    return true;
  }
  uint16_t ceiling = 0, shortest = UINT16_MAX;
  for (uint32_t i = 0; i < count; i++) {
    uint16_t place = (uint16_t)(postings[i] >> 16), code = (uint16_t)postings[i];
    numbers[2 + i] = place;
    numbers[2 + count + i] = code;
    ceiling = code_ceiling(ceiling, code);
    if (w->lengths[place] < shortest) shortest = w->lengths[place];
  }
  numbers[0] = ceiling;
  numbers[1] = shortest;
  return true;
}

/* The terms that the segment has, by their keys. NULL when memory has run out. */
static uint32_t *order_terms(const index_writer *w, size_t *count) {
  const dictionary *d = &w->dictionary;
  const uint32_t *starts = w->inversion.starts;
  uint32_t *order = malloc((d->count + 1) * sizeof *order);
  *count = 0;
  if (!order) return NULL;
  for (uint32_t i = 0; i < d->count; i++)
    if (starts[i + 1] > starts[i]) order[(*count)++] = i;
  if (order_by_text(order, *count, d->keys)) return order;
  free(order);
  return NULL;
}

static bool write_lists(index_writer *w, long long segment, error *e) {
  const inversion *v = &w->inversion;
  size_t count;
  uint32_t *order = order_terms(w, &count);
  bool good = order || error_memory(e);
  lists_writer_start(&w->lists, w->store, segment);
  for (size_t i = 0; good && i < count; i++) {
    uint32_t term = order[i], size = v->starts[term + 1] - v->starts[term];
    text key = w->dictionary.keys[term];
    good = fill_list(w, key, v->postings + v->starts[term], size) || error_memory(e);
    good = good && lists_writer_add(&w->lists, key, size, buffer_text(&w->list), e);
  }
  free(order);
  return good && lists_writer_end(&w->lists, e);
}

static bool write_segment(index_writer *w, long long id, error *e) {
  segment_row row = {.id = id,
                     .first = w->first,
                     .span = w->span,
                     .records = w->records,
                     .words = w->word_count,
                     .lengths = w->lengths,
                     .days = &w->days[0][0]};
  return segment_insert(w->store, &row, e);
}

bool index_writer_flush(index_writer *w, error *e) {
  long long id;
  if (!w->first) return true;
  if (!inversion_make(&w->inversion, (uint32_t)w->dictionary.count)) return error_memory(e);
  if (!segment_next(w->store, &id, e) || !write_segment(w, id, e) || !write_lists(w, id, e) ||
      !dictionary_keep_words(&w->dictionary, e))
    return false;
  inversion_clear(&w->inversion);
  w->first = 0;
  if (w->dictionary.count > MOST_TERMS) dictionary_forget(&w->dictionary);
  return segments_merge(w->store, e);
}
