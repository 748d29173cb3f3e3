/* CSL-JSON, which citation processors (pandoc, citeproc, Zotero, Jabref) take: one array of items.
 * What CSL has no variable for stands in the item's "custom" object under "carrel", with the names
 * and in the shapes of model/members.h, so that nothing is lost. Source: the CSL 1.0.2
 * specification and its schema, csl-data.json. */
#include <stddef.h>

#include "base/date.h"
#include "base/json.h"
#include "model/identifier.h"
#include "model/language.h"
#include "model/record_json.h"
#include "write/citation.h"
#include "write/citation_key.h"
#include "write/tagged.h"
#include "write/writers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void add_text(buffer *b, const char *key, text value) {
  if (!value.size) return;
  json_add_key(b, text_of(key));
  json_add_text(b, value);
}

/* --- Types --- */

static const struct {
  text ours, csl;
} types[] = {
    {TEXT_STATIC("journal-article"), TEXT_STATIC("article-journal")},
    {TEXT_STATIC("magazine-article"), TEXT_STATIC("article-magazine")},
    {TEXT_STATIC("newspaper-article"), TEXT_STATIC("article-newspaper")},
    {TEXT_STATIC("preprint"), TEXT_STATIC("article")},
    {TEXT_STATIC("manuscript"), TEXT_STATIC("manuscript")},
    {TEXT_STATIC("book"), TEXT_STATIC("book")},
    {TEXT_STATIC("proceedings"), TEXT_STATIC("book")},
    {TEXT_STATIC("manual"), TEXT_STATIC("standard")},
    {TEXT_STATIC("chapter"), TEXT_STATIC("chapter")},
    {TEXT_STATIC("encyclopedia-entry"), TEXT_STATIC("entry-encyclopedia")},
    {TEXT_STATIC("dictionary-entry"), TEXT_STATIC("entry-dictionary")},
    {TEXT_STATIC("conference-paper"), TEXT_STATIC("paper-conference")},
    {TEXT_STATIC("presentation"), TEXT_STATIC("speech")},
    {TEXT_STATIC("thesis"), TEXT_STATIC("thesis")},
    {TEXT_STATIC("report"), TEXT_STATIC("report")},
    {TEXT_STATIC("patent"), TEXT_STATIC("patent")},
    {TEXT_STATIC("legal"), TEXT_STATIC("legislation")},
    {TEXT_STATIC("dataset"), TEXT_STATIC("dataset")},
    {TEXT_STATIC("software"), TEXT_STATIC("software")},
    {TEXT_STATIC("web-page"), TEXT_STATIC("webpage")},
    {TEXT_STATIC("blog-post"), TEXT_STATIC("post-weblog")},
    {TEXT_STATIC("personal-communication"), TEXT_STATIC("personal_communication")},
    {TEXT_STATIC("audiovisual"), TEXT_STATIC("motion_picture")},
    {TEXT_STATIC("music"), TEXT_STATIC("song")},
    {TEXT_STATIC("artwork"), TEXT_STATIC("graphic")},
    {TEXT_STATIC("map"), TEXT_STATIC("map")},
    {TEXT_STATIC("figure"), TEXT_STATIC("figure")},
};

static text type_of(const record *r) {
  for (size_t i = 0; i < COUNT(types); i++)
    if (text_equal(types[i].ours, r->type)) return types[i].csl;
  return TEXT("document");
}

/* --- People --- */

static void add_person(buffer *b, const person *p) {
  json_add_comma(b);
  buffer_put(b, "{");
  add_text(b, "literal", p->collective);
  add_text(b, "family", p->family);
  add_text(b, "given", p->given.size ? p->given : p->initials);
  add_text(b, "suffix", p->suffix);
  buffer_put(b, "}");
}

static void add_people(buffer *b, const char *key, const record *r, text role) {
  bool any = false;
  for (size_t i = 0; i < r->people.count; i++) {
    if (!text_equal(r->people.items[i].role, role)) continue;
    if (!any) json_add_key(b, text_of(key));
    if (!any) buffer_put(b, "[");
    any = true;
    add_person(b, &r->people.items[i]);
  }
  if (any) buffer_put(b, "]");
}

