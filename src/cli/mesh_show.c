/* carrel mesh show: all that MeSH says of a heading, and how often the library has it. */
#include "base/json.h"
#include "cli/arguments.h"
#include "cli/mesh.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"

/* A record with all that belongs to it. */
typedef struct entry {
  mesh_record record;
  text scope;
  mesh_terms terms;
  texts trees;
  texts paths; /* for each of them the names from the top down */
  texts previous;
  mesh_records allowed, actions, mapped;
  heading_counts counts;
  long long major;
} entry;
typedef LIST_OF(entry) entries;

enum { LABEL = 2, WORDS = 20 };

text mesh_kind_name(const mesh_record *r) {
  if (r->kind == MESH_QUALIFIER) return TEXT("subheading");
  return r->kind == MESH_SUPPLEMENT ? TEXT("supplementary concept") : TEXT("heading");
}

void mesh_write_head(output *out) {
  text head = arena_printf(out->scratch, "%*s%*s", MESH_RECORDS, "records", MESH_RECORDS, "below");
  layout l;
  layout_begin(&l, out, TEXT(""), 0);
  layout_add_unbroken(&l, head, STYLE_FAINT);
  layout_end(&l);
}

void mesh_say_missing(void) {
  say("MeSH is not loaded: `carrel mesh load` takes NLM's files; headings are shown as records "
      "have them");
}

exit_status mesh_say_unknown(const library *l, text typed, arena *a) {
  text near;
  error e;
  error_clear(&e);
  if (!browse_suggest(l->searcher, typed, &near, a, &e)) return say_error(&e);
  if (near.size)
    say("MeSH has no \"%.*s\"; did you mean \"%.*s\"?", TEXT_ARG(typed), TEXT_ARG(near));
  else say("MeSH has no \"%.*s\"; `carrel mesh find` looks for words", TEXT_ARG(typed));
  return STATUS_NOTHING;
}

/* --- Gathering --- */

/* "Diseases > Heart Diseases" for a place, without the heading that stands there. */
static bool add_path(const library *l, entry *n, text number, arena *a, error *e) {
  text path = {"", 0};
  for (size_t i = 0; i < number.size; i++) {
    mesh_records above = {0};
    if (number.data[i] != '.') continue;
    if (!mesh_find_place(l->store, text_slice(number, 0, i), &above, a, e)) return false;
    if (above.count) path = arena_join(a, path, TEXT(" > "), above.items[0].name);
  }
  *list_push(a, &n->paths) = path;
  return true;
}

static bool gather(const library *l, const mesh_record *r, entry *n, arena *a, error *e) {
  store *s = l->store;
  *n = (entry){.record = *r};
  if (!browse_count(l->searcher, r, &n->counts, a, e) ||
      !browse_count_major(l->searcher, r, &n->major, a, e))
    return false;
  if (!r->id) return true;
  if (!mesh_scope_of(s, r->id, &n->scope, a, e) || !mesh_terms_of(s, r->id, &n->terms, a, e) ||
      !mesh_trees_of(s, r->id, &n->trees, a, e) ||
      !mesh_previous_of(s, r->id, &n->previous, a, e) ||
      !mesh_find_related(s, r->id, MESH_ALLOWED, &n->allowed, a, e) ||
      !mesh_find_related(s, r->id, MESH_ACTIONS, &n->actions, a, e) ||
      !mesh_find_related(s, r->id, MESH_MAPPED, &n->mapped, a, e))
    return false;
  for (size_t i = 0; i < n->trees.count; i++)
    if (!add_path(l, n, n->trees.items[i], a, e)) return false;
  return !arena_failed(a) || error_memory(e);
}

/* Whether a term is worth showing: not the name itself, nor its words turned around. */
static bool is_entry_term(const entry *n, const mesh_term *t) {
  return !t->permuted && !text_equal(t->name, n->record.name);
}

/* --- For people --- */

static void add_row(output *out, const char *label, text words) {
  if (words.size) table_row(out, (text[]){text_of(label), words}, (size_t[]){LABEL, WORDS}, 2);
}

static void write_counts(output *out, const entry *n) {
  arena *a = out->scratch;
  text words = arena_printf(a, "%.*s have it, %.*s with those below",
                            TEXT_ARG(table_number(n->counts.itself, a)),
                            TEXT_ARG(table_number(n->counts.below, a)));
  if (n->major >= 0)
    words = arena_printf(a, "%.*s, %.*s as a major topic", TEXT_ARG(words),
                         TEXT_ARG(table_number(n->major, a)));
  add_row(out, "Records", words);
}

static text names_of(const mesh_records *list, arena *a) {
  text all = {"", 0};
  for (size_t i = 0; i < list->count; i++) {
    const mesh_record *r = &list->items[i];
    text name = r->name;
    if (r->abbreviation.size)
      name = arena_printf(a, "%.*s (%.*s)", TEXT_ARG(name), TEXT_ARG(r->abbreviation));
    all = arena_join(a, all, TEXT("; "), name);
  }
  return all;
}

