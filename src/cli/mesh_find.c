/* carrel mesh find: headings by the words of their terms. */
#include "base/json.h"
#include "cli/arguments.h"
#include "cli/mesh.h"
#include "cli/printer.h"
#include "cli/say.h"
#include "cli/table.h"

enum { LIMIT = 20 };

typedef struct found_heading {
  mesh_record record;
  text term; /* by which it was found; empty: its name */
  heading_counts counts;
} found_heading;
typedef LIST_OF(found_heading) found_headings;

/* --- Writing --- */

static void write_text(output *out, const void *context) {
  const found_headings *all = context;
  arena *a = out->scratch;
  if (all->count) mesh_write_head(out);
  for (size_t i = 0; i < all->count; i++) {
    const found_heading *h = &all->items[i];
    text lead =
        arena_printf(a, "%*.*s%*.*s  ", MESH_RECORDS, TEXT_ARG(table_number(h->counts.itself, a)),
                     MESH_RECORDS, TEXT_ARG(table_number(h->counts.below, a)));
    layout l;
    layout_begin(&l, out, lead, lead.size);
    layout_add(&l, h->record.name, STYLE_STRONG);
    layout_space(&l, 2);
    layout_add(&l, h->record.ui, STYLE_FAINT);
    if (h->record.kind != MESH_DESCRIPTOR) {
      layout_space(&l, 2);
      layout_add(&l, mesh_kind_name(&h->record), STYLE_FAINT);
    }
    if (h->term.size) {
      layout_space(&l, 2);
      layout_add(&l, arena_printf(a, "(%.*s)", TEXT_ARG(h->term)), STYLE_PLAIN);
    }
    layout_end(&l);
  }
}

static void write_json(output *out, const void *context) {
  const found_headings *all = context;
  buffer *b = &out->bytes;
  for (size_t i = 0; i < all->count; i++) {
    const found_heading *h = &all->items[i];
    const struct {
      const char *key;
      text value;
    } members[] = {{"name", h->record.name},
                   {"ui", h->record.ui},
                   {"kind", mesh_kind_name(&h->record)},
                   {"term", h->term.size ? h->term : h->record.name}};
    buffer_put(b, "{");
    for (size_t k = 0; k < sizeof members / sizeof *members; k++) {
      json_add_key(b, text_of(members[k].key));
      json_add_text(b, members[k].value);
    }
    buffer_printf(b, ",\"records\":%lld,\"with_below\":%lld}\n", h->counts.itself, h->counts.below);
  }
}

/* --- Finding --- */

static bool add(const library *l, text typed, const browse_match *match, found_headings *all,
                arena *a, error *e) {
  mesh_records found = {0};
  found_heading *h = list_push(a, all);
  *h = (found_heading){.record = {.kind = MESH_DESCRIPTOR, .name = match->term}};
  if (match->record) {
    if (!mesh_find_related(l->store, match->record, MESH_ITSELF, &found, a, e)) return false;
    if (found.count) h->record = found.items[0];
    if (!browse_has_words(l->searcher, typed, h->record.name, a)) h->term = match->term;
  }
  return browse_count(l->searcher, &h->record, &h->counts, a, e);
}

static exit_status find(const call *c, const library *l, text typed) {
  static const printer_form forms[] = {{"text", write_text}, {"jsonl", write_json}, {NULL, NULL}};
  const printer_form *form = printer_form_of(c, forms);
  const settings *set = c->settings;
  size_t limit = set->limit_given ? set->limit : LIMIT, from = (size_t)set->offset;
  browse_matches matches;
  found_headings all = {0};
  error e;
  error_clear(&e);
  if (!form) return STATUS_USE;
  if (!browse_state(l->searcher).loaded && !set->quiet) mesh_say_missing();
  if (!browse_words(l->searcher, typed, &matches, c->arena, &e)) return say_error(&e);
  for (size_t i = from; i < matches.count && i - from < limit; i++)
    if (!add(l, typed, &matches.items[i], &all, c->arena, &e)) return say_error(&e);
  if (!printer_text(set, form->write, &all, &e)) return say_error(&e);
  if (!matches.count && browse_state(l->searcher).loaded)
    return mesh_say_unknown(l, typed, c->arena);
  if (all.count < matches.count && !set->quiet && !set->limit_given)
    say_line("%zu-%zu of %zu; --limit and --offset show more", from + 1, from + all.count,
             matches.count);
  return matches.count ? STATUS_FOUND : STATUS_NOTHING;
}

exit_status mesh_find(const call *c) {
  library l = {0};
  text typed;
  error e;
  error_clear(&e);
  bool good = arguments_words(c, &typed, &e) && library_read(&l, c, &e);
  exit_status status = good ? find(c, &l, typed) : say_error(&e);
  library_close(&l);
  return status;
}
