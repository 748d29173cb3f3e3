/* What the fields of BibTeX, BibLaTeX and the exports of JabRef, Mendeley, Zotero, Web of Science
 * and Scopus mean. Sources: btxdoc, the BibLaTeX manual, files of those programs. */
#include "base/date.h"
#include "model/identifier.h"
#include "model/type.h"
#include "read/bibtex.h"
#include "read/identify.h"
#include "read/latex.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- People --- */

static void take_authors(draft *d, text tag, text value) {
  (void)tag;
  bibtex_people(d, TEXT(""), value);
}

static void take_others(draft *d, text tag, text value) {
  static const struct {
    text tag, role;
  } roles[] = {{TEXT_STATIC("editor"), TEXT_STATIC("editor")},
               {TEXT_STATIC("translator"), TEXT_STATIC("translator")},
               {TEXT_STATIC("bookauthor"), TEXT_STATIC("book-author")}};
  for (size_t i = 0; i < COUNT(roles); i++)
    if (text_equal_nocase(roles[i].tag, tag)) bibtex_people(d, roles[i].role, value);
}

/* author+an:orcid = {1="0000-0002-...", 2="..."}: BibLaTeX's annotations of names by number. */
static void take_orcids(draft *d, text tag, text value) {
  record *r = d->record;
  text entry, number, id;
  (void)tag;
  while (text_take_until(&value, ';', &entry)) {
    long long place = 0;
    if (!text_cut(text_trim(entry), TEXT("="), &number, &id) ||
        !text_to_number(text_trim(number), &place))
      continue;
    if (place < 1 || (size_t)place > r->people.count) continue;
    id = text_trim_end(text_trim(id), "\"");
    if (text_starts(id, TEXT("\""))) id = text_slice(id, 1, id.size);
    identifiers_add(r->arena, &r->people.items[place - 1].ids, TEXT("orcid"), id);
  }
}

/* --- Titles --- */

/* "Title: subtitle" */
static void add_to(draft *d, text *member, text value) {
  arena *a = d->record->arena;
  bool sign = text_ends(*member, TEXT("?")) || text_ends(*member, TEXT(":"));
  *member = arena_join(a, *member, sign ? TEXT(" ") : TEXT(": "), arena_squeeze(a, value));
}

static void take_subtitle(draft *d, text tag, text value) {
  (void)tag;
  add_to(d, &d->record->title, value);
}

static void take_book_subtitle(draft *d, text tag, text value) {
  (void)tag;
  add_to(d, &d->container, value);
}

static void take_journal_subtitle(draft *d, text tag, text value) {
  (void)tag;
  add_to(d, &d->journal, value);
}

/* --- Dates --- */

/* "2016-12-13" or a range, "2016/2017", which PubMed's form writes with a hyphen. */
static void take_date(draft *d, text tag, text value) {
  arena *a = d->record->arena;
  text from, to;
  (void)tag;
  if (text_cut(text_trim(value), TEXT("/"), &from, &to)) {
    from = date_tidy(a, text_trim(from)), to = date_tidy(a, text_trim(to));
    value = arena_join(a, from, TEXT("-"), to);
  }
  /* BibLaTeX's date counts where an old year stands beside it. */
  d->year = value;
  d->date = (text){"", 0};
}

/* A year, after the date: both stand in many files. */
static void take_year(draft *d, text tag, text value) {
  if (!d->year.size) draft_year(d, tag, value);
}

/* "jun", "6", "June", "13 jun", "jun 13": published_date knows them all. */
static void take_month(draft *d, text tag, text value) {
  (void)tag;
  if (!d->date.size && text_find_byte(d->year, '-') == TEXT_NONE) d->date = value;
}

static void take_day(draft *d, text tag, text value) {
  (void)tag;
  bool month_alone = date_month(text_trim(d->date)) != 0;
  if (month_alone) d->date = arena_join(d->record->arena, d->date, TEXT(" "), value);
}

