/* A tree in Ovid's syntax. */
#include <string.h>

#include "query/loss.h"
#include "query/ovid.h"
#include "query/ovid_field.h"
#include "query/ovid_lexer.h"
#include "query/period.h"
#include "query/qualifier.h"
#include "query/scan.h"

static bool is_field(const query *q, const char *name) {
  return q->field && !strcmp(q->field->name, name);
}

static bool is_joint(const query *q) {
  return q->kind == QUERY_AND || q->kind == QUERY_OR || q->kind == QUERY_NOT;
}

static void put_codes(rendering *r, const field *f) {
  text codes = f ? ovid_codes(f) : TEXT("mp");
  if (!codes.size) {
    rendering_lose(r, "[%s]: Ovid has no such field; asked in all", f->name);
    codes = TEXT("af");
  }
  buffer_printf(&r->out, ".%.*s.", TEXT_ARG(codes));
}

/* ---- Words ---- */

/* Whether words would be read as something else without quotes: operators, headings, fields. */
static bool needs_quotes(const rendering *r, text words) {
  error unclosed;
  scope inside = {.arena = r->arena, .error = &unclosed};
  ovid_lexer l = {.scope = &inside};
  ovid_token part = {.kind = OVID_WORD};
  inside.typed = arena_printf(r->arena, "%.*s.ti.", TEXT_ARG(words));
  if (text_starts_nocase(words, TEXT("exp ")) || text_equal_nocase(words, TEXT("exp"))) return true;
  while (part.kind == OVID_WORD)
    if (!ovid_next(&l, &part)) return true;
  return part.kind != OVID_SUFFIX || part.from != words.size;
}

static void put_words(rendering *r, text words, bool quotes) {
  quotes = quotes || needs_quotes(r, words);
  if (quotes) buffer_add_byte(&r->out, '"');
  for (size_t i = 0; i < words.size; i++)
    buffer_add_byte(&r->out, words.data[i] == '"' ? ' ' : words.data[i]);
  if (quotes) buffer_add_byte(&r->out, '"');
}

static void put_term(rendering *r, const query *q) {
  switch (q->kind) {
    case QUERY_PREFIX:
      put_words(r, arena_printf(r->arena, "%.*s*", TEXT_ARG(q->text)), q->quoted);
      break;
    case QUERY_PHRASE:
      put_words(r, q->text, q->quoted);
      break;
    default:
      put_words(r, q->text, false);
  }
}

/* ---- Proximity ---- */

static void put_alternatives(rendering *r, const query *item) {
  if (item->kind != QUERY_OR) {
    put_term(r, item);
    return;
  }
  buffer_add_byte(&r->out, '(');
  for (size_t i = 0; i < item->items.count; i++) {
    if (i) buffer_put(&r->out, " or ");
    put_term(r, item->items.items[i]);
  }
  buffer_add_byte(&r->out, ')');
}

/* Whether the items are words that can stand side by side. */
static bool is_sequence(const query *q) {
  for (size_t i = 0; i < q->items.count; i++) {
    query_kind kind = q->items.items[i]->kind;
    if (kind != QUERY_EXACT && kind != QUERY_PREFIX && kind != QUERY_WILD) return false;
  }
  return q->ordered && q->distance == 0;
}

static void put_near(rendering *r, const query *q) {
  bool sequence = is_sequence(q);
  if (q->ordered && q->distance)
    rendering_lose(r, "Ovid's adj with a number has no order; words are asked in any");
  for (size_t i = 0; i < q->items.count; i++) {
    if (i && sequence) buffer_add_byte(&r->out, ' ');
    else if (i && q->ordered && !q->distance) buffer_put(&r->out, " adj ");
    else if (i) buffer_printf(&r->out, " adj%u ", q->distance + 1);
    put_alternatives(r, q->items.items[i]);
  }
}

/* ---- Whole values ---- */

static void put_heading(rendering *r, const query *q) {
  text code = qualifier_code(q->qualifier);
  if (!q->no_explode) buffer_put(&r->out, "exp ");
  if (is_field(q, "majr")) buffer_add_byte(&r->out, '*');
  put_words(r, q->text, false);
  buffer_printf(&r->out, "/%.*s", TEXT_ARG(code));
  if (q->qualifier.size && !code.size)
    rendering_lose(r, "%.*s: Ovid has no such subheading", TEXT_ARG(q->qualifier));
}

/* random*.sh. */
static void put_truncated_heading(rendering *r, const query *q) {
  if (!q->no_explode || is_field(q, "majr") || q->qualifier.size)
    rendering_lose(r, "%.*s*: Ovid truncates headings only in .sh., which does not explode",
                   TEXT_ARG(scan_shown(q->text)));
  put_words(r, arena_printf(r->arena, "%.*s*", TEXT_ARG(q->text)), false);
  buffer_put(&r->out, ".sh.");
}

/* yyyymmdd from yyyy/mm/dd, or as much of it. */
static void put_date(rendering *r, text date) {
  for (size_t i = 0; i < date.size; i++)
    if (date.data[i] != '/') buffer_add_byte(&r->out, date.data[i]);
}

static void put_period(rendering *r, const query *q) {
  bool range = q->kind == QUERY_RANGE;
  text low = range ? (q->low.size ? q->low : PERIOD_FIRST) : q->text, high = q->high;
  if (range && !high.size) high = PERIOD_LAST;
  if (q->field->kind != FIELD_DATE)
    rendering_lose(r, "[%s]: Ovid has no ranges of numbers", q->field->name);
  if (is_field(q, "dp") && (low.size > 4 || high.size > 4))
    rendering_lose(r, "Ovid's date of publication is a year; months and days count for nothing");
  put_date(r, low);
  if (range) buffer_add_byte(&r->out, ':');
  put_date(r, high);
  put_codes(r, q->field);
}