/* --- Dates --- */

static void add_parts(buffer *b, date_parts d) {
  json_add_comma(b);
  buffer_printf(b, "[%d", d.year);
  if (d.month) buffer_printf(b, ",%d", d.month);
  if (d.month && d.day) buffer_printf(b, ",%d", d.day);
  buffer_put(b, "]");
}

/* "2003 May-Jun", "1998 Dec-1999 Jan", "1976-1977", "2025 Mar 15-21": where both ends are plain
 * once the second has been given what it shares with the first. */
static bool read_range(text printed, date_parts *from, date_parts *to, arena *a) {
  text first, second;
  if (!text_cut(printed, TEXT("-"), &first, &second) || !date_plain(first, from)) return false;
  bool day = text_all_digits(second) && second.size <= 2;
  bool year = second.size >= 4 && text_all_digits(text_slice(second, 0, 4));
  size_t shared = day ? text_find_last(first, TEXT(" ")) : year ? 0 : 4;
  if (shared == TEXT_NONE) return false;
  text head = text_slice(first, 0, shared);
  return date_plain(arena_join(a, head, TEXT(" "), second), to);
}

/* 1 to 4 behind "2000 "; 0 where it is no season. */
static int season_of(text printed) {
  static const struct {
    text name;
    int number;
  } seasons[] = {{TEXT_STATIC("Spring"), 1},
                 {TEXT_STATIC("Summer"), 2},
                 {TEXT_STATIC("Fall"), 3},
                 {TEXT_STATIC("Autumn"), 3},
                 {TEXT_STATIC("Winter"), 4}};
  for (size_t i = 0; i < COUNT(seasons); i++)
    if (text_equal_nocase(text_slice(printed, 5, printed.size), seasons[i].name))
      return seasons[i].number;
  return 0;
}

/* What is no plain date or range has its year and stands as it is printed. */
static void add_date(buffer *b, const record *r, arena *a) {
  date_parts from, to;
  if (!r->published.size) return;
  json_add_key(b, TEXT("issued"));
  buffer_put(b, "{");
  bool plain = date_plain(r->published, &from);
  bool range = !plain && read_range(r->published, &from, &to, a);
  if (!plain && !range) from = (date_parts){.year = record_year(r)};
  if (from.year) {
    json_add_key(b, TEXT("date-parts"));
    buffer_put(b, "[");
    add_parts(b, from);
    if (range) add_parts(b, to);
    buffer_put(b, "]");
  }
  int season = plain || range ? 0 : season_of(r->published);
  if (season) {
    json_add_key(b, TEXT("season"));
    buffer_printf(b, "%d", season);
  } else if (!plain && !range) {
    add_text(b, "literal", r->published);
  }
  buffer_put(b, "}");
}

/* --- Text --- */

static void add_container(buffer *b, const record *r) {
  text journal = r->journal.size ? r->journal : r->journal_abbreviation, book = citation_book(r);
  add_text(b, "container-title", book.size ? book : journal);
  add_text(b, "container-title-short", r->journal_abbreviation);
  add_text(b, "collection-title", r->series);
  add_text(b, "volume-title", r->volume_title);
}

static void add_numbers(buffer *b, const char *key, const record *r, bool isbn, arena *a) {
  texts numbers = {0};
  for (size_t i = 0; i < r->issns.count; i++) {
    const kinded *number = &r->issns.items[i];
    if (text_equal(number->kind, TEXT("ISBN")) == isbn && !texts_contain(&numbers, number->text))
      *list_push(a, &numbers) = number->text;
  }
  add_text(b, key, texts_join(a, &numbers, TEXT(", ")));
}