/* --- Identifiers --- */

static void take_id(draft *d, text tag, text value) {
  static const struct {
    text tag, scheme;
  } schemes[] = {{TEXT_STATIC("pmid"), TEXT_STATIC("pmid")},
                 {TEXT_STATIC("pubmed_id"), TEXT_STATIC("pmid")},
                 {TEXT_STATIC("pmcid"), TEXT_STATIC("pmc")},
                 {TEXT_STATIC("pmc"), TEXT_STATIC("pmc")},
                 {TEXT_STATIC("arxivid"), TEXT_STATIC("arxiv")},
                 {TEXT_STATIC("pii"), TEXT_STATIC("pii")}};
  record *r = d->record;
  size_t before = r->ids.count;
  for (size_t i = 0; i < COUNT(schemes); i++)
    if (text_equal_nocase(schemes[i].tag, tag)) record_add_id(r, schemes[i].scheme, value);
  if (r->ids.count == before) identify_labelled(r, value);
}

static void take_accession(draft *d, text tag, text value) {
  size_t before = d->record->ids.count;
  identify_labelled(d->record, value);
  if (d->record->ids.count == before) draft_extra(d, tag, value);
}

/* A DOI may be an address, or come with others. */
static void take_doi(draft *d, text tag, text value) {
  if (text_starts(value, TEXT("http")) && !identifier_find_doi(d->record->arena, value).size)
    draft_urls(d, tag, value);
  else draft_doi(d, tag, value);
}

/* "wos:WOS:0001; embase:L12", as Carrel's own writer gives identifiers without a field. */
static void take_identifiers(draft *d, text tag, text value) {
  text entry, scheme, id;
  (void)tag;
  while (text_take_until(&value, ';', &entry))
    if (text_cut(text_trim(entry), TEXT(":"), &scheme, &id)) record_add_id(d->record, scheme, id);
}

/* Where an entry has been found as an address, it is one. */
static void take_published_how(draft *d, text tag, text value) {
  bool address = text_starts(value, TEXT("http://")) || text_starts(value, TEXT("https://"));
  if (address) draft_urls(d, tag, value);
  else draft_note(d, tag, value);
}

/* --- Publishers --- */

/* Schools, institutions and organizations stand in for a publisher. */
static void take_publisher(draft *d, text tag, text value) {
  draft_set(d, &d->record->publisher, tag, value);
}

/* Keywords are parted by commas where there is no semicolon. */
static void take_keywords(draft *d, text tag, text value) {
  arena *a = d->record->arena;
  text word;
  if (text_find_byte(value, ';') != TEXT_NONE) {
    draft_keywords(d, tag, arena_squeeze(a, value));
    return;
  }
  value = arena_squeeze(a, value);
  while (text_take_until(&value, ',', &word)) draft_keywords(d, tag, word);
}

/* Of an article the number is its issue; reports and patents have numbers of their own. */
static void take_number(draft *d, text tag, text value) {
  record *r = d->record;
  bool periodical = text_equal(r->type, TEXT("journal-article")) ||
                    text_equal(r->type, TEXT("magazine-article")) ||
                    text_equal(r->type, TEXT("newspaper-article"));
  if (periodical || !r->type.size) draft_set(d, &r->issue, tag, value);
  else draft_extra(d, tag, value);
}

/* "Article; Proceedings Paper" */
static void take_types(draft *d, text tag, text value) {
  text type;
  while (text_take_until(&value, ';', &type)) draft_publication_type(d, tag, type);
}

static void take_addresses(draft *d, text tag, text value) {
  text line;
  while (text_take_until(&value, text_find_byte(value, '\n') == TEXT_NONE ? ';' : '\n', &line))
    draft_affiliations(d, tag, line);
}

static void take_references(draft *d, text tag, text value) {
  text line;
  while (text_take_until(&value, text_find_byte(value, '\n') == TEXT_NONE ? ';' : '\n', &line))
    draft_cites(d, tag, line);
}

