/* carrel explain: how a query was read, and how many records each part of it finds. */
#include <string.h>

#include "base/json.h"
#include "cli/arguments.h"
#include "cli/library.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"
#include "query/pubmed.h"

/* One part of the query. */
typedef struct part {
  const query *query;
  size_t depth;
  text words;
  long long count;
} part;

typedef struct explanation {
  text typed;
  text tree;
  translations translations;
  text pubmed;
  texts notes;
  LIST_OF(part) parts;
} explanation;

/* --- Gathering --- */

/* The operator of a part that has others below it, and the words of one that has none. */
static text words_of(const query *q, arena *a) {
  bool joins = q->kind == QUERY_AND || q->kind == QUERY_OR || q->kind == QUERY_NOT;
  if (!joins) return query_to_pubmed(q, a, NULL);
  text name = arena_text(a, query_kind_name(q->kind));
  for (size_t i = 0; i < name.size; i++) ((char *)(size_t)name.data)[i] = ascii_upper(name.data[i]);
  if (q->text.size) name = arena_printf(a, "%.*s, for %.*s", TEXT_ARG(name), TEXT_ARG(q->text));
  return name;
}

static bool count_of(const library *l, const query *q, arena *a, explanation *x, bool top,
                     long long *count, error *e) {
  answer found;
  search_request none = {.limit = 0, .literal = true};
  if (!search_query(l->searcher, q, &none, a, &found, e)) return false;
  *count = found.total;
  for (size_t i = 0; top && i < found.notices.count; i++)
    *list_push(a, &x->notes) = found.notices.items[i];
  return true;
}

static bool add_part(const library *l, const query *q, size_t depth, arena *a, explanation *x,
                     error *e) {
  part *p = list_push(a, &x->parts);
  *p = (part){.query = q, .depth = depth, .words = words_of(q, a)};
  if (!count_of(l, q, a, x, depth == 0, &p->count, e)) return false;
  return true;
}

/* In order, each before what it is made of; NEAR is one thing. */
static bool add_parts(const library *l, const query *q, size_t depth, arena *a, explanation *x,
                      error *e) {
  if (!add_part(l, q, depth, a, x, e)) return false;
  for (size_t i = 0; q->kind != QUERY_NEAR && i < q->items.count; i++)
    if (!add_parts(l, q->items.items[i], depth + 1, a, x, e)) return false;
  return true;
}

/* --- Printing --- */

/* What words were taken to mean, and the query that this makes. */
static void write_translations(output *out, const explanation *x) {
  arena *a = out->scratch;
  for (size_t i = 0; i < x->translations.count; i++) {
    const translation *t = &x->translations.items[i];
    layout l;
    layout_begin(&l, out, TEXT(""), 0);
    layout_hang(&l, 4);
    layout_add(&l, t->typed, STYLE_STRONG);
    layout_space(&l, 1);
    layout_add(&l, arena_printf(a, "= %.*s", TEXT_ARG(query_to_pubmed(t->meaning, a, NULL))),
               STYLE_PLAIN);
    layout_end(&l);
  }
  if (!x->translations.count) return;
  buffer_put(&out->bytes, "\n");
  layout_line(out, 0, x->pubmed, STYLE_PLAIN);
  buffer_put(&out->bytes, "\n");
}

static void write_text(output *out, const void *context) {
  const explanation *x = context;
  arena *a = out->scratch;
  layout_line(out, 0, x->tree, STYLE_FAINT);
  buffer_put(&out->bytes, "\n");
  write_translations(out, x);
  for (size_t i = 0; i < x->parts.count; i++) {
    const part *p = &x->parts.items[i];
    text number = table_number(p->count, a);
    text lead = arena_printf(a, "%11.*s  %*s", TEXT_ARG(number), (int)(2 * p->depth), "");
    layout l;
    layout_begin(&l, out, lead, lead.size);
    layout_add(&l, p->words, p->count ? STYLE_PLAIN : STYLE_WARNING);
    layout_end(&l);
  }
  for (size_t i = 0; i < x->notes.count; i++) {
    if (!i) buffer_put(&out->bytes, "\n");
    layout_line(out, 0, x->notes.items[i], STYLE_PLAIN);
  }
}

static void write_json(output *out, const void *context) {
  const explanation *x = context;
  buffer *b = &out->bytes;
  buffer_put(b, "{\"query\":");
  json_add_text(b, x->typed);
  buffer_put(b, ",\"tree\":");
  json_add_text(b, x->tree);
  buffer_put(b, ",\"translations\":[");
  for (size_t i = 0; i < x->translations.count; i++) {
    json_add_comma(b);
    buffer_put(b, "{");
    json_add_key(b, TEXT("words"));
    json_add_text(b, x->translations.items[i].typed);
    json_add_key(b, TEXT("meaning"));
    json_add_text(b, query_to_pubmed(x->translations.items[i].meaning, out->scratch, NULL));
    buffer_put(b, "}");
  }
  buffer_put(b, "],\"pubmed\":");
  json_add_text(b, x->pubmed);
  buffer_put(b, ",\"parts\":[");
  for (size_t i = 0; i < x->parts.count; i++) {
    json_add_comma(b);
    buffer_printf(b, "{\"depth\":%zu,\"records\":%lld,\"words\":", x->parts.items[i].depth,
                  x->parts.items[i].count);
    json_add_text(b, x->parts.items[i].words);
    buffer_put(b, "}");
  }
  buffer_put(b, "],\"notes\":[");
  for (size_t i = 0; i < x->notes.count; i++) {
    json_add_comma(b);
    json_add_text(b, x->notes.items[i]);
  }
  buffer_put(b, "]}\n");
}

/* The query as it is asked, and all that there is to tell of it. */
static bool gather(const call *c, const library *l, const query *q, explanation *x, error *e) {
  x->tree = query_print(q, c->arena);
  if (!c->settings->literal) q = search_translate(l->searcher, q, &x->translations, c->arena, e);
  if (!q) return false;
  x->pubmed = query_to_pubmed(q, c->arena, NULL);
  return add_parts(l, q, 0, c->arena, x, e) && (!arena_failed(c->arena) || error_memory(e));
}

static exit_status explain(const call *c, const query *q, explanation *x, bool json) {
  library l = {0};
  error e;
  error_clear(&e);
  bool good = library_read(&l, c, &e) && gather(c, &l, q, x, &e);
  library_close(&l);
  good = good && printer_text(c->settings, json ? write_json : write_text, x, &e);
  if (!good) return say_error(&e);
  return x->parts.items[0].count ? STATUS_FOUND : STATUS_NOTHING;
}

static exit_status run(const call *c) {
  explanation x = {0};
  bool json = false;
  error e;
  error_clear(&e);
  if (!printer_own_format(c, &json)) return STATUS_USE;
  if (!arguments_words(c, &x.typed, &e)) return say_error(&e);
  const query *q = arguments_query(c, x.typed, &x.notes, &e);
  return q ? explain(c, q, &x, json) : say_query_error(&e, x.typed);
}

const command command_explain = {
    .name = "explain",
    .arguments = "QUERY...",
    .summary = "how a query was read, and how many records each part finds",
    .details =
        "The first line is the query as a tree. Then comes what words were taken to mean, and "
        "the whole query in PubMed's form, as its search details have it; then every part with "
        "its number of records: a part that finds nothing is easily seen.",
    .examples = {{"carrel explain 'her2 AND resistan*[ti] NOT review[pt]'",
                  "the parts of a query and what they find"}},
    .groups = OPTION_OUTPUT,
    .options = asking_options,
    .least = 1,
    .most = ANY_NUMBER,
    .run = run,
};
