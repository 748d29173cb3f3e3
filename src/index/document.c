/* Finding the words of a record's columns. A word is a byte, which has its size and, as the highest
 * bit, whether it is a joined form, and its bytes. */
#include "index/document.h"

enum { JOINED = 0x80 };
_Static_assert(WORD_LONGEST < JOINED, "a word's size and a bit must fit a byte");

bool document_maker_init(document_maker *m) {
  *m = (document_maker){.walk = words_create()};
  content_init(&m->content);
  return m->walk;
}

void document_maker_finish(document_maker *m) {
  words_destroy(m->walk);
  content_finish(&m->content);
  buffer_finish(&m->words);
}

static bool add_words(document_maker *m, unsigned column, uint32_t *length) {
  word next;
  if (!words_start(m->walk, buffer_text(&m->content.columns[column]))) return false;
  while (words_next(m->walk, &next)) {
    buffer_add_byte(&m->words, (char)(next.text.size | (next.parts > 1 ? JOINED : 0)));
    buffer_add(&m->words, next.text);
    if (content_counts(&next, column)) ++*length;
  }
  return !m->words.failed;
}

bool document_make(document_maker *m, document *d, const record *r, arena *a) {
  size_t ends[COLUMN_COUNT];
  uint32_t length = 0;
  if (!content_make(&m->content, r, a)) return false;
  buffer_clear(&m->words);
  for (unsigned i = 0; i < COLUMN_COUNT; i++) {
    if (!add_words(m, i, &length)) return false;
    ends[i] = m->words.size;
    buffer_add_byte(&m->words, 0);
  }
  text all = arena_text(a, buffer_text(&m->words));
  if (m->words.failed || arena_failed(a)) return false;
  for (unsigned i = 0; i < COLUMN_COUNT; i++)
    d->columns[i] = text_slice(all, i ? ends[i - 1] + 1 : 0, ends[i]);
  d->generation = 0;
  d->values = m->content.values;
  d->length = length < UINT16_MAX ? (uint16_t)length : UINT16_MAX;
  d->days = m->content.days;
  return true;
}

bool document_next(text *column, text *word, bool *joined) {
  if (!column->size) return false;
  unsigned char head = (unsigned char)column->data[0];
  size_t size = head & (JOINED - 1);
  *joined = head & JOINED;
  if (size >= column->size) return false;
  *word = (text){column->data + 1, size};
  *column = (text){column->data + 1 + size, column->size - 1 - size};
  return true;
}
