/* Arguments of commands. */
#include "cli/arguments.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/utf8.h"
#include "model/identifier.h"
#include "read/input.h"

static bool is_standard_input(const char *argument) { return strcmp(argument, "-") == 0; }

/* What comes from outside may be of any encoding. */
static text repaired(text typed, arena *a) {
  bool was_bad;
  return utf8_repair(a, typed, &was_bad);
}

static bool read_standard_input(arena *a, text *whole, error *e) {
  buffer bytes = {0};
  size_t size = 1;
  while (size && buffer_reserve(&bytes, BUFSIZ)) {
    size = fread(bytes.data + bytes.size, 1, BUFSIZ, stdin);
    bytes.size += size;
  }
  bool good = !bytes.failed || error_memory(e);
  if (good && ferror(stdin))
    good = error_set(e, ERROR_SYSTEM, "cannot read standard input: %s", strerror(errno));
  *whole = arena_text(a, buffer_text(&bytes));
  buffer_finish(&bytes);
  return good && (!arena_failed(a) || error_memory(e));
}

bool arguments_words(const call *c, text *words, error *e) {
  if (c->count == 1 && is_standard_input(c->arguments[0])) {
    if (!read_standard_input(c->arena, words, e)) return false;
  } else {
    buffer all = {0};
    for (size_t i = 0; i < c->count; i++) {
      if (i) buffer_put(&all, " ");
      buffer_add(&all, text_of(c->arguments[i]));
    }
    if (all.failed) c->arena->failed = true;
    *words = arena_text(c->arena, buffer_text(&all));
    buffer_finish(&all);
  }
  *words = repaired(*words, c->arena);
  return !arena_failed(c->arena) || error_memory(e);
}

bool arguments_file(const call *c, const char *path, text *whole, error *e) {
  input *in = input_open(path, e);
  buffer bytes = {0};
  size_t size = 1;
  if (!in) return false;
  while (size && buffer_reserve(&bytes, BUFSIZ)) {
    size = input_read(in, bytes.data + bytes.size, BUFSIZ);
    bytes.size += size;
  }
  bool good = bytes.failed ? error_memory(e) : !input_error(in, e);
  *whole = repaired(arena_text(c->arena, buffer_text(&bytes)), c->arena);
  buffer_finish(&bytes);
  input_close(in);
  return good && (!arena_failed(c->arena) || error_memory(e));
}

static bool add_id(const call *c, text typed, identifiers *ids, error *e) {
  identifier id;
  if (!identifier_read(c->arena, repaired(typed, c->arena), &id))
    return error_set(e, ERROR_USE,
                     "\"%.*s\" is no identifier; a PMID, a DOI or scheme:value is wanted",
                     TEXT_ARG(typed));
  *list_push(c->arena, ids) = id;
  return true;
}

static bool add_lines(const call *c, identifiers *ids, error *e) {
  text whole, line;
  if (!read_standard_input(c->arena, &whole, e)) return false;
  while (text_take_line(&whole, &line)) {
    line = text_trim(line);
    if (line.size && !add_id(c, line, ids, e)) return false;
  }
  return true;
}

bool arguments_ids(const call *c, identifiers *ids, error *e) {
  *ids = (identifiers){0};
  for (size_t i = 0; i < c->count; i++) {
    const char *argument = c->arguments[i];
    bool good =
        is_standard_input(argument) ? add_lines(c, ids, e) : add_id(c, text_of(argument), ids, e);
    if (!good) return false;
  }
  return !arena_failed(c->arena) || error_memory(e);
}

time_t arguments_now(void) {
  long long seconds;
  return text_to_number(text_of(getenv("SOURCE_DATE_EPOCH")), &seconds) ? (time_t)seconds
                                                                        : time(NULL);
}

int arguments_today(void) {
  time_t now = arguments_now();
  struct tm day;
  if (!(getenv("SOURCE_DATE_EPOCH") ? gmtime_r(&now, &day) : localtime_r(&now, &day))) return 0;
  return (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}
