/* From records to the text index and to segments of postings. */
#include "index/writer.h"

#include <stdlib.h>
#include <string.h>

#include "index/content.h"
#include "index/dictionary.h"
#include "index/merge.h"
#include "index/segment.h"
#include "text/words.h"

/* Slots kept from segment to segment; beyond that the dictionary starts anew, so that memory stays
 * bounded however many words a library has. */
enum { MOST_SLOTS = 3000000 };

typedef LIST_OF(struct token) token_list;

struct index_writer {
  store *store;
  words *walk;
  dictionary dictionary;
  content content;
  arena scratch;
  buffer list;
  buffer words;      /* of the record under way, one after the other */
  token_list tokens; /* of the record under way */
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
  w->walk = words_create();
  arena_init(&w->scratch);
  content_init(&w->content);
  bool ready = dictionary_init(&w->dictionary, s, e);
  if (ready && !w->walk) ready = error_memory(e);
  if (ready) return w;
  index_writer_close(w);
  return NULL;
}

void index_writer_close(index_writer *w) {
  if (!w) return;
  words_destroy(w->walk);
  dictionary_finish(&w->dictionary);
  content_finish(&w->content);
  arena_finish(&w->scratch);
  buffer_finish(&w->list);
  buffer_finish(&w->words);
  free(w);
}

bool index_writer_forget(index_writer *w, error *e) {
  w->first = 0;
  return dictionary_forget(&w->dictionary, e);
}

/* --- The text index --- */

