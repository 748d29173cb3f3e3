/* A tree as OpenSearch's JSON. Proximity is in to_intervals.c. */
#include "query/opensearch.h"

#include "base/date.h"
#include "base/utf8.h"
#include "query/opensearch_json.h"
#include "query/scan.h"

enum { MOST_EXPANSIONS = 1000 }; /* words that a truncation at a phrase's end stands for */

void dsl_text(rendering *r, text value) {
  bool repaired;
  json_add_text(&r->out, utf8_repair(r->arena, value, &repaired));
}

void dsl_member(rendering *r, const char *key, text value) {
  json_add_key(&r->out, text_of(key));
  dsl_text(r, value);
}

/* The columns in which a word is asked. */
static unsigned columns_of(const field *f) {
  return f ? f->columns : field_find(TEXT("all"))->columns;
}

/* ---- Running text ---- */

static void put_columns(rendering *r, const field *f) {
  unsigned set = columns_of(f);
  json_add_key(&r->out, TEXT("fields"));
  buffer_add_byte(&r->out, '[');
  for (int i = 0; i < COLUMN_COUNT; i++) {
    if (!(set & (1u << i))) continue;
    json_add_comma(&r->out);
    dsl_text(r, text_of(columns[i].name));
  }
  buffer_add_byte(&r->out, ']');
}

/* Words in order in any of the columns; `prefix`: the last one is the beginning of a word. */
static void put_match(rendering *r, const query *q, text words, bool prefix) {
  buffer_put(&r->out, "{\"multi_match\":{");
  dsl_member(r, "query", words);
  dsl_member(r, "type", prefix ? TEXT("phrase_prefix") : TEXT("phrase"));
  if (prefix) buffer_printf(&r->out, ",\"max_expansions\":%d", MOST_EXPANSIONS);
  put_columns(r, q->field);
  buffer_put(&r->out, "}}");
  if (prefix) rendering_lose(r, "a truncated word stands for at most %d words", MOST_EXPANSIONS);
}

static void put_words(rendering *r, const query *q) {
  bool prefix =
      q->kind == QUERY_PREFIX || (q->kind == QUERY_PHRASE && text_ends(q->text, TEXT("*")));
  if (q->kind == QUERY_EXACT)
    rendering_lose(r, "=%.*s: exact only where the index does not stem",
                   TEXT_ARG(scan_shown(q->text)));
  if (!q->field)
    rendering_lose(r, "untagged words are asked in all columns; no headings are looked for");
  put_match(r, q, text_trim_end(q->text, "*"), prefix);
}

/* One query for each column, any of which may match: `put` writes one. */
static void put_in_columns(rendering *r, const query *q,
                           void (*put)(rendering *r, const query *q, text column)) {
  unsigned set = columns_of(q->field);
  buffer_put(&r->out, "{\"bool\":{\"should\":[");
  for (int i = 0; i < COLUMN_COUNT; i++) {
    if (!(set & (1u << i))) continue;
    json_add_comma(&r->out);
    put(r, q, text_of(columns[i].name));
  }
  buffer_put(&r->out, "],\"minimum_should_match\":1}}");
}

/* The wildcards as a regular expression of Lucene's. */
static void put_pattern(rendering *r, text pattern) {
  buffer regular = {0};
  for (size_t i = 0; i < pattern.size; i++) {
    char byte = ascii_lower(pattern.data[i]);
    if (byte == '*') buffer_put(&regular, ".*");
    else if (byte == '#') buffer_add_byte(&regular, '.');
    else if (byte == '?') buffer_put(&regular, ".?");
    else if (byte == '$') {
      size_t from = i + 1;
      while (i + 1 < pattern.size && ascii_is_digit(pattern.data[i + 1])) i++;
      buffer_printf(&regular, ".{0,%.*s}", TEXT_ARG(text_slice(pattern, from, i + 1)));
    } else {
      if (!scan_is_letter(byte)) buffer_add_byte(&regular, '\\');
      buffer_add_byte(&regular, byte);
    }
  }
  dsl_text(r, buffer_text(&regular));
  if (regular.failed) r->arena->failed = true;
  buffer_finish(&regular);
}

static void put_wild_in(rendering *r, const query *q, text column) {
  buffer_put(&r->out, "{\"regexp\":{");
  json_add_key(&r->out, column);
  buffer_put(&r->out, "{\"value\":");
  put_pattern(r, q->text);
  buffer_put(&r->out, ",\"case_insensitive\":true}}}");
}

/* ---- Whole values ---- */

/* The name of the field that holds the values: mh, mh.exploded. */
static text value_field(rendering *r, const query *q) {
  const char *name = q->field->name;
  if (!(q->field->can & FIELD_EXPLODES) || q->no_explode) return text_of(name);
  rendering_lose(r, "[%s]: %s.exploded has to hold a record's headings and all above them", name,
                 name);
  return arena_printf(r->arena, "%s.exploded", name);
}

