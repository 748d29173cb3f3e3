/* Citations in few words. The order of their parts is that of PubMed's own summaries. */
#include "write/citation.h"

#include "base/buffer.h"
#include "model/identifier.h"

text citation_title(const record *r) {
  if (r->title.size) return r->title;
  return r->book_title.size ? r->book_title : r->vernacular_title;
}

text citation_book(const record *r) {
  bool part = r->title.size && !text_equal(r->title, r->book_title);
  return part ? r->book_title : (text){"", 0};
}

text citation_sentence(text words, arena *a) {
  bool ends = !words.size || text_find_byte(TEXT(".?!"), words.data[words.size - 1]) != TEXT_NONE;
  return ends ? words : arena_join(a, words, TEXT(""), TEXT("."));
}

text citation_journal(const record *r) {
  return r->journal_abbreviation.size ? r->journal_abbreviation : r->journal;
}

/* With a full stop, but never two. */
static text ended(arena *a, text words) {
  words = text_trim_end(words, " .");
  return words.size ? arena_printf(a, "%.*s.", TEXT_ARG(words)) : words;
}

static text names_of(const record *r, text role, size_t most, arena *a) {
  buffer names = {0};
  size_t shown = 0;
  bool more = r->authors_incomplete;
  for (size_t i = 0; i < r->people.count && !(most && shown > most); i++) {
    const person *p = &r->people.items[i];
    if (!text_equal(p->role, role)) continue;
    if (most && shown == most) more = true;
    else
      buffer_add(&names,
                 arena_join(a, shown ? TEXT(", ") : TEXT(""), TEXT(""), person_short_name(p, a)));
    shown++;
  }
  if (shown && more) buffer_put(&names, ", et al");
  if (names.failed) a->failed = true;
  text whole = arena_text(a, buffer_text(&names));
  buffer_finish(&names);
  return whole;
}

text citation_authors(const record *r, size_t most, arena *a) {
  text names = names_of(r, TEXT(""), most, a);
  if (names.size) return ended(a, names);
  names = names_of(r, TEXT("editor"), most, a);
  return names.size ? arena_printf(a, "%.*s, eds.", TEXT_ARG(names)) : names;
}

static text date_of(const record *r, bool whole_date, arena *a) {
  int year = record_year(r);
  return whole_date || !year ? r->published : arena_printf(a, "%d", year);
}

/* ";34(2):1-9", each part where it is known. */
static text place_in_journal(const record *r, arena *a) {
  text issue = r->issue.size ? arena_printf(a, "(%.*s)", TEXT_ARG(r->issue)) : r->issue;
  text volume = arena_join(a, r->volume, TEXT(""), issue);
  text pages = r->pages.size ? r->pages : r->article_number;
  text place = volume.size ? arena_printf(a, ";%.*s", TEXT_ARG(volume)) : volume;
  return pages.size ? arena_printf(a, "%.*s:%.*s", TEXT_ARG(place), TEXT_ARG(pages)) : place;
}

static text source_of_book(const record *r, bool whole_date, arena *a) {
  text book = citation_book(r);
  text in = book.size ? arena_printf(a, "In: %.*s", TEXT_ARG(ended(a, book))) : book;
  text from = arena_join(a, r->publisher, TEXT("; "), date_of(r, whole_date, a));
  text pages = r->pages.size ? arena_printf(a, "p. %.*s", TEXT_ARG(r->pages)) : r->pages;
  text tail = arena_join(a, ended(a, from), TEXT(" "), ended(a, pages));
  return arena_join(a, in, TEXT(" "), tail);
}

text citation_source(const record *r, bool whole_date, arena *a) {
  text journal = citation_journal(r);
  if (!journal.size) return source_of_book(r, whole_date, a);
  text place = arena_join(a, date_of(r, whole_date, a), TEXT(""), place_in_journal(r, a));
  return arena_join(a, ended(a, journal), TEXT(" "), ended(a, place));
}

text citation_identifier(identifier id, arena *a) {
  static const struct {
    text scheme, shown;
  } schemes[] = {
      {TEXT_STATIC("pmid"), TEXT_STATIC("PMID")},
      {TEXT_STATIC("pmc"), TEXT_STATIC("")},
      {TEXT_STATIC("arxiv"), TEXT_STATIC("arXiv")},
  };
  text scheme = id.scheme;
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
    if (text_equal(scheme, schemes[i].scheme)) scheme = schemes[i].shown;
  return arena_join(a, scheme, TEXT(" "), id.value);
}

text citation_of_link(const link *l, arena *a) {
  static const struct {
    text scheme, label;
  } shown[] = {{TEXT_STATIC("doi"), TEXT_STATIC("doi: ")},
               {TEXT_STATIC("pmid"), TEXT_STATIC("PMID: ")},
               {TEXT_STATIC("pmc"), TEXT_STATIC("PMCID: ")}};
  text line = arena_join(a, l->title, TEXT(" "), l->citation);
  for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
    text value = identifiers_find(&l->ids, shown[i].scheme);
    if (!value.size || text_find_nocase(line, value) != TEXT_NONE) continue;
    line = citation_sentence(line, a);
    line = arena_join(a, line, TEXT(" "), arena_join(a, shown[i].label, TEXT(""), value));
  }
  return line;
}

/* "Epub 2017 Aug 8.", "eCollection 2017.", "Online ahead of print." */
static text publication_notes(const record *r, arena *a) {
  static const struct {
    text kind, word;
  } dated[] = {{TEXT_STATIC("electronic"), TEXT_STATIC("Epub")},
               {TEXT_STATIC("ecollection"), TEXT_STATIC("eCollection")}};
  text notes = {"", 0};
  for (size_t k = 0; k < sizeof dated / sizeof *dated; k++)
    for (size_t i = 0; i < r->dates.count; i++) {
      const kinded *date = &r->dates.items[i];
      if (!text_equal(date->kind, dated[k].kind)) continue;
      text note = arena_join(a, dated[k].word, TEXT(" "), ended(a, date->text));
      notes = arena_join(a, notes, TEXT(" "), note);
    }
  bool ahead = text_equal(r->publication_status, TEXT("aheadofprint"));
  return arena_join(a, notes, TEXT(" "), ahead ? TEXT("Online ahead of print.") : TEXT(""));
}

text citation_of_pubmed(const record *r, arena *a) {
  text doi = record_id(r, TEXT("doi")), source;
  if (citation_journal(r).size || !r->book_title.size) {
    source = citation_source(r, true, a);
  } else {
    text from =
        arena_join(a, arena_join(a, r->place, TEXT(": "), r->publisher), TEXT("; "), r->published);
    text tail = ended(a, from);
    source = arena_printf(a, "%.*s [Internet]. %.*s", TEXT_ARG(r->book_title), TEXT_ARG(tail));
  }
  if (doi.size) source = arena_join(a, source, TEXT(" doi: "), ended(a, doi));
  return arena_join(a, source, TEXT(" "), publication_notes(r, a));
}