/* --- The table --- */

static const draft_row rows[] = {
    DRAFT_TAKE("author", 0, take_authors),
    DRAFT_TAKE("editor", 1, take_others),
    DRAFT_TAKE("translator", 1, take_others),
    DRAFT_TAKE("bookauthor", 1, take_others),
    DRAFT_TAKE("author+an:orcid", 1, take_orcids),
    DRAFT_RECORD("title", title),
    DRAFT_TAKE("subtitle", 2, take_subtitle),
    DRAFT_MEMBER("booktitle", container),
    DRAFT_TAKE("booksubtitle", 2, take_book_subtitle),
    DRAFT_RECORD("maintitle", collection_title),
    DRAFT_RECORD("origtitle", vernacular_title),
    DRAFT_MEMBER("journal", journal),
    DRAFT_MEMBER("journaltitle", journal),
    DRAFT_TAKE("journalsubtitle", 2, take_journal_subtitle),
    DRAFT_MEMBER("shortjournal", abbreviation),
    DRAFT_MEMBER("journal-iso", abbreviation),
    DRAFT_MEMBER("abbrev_source_title", abbreviation),
    DRAFT_MEMBER("series", series),
    DRAFT_TAKE("date", 0, take_date),
    DRAFT_TAKE("year", 1, take_year),
    DRAFT_TAKE("month", 1, take_month),
    DRAFT_TAKE("day", 2, take_day),
    DRAFT_RECORD("volume", volume),
    DRAFT_TAKE("number", 1, take_number),
    DRAFT_RECORD("issue", issue),
    DRAFT_MEMBER("pages", first_page),
    DRAFT_RECORD("eid", article_number),
    DRAFT_RECORD("articleno", article_number),
    DRAFT_RECORD("article-number", article_number),
    DRAFT_RECORD("art_number", article_number),
    DRAFT_RECORD("edition", edition),
    DRAFT_TAKE("publisher", 0, take_publisher),
    DRAFT_TAKE("institution", 1, take_publisher),
    DRAFT_TAKE("school", 1, take_publisher),
    DRAFT_TAKE("organization", 1, take_publisher),
    DRAFT_RECORD("address", place),
    DRAFT_RECORD("location", place),
    DRAFT_TAKE("issn", 1, draft_serial_numbers),
    DRAFT_TAKE("eissn", 1, draft_serial_numbers),
    DRAFT_TAKE("isbn", 1, draft_serial_numbers),
    DRAFT_TAKE("doi", 0, take_doi),
    DRAFT_TAKE("pmid", 0, take_id),
    DRAFT_TAKE("pubmed_id", 0, take_id),
    DRAFT_TAKE("pmcid", 0, take_id),
    DRAFT_TAKE("pmc", 0, take_id),
    DRAFT_TAKE("arxivid", 0, take_id),
    DRAFT_TAKE("pii", 0, take_id),
    DRAFT_TAKE("unique-id", 0, take_accession),
    DRAFT_TAKE("identifiers", 1, take_identifiers),
    DRAFT_TAKE("url", 1, draft_urls),
    DRAFT_TAKE("urls", 1, draft_urls),
    DRAFT_TAKE("howpublished", 1, take_published_how),
    DRAFT_TAKE("abstract", 1, draft_abstract),
    DRAFT_RECORD("copyright", copyright),
    DRAFT_TAKE("mesh", 0, draft_headings),
    DRAFT_TAKE("keywords", 1, take_keywords),
    DRAFT_TAKE("keyword", 1, take_keywords),
    DRAFT_TAKE("author_keywords", 1, take_keywords),
    DRAFT_TAKE("language", 1, draft_languages),
    DRAFT_TAKE("langid", 2, draft_languages),
    DRAFT_TAKE("type", 1, take_types),
    DRAFT_TAKE("document_type", 1, take_types),
    DRAFT_TAKE("affiliation", 1, take_addresses),
    DRAFT_TAKE("affiliations", 1, take_addresses),
    DRAFT_TAKE("references", 1, take_references),
    DRAFT_TAKE("cited-references", 1, take_references),
    DRAFT_TAKE("note", 1, draft_note),
    DRAFT_TAKE("annote", 1, draft_note),
    DRAFT_TAKE("annotation", 1, draft_note),
};