static void add_keywords(buffer *b, const record *r, arena *a) {
  texts words = {0};
  for (size_t i = 0; i < r->headings.count; i++)
    *list_push(a, &words) = tagged_heading(&r->headings.items[i], a);
  for (size_t i = 0; i < r->keywords.count; i++)
    *list_push(a, &words) = tagged_star(r->keywords.items[i].major, r->keywords.items[i].text, a);
  add_text(b, "keyword", texts_join(a, &words, TEXT("; ")));
}

/* "de", where there is such a code. */
static void add_language(buffer *b, const record *r) {
  if (!r->languages.count) return;
  const language *found = language_find(r->languages.items[0]);
  add_text(b, "language",
           found && found->short_code.size ? found->short_code : r->languages.items[0]);
}

static void add_note(buffer *b, const hit *h, arena *a) {
  texts notes = {0};
  for (size_t i = 0; i < h->record->notes.count; i++)
    *list_push(a, &notes) = h->record->notes.items[i].text;
  if (!h->in_library && h->citation.size) *list_push(a, &notes) = h->citation;
  add_text(b, "note", texts_join(a, &notes, TEXT("\n")));
}

static void add_identifiers(buffer *b, const record *r, arena *a) {
  text arxiv = record_id(r, TEXT("arxiv"));
  add_text(b, "DOI", record_id(r, TEXT("doi")));
  add_text(b, "PMID", record_id(r, TEXT("pmid")));
  add_text(b, "PMCID", record_id(r, TEXT("pmc")));
  text url = r->urls.count ? r->urls.items[0]
                           : arena_join(a, arxiv.size ? TEXT("https://arxiv.org/abs/") : TEXT(""),
                                        TEXT(""), arxiv);
  add_text(b, "URL", url);
}

/* --- The rest --- */

static bool ids_are_held(const record *r) {
  for (size_t i = 0; i < r->ids.count; i++) {
    identifier id = r->ids.items[i];
    bool known = text_equal(id.scheme, TEXT("doi")) || text_equal(id.scheme, TEXT("pmid")) ||
                 text_equal(id.scheme, TEXT("pmc"));
    if (!known || !text_equal(record_id(r, id.scheme), id.value)) return false;
  }
  return true;
}

static bool people_are_held(const record *r) {
  static const text roles[] = {TEXT_STATIC(""), TEXT_STATIC("editor"), TEXT_STATIC("series-editor"),
                               TEXT_STATIC("book-author"), TEXT_STATIC("translator")};
  for (size_t i = 0; i < r->people.count; i++) {
    const person *p = &r->people.items[i];
    bool known = false;
    for (size_t k = 0; k < COUNT(roles); k++) known |= text_equal(p->role, roles[k]);
    if (!known || p->equal || p->ids.count || p->affiliations.count) return false;
  }
  return true;
}

static bool abstract_is_held(const record *r) {
  const section *first = r->abstract.items;
  return !r->abstract.count || (r->abstract.count == 1 && !first->label.size);
}

static bool issns_are_held(const record *r) {
  for (size_t i = 0; i < r->issns.count; i++)
    if (r->issns.items[i].kind.size && !text_equal(r->issns.items[i].kind, TEXT("ISBN")))
      return false;
  return true;
}

static bool type_is_held(const record *r) {
  size_t same = 0;
  for (size_t i = 0; i < COUNT(types); i++) same += text_equal(types[i].csl, type_of(r));
  return same == 1;
}

static bool keywords_are_held(const record *r) {
  for (size_t i = 0; i < r->keywords.count; i++)
    if (r->keywords.items[i].owner.size) return false;
  return !r->headings.count;
}

static bool single(size_t count) { return count <= 1; }
static bool languages_are_held(const record *r) { return single(r->languages.count); }
static bool urls_are_held(const record *r) { return single(r->urls.count); }
static bool notes_are_held(const record *r) { return single(r->notes.count); }

