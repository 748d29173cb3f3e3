/* A whole record as text: what stands in a table of parts, in its order, each under its label. */
#include "model/members.h"
#include "write/citation.h"
#include "write/text.h"

/* --- Small pieces --- */

void text_add_head(output *out, text label, size_t count) {
  text words = label;
  if (count) words = arena_printf(out->scratch, "%.*s (%zu)", TEXT_ARG(label), count);
  buffer_put(&out->bytes, "\n");
  layout_line(out, 0, words, STYLE_HEAD);
}

text text_in_brackets(text before, text inner, arena *a) {
  if (!inner.size) return before;
  return arena_join(a, before, TEXT(" "), arena_printf(a, "(%.*s)", TEXT_ARG(inner)));
}

/* --- Items of lists, each as one text --- */

static text named_words(const void *item, arena *a) {
  (void)a;
  return ((const named *)item)->name;
}

static text kinded_words(const void *item, arena *a) {
  const kinded *k = item;
  return arena_join(a, k->kind, TEXT(": "), k->text);
}

static text keyword_words(const void *item, arena *a) {
  const keyword *k = item;
  return k->major ? arena_join(a, k->text, TEXT(""), TEXT("*")) : k->text;
}

static text substance_words(const void *item, arena *a) {
  const substance *s = item;
  text number = text_equal(s->registry_number, TEXT("0")) ? TEXT("") : s->registry_number;
  return text_in_brackets(s->name, arena_join(a, s->kind, TEXT(", "), number), a);
}

static text funding_words(const void *item, arena *a) {
  const funding *f = item;
  text agency = arena_join(a, f->acronym, TEXT(", "), f->agency);
  agency = arena_join(a, agency, TEXT(", "), f->country);
  return f->number.size ? text_in_brackets(f->number, agency, a) : agency;
}

/* "Breast Neoplasms / drug therapy*, genetics": a star for a major topic. */
static text heading_words(const void *item, arena *a) {
  const heading *h = item;
  text words = h->major ? arena_join(a, h->name, TEXT(""), TEXT("*")) : h->name;
  for (size_t i = 0; i < h->qualifiers.count; i++) {
    const qualifier *q = &h->qualifiers.items[i];
    text name = q->major ? arena_join(a, q->name, TEXT(""), TEXT("*")) : q->name;
    words = arena_join(a, words, i ? TEXT(", ") : TEXT(" / "), name);
  }
  return text_in_brackets(words, h->kind, a);
}

/* --- Parts with a form of their own --- */

static void add_sections(output *out, const sections *list) {
  for (size_t i = 0; i < list->count; i++) {
    const section *s = &list->items[i];
    layout l;
    layout_begin(&l, out, TEXT(""), TEXT_INDENT);
    text label = text_trim_end(s->label, " :");
    if (label.size) {
      layout_add(&l, label, STYLE_STRONG);
      layout_add(&l, TEXT(": "), STYLE_STRONG);
    }
    layout_add(&l, s->text, STYLE_PLAIN);
    layout_end(&l);
  }
}

static void add_abstract(output *out, const record *r) {
  if (r->abstract.count) {
    text_add_head(out, TEXT("Abstract"), 0);
    add_sections(out, &r->abstract);
  }
  if (r->copyright.size) layout_line(out, TEXT_INDENT, r->copyright, STYLE_FAINT);
  for (size_t i = 0; i < r->other_abstracts.count; i++) {
    const other_abstract *other = &r->other_abstracts.items[i];
    text about = arena_join(out->scratch, other->kind, TEXT(", "), other->language);
    text_add_head(out, text_in_brackets(TEXT("Other abstract"), about, out->scratch), 0);
    add_sections(out, &other->sections);
    if (other->copyright.size) layout_line(out, TEXT_INDENT, other->copyright, STYLE_FAINT);
  }
}

/* --- The table --- */

/* How a member is shown; members of the head and of the parts above have no row here. */
typedef struct fact {
  text name, label;
  text (*item)(const void *item, arena *a); /* of lists of structs */
} fact;

#define FACT(name, label, item) \
  { TEXT_STATIC(name), TEXT_STATIC(label), item }

