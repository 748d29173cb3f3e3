/* The table of a strategy's lines. */
#include "cli/counts.h"

#include <stdio.h>

#include "base/json.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"

/* Columns: of the number of a line, of how many records it finds. */
enum { NUMBER = 4, RECORDS = 12 };

typedef struct counts {
  const strategy *strategy;
  LIST_OF(long long) found; /* for each line */
  texts told, notices;      /* as they are, and with their lines */
} counts;

/* What a line has to tell that no line above has told: lines hold each other. */
static void add_notices(const call *c, unsigned line, const texts *notices, counts *n) {
  for (size_t i = 0; i < notices->count; i++) {
    if (texts_contain(&n->told, notices->items[i])) continue;
    *list_push(c->arena, &n->told) = notices->items[i];
    *list_push(c->arena, &n->notices) =
        arena_printf(c->arena, "line %u: %.*s", line, TEXT_ARG(notices->items[i]));
  }
}

static bool count_line(const call *c, searcher *x, const strategy_line *line, counts *n, error *e) {
  answer found;
  search_request none = {.literal = c->settings->literal};
  if (!search_query(x, line->tree, &none, c->arena, &found, e)) return false;
  *list_push(c->arena, &n->found) = found.total;
  add_notices(c, line->number, &found.notices, n);
  return !arena_failed(c->arena) || error_memory(e);
}

/* --- The table --- */

static void write_text(output *out, const void *context) {
  const counts *n = context;
  arena *a = out->scratch;
  for (size_t i = 0; i < n->found.count; i++) {
    const strategy_line *line = &n->strategy->lines.items[i];
    text number = table_number(n->found.items[i], a);
    text lead = arena_printf(a, "%*u%*.*s  ", NUMBER, line->number, RECORDS, TEXT_ARG(number));
    layout l;
    layout_begin(&l, out, lead, lead.size);
    layout_add(&l, line->typed, n->found.items[i] ? STYLE_PLAIN : STYLE_WARNING);
    layout_end(&l);
  }
}

static void write_json(output *out, const void *context) {
  const counts *n = context;
  for (size_t i = 0; i < n->found.count; i++) {
    const strategy_line *line = &n->strategy->lines.items[i];
    buffer_printf(&out->bytes, "{\"line\":%u,\"query\":", line->number);
    json_add_text(&out->bytes, line->typed);
    buffer_printf(&out->bytes, ",\"records\":%lld}\n", n->found.items[i]);
  }
}

static void write_csv(output *out, const void *context) {
  const counts *n = context;
  buffer_put(&out->bytes, "Line,Query,Results\n");
  for (size_t i = 0; i < n->found.count; i++) {
    const strategy_line *line = &n->strategy->lines.items[i];
    buffer_printf(&out->bytes, "%u,", line->number);
    table_add_csv(&out->bytes, line->typed);
    buffer_printf(&out->bytes, ",%lld\n", n->found.items[i]);
  }
}

/* --- Telling --- */

static void say_table(const counts *n) {
  arena scratch;
  arena_init(&scratch);
  output out = {.columns = terminal_columns(2), .scratch = &scratch};
  write_text(&out, n);
  fwrite(out.bytes.data, 1, out.bytes.size, stderr);
  buffer_finish(&out.bytes);
  arena_finish(&scratch);
}

exit_status counts_tell(const call *c, const asking *q, searcher *x) {
  static const printer_form forms[] = {
      {"text", write_text}, {"jsonl", write_json}, {"csv", write_csv}, {NULL, NULL}};
  counts n = {.strategy = &q->strategy};
  error e;
  error_clear(&e);
  const printer_form *form = c->settings->count ? printer_form_of(c, forms) : forms;
  if (!form) return STATUS_USE;
  for (size_t i = 0; i < q->strategy.lines.count; i++)
    if (!count_line(c, x, &q->strategy.lines.items[i], &n, &e)) return say_error(&e);
  if (!c->settings->count) {
    if (!c->settings->quiet) say_table(&n);
    return STATUS_FOUND;
  }
  say_notices(c->settings, &n.notices);
  if (!printer_text(c->settings, form->write, &n, &e)) return say_error(&e);
  return n.found.items[n.found.count - 1] ? STATUS_FOUND : STATUS_NOTHING;
}
