/* The text format: hits as a list for people to read, or whole records. */
#include "write/text.h"

#include "base/utf8.h"
#include "write/citation.h"
#include "write/writers.h"

/* --- Parts of both forms --- */

/* A stub may be known by its citation alone, or by no more than its identifiers. */
static text title_of(const hit *h, arena *a) {
  text title = citation_title(h->record);
  if (!title.size) title = h->citation;
  const identifier *id = record_preferred_id(h->record);
  if (!title.size && id) title = citation_identifier(*id, a);
  return title.size ? title : TEXT("(no title)");
}

void text_add_title(output *out, const hit *h, text lead, size_t indent) {
  static const spans none;
  layout l;
  text title = title_of(h, out->scratch);
  layout_begin(&l, out, lead, indent);
  if (record_is_retracted(h->record) && !text_starts_nocase(title, TEXT("retracted"))) {
    layout_add(&l, TEXT("[RETRACTED]"), STYLE_WARNING);
    layout_space(&l, 1);
  }
  bool own = text_equal(title, h->record->title);
  layout_add_marked(&l, title, own ? &h->title_marks : &none, STYLE_STRONG);
  layout_end(&l);
}

static bool is_main(text scheme) {
  return text_equal(scheme, TEXT("pmid")) || text_equal(scheme, TEXT("pmc")) ||
         text_equal(scheme, TEXT("doi"));
}

/* Whether the line of identifiers shows this one: the preferred one, and what the citation of a
 * stub does not tell already. */
static bool shows(const hit *h, const identifier *id, bool all) {
  if (id == record_preferred_id(h->record)) return true;
  if (!h->in_library && text_find_nocase(h->citation, id->value) != TEXT_NONE) return false;
  return all || is_main(id->scheme);
}

void text_add_identifiers(output *out, const hit *h, size_t indent, bool all) {
  const identifiers *ids = &h->record->ids;
  layout l;
  bool any = false;
  if (!ids->count && h->in_library) return;
  layout_begin(&l, out, TEXT(""), indent);
  for (size_t i = 0; i < ids->count; i++) {
    if (!shows(h, &ids->items[i], all)) continue;
    if (any) layout_add(&l, TEXT_BETWEEN, STYLE_FAINT);
    layout_add_unbroken(&l, citation_identifier(ids->items[i], out->scratch), STYLE_FAINT);
    any = true;
  }
  if (!h->in_library) {
    if (any) layout_add(&l, TEXT_BETWEEN, STYLE_FAINT);
    layout_add_unbroken(&l, TEXT("not in the library"), STYLE_WARNING);
  }
  layout_end(&l);
}

void text_add_source(output *out, text authors, text source, size_t indent) {
  size_t both = indent + utf8_width(authors) + 2 + utf8_width(source);
  layout l;
  if (out->columns && both > out->columns) {
    if (authors.size) layout_line(out, indent, authors, STYLE_PLAIN);
    if (source.size) layout_line(out, indent, source, STYLE_PLAIN);
  } else if (authors.size || source.size) {
    layout_begin(&l, out, TEXT(""), indent);
    layout_add(&l, authors, STYLE_PLAIN);
    layout_space(&l, 2);
    layout_add(&l, source, STYLE_PLAIN);
    layout_end(&l);
  }
}

/* --- The list --- */

static void add_group(output *out, const hit *h) {
  bool new_group = !text_equal(h->group, out->group);
  if (out->count) buffer_add(&out->bytes, out->whole ? TEXT("\n\n") : TEXT("\n"));
  if (!new_group || !h->group.size) return;
  layout_line(out, 0, h->group, STYLE_HEAD);
  buffer_put(&out->bytes, "\n");
}

static void add_snippet(output *out, const hit *h, size_t indent) {
  if (!h->snippet.size) return;
  layout l;
  layout_begin(&l, out, TEXT(""), indent);
  layout_add_marked(&l, h->snippet, &h->snippet_marks, STYLE_PLAIN);
  layout_end(&l);
}

/* Of an explanation; the rest is summed up. JSON has them all. */
enum { SHARES_SHOWN = 12 };

/* "resistance 1.83 (title 1.20, abstract 0.63)"; what was not asked for has a plus. */
static text share_words(const score_share *s, arena *a) {
  text columns_shown = {"", 0};
  for (unsigned c = 0; c < COLUMN_COUNT; c++)
    if (s->columns[c] > 0)
      columns_shown = arena_join(a, columns_shown, TEXT(", "),
                                 arena_printf(a, "%s %.2f", columns[c].name, s->columns[c]));
  if (s->near) columns_shown = TEXT("near each other");
  return arena_printf(a, "%s%.*s %.2f (%.*s)", s->sources.count ? "+" : "", TEXT_ARG(s->words),
                      s->score, TEXT_ARG(columns_shown));
}

static void add_shares(output *out, const hit *h, size_t indent) {
  layout l;
  if (!h->shares.count) return;
  layout_begin(&l, out, TEXT(""), indent);
  layout_add(&l, arena_printf(out->scratch, "Score %.2f:", h->score), STYLE_PLAIN);
  layout_space(&l, 1);
  double rest = 0;
  for (size_t i = 0; i < h->shares.count; i++) {
    if (i >= SHARES_SHOWN) {
      rest += h->shares.items[i].score;
      continue;
    }
    if (i) layout_add(&l, TEXT_BETWEEN, STYLE_FAINT);
    layout_add_unbroken(&l, share_words(&h->shares.items[i], out->scratch), STYLE_FAINT);
  }
  if (h->shares.count > SHARES_SHOWN)
    layout_add(
        &l, arena_printf(out->scratch, " and %zu more %.2f", h->shares.count - SHARES_SHOWN, rest),
        STYLE_FAINT);
  layout_end(&l);
}

static void add_to_list(output *out, const hit *h) {
  arena *a = out->scratch;
  text lead = arena_printf(a, "%2zu. ", h->rank);
  size_t indent = lead.size;
  text source = citation_source(h->record, false, a);
  /* The citation as printed tells more than the little that a link's record holds. */
  bool printed = !h->in_library && h->citation.size && citation_title(h->record).size;
  text_add_title(out, h, lead, indent);
  if (printed) layout_line(out, indent, h->citation, STYLE_PLAIN);
  else text_add_source(out, citation_authors(h->record, AUTHORS_SHOWN, a), source, indent);
  text_add_identifiers(out, h, indent, false);
  add_snippet(out, h, indent);
  add_shares(out, h, indent);
}

static void text_hit(output *out, const hit *h) {
  add_group(out, h);
  if (out->whole) text_add_whole(out, h);
  else add_to_list(out, h);
}

const writer writer_text = {
    .name = "text",
    .summary = "for people: a numbered list, or whole records",
    .carries = "all that is worth reading",
    .passages = true,
    .hit = text_hit,
};
