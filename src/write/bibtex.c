/* BibTeX: an entry a record, with the fields that BibTeX, BibLaTeX and reference managers know.
 * Sources: btxdoc, the BibLaTeX manual; the fields of JabRef, Zotero and Scopus for what those
 * lack. Unicode stands as it is, or, for old tools, as LaTeX's commands. */
#include "write/bibtex.h"

#include <stddef.h>

#include "model/identifier.h"
#include "model/language.h"
#include "model/type.h"
#include "write/citation.h"
#include "write/citation_key.h"
#include "write/tagged.h"
#include "write/writers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- Who and what --- */

static void add_people(bibtex_item *e, text name) {
  static const struct {
    text name, role;
  } roles[] = {{TEXT_STATIC("author"), TEXT_STATIC("")},
               {TEXT_STATIC("editor"), TEXT_STATIC("editor")},
               {TEXT_STATIC("translator"), TEXT_STATIC("translator")},
               {TEXT_STATIC("bookauthor"), TEXT_STATIC("book-author")}};
  buffer list = {0};
  for (size_t i = 0; i < COUNT(roles); i++)
    if (text_equal(roles[i].name, name)) bibtex_add_names(&list, e->r, roles[i].role, e->latex);
  if (list.size && bibtex_begin_field(e, name))
    buffer_printf(&e->out->bytes, "{%.*s}", TEXT_ARG(buffer_text(&list)));
  if (list.failed) e->out->bytes.failed = true;
  buffer_finish(&list);
}

/* {1="0000-0002-1825-0097"; 3="..."}: BibLaTeX's annotations, by the number of the author. */
static void add_orcids(bibtex_item *e, text name) {
  text list = {"", 0};
  size_t number = 0;
  for (size_t i = 0; i < e->r->people.count; i++) {
    const person *p = &e->r->people.items[i];
    if (p->role.size) continue;
    text orcid = identifiers_find(&p->ids, TEXT("orcid"));
    number++;
    if (!orcid.size) continue;
    text one = arena_printf(e->out->scratch, "%zu=\"%.*s\"", number, TEXT_ARG(orcid));
    list = arena_join(e->out->scratch, list, TEXT("; "), one);
  }
  bibtex_add_verbatim(e, name, list);
}

static void add_main_title(bibtex_item *e, text name) {
  bibtex_add_heading(e, name, citation_title(e->r));
}

static void add_book_title(bibtex_item *e, text name) {
  bibtex_add_heading(e, name, citation_book(e->r));
}

static void add_original_title(bibtex_item *e, text name) {
  if (e->r->title.size || e->r->book_title.size)
    bibtex_add_heading(e, name, e->r->vernacular_title);
}

/* --- Text --- */

static void add_languages(bibtex_item *e, text name) {
  texts names = {0};
  for (size_t i = 0; i < e->r->languages.count; i++) {
    const language *found = language_find(e->r->languages.items[i]);
    *list_push(e->out->scratch, &names) = found ? found->name : e->r->languages.items[i];
  }
  bibtex_add_list(e, name, &names, false);
}

/* In reports and theses the type is printed in place of "Technical report" and the like: there a
 * list would not do. */
static void add_types(bibtex_item *e, text name) {
  texts types = {0};
  bool printed = text_equal(e->type->bibtex, TEXT("techreport")) ||
                 text_equal(e->type->bibtex, TEXT("phdthesis"));
  if (printed && e->r->publication_types.count > 1) return;
  for (size_t i = 0; i < e->r->publication_types.count; i++)
    *list_push(e->out->scratch, &types) = e->r->publication_types.items[i].name;
  bibtex_add_list(e, name, &types, true);
}

static void collect_headings(bibtex_item *e, texts *words) {
  for (size_t i = 0; i < e->r->headings.count; i++)
    *list_push(e->out->scratch, words) = tagged_heading(&e->r->headings.items[i], e->out->scratch);
}

static void add_headings(bibtex_item *e, text name) {
  texts words = {0};
  collect_headings(e, &words);
  bibtex_add_list(e, name, &words, true);
}

static void add_keywords(bibtex_item *e, text name) {
  texts words = {0};
  collect_headings(e, &words);
  for (size_t i = 0; i < e->r->keywords.count; i++) {
    const keyword *k = &e->r->keywords.items[i];
    *list_push(e->out->scratch, &words) = tagged_star(k->major, k->text, e->out->scratch);
  }
  bibtex_add_list(e, name, &words, false);
}

static void add_abstract(bibtex_item *e, text name) {
  bibtex_add_value(e, name, record_abstract_text(e->r, e->out->scratch));
}

static void add_notes(bibtex_item *e, text name) {
  arena *a = e->out->scratch;
  size_t first = text_equal(name, TEXT("note")) ? 0 : 1;
  size_t end = first ? e->r->notes.count : 1;
  text notes = {"", 0};
  for (size_t i = first; i < end && i < e->r->notes.count; i++)
    notes = arena_join(a, notes, TEXT(" "), e->r->notes.items[i].text);
  bibtex_add_value(e, name, notes);
}

