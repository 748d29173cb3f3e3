/* The values of a record, by search field. */
#include "index/values.h"

#include "model/identifier.h"
#include "model/link.h"

static void add_raw(values *list, text field, text folded, arena *a) {
  if (folded.size) *list_push(a, list) = (value){field, folded};
}

static void add(values *list, text field, text shown, arena *a) {
  if (shown.size) add_raw(list, field, content_fold(shown, a), a);
}

/* --- People --- */

static const struct {
  text role, field;
} role_fields[] = {
    {TEXT_STATIC(""), TEXT_STATIC("au")},
    {TEXT_STATIC("editor"), TEXT_STATIC("ed")},
    {TEXT_STATIC("investigator"), TEXT_STATIC("ir")},
    {TEXT_STATIC("subject"), TEXT_STATIC("ps")},
};

static void add_person(values *list, const person *p, arena *a) {
  for (size_t i = 0; i < p->ids.count; i++) add(list, TEXT("auid"), p->ids.items[i].value, a);
  if (!p->family.size) return;
  for (size_t i = 0; i < sizeof role_fields / sizeof *role_fields; i++) {
    if (!text_equal(p->role, role_fields[i].role)) continue;
    add_raw(list, role_fields[i].field, content_author(p, a), a);
  }
}

static void add_people(values *list, const record *r, arena *a) {
  const person *last = NULL;
  for (size_t i = 0; i < r->people.count; i++) {
    const person *p = &r->people.items[i];
    add_person(list, p, a);
    if (p->role.size || !p->family.size) continue;
    if (!last) add_raw(list, TEXT("1au"), content_author(p, a), a);
    last = p;
  }
  if (last) add_raw(list, TEXT("lastau"), content_author(last, a), a);
}

/* --- Headings --- */

/* A heading counts as a major topic when the star is on it or on one of its qualifiers. */
static void add_heading(values *list, const heading *h, arena *a) {
  bool major = h->major;
  text name = content_fold(h->name, a);
  for (size_t i = 0; i < h->qualifiers.count; i++) {
    const qualifier *q = &h->qualifiers.items[i];
    text qualified = arena_join(a, name, TEXT("/"), content_fold(q->name, a));
    add_raw(list, TEXT("mh"), qualified, a);
    if (q->major || h->major) add_raw(list, TEXT("majr"), qualified, a);
    add(list, TEXT("sh"), q->name, a);
    major = major || q->major;
  }
  add_raw(list, TEXT("mh"), name, a);
  if (major) add_raw(list, TEXT("majr"), name, a);
}

static void add_substance(values *list, const substance *s, arena *a) {
  add(list, TEXT("nm"), s->name, a);
  add(list, TEXT("nm"), s->ui, a);
  if (!text_equal(s->registry_number, TEXT("0"))) add(list, TEXT("rn"), s->registry_number, a);
}

/* --- Dates --- */

/* Which kinds of dates a date field asks for. The publication date has its own place in the
 * segments, since ranges over it are asked all the time. */
static const struct {
  text field, kind;
} date_fields[] = {
    {TEXT_STATIC("epdat"), TEXT_STATIC("electronic")},
    {TEXT_STATIC("epdat"), TEXT_STATIC("epublish")},
    {TEXT_STATIC("ppdat"), TEXT_STATIC("ppublish")},
    {TEXT_STATIC("edat"), TEXT_STATIC("entry")},
    {TEXT_STATIC("edat"), TEXT_STATIC("entrez")},
    {TEXT_STATIC("edat"), TEXT_STATIC("pubmed")},
    {TEXT_STATIC("crdt"), TEXT_STATIC("created")},
    {TEXT_STATIC("dcom"), TEXT_STATIC("completed")},
    {TEXT_STATIC("lr"), TEXT_STATIC("last-revised")},
    {TEXT_STATIC("mhda"), TEXT_STATIC("mesh")},
    {TEXT_STATIC("mhda"), TEXT_STATIC("medline")},
};

/* "20250315". */
static text day_text(int day, arena *a) {
  char *digits = arena_alloc(a, 8);
  if (!digits) return (text){"", 0};
  for (int i = 7; i >= 0; i--, day /= 10) digits[i] = (char)('0' + day % 10);
  return (text){digits, 8};
}

static void add_dates(values *list, const record *r, arena *a) {
  date_span span;
  for (size_t i = 0; i < r->dates.count; i++)
    for (size_t k = 0; k < sizeof date_fields / sizeof *date_fields; k++)
      if (text_equal(r->dates.items[i].kind, date_fields[k].kind) &&
          date_read(r->dates.items[i].text, &span))
        add_raw(list, date_fields[k].field, day_text(span.from, a), a);
  if (date_read(r->published, &span)) add_raw(list, TEXT("ppdat"), day_text(span.from, a), a);
}

void record_published(const record *r, date_span *print, date_span *electronic) {
  *print = *electronic = (date_span){0, 0};
  date_read(r->published, print);
  for (size_t i = 0; !electronic->from && i < r->dates.count; i++)
    if (text_equal(r->dates.items[i].kind, TEXT("electronic")))
      date_read(r->dates.items[i].text, electronic);
}

date_span record_days(const record *r) {
  date_span print, electronic;
  record_published(r, &print, &electronic);
  if (!electronic.from) return print;
  if (!print.from || electronic.from < print.from) print.from = electronic.from;
  if (electronic.to > print.to) print.to = electronic.to;
  return print;
}

/* --- Filters --- */

