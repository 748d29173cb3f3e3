/* Hits through a writer to where data goes. */
#include "cli/printer.h"

#include "base/nearest.h"
#include "cli/say.h"
#include "cli/terminal.h"

/* Bytes that are gathered before they are written. */
enum { ENOUGH = 64 * 1024 };

const writer *printer_writer(const settings *set, const char *usual, error *e) {
  const char *name = set->format ? set->format : usual ? usual : "text";
  const writer *found = writer_named(text_of(name));
  if (found) return found;
  nearest near = nearest_to(text_of(name));
  for (size_t i = 0; writers[i]; i++)
    nearest_offer(&near, text_of(writers[i]->name), writers[i]->name);
  if (near.name)
    error_set(e, ERROR_USE, "no output format \"%s\"; did you mean %s?", name, near.name);
  else error_set(e, ERROR_USE, "no output format \"%s\"; `carrel formats` lists them", name);
  return NULL;
}

static bool prepare(printer *p, const settings *set, error *e) {
  *p = (printer){.sink = {.descriptor = -1}};
  arena_init(&p->scratch);
  arena_init(&p->lasting);
  p->out.scratch = &p->scratch;
  p->out.lasting = &p->lasting;
  if (!sink_open(&p->sink, set->output, !set->no_pager, e)) return false;
  /* The width is that of the terminal behind the pager; a file has none. */
  bool to_file = set->output && p->sink.descriptor != 1 && !p->sink.pager;
  p->out.columns = to_file ? 0 : terminal_columns(1);
  p->out.color = terminal_has_color(set->color, to_file ? p->sink.descriptor : 1);
  return true;
}

bool printer_open(printer *p, const settings *set, const char *usual, bool whole, error *e) {
  if (!prepare(p, set, e)) return false;
  p->writer = printer_writer(set, usual, e);
  p->out.whole = whole;
  if (p->writer && p->writer->begin) p->writer->begin(&p->out);
  return p->writer != NULL;
}

/* Sends what has been gathered. */
static bool flush(printer *p, error *e) {
  if (p->out.bytes.failed || arena_failed(&p->scratch) || arena_failed(&p->lasting))
    return error_memory(e);
  bool good = sink_write(&p->sink, buffer_text(&p->out.bytes), e);
  buffer_clear(&p->out.bytes);
  return good;
}

bool printer_hit(printer *p, const hit *h, error *e) {
  p->writer->hit(&p->out, h);
  p->out.count++;
  p->out.group = h->group;
  bool good = !arena_failed(&p->scratch) || error_memory(e);
  arena_reset(&p->scratch);
  return good && (p->out.bytes.size < ENOUGH || flush(p, e));
}

bool printer_close(printer *p, bool good, error *e) {
  if (good && p->writer && p->writer->end) p->writer->end(&p->out);
  if (good) good = flush(p, e);
  good = sink_close(&p->sink, good, e) && good;
  buffer_finish(&p->out.bytes);
  arena_finish(&p->scratch);
  arena_finish(&p->lasting);
  return good;
}

const printer_form *printer_form_of(const call *c, const printer_form *forms) {
  const char *names[8] = {NULL};
  error e;
  error_clear(&e);
  for (size_t i = 0; i + 1 < sizeof names / sizeof *names && forms[i].name; i++)
    names[i] = forms[i].name;
  int chosen = c->settings->format ? option_choose(names, c->settings->format, "format", &e) : 0;
  if (chosen >= 0) return &forms[chosen];
  say_use(c->command, "%s", e.message);
  return NULL;
}

bool printer_own_format(const call *c, bool *json) {
  static const printer_form forms[] = {{"text", NULL}, {"jsonl", NULL}, {NULL, NULL}};
  const printer_form *form = printer_form_of(c, forms);
  *json = form == &forms[1];
  return form != NULL;
}

bool printer_text(const settings *set, void (*write)(output *out, const void *context),
                  const void *context, error *e) {
  printer p;
  bool good = prepare(&p, set, e);
  if (good) write(&p.out, context);
  return printer_close(&p, good, e) && good;
}