static bool is_field_name(text name) {
  for (size_t i = 0; i < name.size; i++)
    if (!ascii_is_letter(name.data[i]) && !ascii_is_digit(name.data[i]) &&
        text_find_byte(TEXT("-_+:."), name.data[i]) == TEXT_NONE)
      return false;
  return name.size && ascii_is_letter(name.data[0]);
}

/* The fields of a BibTeX file that stand for nothing else in a record. */
static void add_extras(bibtex_item *e, text name) {
  (void)name;
  for (size_t i = 0; i < e->r->extras.count; i++) {
    text format, field;
    const kinded *extra = &e->r->extras.items[i];
    bool own = text_cut(extra->kind, TEXT(":"), &format, &field) &&
               text_equal(format, TEXT("bibtex")) && is_field_name(field) &&
               !text_equal(field, TEXT("key")) && !text_equal(field, TEXT("type"));
    if (own && text_equal_nocase(field, TEXT("file"))) bibtex_add_verbatim(e, field, extra->text);
    else if (own) bibtex_add_value(e, field, extra->text);
  }
}

/* --- The table --- */

typedef struct row {
  text name;
  bibtex_row *add; /* NULL: a text of the record */
  size_t member;
} row;

#define MEMBER(name, member) \
  { TEXT_STATIC(name), NULL, offsetof(record, member) }
#define FIELD(name, function) \
  { TEXT_STATIC(name), function, 0 }

static const row rows[] = {
    FIELD("author", add_people),
    FIELD("author+an:orcid", add_orcids),
    FIELD("title", add_main_title),
    FIELD("origtitle", add_original_title),
    FIELD("booktitle", add_book_title),
    FIELD("bookauthor", add_people),
    FIELD("editor", add_people),
    FIELD("translator", add_people),
    MEMBER("maintitle", collection_title),
    FIELD("journal", bibtex_journal),
    FIELD("shortjournal", bibtex_short_journal),
    MEMBER("series", series),
    FIELD("year", bibtex_date),
    MEMBER("volume", volume),
    FIELD("number", bibtex_issue),
    FIELD("pages", bibtex_pages),
    MEMBER("eid", article_number),
    MEMBER("edition", edition),
    FIELD("publisher", bibtex_publisher),
    MEMBER("address", place),
    FIELD("issn", bibtex_numbers),
    FIELD("isbn", bibtex_numbers),
    FIELD("doi", bibtex_id),
    FIELD("pmid", bibtex_id),
    FIELD("pmcid", bibtex_id),
    FIELD("pii", bibtex_id),
    FIELD("eprint", bibtex_id),
    FIELD("identifiers", bibtex_other_ids),
    FIELD("url", bibtex_url),
    FIELD("urls", bibtex_more_urls),
    FIELD("language", add_languages),
    FIELD("type", add_types),
    FIELD("keywords", add_keywords),
    FIELD("mesh", add_headings),
    FIELD("abstract", add_abstract),
    MEMBER("copyright", copyright),
    FIELD("note", add_notes),
    FIELD("annote", add_notes),
    FIELD("", add_extras),
};

/* The type of entry that a BibTeX file had for a record of no known type. */
static text entry_type(const bibtex_item *e) {
  for (size_t i = 0; i < e->r->extras.count; i++) {
    const kinded *extra = &e->r->extras.items[i];
    if (text_equal(extra->kind, TEXT("bibtex:type")) && is_field_name(extra->text))
      return extra->text;
  }
  return e->type->bibtex;
}

static void add_entry(output *out, const hit *h, bool latex) {
  const record *r = h->record;
  bibtex_item e = {.out = out, .r = r, .type = record_type_named(r->type), .latex = latex};
  if (out->count) buffer_put(&out->bytes, "\n");
  text type = entry_type(&e), key = citation_key(out, r);
  buffer_printf(&out->bytes, "@%.*s{%.*s", TEXT_ARG(type), TEXT_ARG(key));
  for (size_t i = 0; i < COUNT(rows); i++) {
    const void *member = (const char *)r + rows[i].member;
    if (rows[i].add) rows[i].add(&e, rows[i].name);
    else bibtex_add_value(&e, rows[i].name, *(const text *)member);
  }
  if (!h->in_library) bibtex_add_value(&e, TEXT("note"), h->citation);
  buffer_put(&out->bytes, "\n}\n");
}

static void bibtex_hit(output *out, const hit *h) { add_entry(out, h, false); }
static void bibtex_latex_hit(output *out, const hit *h) { add_entry(out, h, true); }

#define CARRIES                                                                           \
  "names with ORCIDs, titles, journal or book, date, abstract, MeSH headings, keywords, " \
  "identifiers, notes"

const writer writer_bibtex = {
    .name = "bibtex",
    .summary = "BibTeX and BibLaTeX, in Unicode",
    .carries = CARRIES,
    .begin = citation_keys_begin,
    .hit = bibtex_hit,
};

const writer writer_bibtex_latex = {
    .name = "bibtex-latex",
    .summary = "BibTeX with LaTeX's commands for letters beyond ASCII",
    .carries = "the same as bibtex",
    .begin = citation_keys_begin,
    .hit = bibtex_latex_hit,
};
