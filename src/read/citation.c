/* Reading printed citations. */
#include "read/citation.h"

#include "base/date.h"
#include "model/identifier.h"

/* --- Identifiers --- */

/* What stands behind "PMID:" or the like, up to white space or closing punctuation. */
static text value_behind(text citation, text name) {
  size_t at = text_find_nocase(citation, name);
  if (at == TEXT_NONE) return (text){"", 0};
  text rest = text_trim(text_slice(citation, at + name.size, citation.size));
  size_t size = 0;
  while (size < rest.size && (ascii_is_letter(rest.data[size]) || ascii_is_digit(rest.data[size])))
    size++;
  return text_slice(rest, 0, size);
}

void citation_add_ids(text citation, identifiers *ids, arena *a) {
  identifiers_add(a, ids, TEXT("pmid"), value_behind(citation, TEXT("PMID:")));
  identifiers_add(a, ids, TEXT("pmc"), value_behind(citation, TEXT("PMCID:")));
  identifiers_add(a, ids, TEXT("doi"), identifier_find_doi(a, citation));
}

/* --- Where and when --- */

static bool is_year(text word) {
  text digits = text_slice(word, 0, 4);
  return digits.size == 4 && text_all_digits(digits) &&
         (text_starts(word, TEXT("1")) || text_starts(word, TEXT("20"))) &&
         (word.size == 4 || !ascii_is_digit(word.data[4]));
}

/* The place of the period in ". 2017", at or behind `from`, or TEXT_NONE. */
static size_t find_year(text whole, size_t from) {
  for (size_t at = from; at + 6 <= whole.size; at++)
    if (whole.data[at] == '.' && whole.data[at + 1] == ' ' &&
        is_year(text_slice(whole, at + 2, whole.size)))
      return at;
  return TEXT_NONE;
}

/* "2017 Aug 4", "2003 May-Jun", "1998 Spring": every word in it is of a date. */
static bool is_date(text printed) {
  static const text seasons[] = {TEXT_STATIC("Spring"), TEXT_STATIC("Summer"), TEXT_STATIC("Fall"),
                                 TEXT_STATIC("Autumn"), TEXT_STATIC("Winter")};
  while (printed.size) {
    size_t size = 0;
    while (size < printed.size && ascii_is_letter(printed.data[size])) size++;
    text word = text_slice(printed, 0, size);
    bool known = !size || date_month(word);
    for (size_t i = 0; i < sizeof seasons / sizeof *seasons; i++)
      known = known || text_equal(word, seasons[i]);
    if (!known) return false;
    printed = text_slice(printed, size ? size : 1, printed.size);
  }
  return true;
}

/* The size of the part up to one of the marks, or all of it. */
static size_t size_up_to(text whole, const char *marks) {
  size_t size = 0;
  text set = text_of(marks);
  while (size < whole.size && text_find_byte(set, whole.data[size]) == TEXT_NONE) size++;
  return size;
}

static text take_up_to(text *rest, const char *marks) {
  size_t size = size_up_to(*rest, marks);
  text part = text_trim(text_slice(*rest, 0, size));
  *rest = text_slice(*rest, size, rest->size);
  return part;
}

static bool take_mark(text *rest, char mark) {
  if (!rest->size || rest->data[0] != mark) return false;
  *rest = text_slice(*rest, 1, rest->size);
  return true;
}

/* Pages end at a period that a space or the end follows. */
static text take_pages(text *rest) {
  size_t end = text_find(*rest, TEXT(". "));
  text pages = text_slice(*rest, 0, end);
  *rest = text_slice(*rest, pages.size, rest->size);
  return text_trim(text_trim_end(pages, "."));
}

/* The notes behind the pages that hold a date or a state. */
static void read_notes(record *r, text notes) {
  static const struct {
    text word, kind;
  } dated[] = {{TEXT_STATIC("Epub "), TEXT_STATIC("electronic")},
               {TEXT_STATIC("eCollection "), TEXT_STATIC("ecollection")}};
  for (size_t i = 0; i < sizeof dated / sizeof *dated; i++) {
    size_t at = text_find(notes, dated[i].word);
    if (at == TEXT_NONE) continue;
    text rest = text_slice(notes, at + dated[i].word.size, notes.size);
    if (is_year(rest)) record_add_date(r, dated[i].kind, take_up_to(&rest, "."));
  }
  if (text_find(notes, TEXT("Online ahead of print")) != TEXT_NONE)
    r->publication_status = TEXT("aheadofprint");
}

/* "34 Suppl 1(Suppl 1):S19-S26. doi: ..." behind the date's semicolon; an article without volume
 * has a colon there. */
