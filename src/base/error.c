/* Error values. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

void error_clear(error *e) { *e = (error){.offset = -1}; }

bool error_set(error *e, error_kind kind, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  e->kind = kind;
  vsnprintf(e->message, sizeof e->message, format, arguments);
  va_end(arguments);
  return false;
}

bool error_memory(error *e) { return error_set(e, ERROR_MEMORY, "out of memory"); }

bool error_at(error *e, const char *file, unsigned long line) {
  snprintf(e->file, sizeof e->file, "%s", file ? file : "");
  e->line = line;
  return false;
}
