/* Normal forms of what PubMed's own formats carry; see forms.h. */
#ifndef CARREL_TESTS_WRITE_FORMS_PUBMED_H
#define CARREL_TESTS_WRITE_FORMS_PUBMED_H

#include "forms.h"

/* --- What MEDLINE holds in part --- */

static void plain_substances(record *r, arena *a) {
  (void)a;
  for (size_t i = 0; i < r->substances.count; i++) {
    substance *s = &r->substances.items[i];
    s->ui = EMPTY;
    if (s->kind.size) s->kind = TEXT("Supplementary"), s->registry_number = EMPTY;
    else if (!s->registry_number.size) s->registry_number = TEXT("0");
  }
}

/* "number/acronym/agency/country", whose parts are guessed. */
static void joined_grants(record *r, arena *a) {
  for (size_t i = 0; i < r->grants.count; i++) {
    funding f = r->grants.items[i];
    text head = arena_join(a, f.number, TEXT("/"), f.acronym);
    text tail = arena_join(a, f.agency, TEXT("/"), f.country);
    r->grants.items[i] = (funding){.number = arena_join(a, head, TEXT("/"), tail)};
  }
}

/* Links of the kinds that have a tag, as one citation each. */
static void tagged_links(record *r, arena *a) {
  record all = *r;
  memset(&r->links, 0, sizeof r->links);
  for (size_t i = 0; i < all.links.count; i++) {
    const link *l = &all.links.items[i];
    const link_kind *kind = link_kind_named(l->kind);
    if (!kind || !kind->tag.size) continue;
    *list_push(a, &r->links) =
        (link){.kind = l->kind, .citation = arena_squeeze(a, citation_of_link(l, a))};
  }
}

/* Books have a place, journals a country. */
static void place_of_type(record *r, arena *a) {
  (void)a;
  bool book = r->book_title.size > 0;
  if (book && !r->place.size) r->place = r->country;
  if (!book && !r->country.size) r->country = r->place;
  *(book ? &r->country : &r->place) = EMPTY;
}

/* Authors, editors, subjects and, for all others, investigators; not who contributed equally. */
static void people_of_nbib(record *r, arena *a) {
  (void)a;
  for (size_t i = 0; i < r->people.count; i++) {
    person *p = &r->people.items[i];
    p->equal = false;
    bool known = !p->role.size || text_equal(p->role, TEXT("editor")) ||
                 text_equal(p->role, TEXT("subject"));
    if (!known) p->role = TEXT("investigator");
  }
}

/* MEDLINE tells books from articles by their titles alone. */
static void type_of_nbib(record *r, arena *a) {
  (void)a;
  bool book = false;
  for (size_t i = 0; i < r->publication_types.count; i++)
    book |= text_equal_nocase(r->publication_types.items[i].name, TEXT("Book"));
  if (!r->book_title.size) r->type = book ? TEXT("book") : TEXT("journal-article");
  else r->type = r->title.size ? TEXT("chapter") : TEXT("book");
}

static void squeezed_statement(record *r, arena *a) {
  r->conflict_of_interest = one_line(r->conflict_of_interest, a);
}

/* --- PubMed's text formats --- */

/* Of the people of a role names by initials, first persons, then groups. */
static void brief_names_of(record *r, const record *all, text role, bool addresses, arena *a) {
  for (int groups = 0; groups <= 1; groups++)
    for (size_t i = 0; i < all->people.count; i++) {
      const person *p = &all->people.items[i];
      if (!text_equal(p->role, role) || (p->collective.size > 0) != (groups == 1)) continue;
      person brief = {.family = p->family,
                      .initials = p->initials.size ? p->initials : person_initials(p->given, a),
                      .suffix = text_trim_end(p->suffix, "."),
                      .collective = p->collective,
                      .role = role};
      /* Numbers give addresses an order of their own. */
      if (addresses && p->affiliations.count)
        qsort(p->affiliations.items, p->affiliations.count, sizeof(text), compare_texts);
      if (addresses) brief.affiliations = p->affiliations;
      *list_push(a, &r->people) = brief;
    }
}

static void names_of_summary(record *r, arena *a) {
  record all = *r;
  memset(&r->people, 0, sizeof r->people);
  brief_names_of(r, &all, TEXT(""), false, a);
}

static void names_of_abstract(record *r, arena *a) {
  record all = *r;
  memset(&r->people, 0, sizeof r->people);
  brief_names_of(r, &all, TEXT(""), true, a);
  brief_names_of(r, &all, TEXT("investigator"), false, a);
}

/* In the order of their kinds, each a sentence. */
static void links_as_sentences(record *r, arena *a) {
  tagged_links(r, a);
  record all = *r;
  memset(&r->links, 0, sizeof r->links);
  for (size_t k = 0; k < link_kind_count; k++)
    for (size_t i = 0; i < all.links.count; i++) {
      const link *l = &all.links.items[i];
      if (text_equal(l->kind, link_kinds[k].name))
        *list_push(a, &r->links) =
            (link){.kind = l->kind, .citation = citation_sentence(l->citation, a)};
    }
}

static void source_of_pubmed(record *r, arena *a) {
  r->journal_abbreviation = text_trim_end(citation_journal(r), " .");
  r->journal = EMPTY;
  r->title = one_line(citation_title(r), a);
  r->book_title = r->vernacular_title = EMPTY;
  if (!r->pages.size) r->pages = r->article_number;
  r->article_number = EMPTY;
  r->pages = text_trim_end(r->pages, " .");
  if (!text_equal(r->status, TEXT("MEDLINE"))) r->status = EMPTY;
  if (!text_equal(r->publication_status, TEXT("aheadofprint"))) r->publication_status = EMPTY;
  size_t dates = 0;
  for (size_t i = 0; i < r->dates.count; i++)
    if (text_equal(r->dates.items[i].kind, TEXT("electronic")) ||
        text_equal(r->dates.items[i].kind, TEXT("ecollection")))
      r->dates.items[dates++] = r->dates.items[i];
  r->dates.count = dates;
}

static void keep_ids(record *r, const char *const *schemes) {
  size_t kept = 0;
  for (size_t i = 0; i < r->ids.count; i++)
    for (size_t k = 0; schemes[k]; k++)
      if (text_equal(r->ids.items[i].scheme, text_of(schemes[k])))
        r->ids.items[kept++] = r->ids.items[i];
  r->ids.count = kept;
}

static void ids_of_abstract(record *r, arena *a) {
  (void)a;
  keep_ids(r, (const char *const[]){"pmid", "pmc", "doi", "mid", "bookaccession", NULL});
}

static void ids_of_summary(record *r, arena *a) {
  r->title = citation_sentence(r->title, a);
  keep_ids(r, (const char *const[]){"pmid", "pmc", "doi", NULL});
}

/* The languages that are told are those beside English. */
static void foreign_languages(record *r, arena *a) {
  size_t kept = 0;
  known_languages(r, a);
  for (size_t i = 0; i < r->languages.count; i++)
    if (!text_equal(r->languages.items[i], TEXT("eng")))
      r->languages.items[kept++] = r->languages.items[i];
  r->languages.count = kept;
}

#endif