static void read_volume(record *r, text rest) {
  if (take_mark(&rest, ';')) {
    r->volume = take_up_to(&rest, "(:.");
    if (take_mark(&rest, '(')) {
      r->issue = take_up_to(&rest, ")");
      take_mark(&rest, ')');
    }
  }
  if (take_mark(&rest, ':')) r->pages = take_pages(&rest);
  read_notes(r, rest);
}

/* The place of the period in ". 2017 Aug;34:19", the first with a date and a place behind the year,
 * or TEXT_NONE; then `*date` and `*place` are what they say. */
static size_t find_issue(text whole, text *date, text *place) {
  for (size_t at = find_year(whole, 0); at != TEXT_NONE; at = find_year(whole, at + 1)) {
    *place = text_slice(whole, at + 2, whole.size);
    *date = take_up_to(place, ";:.");
    if (!is_date(*date) || place->size < 2) continue;
    if (place->data[0] != '.' || text_starts(*place, TEXT(". doi:"))) return at;
  }
  return TEXT_NONE;
}

bool citation_read(record *r, text citation) {
  text date, place;
  size_t at = find_issue(citation, &date, &place);
  if (at == TEXT_NONE) return false;
  if (at) r->journal_abbreviation = text_trim(text_slice(citation, 0, at));
  r->published = date;
  text doi = identifier_find_doi(r->arena, place);
  if (doi.size) record_add_id(r, TEXT("doi"), doi);
  read_volume(r, place);
  return true;
}

bool citation_begins(text line) {
  size_t at = find_year(line, 0);
  if (at == TEXT_NONE || text_find_byte(text_slice(line, 0, at), '.') != TEXT_NONE) return false;
  text rest = text_slice(line, at + 2, line.size);
  return is_date(take_up_to(&rest, ";:."));
}

/* Back from a place to what begins behind the end of a sentence. */
static size_t sentence_start(text whole, size_t at) {
  while (at && text_find_byte(TEXT(".?!]"), whole.data[at - 1]) == TEXT_NONE) at--;
  return at;
}

size_t citation_find(text whole) {
  text date, place;
  size_t at = find_issue(whole, &date, &place);
  if (at == TEXT_NONE) return at;
  /* "bioRxiv [Preprint]. 2023": the brackets belong to the journal. */
  static const text preprint = TEXT_STATIC(" [Preprint]");
  if (text_ends(text_slice(whole, 0, at), preprint)) at -= preprint.size;
  return sentence_start(whole, at);
}

/* --- Items of lists --- */

/* Longer ones are not taken apart: no item is. */
enum { LONGEST_ITEM = 20000, LONGEST_JOURNAL = 200, LONGEST_INITIALS = 4 };

static bool ends_sentence(text before) {
  static const text ends[] = {TEXT_STATIC("."),     TEXT_STATIC("?"), TEXT_STATIC("!"),
                              TEXT_STATIC(")"),     TEXT_STATIC("]"), TEXT_STATIC("\""),
                              TEXT_STATIC("\u201D")};
  before = text_trim(before);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (text_ends(before, ends[i])) return true;
  return false;
}

/* Where this journal opens the citation: behind a title, before ". 2017". */
static size_t find_journal(text body, text journal) {
  for (size_t from = 0; from < body.size;) {
    size_t at = text_find(text_slice(body, from, body.size), journal);
    if (at == TEXT_NONE) return TEXT_NONE;
    at += from;
    if (at && find_year(text_slice(body, 0, at + journal.size + 6), at) == at + journal.size &&
        ends_sentence(text_slice(body, 0, at)))
      return at;
    from = at + 1;
  }
  return TEXT_NONE;
}

/* The size of the body without the ". 2017." at its end, or TEXT_NONE where it ends otherwise. */
static size_t size_before_year(text body) {
  text trimmed = text_trim_end(body, ". ");
  size_t year = text_find_last(trimmed, TEXT(". "));
  bool found = year != TEXT_NONE && trimmed.size - year == sizeof ". 2017" - 1 &&
               is_year(text_slice(trimmed, year + 2, trimmed.size));
  return found ? year : TEXT_NONE;
}

/* Splits by the journal's name, which comes a second time before the last year: the longest end of
 * the body that opens a citation further ahead. `*end` is where the second one starts. */