static void put_value(rendering *r, const query *q) {
  bool prefix = q->truncated || (q->field->kind == FIELD_NAME && !q->quoted);
  buffer_printf(&r->out, "{\"%s\":{", prefix ? "prefix" : "term");
  json_add_key(&r->out, value_field(r, q));
  buffer_put(&r->out, "{");
  dsl_member(r, "value", arena_join(r->arena, q->text, TEXT("/"), q->qualifier));
  buffer_put(&r->out, ",\"case_insensitive\":true}}}");
}

static void put_day(rendering *r, const char *key, int day) {
  if (!day) return;
  json_add_key(&r->out, text_of(key));
  buffer_printf(&r->out, "\"%04d-%02d-%02d\"", day / 10000, day / 100 % 100, day % 100);
}

static void put_dates(rendering *r, const query *q) {
  bool range = q->kind == QUERY_RANGE;
  date_span low, high;
  date_read(range ? q->low : q->text, &low);
  date_read(range ? q->high : q->text, &high);
  buffer_put(&r->out, "{\"range\":{");
  json_add_key(&r->out, text_of(q->field->name));
  buffer_put(&r->out, "{");
  put_day(r, "gte", low.from);
  put_day(r, "lte", high.to);
  json_add_key(&r->out, TEXT("format"));
  buffer_put(&r->out, "\"yyyy-MM-dd\"}}}");
}

static void put_numbers(rendering *r, const query *q) {
  buffer_put(&r->out, "{\"range\":{");
  json_add_key(&r->out, text_of(q->field->name));
  buffer_put(&r->out, "{");
  if (q->low.size) dsl_member(r, "gte", q->low);
  if (q->high.size) dsl_member(r, "lte", q->high);
  buffer_put(&r->out, "}}}");
}

/* ---- Nodes ---- */

static void put_node(rendering *r, const query *q);

static void put_list(rendering *r, const query *q, size_t from, size_t to) {
  buffer_add_byte(&r->out, '[');
  for (size_t i = from; i < to; i++) {
    if (q->items.items[i]->stop) continue;
    json_add_comma(&r->out);
    put_node(r, q->items.items[i]);
  }
  buffer_add_byte(&r->out, ']');
}

static void put_items(rendering *r, const query *q) {
  size_t count = q->items.count, wanted = q->kind == QUERY_NOT ? 1 : count;
  buffer_printf(&r->out, "{\"bool\":{\"%s\":", q->kind == QUERY_OR ? "should" : "must");
  put_list(r, q, 0, wanted);
  if (q->kind == QUERY_OR) buffer_put(&r->out, ",\"minimum_should_match\":1");
  if (q->kind == QUERY_NOT) {
    buffer_put(&r->out, ",\"must_not\":");
    put_list(r, q, 1, count);
  }
  buffer_put(&r->out, "}}");
}

static void put_reference(rendering *r, const query *q) {
  rendering_lose(r, "%s%.*s: earlier queries are not known there; asked as nothing",
                 q->kind == QUERY_HISTORY ? "#" : "query:", TEXT_ARG(scan_shown(q->text)));
  buffer_put(&r->out, "{\"match_none\":{}}");
}

static void put_node(rendering *r, const query *q) {
  switch (q->kind) {
    case QUERY_AND:
    case QUERY_OR:
    case QUERY_NOT:
    case QUERY_RUN:
      put_items(r, q);
      break;
    case QUERY_WORD:
    case QUERY_EXACT:
    case QUERY_PREFIX:
    case QUERY_PHRASE:
      put_words(r, q);
      break;
    case QUERY_WILD:
      put_in_columns(r, q, put_wild_in);
      break;
    case QUERY_NEAR:
      put_in_columns(r, q, dsl_intervals);
      break;
    case QUERY_VALUE:
      if (q->field->kind == FIELD_DATE) put_dates(r, q);
      else put_value(r, q);
      break;
    case QUERY_RANGE:
      if (q->field->kind == FIELD_DATE) put_dates(r, q);
      else put_numbers(r, q);
      break;
    case QUERY_ALL:
      buffer_put(&r->out, "{\"match_all\":{}}");
      break;
    case QUERY_NOTHING:
      buffer_put(&r->out, "{\"match_none\":{}}");
      break;
    case QUERY_HISTORY:
    case QUERY_SAVED:
      put_reference(r, q);
      break;
  }
}

text query_to_opensearch(const query *q, arena *a, texts *lost) {
  rendering r = {.arena = a, .lost = lost};
  buffer_put(&r.out, "{\"query\":");
  put_node(&r, q);
  buffer_put(&r.out, "}");
  return rendering_finish(&r);
}
