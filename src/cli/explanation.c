/* Gathering and printing what there is to tell of a query. */
#include "cli/explanation.h"

#include "base/json.h"
#include "cli/table.h"

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

typedef struct gathering {
  searcher *x;
  arena *arena;
  explanation *to;
  error *error;
} gathering;

static bool add_part(const gathering *g, const query *q, size_t depth) {
  answer found;
  search_request none = {.limit = 0, .literal = true};
  if (!search_query(g->x, q, &none, g->arena, &found, g->error)) return false;
  *list_push(g->arena, &g->to->parts) = (part){depth, words_of(q, g->arena), found.total};
  for (size_t i = 0; depth == 0 && i < found.notices.count; i++)
    *list_push(g->arena, &g->to->notes) = found.notices.items[i];
  return true;
}

/* NEAR is one thing. */
static bool add_parts(const gathering *g, const query *q, size_t depth) {
  if (!add_part(g, q, depth)) return false;
  for (size_t i = 0; q->kind != QUERY_NEAR && i < q->items.count; i++)
    if (!add_parts(g, q->items.items[i], depth + 1)) return false;
  return true;
}

bool explanation_fill(const call *c, searcher *x, const strategy_line *line, explanation *to,
                      error *e) {
  gathering g = {x, c->arena, to, e};
  const query *q = line->tree;
  to->tree = query_print(line->read, c->arena);
  if (!c->settings->literal) q = search_translate(x, q, &to->translations, c->arena, e);
  if (!q) return false;
  to->pubmed = query_to_pubmed(q, c->arena, NULL);
  to->details = query_to_details(q, c->arena);
  return add_parts(&g, q, 0) && (!arena_failed(c->arena) || error_memory(e));
}

/* --- For people --- */

static void head(output *out, const char *words) {
  if (out->bytes.size) buffer_put(&out->bytes, "\n");
  layout_line(out, 0, text_of(words), STYLE_HEAD);
}

/* What words were taken to mean. */
static void write_translations(output *out, const explanation *x) {
  if (x->translations.count) head(out, "Translations");
  for (size_t i = 0; i < x->translations.count; i++) {
    const translation *t = &x->translations.items[i];
    layout l;
    layout_begin(&l, out, TEXT("  "), 2);
    layout_hang(&l, 6);
    layout_add(&l, t->typed, STYLE_STRONG);
    layout_space(&l, 1);
    layout_add(&l, TEXT("= "), STYLE_PLAIN);
    layout_add(&l, query_to_details(t->meaning, out->scratch), STYLE_PLAIN);
    layout_end(&l);
  }
}

static void write_parts(output *out, const explanation *x) {
  arena *a = out->scratch;
  head(out, "Records");
  for (size_t i = 0; i < x->parts.count; i++) {
    const part *p = &x->parts.items[i];
    text number = table_number(p->count, a);
    text lead = arena_printf(a, "%11.*s  %*s", TEXT_ARG(number), (int)(2 * p->depth), "");
    layout l;
    layout_begin(&l, out, lead, lead.size);
    layout_add(&l, p->words, p->count ? STYLE_PLAIN : STYLE_WARNING);
    layout_end(&l);
  }
}

void explanation_write_text(output *out, const void *context) {
  const explanation *x = context;
  head(out, "Query");
  layout_line(out, 2, x->typed, STYLE_PLAIN);
  layout_line(out, 2, x->tree, STYLE_FAINT);
  write_translations(out, x);
  head(out, "Search details");
  layout_line(out, 2, x->details, STYLE_PLAIN);
  write_parts(out, x);
  if (x->notes.count) head(out, "Warnings");
  for (size_t i = 0; i < x->notes.count; i++) layout_line(out, 2, x->notes.items[i], STYLE_WARNING);
}

/* --- For programs --- */

static void add_member(buffer *b, const char *key, text value) {
  json_add_key(b, text_of(key));
  json_add_text(b, value);
}

static void add_translations(buffer *b, const explanation *x, arena *a) {
  json_add_key(b, TEXT("translations"));
  buffer_put(b, "[");
  for (size_t i = 0; i < x->translations.count; i++) {
    json_add_comma(b);
    buffer_put(b, "{");
    add_member(b, "words", x->translations.items[i].typed);
    add_member(b, "meaning", query_to_pubmed(x->translations.items[i].meaning, a, NULL));
    buffer_put(b, "}");
  }
  buffer_put(b, "]");
}

void explanation_write_json(output *out, const void *context) {
  const explanation *x = context;
  buffer *b = &out->bytes;
  buffer_put(b, "{");
  add_member(b, "query", x->typed);
  add_member(b, "syntax", x->dialect);
  add_member(b, "tree", x->tree);
  add_translations(b, x, out->scratch);
  add_member(b, "pubmed", x->pubmed);
  add_member(b, "details", x->details);
  json_add_key(b, TEXT("parts"));
  buffer_put(b, "[");
  for (size_t i = 0; i < x->parts.count; i++) {
    json_add_comma(b);
    buffer_printf(b, "{\"depth\":%zu,\"records\":%lld", x->parts.items[i].depth,
                  x->parts.items[i].count);
    add_member(b, "words", x->parts.items[i].words);
    buffer_put(b, "}");
  }
  buffer_put(b, "]");
  json_add_key(b, TEXT("notes"));
  buffer_put(b, "[");
  for (size_t i = 0; i < x->notes.count; i++) {
    json_add_comma(b);
    json_add_text(b, x->notes.items[i]);
  }
  buffer_put(b, "]}\n");
}