static const fact facts[] = {
    FACT("keywords", "Keywords", keyword_words),
    FACT("headings", "MeSH terms", heading_words),
    FACT("substances", "Substances", substance_words),
    FACT("publication_types", "Publication types", named_words),
    FACT("type", "Type", NULL),
    FACT("vernacular_title", "Original title", NULL),
    FACT("book_title", "Book", NULL),
    FACT("collection_title", "Collection", NULL),
    FACT("volume_title", "Volume title", NULL),
    FACT("edition", "Edition", NULL),
    FACT("series", "Series", NULL),
    FACT("journal", "Journal", NULL),
    FACT("journal_abbreviation", "Journal abbreviation", NULL),
    FACT("issns", "ISSN or ISBN", kinded_words),
    FACT("nlm_id", "NLM ID", NULL),
    FACT("volume", "Volume", NULL),
    FACT("issue", "Issue", NULL),
    FACT("pages", "Pages", NULL),
    FACT("article_number", "Article number", NULL),
    FACT("publisher", "Publisher", NULL),
    FACT("place", "Place", NULL),
    FACT("country", "Country", NULL),
    FACT("languages", "Languages", NULL),
    FACT("published", "Published", NULL),
    FACT("published_inferred", "Year inferred", NULL),
    FACT("dates", "Dates", kinded_words),
    FACT("publication_model", "Publication model", NULL),
    FACT("publication_status", "Publication status", NULL),
    FACT("medium", "Medium", NULL),
    FACT("grants", "Grants", funding_words),
    FACT("accessions", "Accessions", kinded_words),
    FACT("gene_symbols", "Gene symbols", NULL),
    FACT("citation_subsets", "Citation subsets", NULL),
    FACT("urls", "URLs", NULL),
    FACT("conflict_of_interest", "Conflict of interest", NULL),
    FACT("version", "Version", NULL),
    FACT("owner", "Owner", NULL),
    FACT("status", "Status", NULL),
    FACT("indexing_method", "Indexing method", NULL),
    FACT("notes", "Notes", kinded_words),
    FACT("extras", "Further", kinded_words),
};

static text item_words(const fact *f, const member *m, const void *place, size_t i, arena *a) {
  if (m->shape == SHAPE_TEXTS) return ((const texts *)place)->items[i];
  return f->item(((const any_list *)place)->items + i * m->parts->size, a);
}

static void add_value(layout *l, const fact *f, const member *m, const void *place) {
  arena *a = l->out->scratch;
  switch (m->shape) {
    case SHAPE_TEXT:
      layout_add(l, *(const text *)place, STYLE_PLAIN);
      break;
    case SHAPE_NUMBER:
      layout_add(l, arena_printf(a, "%lld", *(const long long *)place), STYLE_PLAIN);
      break;
    case SHAPE_BOOLEAN:
      layout_add(l, TEXT("yes"), STYLE_PLAIN);
      break;
    case SHAPE_TEXTS:
    case SHAPE_ITEMS:
      for (size_t i = 0; i < ((const any_list *)place)->count; i++) {
        if (i) layout_add(l, TEXT("; "), STYLE_PLAIN);
        layout_add(l, item_words(f, m, place, i, a), STYLE_PLAIN);
      }
      break;
  }
}

/* "Label: value". */
static void add_fact(output *out, const record *r, const fact *f, const member *m) {
  layout l;
  layout_begin(&l, out, TEXT(""), TEXT_INDENT);
  layout_hang(&l, 2 * TEXT_INDENT);
  layout_add(&l, f->label, STYLE_STRONG);
  layout_add(&l, TEXT(": "), STYLE_STRONG);
  add_value(&l, f, m, member_place(m, r));
  layout_end(&l);
}

static void add_facts(output *out, const record *r) {
  bool any = false;
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
    const member *m = member_named(&record_members, facts[i].name);
    if (!m || member_is_empty(m, r)) continue;
    if (!any) text_add_head(out, TEXT("Details"), 0);
    any = true;
    add_fact(out, r, &facts[i], m);
  }
}

static void add_origin(output *out, const char *words, const provenance *o) {
  arena *a = out->scratch;
  text line = o->line ? arena_printf(a, "line %lld", o->line) : TEXT("");
  text about = arena_join(a, line, TEXT(", "), o->format);
  text from = arena_join(a, text_of(words), TEXT(" "), o->file);
  layout_line(out, 0, text_in_brackets(from, about, a), STYLE_FAINT);
}

static void add_origins(output *out, const hit *h) {
  const record *r = h->record;
  if (!h->sources.count && !r->source_file.size) return;
  buffer_put(&out->bytes, "\n");
  for (size_t i = 0; i < h->sources.count; i++)
    add_origin(out, i ? "and from" : "Read from", &h->sources.items[i]);
  if (!h->sources.count)
    add_origin(out, "Read from", &(provenance){r->source_file, r->source_format, r->source_line});
}

void text_add_whole(output *out, const hit *h) {
  const record *r = h->record;
  arena *a = out->scratch;
  text_add_title(out, h, TEXT(""), 0);
  text_add_source(out, citation_authors(r, AUTHORS_SHOWN, a), citation_source(r, true, a), 0);
  text_add_identifiers(out, h, 0, true);
  add_abstract(out, r);
  add_facts(out, r);
  text_add_people(out, r);
  text_add_links(out, r);
  add_origins(out, h);
}