static void put_plain_value(rendering *r, const query *q) {
  if (q->field->kind == FIELD_DATE) {
    put_period(r, q);
    return;
  }
  bool truncated = q->truncated || (q->field->kind == FIELD_NAME && !q->quoted);
  text value = q->text, code = is_field(q, "sh") ? qualifier_code(q->text) : TEXT("");
  if (code.size) value = code;
  if (truncated) value = arena_printf(r->arena, "%.*s*", TEXT_ARG(value));
  if (q->no_explode)
    rendering_lose(r, "[%s:noexp]: Ovid does not explode .%.*s. anyway", q->field->name,
                   TEXT_ARG(ovid_codes(q->field)));
  put_words(r, value, false);
  put_codes(r, q->field);
}

/* ---- Nodes ---- */

/* The field of running text that every leaf is asked in, or NULL. */
static const field *common_field(const query *q) {
  if (!is_joint(q)) return q->field && q->field->kind == FIELD_WORDS ? q->field : NULL;
  const field *shared = common_field(q->items.items[0]);
  for (size_t i = 1; i < q->items.count && shared; i++)
    if (common_field(q->items.items[i]) != shared) return NULL;
  return shared;
}

static void put_node(rendering *r, const query *q, bool inner, const field *outside);

/* or/1-5, where it is lines and nothing else. */
static bool put_lines(rendering *r, const query *q) {
  long long last = 0, number;
  if (q->kind == QUERY_NOT || q->items.count < 3) return false;
  for (size_t i = 0; i < q->items.count; i++, last = number) {
    const query *item = q->items.items[i];
    if (item->kind != QUERY_HISTORY || !text_to_number(item->text, &number)) return false;
    if (i && number != last + 1) return false;
  }
  buffer_printf(&r->out, "%s/%.*s-%lld", q->kind == QUERY_AND ? "and" : "or",
                TEXT_ARG(q->items.items[0]->text), last);
  return true;
}

static void put_items(rendering *r, const query *q, bool inner, const field *outside) {
  static const char *const names[] = {
      [QUERY_AND] = " and ", [QUERY_OR] = " or ", [QUERY_NOT] = " not "};
  const field *shared = outside ? NULL : common_field(q);
  if (put_lines(r, q)) return;
  if (inner || shared) buffer_add_byte(&r->out, '(');
  for (size_t i = 0; i < q->items.count; i++) {
    if (i) buffer_add(&r->out, text_of(names[q->kind]));
    put_node(r, q->items.items[i], true, shared ? shared : outside);
  }
  if (inner || shared) buffer_add_byte(&r->out, ')');
  if (shared) put_codes(r, shared);
}

/* Untagged words side by side: all of them, but for stop words. */
static void put_run(rendering *r, const query *q) {
  bool first = true;
  rendering_lose(r, "untagged words are asked as .mp.; PubMed also looks for headings among them");
  buffer_add_byte(&r->out, '(');
  for (size_t i = 0; i < q->items.count; i++) {
    if (q->items.items[i]->stop) continue;
    if (!first) buffer_put(&r->out, " and ");
    put_term(r, q->items.items[i]);
    first = false;
  }
  buffer_put(&r->out, ").mp.");
}

static void put_running(rendering *r, const query *q, const field *outside) {
  bool bracket = q->kind == QUERY_NEAR && !is_sequence(q);
  if (!q->field)
    rendering_lose(r,
                   "untagged words are asked as .mp.; PubMed also looks for headings among them");
  if (bracket) buffer_add_byte(&r->out, '(');
  if (q->kind == QUERY_NEAR) put_near(r, q);
  else put_term(r, q);
  if (bracket) buffer_add_byte(&r->out, ')');
  if (!outside) put_codes(r, q->field);
}

static void put_node(rendering *r, const query *q, bool inner, const field *outside) {
  switch (q->kind) {
    case QUERY_AND:
    case QUERY_OR:
    case QUERY_NOT:
      put_items(r, q, inner, outside);
      break;
    case QUERY_RUN:
      put_run(r, q);
      break;
    case QUERY_ALL:
      rendering_lose(r, "Ovid cannot ask for every record; asked by the first digit of the number");
      buffer_put(&r->out, "(1* or 2* or 3* or 4* or 5* or 6* or 7* or 8* or 9*).ui.");
      break;
    case QUERY_NOTHING:
      rendering_lose(r, "Ovid cannot ask for no record; asked for a number that none has");
      buffer_put(&r->out, "\"0\".ui.");
      break;
    case QUERY_SAVED:
      rendering_lose(r, "query:%.*s: saved queries are Carrel's own",
                     TEXT_ARG(scan_shown(q->text)));
      put_words(r, q->text, true);
      break;
    case QUERY_HISTORY:
      buffer_add(&r->out, q->text);
      break;
    case QUERY_RANGE:
      put_period(r, q);
      break;
    case QUERY_VALUE:
      if (!is_field(q, "mh") && !is_field(q, "majr")) put_plain_value(r, q);
      else if (q->truncated) put_truncated_heading(r, q);
      else put_heading(r, q);
      break;
    default:
      put_running(r, q, outside);
  }
}

text query_to_ovid(const query *q, arena *a, texts *lost) {
  rendering r = {.arena = a, .lost = lost};
  put_node(&r, q, false, NULL);
  return rendering_finish(&r);
}
