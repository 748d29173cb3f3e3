/* A growing run of bytes. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_finish(buffer *b) {
  free(b->data);
  *b = (buffer){0};
}

void buffer_clear(buffer *b) {
  b->size = 0;
  b->failed = false;
}

bool buffer_grow(buffer *b, size_t size) {
  if (b->failed) return false;
  if (size > SIZE_MAX / 2 - b->size) return !(b->failed = true);
  size_t wanted = b->capacity ? b->capacity : 256;
  while (wanted - b->size < size) wanted *= 2;
  char *larger = realloc(b->data, wanted);
  if (!larger) return !(b->failed = true);
  b->data = larger;
  b->capacity = wanted;
  return true;
}

void buffer_printf(buffer *b, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int size = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (size > 0 && buffer_reserve(b, (size_t)size + 1)) {
    vsnprintf(b->data + b->size, (size_t)size + 1, format, again);
    b->size += (size_t)size;
  }
  va_end(again);
}

text buffer_text(const buffer *b) { return (text){b->data ? b->data : "", b->size}; }