/* Binds the columns behind the number: of an insertion or of a deletion. */
static bool change_text(index_writer *w, statement_name name, article_id id, error *e) {
  sqlite3_stmt *statement = store_statement(w->store, name, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  for (int i = 0; i < COLUMN_COUNT; i++) {
    text column = buffer_text(&w->content.columns[i]);
    if (column.size)
      sqlite3_bind_text64(statement, i + 2, column.data, column.size, SQLITE_STATIC, SQLITE_UTF8);
  }
  return store_run(w->store, statement, e);
}

/* --- Postings --- */

/* A word of the record under way. Memory is slow next to the processor: so all words are gathered
 * first, while the processor fetches what looking them up will need; then all are looked up, and
 * what counting them needs is fetched; then all are counted. */
typedef struct token {
  uint32_t at, size; /* in writer.words */
  uint32_t column, slot;
  uint64_t hash;
} token;

static bool gather_column(index_writer *w, unsigned column, uint32_t *length, error *e) {
  word next;
  if (!words_start(w->walk, buffer_text(&w->content.columns[column]))) return error_memory(e);
  while (words_next(w->walk, &next)) {
    if (next.text.data[0] == CONTENT_BOUNDARY.data[1]) continue;
    token *t = list_push(&w->scratch, &w->tokens);
    *t = (token){.at = (uint32_t)w->words.size,
                 .size = (uint32_t)next.text.size,
                 .column = column,
                 .hash = text_hash(next.text)};
    buffer_add(&w->words, next.text);
    map_prefetch(&w->dictionary.words, t->hash);
    if (next.parts == 1 && columns[column].weight) ++*length;
  }
  return (!w->words.failed && !arena_failed(&w->scratch)) || error_memory(e);
}

static bool count_words(index_writer *w, uint16_t place, uint32_t *length, error *e) {
  w->tokens = (token_list){0};
  buffer_clear(&w->words);
  for (unsigned column = 0; column < COLUMN_COUNT; column++)
    if (!gather_column(w, column, length, e)) return false;
  for (size_t i = 0; i < w->tokens.count; i++) {
    token *t = &w->tokens.items[i];
    text word = {w->words.data + t->at, t->size};
    if (!dictionary_word(&w->dictionary, word, t->hash, &t->slot, e)) return false;
    __builtin_prefetch(&w->dictionary.slots[t->slot]);
  }
  for (size_t i = 0; i < w->tokens.count; i++) {
    const token *t = &w->tokens.items[i];
    if (!dictionary_count(&w->dictionary, t->slot, place, t->column, e)) return false;
  }
  return true;
}

static bool count_values(index_writer *w, uint16_t place, error *e) {
  for (size_t i = 0; i < w->content.values.count; i++) {
    const value *v = &w->content.values.items[i];
    uint32_t at;
    if (!dictionary_value(&w->dictionary, v->field, v->text, &at, e) ||
        !dictionary_count(&w->dictionary, at, place, 0, e))
      return false;
  }
  return true;
}

static bool count_record(index_writer *w, article_id id, error *e) {
  uint16_t place = (uint16_t)(id - w->first);
  uint32_t length = 0;
  if (!count_words(w, place, &length, e) || !count_values(w, place, e)) return false;
  w->span = (uint32_t)place + 1;
  w->records++;
  w->word_count += length;
  w->lengths[place] = length < UINT16_MAX ? (uint16_t)length : UINT16_MAX;
  w->days[place][0] = w->content.first_day;
  w->days[place][1] = w->content.last_day;
  return true;
}

static void start_segment(index_writer *w, article_id first) {
  w->first = first;
  w->span = w->records = 0;
  w->word_count = 0;
  memset(w->lengths, 0, sizeof w->lengths);
  memset(w->days, 0, sizeof w->days);
}

bool index_writer_add(index_writer *w, article_id id, const record *r, error *e) {
  if (w->first && id - w->first >= SEGMENT_SPAN && !index_writer_flush(w, e)) return false;
  if (!w->first) start_segment(w, id);
  arena_reset(&w->scratch);
  if (!content_make(&w->content, r, &w->scratch)) return error_memory(e);
  return change_text(w, STATEMENT_TEXT_INSERT, id, e) && count_record(w, id, e);
}

bool index_writer_remove(index_writer *w, article_id id, const record *r, error *e) {
  arena_reset(&w->scratch);
  if (!content_make(&w->content, r, &w->scratch)) return error_memory(e);
  if (!change_text(w, STATEMENT_TEXT_DELETE, id, e)) return false;
  sqlite3_stmt *statement = store_statement(w->store, STATEMENT_DEAD_INSERT, e);
  if (!statement) return false;
  sqlite3_bind_int64(statement, 1, id);
  return store_run(w->store, statement, e);
}

/* --- Segments --- */

static bool write_list(index_writer *w, long long segment, const slot *s, error *e) {
  buffer *list = &w->list;
  bool words = term_is_word(s->term);
  size_t size = words ? POSTING_HEAD + 4 * (size_t)s->count : 2 * (size_t)s->count;
  buffer_clear(list);
  if (!buffer_reserve(list, size)) return error_memory(e);
  uint16_t *numbers = (uint16_t *)(void *)list->data;
  if (words) {
    uint16_t ceiling = 0, shortest = UINT16_MAX;
    for (uint32_t i = 0; i < s->count; i++) {
      uint16_t place = (uint16_t)(s->postings[i] >> 16), code = (uint16_t)s->postings[i];
      numbers[2 + i] = place;
      numbers[2 + s->count + i] = code;
      ceiling = code_ceiling(ceiling, code);
      if (w->lengths[place] < shortest) shortest = w->lengths[place];
    }
    numbers[0] = ceiling;
    numbers[1] = shortest;
  } else {
    for (uint32_t i = 0; i < s->count; i++) numbers[i] = (uint16_t)(s->postings[i] >> 16);
  }
  return posting_insert(w->store, segment, s->term, (text){list->data, size}, e);
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

static bool remember_last_term(index_writer *w, error *e) {
  text number = arena_printf(&w->scratch, "%lld", w->dictionary.last_term);
  return store_set(w->store, "last_term", number, e);
}

bool index_writer_flush(index_writer *w, error *e) {
  if (!w->first) return true;
  long long id;
  dictionary *d = &w->dictionary;
  if (!segment_next(w->store, &id, e) || !write_segment(w, id, e) || !dictionary_resolve(d, e) ||
      !remember_last_term(w, e))
    return false;
  for (size_t i = 0; i < d->touched_count; i++)
    if (!write_list(w, id, &d->slots[d->touched[i]], e)) return false;
  dictionary_clear_postings(d);
  w->first = 0;
  if (d->count > MOST_SLOTS && !dictionary_forget(d, e)) return false;
  return segments_merge(w->store, e);
}
