/* Messages on standard error. */
#include "cli/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* How much of a long query is shown on either side of a caret, in columns. */
enum { CONTEXT = 36 };
/* Notices that are shown; a long list of words may lack many. */
enum { NOTICES = 10 };

static void say_bytes(text prefix, text message) {
  buffer line = {0};
  buffer_add(&line, prefix);
  utf8_add_safe(&line, message);
  buffer_put(&line, "\n");
  fwrite(line.data, 1, line.size, stderr);
  buffer_finish(&line);
}

static void say_formatted(text prefix, const char *format, va_list arguments) {
  char message[2048];
  vsnprintf(message, sizeof message, format, arguments);
  say_bytes(prefix, text_of(message));
}

void say(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  say_formatted(TEXT("carrel: "), format, arguments);
  va_end(arguments);
}

void say_line(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  say_formatted(TEXT(""), format, arguments);
  va_end(arguments);
}

void say_notices(const settings *set, const texts *notices) {
  size_t shown = notices->count <= NOTICES ? notices->count : NOTICES;
  if (set->quiet) return;
  for (size_t i = 0; i < shown; i++) say("%.*s", TEXT_ARG(notices->items[i]));
  if (shown < notices->count) say("and %zu more notices of this kind", notices->count - shown);
}

exit_status say_error(const error *e) {
  if (e->file[0] && e->line) say_line("%s:%lu: %s", e->file, e->line, e->message);
  else if (e->file[0]) say_line("%s: %s", e->file, e->message);
  else say("%s", e->message);
  return e->kind == ERROR_USE ? STATUS_USE : STATUS_FAILURE;
}

/* The longest end of a text that is at most `most` columns wide. */
static text last_columns(text shown, size_t most) {
  size_t width = utf8_width(shown);
  text cut = utf8_prefix(shown, width > most ? width - most : 0);
  return text_slice(shown, cut.size, shown.size);
}

/* The line of the query that holds the place, cut to what is near it, and the caret. */
static void say_place(text typed, size_t at) {
  size_t start = at, end = at;
  while (start && typed.data[start - 1] != '\n') start--;
  while (end < typed.size && typed.data[end] != '\n') end++;
  buffer before = {0}, after = {0};
  utf8_add_safe(&before, text_slice(typed, start, at));
  utf8_add_safe(&after, text_slice(typed, at, end));
  text left = last_columns(buffer_text(&before), CONTEXT);
  text right = utf8_prefix(buffer_text(&after), CONTEXT);
  const char *cut_left = left.size < before.size ? "\xE2\x80\xA6" : "";
  const char *cut_right = right.size < after.size ? "\xE2\x80\xA6" : "";
  fprintf(stderr, "  %s%.*s%.*s%s\n", cut_left, TEXT_ARG(left), TEXT_ARG(right), cut_right);
  int place = (int)(utf8_width(left) + (cut_left[0] ? 1 : 0));
  fprintf(stderr, "  %*s^\n", place, "");
  buffer_finish(&before);
  buffer_finish(&after);
}

exit_status say_query_error(const error *e, text typed) {
  exit_status status = say_error(e);
  bool shown = text_trim(typed).size && e->offset >= 0 && (size_t)e->offset <= typed.size;
  if (shown) say_place(typed, (size_t)e->offset);
  return status;
}

exit_status say_use(const command *c, const char *format, ...) {
  char message[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  if (c) say("%s: %s", c->name, message);
  else say("%s", message);
  if (c) say_line("See carrel %s --help.", c->name);
  return STATUS_USE;
}