/* PubMed's words for a whole book and for a part of one. */
static text book_part(const record *r) {
  return text_equal(r->type, TEXT("book")) ? TEXT("title") : TEXT("chapter");
}

static void add_filters(values *list, const record *r, arena *a) {
  text sb = TEXT("sb");
  add(list, sb, r->status, a);
  for (size_t i = 0; i < r->citation_subsets.count; i++)
    add(list, sb, r->citation_subsets.items[i], a);
  if (r->abstract.count) add_raw(list, sb, TEXT("hasabstract"), a);
  if (r->abstract.count && r->abstract.items[0].label.size)
    add_raw(list, sb, TEXT("hasstructuredabstract"), a);
  if (r->keywords.count) add_raw(list, sb, TEXT("haskeyword"), a);
  if (r->conflict_of_interest.size) add_raw(list, sb, TEXT("hascois"), a);
  if (r->accessions.count) add_raw(list, sb, TEXT("hasdatabanklist"), a);
  if (record_id(r, TEXT("mid")).size) add_raw(list, sb, TEXT("hasnihmsid"), a);
  if (record_id(r, TEXT("pmc")).size) add_raw(list, sb, TEXT("pubmed pmc"), a);
  if (text_equal(r->type, TEXT("book")) || text_equal(r->type, TEXT("chapter"))) {
    add_raw(list, sb, TEXT("pubmed books"), a);
    add(list, sb, arena_join(a, TEXT("pmcbook"), TEXT(""), book_part(r)), a);
  }
  if (record_is_retracted(r)) add_raw(list, sb, TEXT("retracted"), a);
  for (size_t i = 0; i < r->other_abstracts.count; i++)
    add_raw(list, sb, TEXT("hasnonenglishabstract"), a);
  if (r->publication_status.size)
    add(list, sb, arena_join(a, TEXT("pubstatus"), TEXT(""), r->publication_status), a);
  if (r->indexing_method.size)
    add(list, sb, arena_join(a, TEXT("indexingmethod"), TEXT(" "), r->indexing_method), a);
}

/* Links are found from their other end: field "cites", value "pmid:123". */
static void add_links(values *list, const record *r, arena *a) {
  for (size_t i = 0; i < r->links.count; i++) {
    const link *l = &r->links.items[i];
    for (size_t k = 0; k < l->ids.count; k++)
      add_raw(list, l->kind, identifier_key(a, l->ids.items[k]), a);
    const link_kind *kind = link_kind_named(l->kind);
    if (kind && kind->ref_type.size && !text_equal(kind->name, TEXT("cites")))
      add(list, TEXT("sb"), arena_join(a, TEXT("has"), TEXT(""), kind->ref_type), a);
  }
}

/* --- The rest --- */

static text first_page(text pages) {
  text first, rest;
  text_cut(pages, TEXT("-"), &first, &rest);
  return first;
}

static void add_source(values *list, const record *r, arena *a) {
  add(list, TEXT("ta"), r->journal, a);
  add(list, TEXT("ta"), r->journal_abbreviation, a);
  for (size_t i = 0; i < r->issns.count; i++) {
    bool book = text_equal(r->issns.items[i].kind, TEXT("ISBN"));
    add(list, book ? TEXT("isbn") : TEXT("is"), r->issns.items[i].text, a);
    if (!book) add(list, TEXT("ta"), r->issns.items[i].text, a);
  }
  add(list, TEXT("jid"), r->nlm_id, a);
  add(list, TEXT("vi"), r->volume, a);
  add(list, TEXT("ip"), r->issue, a);
  add(list, TEXT("pg"), first_page(r->pages), a);
  add(list, TEXT("pl"), r->country, a);
  add(list, TEXT("pubn"), r->publisher, a);
  add(list, TEXT("owner"), r->owner, a);
  add(list, TEXT("lid"), r->article_number, a);
  for (size_t i = 0; i < r->languages.count; i++) add(list, TEXT("la"), r->languages.items[i], a);
}

static void add_ids(values *list, const record *r, arena *a) {
  for (size_t i = 0; i < r->ids.count; i++) {
    if (text_equal(r->ids.items[i].scheme, TEXT("pii")))
      add(list, TEXT("lid"), r->ids.items[i].value, a);
  }
  for (size_t i = 0; i < r->grants.count; i++) {
    add(list, TEXT("gr"), r->grants.items[i].number, a);
    add(list, TEXT("gr"), r->grants.items[i].agency, a);
    add(list, TEXT("gr"), r->grants.items[i].acronym, a);
  }
  for (size_t i = 0; i < r->accessions.count; i++) {
    const kinded *k = &r->accessions.items[i];
    add(list, TEXT("si"), k->text, a);
    add(list, TEXT("si"), k->kind, a);
    add(list, TEXT("si"), arena_join(a, k->kind, TEXT("/"), k->text), a);
  }
}

void values_add(values *list, const record *r, arena *a) {
  add_people(list, r, a);
  for (size_t i = 0; i < r->headings.count; i++) add_heading(list, &r->headings.items[i], a);
  for (size_t i = 0; i < r->publication_types.count; i++)
    add(list, TEXT("pt"), r->publication_types.items[i].name, a);
  for (size_t i = 0; i < r->substances.count; i++) add_substance(list, &r->substances.items[i], a);
  add_source(list, r, a);
  add_ids(list, r, a);
  add_dates(list, r, a);
  add_filters(list, r, a);
  add_links(list, r, a);
}
