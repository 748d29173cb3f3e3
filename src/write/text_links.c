/* The links of a record, grouped by kind. */
#include "model/link.h"
#include "write/citation.h"
#include "write/text.h"

static void add_link(output *out, const link *k) {
  arena *a = out->scratch;
  layout l;
  layout_begin(&l, out, TEXT("  - "), 2 * TEXT_INDENT);
  layout_add(&l, k->title, STYLE_PLAIN);
  layout_space(&l, 1);
  layout_add(&l, k->citation, STYLE_PLAIN);
  for (size_t i = 0; i < k->ids.count; i++) {
    if (text_find_nocase(k->citation, k->ids.items[i].value) != TEXT_NONE) continue;
    layout_space(&l, 1);
    layout_add_unbroken(&l, citation_identifier(k->ids.items[i], a), STYLE_FAINT);
  }
  layout_space(&l, 1);
  if (k->note.size) layout_add(&l, text_in_brackets(TEXT(""), k->note, a), STYLE_FAINT);
  layout_end(&l);
}

static void add_links_of(output *out, const record *r, text kind, text label) {
  size_t count = 0;
  for (size_t i = 0; i < r->links.count; i++) count += text_equal(r->links.items[i].kind, kind);
  if (!count) return;
  text_add_head(out, label, count);
  for (size_t i = 0; i < r->links.count; i++)
    if (text_equal(r->links.items[i].kind, kind)) add_link(out, &r->links.items[i]);
}

void text_add_links(output *out, const record *r) {
  texts others = {0};
  for (size_t i = 0; i < link_kind_count; i++)
    add_links_of(out, r, link_kinds[i].name, link_kinds[i].label);
  for (size_t i = 0; i < r->links.count; i++) {
    text kind = r->links.items[i].kind;
    if (!link_kind_named(kind) && !texts_contain(&others, kind))
      *list_push(out->scratch, &others) = kind;
  }
  for (size_t i = 0; i < others.count; i++) add_links_of(out, r, others.items[i], others.items[i]);
}
