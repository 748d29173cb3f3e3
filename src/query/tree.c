/* Making and printing query trees. */
#include "query/tree.h"

#include "base/buffer.h"

static const text kind_names[] = {
    [QUERY_WORD] = TEXT_STATIC("word"),       [QUERY_EXACT] = TEXT_STATIC("exact"),
    [QUERY_PREFIX] = TEXT_STATIC("prefix"),   [QUERY_WILD] = TEXT_STATIC("wild"),
    [QUERY_PHRASE] = TEXT_STATIC("phrase"),   [QUERY_NEAR] = TEXT_STATIC("near"),
    [QUERY_VALUE] = TEXT_STATIC("value"),     [QUERY_RANGE] = TEXT_STATIC("range"),
    [QUERY_HISTORY] = TEXT_STATIC("history"), [QUERY_SAVED] = TEXT_STATIC("saved"),
    [QUERY_ALL] = TEXT_STATIC("all"),         [QUERY_NOTHING] = TEXT_STATIC("nothing"),
    [QUERY_RUN] = TEXT_STATIC("run"),         [QUERY_AND] = TEXT_STATIC("and"),
    [QUERY_OR] = TEXT_STATIC("or"),           [QUERY_NOT] = TEXT_STATIC("not"),
};

text query_kind_name(query_kind kind) { return kind_names[kind]; }

bool query_has_items(query_kind kind) {
  return kind == QUERY_NEAR || kind == QUERY_RUN || kind == QUERY_AND || kind == QUERY_OR ||
         kind == QUERY_NOT;
}

query *query_new(arena *a, query_kind kind) {
  query *q = arena_new(a, query);
  if (!q) q = (query *)(void *)a->scratch;
  *q = (query){.kind = kind, .height = 1, .leaves = query_has_items(kind) ? 0 : 1};
  return q;
}

void query_add(arena *a, query *q, query *item) {
  if (arena_failed(a)) return;
  *list_push(a, &q->items) = item;
  if (item->height >= q->height) q->height = item->height + 1;
  q->leaves += item->leaves;
}

query *query_pair(arena *a, query_kind kind, query *left, query *right) {
  query *q = query_new(a, kind);
  query_add(a, q, left);
  query_add(a, q, right);
  return q;
}

query *query_copy(arena *a, const query *q) {
  query *copy = query_new(a, q->kind);
  *copy = *q;
  return copy;
}

/* ---- Printing ---- */

static void print_string(buffer *b, text value) {
  buffer_add_byte(b, '"');
  for (size_t i = 0; i < value.size; i++) {
    unsigned char byte = (unsigned char)value.data[i];
    if (byte == '"' || byte == '\\') buffer_add_byte(b, '\\');
    if (byte < ' ' || byte == 127) buffer_printf(b, "\\x%02x", byte);
    else buffer_add_byte(b, (char)byte);
  }
  buffer_add_byte(b, '"');
}

static void print_leaf(buffer *b, const query *q) {
  if (q->kind == QUERY_ALL || q->kind == QUERY_NOTHING) return;
  buffer_add_byte(b, ' ');
  print_string(b, q->kind == QUERY_RANGE ? q->low : q->text);
  if (q->kind == QUERY_RANGE) {
    buffer_add_byte(b, ' ');
    print_string(b, q->high);
  }
  if (q->qualifier.size) {
    buffer_add_byte(b, ' ');
    print_string(b, q->qualifier);
  }
}

static void print_node(buffer *b, const query *q) {
  buffer_add_byte(b, '(');
  buffer_add(b, q->stop ? TEXT("stop") : kind_names[q->kind]);
  if (q->field) buffer_printf(b, " %s", q->field->name);
  if (q->kind == QUERY_NEAR) buffer_printf(b, " %u", q->distance);
  if (q->ordered) buffer_put(b, " ordered");
  if (q->quoted) buffer_put(b, " quoted");
  if (q->no_explode) buffer_put(b, " noexp");
  if (q->truncated) buffer_put(b, " truncated");
  if (!query_has_items(q->kind)) print_leaf(b, q);
  for (size_t i = 0; i < q->items.count; i++) {
    buffer_add_byte(b, ' ');
    print_node(b, q->items.items[i]);
  }
  buffer_add_byte(b, ')');
}

text query_print(const query *q, arena *a) {
  buffer b = {0};
  print_node(&b, q);
  text line = arena_text(a, buffer_text(&b));
  if (b.failed) a->failed = true;
  buffer_finish(&b);
  return line;
}
