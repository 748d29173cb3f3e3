/* A tree in PubMed's syntax, with every bracket and tag that reading it again needs. */
#include <string.h>

#include "query/lexer.h"
#include "query/loss.h"
#include "query/period.h"
#include "query/pubmed.h"
#include "query/scan.h"

static void put_tag(rendering *r, const query *q) {
  if (!q->field) return;
  buffer_printf(&r->out, "[%s", r->spelled ? q->field->label : q->field->name);
  if (q->no_explode) buffer_put(&r->out, ":noexp");
  if (q->kind == QUERY_NEAR && !q->ordered) buffer_printf(&r->out, ":~%u", q->distance);
  buffer_add_byte(&r->out, ']');
}

/* ---- Leaves ---- */

/* Whether what is to be a value would fall apart without quotes. */
static bool needs_quotes(const rendering *r, const query *q, text body) {
  error unclosed;
  scope inside = {.typed = body, .arena = r->arena, .error = &unclosed};
  lexer l = {&inside, 0};
  token part = {.kind = TOKEN_WORD};
  if (q->quoted || q->kind != QUERY_VALUE) return q->quoted;
  while (part.kind == TOKEN_WORD || part.kind == TOKEN_COLON)
    if (!lexer_next(&l, &part)) return true;
  return part.kind != TOKEN_END;
}

static void put_leaf(rendering *r, const query *q) {
  const char *star = q->kind == QUERY_PREFIX || q->truncated ? "*" : "";
  text body = arena_join(r->arena, q->text, TEXT("/"), q->qualifier);
  body = arena_printf(r->arena, "%.*s%s", TEXT_ARG(body), star);
  bool quotes = needs_quotes(r, q, body);
  if (q->kind == QUERY_EXACT && !quotes) buffer_add_byte(&r->out, '=');
  if (quotes) buffer_add_byte(&r->out, '"');
  buffer_add(&r->out, body);
  if (quotes) buffer_add_byte(&r->out, '"');
  put_tag(r, q);
}

static void put_range(rendering *r, const query *q) {
  bool dates = q->field->kind == FIELD_DATE;
  text low = q->low, high = q->high;
  if (!low.size) low = dates ? PERIOD_FIRST : TEXT("0");
  if (!high.size) high = dates ? PERIOD_LAST : TEXT("99999999");
  buffer_printf(&r->out, "%.*s:%.*s", TEXT_ARG(low), TEXT_ARG(high));
  put_tag(r, q);
}

/* ---- Words in order and near each other ---- */

static bool is_near_field(const field *f) {
  return f && (!strcmp(f->name, "ti") || !strcmp(f->name, "tiab") || !strcmp(f->name, "ad"));
}

static void note_near(rendering *r, const query *q) {
  bool truncated = false;
  for (size_t i = 0; i < q->items.count; i++) truncated |= q->items.items[i]->kind == QUERY_PREFIX;
  if (q->ordered && q->distance)
    rendering_lose(r, "PubMed's proximity has no order; words near each other are asked in any");
  if (truncated && (!q->ordered || q->distance))
    rendering_lose(r, "PubMed drops proximity around a truncated word; Carrel does not");
  if (!q->ordered && !is_near_field(q->field))
    rendering_lose(r, "PubMed has proximity in [ti], [tiab] and [ad] only");
}

/* One of near_flatten's: words, some with a star. */
static void put_near(rendering *r, const query *q) {
  query shown = *q;
  note_near(r, q);
  if (shown.distance) shown.ordered = false;
  bool quotes = q->quoted || !shown.ordered || !q->field;
  if (quotes) buffer_add_byte(&r->out, '"');
  for (size_t i = 0; i < q->items.count; i++) {
    const query *item = q->items.items[i];
    if (i) buffer_add_byte(&r->out, ' ');
    buffer_add(&r->out, item->text);
    if (item->kind == QUERY_PREFIX) buffer_add_byte(&r->out, '*');
  }
  if (quotes) buffer_add_byte(&r->out, '"');
  put_tag(r, &shown);
}

/* ---- Nodes ---- */

static void put_node(rendering *r, const query *q, bool inner);

static void put_items(rendering *r, const query *q, bool inner) {
  static const char *const names[] = {
      [QUERY_AND] = " AND ", [QUERY_OR] = " OR ", [QUERY_NOT] = " NOT "};
  if (inner) buffer_add_byte(&r->out, '(');
  for (size_t i = 0; i < q->items.count; i++) {
    if (i) buffer_add(&r->out, text_of(names[q->kind]));
    put_node(r, q->items.items[i], true);
  }
  if (inner) buffer_add_byte(&r->out, ')');
}

/* Whether there is no other wildcard than *. */
static bool is_plain_wild(text pattern) {
  for (size_t i = 0; i < pattern.size; i++)
    if (strchr("?#$", pattern.data[i])) return false;
  return true;
}

static void put_wild(rendering *r, const query *q, bool inner) {
  if (!is_plain_wild(q->text)) {
    put_node(r, wild_guess(r, q), inner);
    return;
  }
  rendering_lose(r, "%.*s: PubMed knows * only at the end of a word",
                 TEXT_ARG(scan_shown(q->text)));
  put_leaf(r, q);
}

/* Whether near_flatten has nothing to do. */
static bool has_plain_items(const query *near) {
  for (size_t i = 0; i < near->items.count; i++) {
    const query *item = near->items.items[i];
    if (item->kind == QUERY_PHRASE || item->kind == QUERY_OR) return false;
    if (item->kind == QUERY_WILD && !is_plain_wild(item->text)) return false;
  }
  return true;
}

static void put_node(rendering *r, const query *q, bool inner) {
  switch (q->kind) {
    case QUERY_AND:
    case QUERY_OR:
    case QUERY_NOT:
      put_items(r, q, inner);
      break;
    case QUERY_NEAR:
      if (has_plain_items(q)) put_near(r, q);
      else put_node(r, near_flatten(r, q), inner);
      break;
    case QUERY_RUN:
      if (inner) buffer_add_byte(&r->out, '(');
      buffer_add(&r->out, q->text);
      if (inner) buffer_add_byte(&r->out, ')');
      break;
    case QUERY_ALL:
      buffer_put(&r->out, "all[sb]");
      break;
    case QUERY_NOTHING:
      rendering_lose(r, "none[sb], no record at all, is Carrel's own");
      buffer_put(&r->out, "none[sb]");
      break;
    case QUERY_SAVED:
      rendering_lose(r, "query:%.*s: saved queries are Carrel's own",
                     TEXT_ARG(scan_shown(q->text)));
      buffer_printf(&r->out, "query:\"%.*s\"", TEXT_ARG(q->text));
      break;
    case QUERY_HISTORY:
      buffer_printf(&r->out, "#%.*s", TEXT_ARG(q->text));
      break;
    case QUERY_RANGE:
      put_range(r, q);
      break;
    case QUERY_WILD:
      put_wild(r, q, inner);
      break;
    case QUERY_WORD:
    case QUERY_EXACT:
    case QUERY_PREFIX:
    case QUERY_PHRASE:
    case QUERY_VALUE:
      put_leaf(r, q);
      break;
  }
}

text query_to_pubmed(const query *q, arena *a, texts *lost) {
  rendering r = {.arena = a, .lost = lost};
  put_node(&r, q, false);
  return rendering_finish(&r);
}

text query_to_details(const query *q, arena *a) {
  rendering r = {.arena = a, .spelled = true};
  put_node(&r, q, false);
  return rendering_finish(&r);
}
