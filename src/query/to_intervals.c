/* Proximity as OpenSearch's `intervals` queries. */
#include "query/opensearch_json.h"
#include "query/scan.h"

static void put_rule(rendering *r, const query *item);

/* A pattern with `?` for one character and `*` for any number is all that intervals have. */
static void put_pattern(rendering *r, text pattern) {
  char *form = arena_alloc(r->arena, pattern.size);
  size_t size = 0;
  bool wider = false;
  if (!form) return;
  for (size_t i = 0; i < pattern.size; i++) {
    char byte = pattern.data[i];
    wider = wider || byte == '?' || byte == '$';
    if (byte == '$')
      while (i + 1 < pattern.size && ascii_is_digit(pattern.data[i + 1])) i++;
    form[size++] = byte == '#' ? '?' : byte == '?' || byte == '$' ? '*' : ascii_lower(byte);
  }
  if (wider)
    rendering_lose(r, "%.*s in proximity: the wildcard stands for any number of characters",
                   TEXT_ARG(scan_shown(pattern)));
  dsl_member(r, "pattern", (text){form, size});
}

/* The words of a phrase or of a compound, next to each other. */
static void put_phrase(rendering *r, text words) {
  bool truncated = text_ends(words, TEXT("*"));
  if (truncated)
    rendering_lose(r, "\"%.*s\" in proximity: the last word is not truncated",
                   TEXT_ARG(scan_shown(words)));
  buffer_put(&r->out, "{\"match\":{");
  dsl_member(r, "query", text_trim_end(words, "*"));
  buffer_put(&r->out, ",\"max_gaps\":0,\"ordered\":true}}");
}

static void put_alternatives(rendering *r, const query *item) {
  buffer_put(&r->out, "{\"any_of\":{\"intervals\":[");
  for (size_t i = 0; i < item->items.count; i++) {
    json_add_comma(&r->out);
    put_rule(r, item->items.items[i]);
  }
  buffer_put(&r->out, "]}}");
}

static void put_rule(rendering *r, const query *item) {
  switch (item->kind) {
    case QUERY_OR:
      put_alternatives(r, item);
      break;
    case QUERY_PREFIX:
      buffer_put(&r->out, "{\"prefix\":{");
      dsl_member(r, "prefix", item->text);
      buffer_put(&r->out, "}}");
      break;
    case QUERY_WILD:
      buffer_put(&r->out, "{\"wildcard\":{");
      put_pattern(r, item->text);
      buffer_put(&r->out, "}}");
      break;
    default:
      put_phrase(r, item->text);
  }
}

void dsl_intervals(rendering *r, const query *near, text column) {
  size_t gaps = near->items.count - 1;
  if (gaps > 1 && near->distance)
    rendering_lose(r, "proximity of more than two words: the distance counts over all of them");
  buffer_put(&r->out, "{\"intervals\":{");
  json_add_key(&r->out, column);
  buffer_printf(&r->out, "{\"all_of\":{\"max_gaps\":%zu,\"ordered\":%s,\"intervals\":[",
                near->distance * gaps, near->ordered ? "true" : "false");
  for (size_t i = 0; i < near->items.count; i++) {
    json_add_comma(&r->out);
    put_rule(r, near->items.items[i]);
  }
  buffer_put(&r->out, "]}}}}");
}
