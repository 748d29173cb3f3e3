/* PubMed's "Abstract (text)": a numbered citation, then title, authors, their addresses, comments,
 * the abstract and identifiers, parted by blank lines. */
#include "model/language.h"
#include "model/link.h"
#include "write/citation.h"
#include "write/paragraph.h"
#include "write/writers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void add_blank(output *out) { buffer_put(&out->bytes, "\n"); }

/* A block of one paragraph, nothing where it is empty. */
static void add_block(output *out, text lead, text words) {
  if (!text_trim(words).size) return;
  add_blank(out);
  paragraph_add(out, lead, words, 0);
}

/* "[Article in German]" */
static void add_language(output *out, const record *r) {
  texts names = {0};
  for (size_t i = 0; i < r->languages.count; i++) {
    const language *found = language_find(r->languages.items[i]);
    if (!text_equal(r->languages.items[i], TEXT("eng")))
      *list_push(out->scratch, &names) = found ? found->name : r->languages.items[i];
  }
  if (!names.count) return;
  text all = texts_join(out->scratch, &names, TEXT(", "));
  add_block(out, TEXT(""), arena_printf(out->scratch, "[Article in %.*s]", TEXT_ARG(all)));
}

/* --- People --- */

/* "(1)(3)": the numbers of the person's addresses among all. */
static text numbers_of(const person *p, texts *addresses, arena *a) {
  text numbers = {"", 0};
  for (size_t i = 0; i < p->affiliations.count; i++) {
    text address = p->affiliations.items[i];
    size_t at = 0;
    while (at < addresses->count && !text_equal(addresses->items[at], address)) at++;
    if (at == addresses->count) *list_push(a, addresses) = address;
    numbers = arena_printf(a, "%.*s(%zu)", TEXT_ARG(numbers), at + 1);
  }
  return numbers;
}

/* "Smith J(1), Jones K(1)(2); Group for Tests(3).", persons first; without addresses no numbers. */
static text people_of(const record *r, text role, texts *addresses, arena *a) {
  texts names = {0}, groups = {0};
  for (size_t i = 0; i < r->people.count; i++) {
    const person *p = &r->people.items[i];
    if (!text_equal(p->role, role)) continue;
    text name = person_short_name(p, a);
    if (addresses) name = arena_join(a, name, TEXT(""), numbers_of(p, addresses, a));
    *list_push(a, p->collective.size ? &groups : &names) = name;
  }
  text all = arena_join(a, texts_join(a, &names, TEXT(", ")), names.count ? TEXT("; ") : TEXT(""),
                        texts_join(a, &groups, TEXT("; ")));
  return all.size ? arena_join(a, text_trim_end(all, "."), TEXT(""), TEXT(".")) : all;
}

static void add_addresses(output *out, const texts *addresses) {
  if (!addresses->count) return;
  buffer_put(&out->bytes, "\nAuthor information:\n");
  for (size_t i = 0; i < addresses->count; i++)
    paragraph_add(out, arena_printf(out->scratch, "(%zu)", i + 1), addresses->items[i], 0);
}

static void add_people(output *out, const record *r) {
  texts addresses = {0};
  text authors = people_of(r, TEXT(""), &addresses, out->scratch);
  text helpers = people_of(r, TEXT("investigator"), NULL, out->scratch);
  add_block(out, TEXT(""), authors);
  add_addresses(out, &addresses);
  add_block(out, TEXT("Collaborators: "), helpers);
}

/* --- Links --- */

static void add_links(output *out, const record *r) {
  for (size_t k = 0; k < link_kind_count; k++) {
    bool any = false;
    for (size_t i = 0; link_kinds[k].tag.size && i < r->links.count; i++) {
      if (!text_equal(r->links.items[i].kind, link_kinds[k].name)) continue;
      if (!any) add_block(out, TEXT(""), link_kinds[k].label);
      any = true;
      text citation = citation_of_link(&r->links.items[i], out->scratch);
      paragraph_add(out, TEXT("    "), citation_sentence(citation, out->scratch), 4);
    }
  }
}

/* --- Abstract and identifiers --- */

/* Sections with labels one below the other, any others in blocks of their own. */
static void add_abstract(output *out, const record *r) {
  for (size_t i = 0; i < r->abstract.count; i++) {
    const section *s = &r->abstract.items[i];
    bool follows = i && s->label.size && r->abstract.items[i - 1].label.size;
    text lead = s->label.size ? arena_join(out->scratch, s->label, TEXT(""), TEXT(": ")) : s->label;
    if (follows) paragraph_add(out, lead, s->text, 0);
    else add_block(out, lead, s->text);
  }
}

static void add_ids(output *out, const record *r) {
  static const struct {
    text scheme, label;
  } shown[] = {{TEXT_STATIC("bookaccession"), TEXT_STATIC("Bookshelf ID: ")},
               {TEXT_STATIC("doi"), TEXT_STATIC("DOI: ")},
               {TEXT_STATIC("pmc"), TEXT_STATIC("PMCID: ")},
               {TEXT_STATIC("mid"), TEXT_STATIC("NIHMSID: ")},
               {TEXT_STATIC("pmid"), TEXT_STATIC("PMID: ")}};
  bool any = false;
  for (size_t i = 0; i < COUNT(shown); i++) {
    text id = record_id(r, shown[i].scheme);
    if (!id.size) continue;
    if (!any) add_blank(out);
    any = true;
    bool indexed =
        text_equal(shown[i].scheme, TEXT("pmid")) && text_equal(r->status, TEXT("MEDLINE"));
    text behind = indexed ? TEXT("[Indexed for MEDLINE]") : TEXT("");
    paragraph_add(out, shown[i].label, arena_join(out->scratch, id, TEXT(" "), behind), 0);
  }
}

static void pubmed_abstract_hit(output *out, const hit *h) {
  const record *r = h->record;
  text source = citation_of_pubmed(r, out->scratch), title = citation_title(r);
  text lead = arena_printf(out->scratch, "%zu. ", out->count + 1);
  if (!h->in_library && h->citation.size) source = h->citation;
  if (out->count) buffer_put(&out->bytes, "\n\n");
  paragraph_add(out, lead, source.size ? source : TEXT("[No source given]"), 0);
  add_block(out, TEXT(""), title.size ? title : TEXT("[No title given]"));
  add_language(out, r);
  add_people(out, r);
  add_links(out, r);
  add_abstract(out, r);
  add_block(out, TEXT(""), r->copyright);
  add_ids(out, r);
  add_block(out, TEXT("Conflict of interest statement: "), r->conflict_of_interest);
}

const writer writer_pubmed_abstract = {
    .name = "pubmed-abstract",
    .summary = "what PubMed saves as \"Abstract (text)\"",
    .carries =
        "authors by initials, addresses, title, abstract, where it was published, identifiers, "
        "corrections and comments",
    .hit = pubmed_abstract_hit,
};
