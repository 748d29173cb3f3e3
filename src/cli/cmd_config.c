/* carrel config: what a library does unless the command line says otherwise. */
#include "base/json.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"

/* Where the second column of the table begins. */
enum { COLUMN_OF_VALUE = 12 };

/* What is printed: all parameters, or the value of one. */
typedef struct printed {
  const char *only; /* NULL: all */
  score_parameters now, usual;
} printed;

static void write_text(output *out, const void *context) {
  const printed *p = context;
  arena *a = out->scratch;
  for (size_t i = 0; parameter_names[i]; i++) {
    text name = text_of(parameter_names[i]);
    text value = parameters_get(&p->now, parameter_names[i], a);
    text usual = parameters_get(&p->usual, parameter_names[i], a);
    if (p->only && text_equal(text_of(p->only), name)) layout_line(out, 0, value, STYLE_PLAIN);
    if (p->only) continue;
    if (!text_equal(value, usual))
      value = arena_printf(a, "%.*s (else %.*s)", TEXT_ARG(value), TEXT_ARG(usual));
    table_row(out, (text[]){name, value}, (size_t[]){0, COLUMN_OF_VALUE}, 2);
  }
}

static void write_json(output *out, const void *context) {
  const printed *p = context;
  buffer *b = &out->bytes;
  buffer_put(b, "{");
  for (size_t i = 0; parameter_names[i]; i++) {
    if (p->only && !text_equal(text_of(p->only), text_of(parameter_names[i]))) continue;
    json_add_key(b, text_of(parameter_names[i]));
    json_add_text(b, parameters_get(&p->now, parameter_names[i], out->scratch));
  }
  buffer_put(b, "}\n");
}

static exit_status show(const call *c, const char *only) {
  library l;
  error e;
  bool json = false;
  printed p = {.only = only, .usual = parameters_default()};
  error_clear(&e);
  if (!printer_own_format(c, &json)) return STATUS_USE;
  bool good = library_read(&l, c, &e);
  if (good) p.now = searcher_parameters(l.searcher);
  library_close(&l);
  good = good && printer_text(c->settings, json ? write_json : write_text, &p, &e);
  return good ? STATUS_FOUND : say_error(&e);
}

/* Keeps a value that can be taken; "default" forgets it. */
static bool keep(const call *c, const char *name, text value, error *e) {
  library l = {0};
  score_parameters p = parameters_default();
  if (text_equal(value, TEXT("default"))) value = (text){"", 0};
  else if (!parameters_set(&p, name, value, e)) return false;
  if (value.size) value = parameters_get(&p, name, c->arena);
  bool good =
      library_find(c, e) && library_write(&l, c, e) && parameters_keep(l.store, name, value, e);
  library_close(&l);
  return good;
}

static exit_status run(const call *c) {
  error e;
  error_clear(&e);
  if (!c->count) return show(c, NULL);
  int chosen = option_choose(parameter_names, c->arguments[0], "setting", &e);
  if (chosen < 0) return say_use(c->command, "%s", e.message);
  if (c->count == 1) return show(c, parameter_names[chosen]);
  if (keep(c, parameter_names[chosen], text_of(c->arguments[1]), &e)) return STATUS_FOUND;
  return e.kind == ERROR_USE ? say_use(c->command, "%s", e.message) : say_error(&e);
}

const command command_config = {
    .name = "config",
    .arguments = "[NAME [VALUE]]",
    .summary = "how the library ranks unless the command line says otherwise",
    .details =
        "Without a name all settings are shown, with a name that one, and a value is kept in the "
        "library for every later search and topic; \"default\" forgets it. k1 and b are those of "
        "BM25, weights are what an occurrence of a word counts by field.",
    .examples = {{"carrel config", "what is set"},
                 {"carrel config weights title=5,mesh=1", "titles count more, headings less"},
                 {"carrel config weights default", "as it was"}},
    .groups = OPTION_OUTPUT,
    .most = 2,
    .run = run,
};