/* --- An entry --- */

/* Lists of names are read as LaTeX; addresses and identifiers hold hardly any. */
static bool is_names(text tag) {
  static const text tags[] = {TEXT_STATIC("author"), TEXT_STATIC("editor"),
                              TEXT_STATIC("translator"), TEXT_STATIC("bookauthor")};
  for (size_t i = 0; i < COUNT(tags); i++)
    if (text_equal_nocase(tags[i], tag)) return true;
  return false;
}

static bool is_verbatim(text tag) {
  static const text tags[] = {TEXT_STATIC("url"),     TEXT_STATIC("doi"),
                              TEXT_STATIC("eprint"),  TEXT_STATIC("pmid"),
                              TEXT_STATIC("pmcid"),   TEXT_STATIC("file"),
                              TEXT_STATIC("arxivid"), TEXT_STATIC("unique-id"),
                              TEXT_STATIC("urls"),    TEXT_STATIC("identifiers")};
  for (size_t i = 0; i < COUNT(tags); i++)
    if (text_equal_nocase(tags[i], tag)) return true;
  return false;
}

/* An identifier of the archive that stands in a field beside it; without one, of arXiv. */
static bool take_eprint(record *r, const bibtex_entry *entry) {
  static const text names[] = {TEXT_STATIC("eprinttype"), TEXT_STATIC("archiveprefix")};
  text archive = {"", 0}, eprint = latex_verbatim(r->arena, bibtex_field(entry, TEXT("eprint")));
  for (size_t i = 0; i < COUNT(names) && !archive.size; i++)
    archive = latex_plain(r->arena, bibtex_field(entry, names[i]));
  bool of_arxiv = text_equal_nocase(archive, TEXT("arxiv"));
  if (!archive.size && eprint.size > 5)
    of_arxiv = ascii_is_digit(eprint.data[0]) && eprint.data[4] == '.';
  if (of_arxiv && text_starts_nocase(eprint, TEXT("arxiv:")))
    eprint = text_slice(eprint, 6, eprint.size);
  size_t before = r->ids.count;
  if (of_arxiv) record_add_id(r, TEXT("arxiv"), eprint);
  else if (text_equal_nocase(archive, TEXT("pubmed"))) record_add_id(r, TEXT("pmid"), eprint);
  else if (text_equal_nocase(archive, TEXT("pmc"))) record_add_id(r, TEXT("pmc"), eprint);
  return r->ids.count > before;
}

bool bibtex_fill(record *r, const bibtex_entry *entry) {
  arena *a = r->arena;
  draft d;
  draft_fields fields = {0};
  draft_start(&d, r, "bibtex");
  const record_type *type = record_type_of_bibtex(entry->type);
  if (type) r->type = type->name;
  else draft_extra(&d, TEXT("type"), entry->type);
  bool eprint = take_eprint(r, entry);
  for (size_t i = 0; i < entry->fields.count; i++) {
    draft_field f = entry->fields.items[i];
    if (eprint && text_starts_nocase(f.tag, TEXT("eprint"))) continue;
    if (eprint && text_equal_nocase(f.tag, TEXT("archiveprefix"))) continue;
    if (is_verbatim(f.tag)) f.value = latex_verbatim(a, f.value);
    else if (!is_names(f.tag)) f.value = latex_plain(a, f.value);
    *list_push(a, &fields) = f;
  }
  draft_take(&d, &fields, rows, COUNT(rows));
  draft_finish(&d);
  bool filled = draft_says_something(&d);
  draft_extra(&d, TEXT("key"), entry->key);
  return filled;
}