static bool split_by_second(text body, size_t *start, size_t *end) {
  size_t year = size_before_year(body);
  if (year == TEXT_NONE) return false;
  text named = text_slice(body, 0, year);
  for (*end = year > LONGEST_JOURNAL ? year - LONGEST_JOURNAL : 2; *end < year; ++*end) {
    if (named.data[*end - 1] != ' ' || named.data[*end - 2] != '.') continue;
    *start = find_journal(text_slice(named, 0, *end), text_slice(named, *end, year));
    if (*start != TEXT_NONE) return true;
  }
  return false;
}

/* "2024 Feb 25. In: StatPearls [Internet]. ...": where the date begins. */
static size_t find_book(text body) {
  size_t in = text_find(body, TEXT(". In: "));
  if (in == TEXT_NONE) return in;
  size_t start = sentence_start(body, in);
  text date = text_trim(text_slice(body, start, in));
  return is_year(date) && is_date(date) ? start : TEXT_NONE;
}

/* Splits where the first citation begins. What comes again at the end may be less than the journal
 * there: "bioRxiv" for "bioRxiv [Preprint]". */
static bool split_by_first(text body, size_t *start, size_t *end) {
  *start = citation_find(body);
  if (*start == TEXT_NONE) *start = find_book(body);
  *end = body.size;
  size_t year = size_before_year(body);
  if (*start == TEXT_NONE || year == TEXT_NONE) return *start != TEXT_NONE;
  size_t again = sentence_start(body, year);
  text journal = text_trim(text_slice(body, again, year));
  bool repeats = again > *start && text_starts(text_trim(text_slice(body, *start, again)), journal);
  if (repeats) *end = again;
  return true;
}

bool citation_is_authors(text names) {
  size_t count = 0;
  text name;
  names = text_trim_end(text_trim(names), ".");
  for (text rest = names; text_take_until(&rest, ',', &name); count++) {
    name = text_trim(name);
    if (count && text_equal(name, TEXT("et al"))) continue;
    size_t space = text_find_last(name, TEXT(" "));
    if (space == TEXT_NONE) return false;
    text initials = text_slice(name, space + 1, name.size);
    if (!initials.size || initials.size > LONGEST_INITIALS) return false;
    for (size_t i = 0; i < initials.size; i++)
      if (!ascii_is_upper(initials.data[i]) && initials.data[i] != '-') return false;
  }
  return count >= 2;
}

/* Where the last sentence begins, if it is a list of authors; else the end. */
static size_t authors_start(text body) {
  text whole = text_trim_end(body, ". ");
  size_t at = whole.size;
  while (at && text_find_byte(TEXT(".?!]"), whole.data[at - 1]) == TEXT_NONE) at--;
  return at && citation_is_authors(text_slice(whole, at, whole.size)) ? at : body.size;
}

static void split_title(link *l, text body) {
  size_t start, end;
  bool split = body.size <= LONGEST_ITEM &&
               (split_by_second(body, &start, &end) || split_by_first(body, &start, &end));
  if (!split) start = 0, end = body.size;
  text citation = text_slice(body, start, end);
  /* The short form of the authors comes again with the journal's. */
  if (end < body.size) citation = text_slice(citation, 0, authors_start(citation));
  text title = text_slice(body, 0, start);
  size_t authors = authors_start(title);
  if (start && authors < title.size)
    citation = (text){body.data + authors, start - authors + citation.size};
  l->title = text_trim(text_slice(title, 0, authors));
  l->citation = text_trim(citation);
}

/* What stands behind "PMID: 1" is a note. */
static text take_note(text *item) {
  static const text name = TEXT_STATIC("PMID:");
  size_t at = text_find_last(*item, name);
  if (at == TEXT_NONE) return (text){"", 0};
  text note = text_trim(text_slice(*item, at + name.size, item->size));
  *item = text_trim(text_slice(*item, 0, at));
  while (note.size && ascii_is_digit(note.data[0])) note = text_slice(note, 1, note.size);
  return text_trim(note);
}

/* Reference lists print the names of buttons behind each item: " - DOI - PMC - PubMed". */
static text without_buttons(text item) {
  static const text buttons[] = {TEXT_STATIC("- DOI"), TEXT_STATIC("- PMC"),
                                 TEXT_STATIC("- PubMed")};
  for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
    if (!text_ends(item, buttons[i])) continue;
    item = text_trim(text_slice(item, 0, item.size - buttons[i].size));
    i = (size_t)-1;
  }
  return item;
}

void citation_read_link(link *l, text item, arena *a) {
  text body = text_trim(item);
  citation_add_ids(body, &l->ids, a);
  l->note = take_note(&body);
  body = without_buttons(body);
  if (text_equal(l->kind, TEXT("cites"))) l->citation = body;
  else split_title(l, body);
}