/* Members that variables of CSL hold: always (NULL), or where the function says so. */
static const struct {
  text name;
  bool (*is_held)(const record *r);
} held[] = {
    {TEXT_STATIC("source_line"), NULL},
    {TEXT_STATIC("title"), NULL},
    {TEXT_STATIC("vernacular_title"), NULL},
    {TEXT_STATIC("book_title"), NULL},
    {TEXT_STATIC("volume_title"), NULL},
    {TEXT_STATIC("series"), NULL},
    {TEXT_STATIC("journal"), NULL},
    {TEXT_STATIC("journal_abbreviation"), NULL},
    {TEXT_STATIC("volume"), NULL},
    {TEXT_STATIC("issue"), NULL},
    {TEXT_STATIC("pages"), NULL},
    {TEXT_STATIC("article_number"), NULL},
    {TEXT_STATIC("edition"), NULL},
    {TEXT_STATIC("publisher"), NULL},
    {TEXT_STATIC("place"), NULL},
    {TEXT_STATIC("published"), NULL},
    {TEXT_STATIC("ids"), ids_are_held},
    {TEXT_STATIC("people"), people_are_held},
    {TEXT_STATIC("abstract"), abstract_is_held},
    {TEXT_STATIC("issns"), issns_are_held},
    {TEXT_STATIC("type"), type_is_held},
    {TEXT_STATIC("keywords"), keywords_are_held},
    {TEXT_STATIC("languages"), languages_are_held},
    {TEXT_STATIC("urls"), urls_are_held},
    {TEXT_STATIC("notes"), notes_are_held},
};

static void add_custom(buffer *b, const record *r) {
  record rest = *r;
  bool any = false;
  for (size_t i = 0; i < record_members.count; i++) {
    const member *m = &record_members.members[i];
    for (size_t k = 0; k < COUNT(held); k++)
      if (text_equal(held[k].name, m->name) && (!held[k].is_held || held[k].is_held(r)))
        member_clear(m, &rest);
    any |= !member_is_empty(m, &rest);
  }
  if (!any) return;
  json_add_key(b, TEXT("custom"));
  buffer_put(b, "{\"carrel\":{");
  record_json_add_members(b, &rest);
  buffer_put(b, "}}");
}

/* --- The writer --- */

static void csl_begin(output *out) {
  citation_keys_begin(out);
  buffer_put(&out->bytes, "[");
}

static void csl_hit(output *out, const hit *h) {
  arena *a = out->scratch;
  buffer *b = &out->bytes;
  const record *r = h->record;
  buffer_add(b, out->count ? TEXT(",\n{") : TEXT("\n{"));
  add_text(b, "id", citation_key(out, r));
  add_text(b, "type", type_of(r));
  add_text(b, "title", citation_title(r));
  if (r->title.size) add_text(b, "original-title", r->vernacular_title);
  add_people(b, "author", r, TEXT(""));
  add_people(b, "editor", r, TEXT("editor"));
  add_people(b, "collection-editor", r, TEXT("series-editor"));
  add_people(b, "container-author", r, TEXT("book-author"));
  add_people(b, "translator", r, TEXT("translator"));
  add_date(b, r, a);
  add_container(b, r);
  add_text(b, "volume", r->volume);
  add_text(b, "issue", r->issue);
  add_text(b, "page", r->pages);
  add_text(b, "number", r->article_number);
  add_text(b, "edition", r->edition);
  add_text(b, "publisher", r->publisher);
  add_text(b, "publisher-place", r->place);
  add_numbers(b, "ISSN", r, false, a);
  add_numbers(b, "ISBN", r, true, a);
  add_identifiers(b, r, a);
  add_language(b, r);
  add_text(b, "abstract", record_abstract_text(r, a));
  add_keywords(b, r, a);
  add_note(b, h, a);
  add_custom(b, r);
  buffer_put(b, "}");
}

static void csl_end(output *out) { buffer_put(&out->bytes, "\n]\n"); }

const writer writer_csl_json = {
    .name = "csl-json",
    .summary = "CSL-JSON, for citation processors: pandoc, Zotero and others",
    .carries = "everything; what CSL has no variable for stands in \"custom\"",
    .begin = csl_begin,
    .hit = csl_hit,
    .end = csl_end,
};