static void write_entry(output *out, const entry *n) {
  arena *a = out->scratch;
  const mesh_record *r = &n->record;
  layout l;
  layout_begin(&l, out, TEXT(""), 0);
  layout_add(&l, r->name, STYLE_HEAD);
  layout_space(&l, 2);
  layout_add(&l, r->ui, STYLE_PLAIN);
  layout_space(&l, 2);
  layout_add(&l, mesh_kind_name(r), STYLE_FAINT);
  layout_end(&l);
  if (n->scope.size) layout_line(out, 2, n->scope, STYLE_PLAIN);
  write_counts(out, n);
  for (size_t i = 0; i < n->trees.count; i++)
    add_row(out, i ? "" : "In the trees",
            arena_join(a, n->trees.items[i], TEXT("  "), n->paths.items[i]));
  text terms = {"", 0};
  for (size_t i = 0; i < n->terms.count; i++)
    if (is_entry_term(n, &n->terms.items[i]))
      terms = arena_join(a, terms, TEXT("; "), n->terms.items[i].name);
  add_row(out, "Entry terms", terms);
  add_row(out, "Subheadings", names_of(&n->allowed, a));
  add_row(out, "Actions", names_of(&n->actions, a));
  add_row(out, "Indexed under", names_of(&n->mapped, a));
  add_row(out, "Formerly", texts_join(a, &n->previous, TEXT("; ")));
}

static void write_text(output *out, const void *context) {
  const entries *all = context;
  for (size_t i = 0; i < all->count; i++) {
    if (i) buffer_put(&out->bytes, "\n");
    write_entry(out, &all->items[i]);
  }
}

/* --- For programs --- */

static void add_member(buffer *b, const char *key, text value) {
  json_add_key(b, text_of(key));
  json_add_text(b, value);
}

static void add_names(buffer *b, const char *key, const mesh_records *list) {
  json_add_key(b, text_of(key));
  buffer_put(b, "[");
  for (size_t i = 0; i < list->count; i++) {
    json_add_comma(b);
    json_add_text(b, list->items[i].name);
  }
  buffer_put(b, "]");
}

static void add_texts(buffer *b, const char *key, const texts *list) {
  json_add_key(b, text_of(key));
  buffer_put(b, "[");
  for (size_t i = 0; i < list->count; i++) {
    json_add_comma(b);
    json_add_text(b, list->items[i]);
  }
  buffer_put(b, "]");
}

static void write_json(output *out, const void *context) {
  const entries *all = context;
  buffer *b = &out->bytes;
  for (size_t i = 0; i < all->count; i++) {
    const entry *n = &all->items[i];
    texts terms = {0};
    for (size_t k = 0; k < n->terms.count; k++)
      if (is_entry_term(n, &n->terms.items[k]))
        *list_push(out->scratch, &terms) = n->terms.items[k].name;
    buffer_put(b, "{");
    add_member(b, "name", n->record.name);
    add_member(b, "ui", n->record.ui);
    add_member(b, "kind", mesh_kind_name(&n->record));
    add_member(b, "scope", n->scope);
    buffer_printf(b, ",\"records\":%lld,\"with_below\":%lld", n->counts.itself, n->counts.below);
    if (n->major >= 0) buffer_printf(b, ",\"major\":%lld", n->major);
    add_texts(b, "trees", &n->trees);
    add_texts(b, "entry_terms", &terms);
    add_names(b, "subheadings", &n->allowed);
    add_names(b, "actions", &n->actions);
    add_names(b, "indexed_under", &n->mapped);
    add_texts(b, "formerly", &n->previous);
    buffer_put(b, "}\n");
  }
}

/* --- All --- */

/* Without MeSH there is the heading as it was typed, if any record has it. */
static bool find(const library *l, text typed, mesh_records *found, arena *a, error *e) {
  heading_counts counts;
  mesh_record typed_one = {.kind = MESH_DESCRIPTOR, .name = typed};
  if (browse_state(l->searcher).loaded) return browse_find(l->searcher, typed, found, a, e);
  *found = (mesh_records){0};
  if (!browse_count(l->searcher, &typed_one, &counts, a, e)) return false;
  if (counts.itself) *list_push(a, found) = typed_one;
  return true;
}

static exit_status show(const call *c, const library *l, text typed) {
  static const printer_form forms[] = {{"text", write_text}, {"jsonl", write_json}, {NULL, NULL}};
  const printer_form *form = printer_form_of(c, forms);
  mesh_records found;
  entries all = {0};
  error e;
  error_clear(&e);
  if (!form) return STATUS_USE;
  if (!browse_state(l->searcher).loaded && !c->settings->quiet) mesh_say_missing();
  if (!find(l, typed, &found, c->arena, &e)) return say_error(&e);
  if (!found.count && browse_state(l->searcher).loaded) return mesh_say_unknown(l, typed, c->arena);
  for (size_t i = 0; i < found.count; i++)
    if (!gather(l, &found.items[i], list_push(c->arena, &all), c->arena, &e)) return say_error(&e);
  if (!printer_text(c->settings, form->write, &all, &e)) return say_error(&e);
  return found.count ? STATUS_FOUND : STATUS_NOTHING;
}

exit_status mesh_show(const call *c) {
  library l = {0};
  text typed;
  error e;
  error_clear(&e);
  bool good = arguments_words(c, &typed, &e) && library_read(&l, c, &e);
  exit_status status = good ? show(c, &l, typed) : say_error(&e);
  library_close(&l);
  return status;
}
