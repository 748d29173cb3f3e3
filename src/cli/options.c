/* Parsing options, after the conventions of POSIX (Utility Syntax Guidelines) and GNU. */
#include "cli/options.h"

#include <string.h>

#include "base/nearest.h"

/* --- Values --- */

bool option_set_flag(void *place, const char *value, error *e) {
  (void)value, (void)e;
  *(bool *)place = true;
  return true;
}

bool option_set_string(void *place, const char *value, error *e) {
  (void)e;
  *(const char **)place = value;
  return true;
}

bool option_set_number(void *place, const char *value, error *e) {
  long long number;
  if (!text_to_number(text_of(value), &number))
    return error_set(e, ERROR_USE, "\"%s\" is not a number", value);
  *(long long *)place = number;
  return true;
}

int option_choose(const char *const *names, const char *value, const char *what, error *e) {
  nearest near = nearest_to(text_of(value));
  char all[160] = "";
  for (int i = 0; names[i]; i++) {
    if (strcmp(names[i], value) == 0) return i;
    nearest_offer(&near, text_of(names[i]), names[i]);
    strncat(all, i ? ", " : "", sizeof all - strlen(all) - 1);
    strncat(all, names[i], sizeof all - strlen(all) - 1);
  }
  if (near.name) error_set(e, ERROR_USE, "no %s \"%s\"; did you mean %s?", what, value, near.name);
  else error_set(e, ERROR_USE, "no %s \"%s\"; there are %s", what, value, all);
  return -1;
}

/* --- Finding --- */

static const option *find(const option_reader *r, text name, char letter) {
  for (size_t t = 0; t < sizeof r->tables / sizeof *r->tables; t++)
    for (const option *o = r->tables[t]; o && o->name; o++)
      if (letter ? o->letter == letter : text_equal(text_of(o->name), name)) return o;
  return NULL;
}

#define DASHES_HINT "(put -- before an argument that begins with a dash)"

static bool unknown(const option_reader *r, text name, char letter, error *e) {
  if (letter) return error_set(e, ERROR_USE, "unknown option -%c " DASHES_HINT, letter);
  nearest near = nearest_to(name);
  for (size_t t = 0; t < sizeof r->tables / sizeof *r->tables; t++)
    for (const option *o = r->tables[t]; o && o->name; o++)
      nearest_offer(&near, text_of(o->name), o->name);
  if (near.name)
    return error_set(e, ERROR_USE, "unknown option --%.*s; did you mean --%s?", TEXT_ARG(name),
                     near.name);
  return error_set(e, ERROR_USE, "unknown option --%.*s " DASHES_HINT, TEXT_ARG(name));
}

/* --- Parsing --- */

static bool set(option_reader *r, const option *o, const char *value, error *e) {
  error inner;
  error_clear(&inner);
  if (o->set((char *)r->settings + o->offset, value, &inner)) return true;
  return error_set(e, ERROR_USE, "--%s: %s", o->name, inner.message);
}

/* Sets an option that takes an argument: what stands with it or else the next argument. */
static bool set_with_argument(option_reader *r, const option *o, const char *joined, error *e) {
  if (joined) return set(r, o, joined, e);
  if (r->at == r->count) return error_set(e, ERROR_USE, "--%s needs %s", o->name, o->argument);
  return set(r, o, r->arguments[r->at++], e);
}

/* `--name`, `--name=value` or `--name value`, without the dashes. */
static bool take_long(option_reader *r, const char *written, error *e) {
  const char *equals = strchr(written, '=');
  text name = equals ? (text){written, (size_t)(equals - written)} : text_of(written);
  const option *o = find(r, name, 0);
  if (!o) return unknown(r, name, 0, e);
  if (o->argument) return set_with_argument(r, o, equals ? equals + 1 : NULL, e);
  if (equals) return error_set(e, ERROR_USE, "--%s takes no value", o->name);
  return set(r, o, NULL, e);
}

/* `-qn10`, `-q -n 10`: letters after one dash, the last of which may take what follows. */
static bool take_letters(option_reader *r, const char *letters, error *e) {
  for (; *letters; letters++) {
    const option *o = find(r, TEXT(""), *letters);
    if (!o) return unknown(r, TEXT(""), *letters, e);
    if (o->argument) return set_with_argument(r, o, letters[1] ? letters + 1 : NULL, e);
    if (!set(r, o, NULL, e)) return false;
  }
  return true;
}

const char *options_next(option_reader *r, error *e) {
  while (r->at < r->count) {
    const char *argument = r->arguments[r->at++];
    if (r->no_more || argument[0] != '-' || !argument[1]) return argument;
    if (strcmp(argument, "--") == 0) {
      r->no_more = true;
      continue;
    }
    bool is_long = argument[1] == '-';
    if (is_long ? !take_long(r, argument + 2, e) : !take_letters(r, argument + 1, e)) return NULL;
  }
  return NULL;
}
