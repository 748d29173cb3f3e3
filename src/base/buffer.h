/* A growing run of bytes on the heap, for output that is built piece by piece.
 * Failure is sticky: after memory has run out, adding does nothing and `failed` is set. */
#ifndef CARREL_BASE_BUFFER_H
#define CARREL_BASE_BUFFER_H

#include "base/text.h"

typedef struct buffer {
  char *data;
  size_t size, capacity;
  bool failed;
} buffer;

/* A zeroed buffer (`buffer b = {0};`) is an empty one. */
void buffer_finish(buffer *b);
void buffer_clear(buffer *b);
void buffer_add(buffer *b, text piece);
void buffer_add_byte(buffer *b, char byte);
void buffer_printf(buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Makes room for `size` more bytes; false when there is no memory. */
bool buffer_reserve(buffer *b, size_t size);
/* Valid until the next change. */
text buffer_text(const buffer *b);

#define buffer_put(b, literal) buffer_add((b), TEXT(literal))

#endif
