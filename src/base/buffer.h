/* A growing run of bytes on the heap, for output that is built piece by piece.
 * Failure is sticky: after memory has run out, adding does nothing and `failed` is set. */
#ifndef CARREL_BASE_BUFFER_H
#define CARREL_BASE_BUFFER_H

#include <string.h>

#include "base/text.h"

typedef struct buffer {
  char *data;
  size_t size, capacity;
  bool failed;
} buffer;

/* A zeroed buffer (`buffer b = {0};`) is an empty one. */
void buffer_finish(buffer *b);
void buffer_clear(buffer *b);
void buffer_printf(buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Makes room where there is too little; behind buffer_reserve. */
bool buffer_grow(buffer *b, size_t size);
/* Valid until the next change. */
text buffer_text(const buffer *b);

/* In the header, since they are called for every word and byte. */

/* Makes room for `size` more bytes; false when there is no memory. */
static inline bool buffer_reserve(buffer *b, size_t size) {
  return (b->capacity - b->size >= size && !b->failed) || buffer_grow(b, size);
}
static inline void buffer_add(buffer *b, text piece) {
  if (piece.size == 0 || !buffer_reserve(b, piece.size)) return;
  memcpy(b->data + b->size, piece.data, piece.size);
  b->size += piece.size;
}
static inline void buffer_add_byte(buffer *b, char byte) {
  if (buffer_reserve(b, 1)) b->data[b->size++] = byte;
}

#define buffer_put(b, literal) buffer_add((b), TEXT(literal))

#endif
