/* carrel explain: how a query or strategy was read, what each part of it finds, and what it is in
 * another language. */
#include "base/json.h"
#include "cli/explanation.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"
#include "query/opensearch.h"

/* --- In another language --- */

static bool set_as(void *place, const char *value, error *e) {
  static const char *const names[] = {"pubmed", "ovid", "opensearch", NULL};
  return option_choose(names, value, "language", e) >= 0 && option_set_string(place, value, e);
}

static const option options[] = {
    {0, "as", "LANGUAGE", "write it in another language: pubmed, ovid or opensearch", OPTION_OWN,
     set_as, offsetof(settings, as)},
    OPTIONS_END,
};

/* The query, or the lines of the strategy, in the language; OpenSearch has no lines that refer to
 * each other. */
static text converted(const call *c, const asking *q, texts *lost) {
  text language = text_of(c->settings->as);
  query_dialect dialect = text_equal(language, TEXT("ovid")) ? DIALECT_OVID : DIALECT_PUBMED;
  const strategy *s = &q->strategy;
  text all = {"", 0};
  if (text_equal(language, TEXT("opensearch"))) {
    for (size_t i = 0; i < s->lines.count; i++)
      all = arena_join(c->arena, all, TEXT("\n"),
                       query_to_opensearch(s->lines.items[i].tree, c->arena, lost));
    return all;
  }
  if (q->file) return text_trim_end(strategy_write(s, dialect, c->arena, lost), "\n");
  return dialect_write(s->lines.items[0].tree, dialect, c->arena, lost);
}

static void write_words(output *out, const void *context) {
  buffer_add(&out->bytes, *(const text *)context);
  buffer_put(&out->bytes, "\n");
}

/* Earlier searches that it refers to stand in the library, which else is not needed. */
static bool resolve(const call *c, asking *q, error *e) {
  library l = {0};
  if (!asking_has_references(q)) return true;
  bool good = library_read(&l, c, e) && asking_resolve(c, q, l.store, e);
  library_close(&l);
  return good;
}

static exit_status convert(const call *c, asking *q) {
  texts lost = {0};
  error e;
  error_clear(&e);
  if (c->settings->format) return say_use(c->command, "--as takes no --format");
  if (!resolve(c, q, &e)) return asking_fail(q, &e);
  text words = converted(c, q, &lost);
  if (arena_failed(c->arena)) return say_error((error_memory(&e), &e));
  if (!printer_text(c->settings, write_words, &words, &e)) return say_error(&e);
  say_notices(c->settings, &q->notes);
  for (size_t i = 0; i < lost.count && !c->settings->quiet; i++)
    say("%.*s", TEXT_ARG(lost.items[i]));
  return STATUS_FOUND;
}

/* --- The lines of a strategy --- */

typedef struct explained_lines {
  const strategy *strategy;
  LIST_OF(explanation) lines;
} explained_lines;

static void write_lines(output *out, const void *context) {
  const explained_lines *x = context;
  arena *a = out->scratch;
  for (size_t i = 0; i < x->lines.count; i++) {
    const explanation *line = &x->lines.items[i];
    text number = table_number(line->parts.items[0].count, a);
    unsigned place = x->strategy->lines.items[i].number;
    text lead = arena_printf(a, "%4u%12.*s  ", place, TEXT_ARG(number));
    layout l;
    layout_begin(&l, out, lead, lead.size);
    layout_add(&l, line->typed, line->parts.items[0].count ? STYLE_PLAIN : STYLE_WARNING);
    layout_end(&l);
    layout_line(out, lead.size, line->tree, STYLE_FAINT);
    for (size_t k = 0; k < line->notes.count; k++)
      layout_line(out, lead.size, line->notes.items[k], STYLE_WARNING);
  }
}

static void write_lines_json(output *out, const void *context) {
  const explained_lines *x = context;
  for (size_t i = 0; i < x->lines.count; i++) explanation_write_json(out, &x->lines.items[i]);
}

static exit_status explain_lines(const call *c, const asking *q, searcher *x) {
  static const printer_form forms[] = {
      {"text", write_lines}, {"jsonl", write_lines_json}, {NULL, NULL}};
  const printer_form *form = printer_form_of(c, forms);
  explained_lines all = {.strategy = &q->strategy};
  error e;
  error_clear(&e);
  if (!form) return STATUS_USE;
  for (size_t i = 0; i < q->strategy.lines.count; i++) {
    const strategy_line *line = &q->strategy.lines.items[i];
    explanation *one = list_push(c->arena, &all.lines);
    one->typed = line->typed;
    one->dialect = text_of(dialect_names[q->strategy.dialect]);
    if (!explanation_fill(c, x, line, one, &e)) return say_error(&e);
  }
  if (!printer_text(c->settings, form->write, &all, &e)) return say_error(&e);
  return all.lines.items[all.lines.count - 1].parts.items[0].count ? STATUS_FOUND : STATUS_NOTHING;
}

/* --- A query --- */

static exit_status explain_query(const call *c, const asking *q, searcher *x) {
  static const printer_form forms[] = {
      {"text", explanation_write_text}, {"jsonl", explanation_write_json}, {NULL, NULL}};
  const printer_form *form = printer_form_of(c, forms);
  explanation one = {
      .typed = q->typed, .dialect = text_of(dialect_names[q->strategy.dialect]), .notes = q->notes};
  error e;
  error_clear(&e);
  if (!form) return STATUS_USE;
  if (!explanation_fill(c, x, &q->strategy.lines.items[0], &one, &e) ||
      !printer_text(c->settings, form->write, &one, &e))
    return say_error(&e);
  return one.parts.items[0].count ? STATUS_FOUND : STATUS_NOTHING;
}

static exit_status run(const call *c) {
  library l = {0};
  asking q;
  error e;
  error_clear(&e);
  exit_status status = asking_read(c, &q);
  if (status != STATUS_FOUND) return status;
  if (c->settings->as) return convert(c, &q);
  if (!library_read(&l, c, &e)) status = say_error(&e);
  else if (!asking_resolve(c, &q, l.store, &e)) status = asking_fail(&q, &e);
  else status = q.file ? explain_lines(c, &q, l.searcher) : explain_query(c, &q, l.searcher);
  library_close(&l);
  return status;
}

const command command_explain = {
    .name = "explain",
    .arguments = "QUERY...",
    .summary = "how a query was read, and how many records each part finds",
    .details =
        "Below the query stands what it was read as; then what words were taken to mean, and the "
        "whole query as PubMed's search details have it; then every part with its number of "
        "records: a part that finds nothing is easily seen. --as writes the query in another "
        "language instead, and tells what does not carry over.",
    .examples = {{"carrel explain 'her2 AND resistan*[ti] NOT review[pt]'",
                  "the parts of a query and what they find"},
                 {"carrel explain --as ovid '\"drug resistance\"[ti] AND 2019:2024[dp]'",
                  "PubMed's language to Ovid's"},
                 {"carrel explain --as pubmed --strategy appendix.txt",
                  "the strategy of a published review, for PubMed"}},
    .groups = OPTION_QUERY | OPTION_OUTPUT,
    .options = options,
    .most = ANY_NUMBER,
    .run = run,
};
