/* The header of a PubMed page: what stands above its first section. */
#include "read/affiliation.h"
#include "read/citation.h"
#include "read/id_line.h"
#include "read/pubmed_page.h"

/* --- Lines of one kind --- */

static const text bullets[] = {TEXT_STATIC("- "), TEXT_STATIC("* "), TEXT_STATIC("\u2022 "),
                               TEXT_STATIC("\u2022")};

text page_without_bullet(text line) {
  for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
    if (text_starts(line, bullets[i]))
      return text_trim(text_slice(line, bullets[i].size, line.size));
  return line;
}

void page_keep(record *r, text kind, text line) {
  *list_push(r->arena, &r->extras) =
      (kinded){arena_join(r->arena, TEXT("pubmed-page:"), TEXT(""), kind), line};
}

bool page_read_ids(record *r, text line) { return id_line_read(r, page_without_bullet(line)); }

bool page_is_pmid(text line) { return id_line_is_pmid(page_without_bullet(line)); }

bool page_is_citation(text line, arena *a) {
  record scratch;
  record_init(&scratch, a);
  return page_without_bullet(line).size == line.size &&
         text_find(line, TEXT("PMID:")) == TEXT_NONE && citation_read(&scratch, line);
}

bool page_is_type(text line) {
  static const text types[] = {
      TEXT_STATIC("Review"),
      TEXT_STATIC("Systematic Review"),
      TEXT_STATIC("Meta-Analysis"),
      TEXT_STATIC("Clinical Trial"),
      TEXT_STATIC("Randomized Controlled Trial"),
      TEXT_STATIC("Clinical Trial, Phase I"),
      TEXT_STATIC("Clinical Trial, Phase II"),
      TEXT_STATIC("Clinical Trial, Phase III"),
      TEXT_STATIC("Multicenter Study"),
      TEXT_STATIC("Observational Study"),
      TEXT_STATIC("Comparative Study"),
      TEXT_STATIC("Case Reports"),
      TEXT_STATIC("Practice Guideline"),
      TEXT_STATIC("Editorial"),
      TEXT_STATIC("Comment"),
      TEXT_STATIC("Letter"),
      TEXT_STATIC("Published Erratum"),
      TEXT_STATIC("Retracted Publication"),
  };
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (text_equal_nocase(line, types[i])) return true;
  return false;
}

void page_add_type(record *r, text name) {
  for (size_t i = 0; i < r->publication_types.count; i++)
    if (text_equal_nocase(r->publication_types.items[i].name, name)) return;
  list_push(r->arena, &r->publication_types)->name = name;
}

/* --- Authors and affiliations --- */

/* Words of names that begin with a small letter. */
static bool is_particle(text word) {
  static const text particles[] = {TEXT_STATIC("al"),  TEXT_STATIC("ben"), TEXT_STATIC("bin"),
                                   TEXT_STATIC("da"),  TEXT_STATIC("das"), TEXT_STATIC("de"),
                                   TEXT_STATIC("del"), TEXT_STATIC("den"), TEXT_STATIC("der"),
                                   TEXT_STATIC("di"),  TEXT_STATIC("do"),  TEXT_STATIC("dos"),
                                   TEXT_STATIC("du"),  TEXT_STATIC("el"),  TEXT_STATIC("la"),
                                   TEXT_STATIC("le"),  TEXT_STATIC("ten"), TEXT_STATIC("ter"),
                                   TEXT_STATIC("van"), TEXT_STATIC("von"), TEXT_STATIC("zu")};
  for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
    if (text_equal(word, particles[i])) return true;
  return false;
}

/* Without the numbers and signs behind it, which point to affiliations: "A Smith 1 2 #". */
static text name_of(text piece) { return text_trim_end(text_trim(piece), " 0123456789#*\\."); }

/* "Jan van der Berg", two to six words. */
static bool is_name(text name) {
  size_t words = 0;
  for (text rest = name, word; text_take_until(&rest, ' ', &word); words++) {
    if (!word.size ||
        (ascii_is_letter(word.data[0]) && !ascii_is_upper(word.data[0]) && !is_particle(word)))
      return false;
    for (size_t i = 0; i < word.size; i++)
      if (ascii_is_digit(word.data[i]) ||
          text_find_byte(TEXT(":;?!()/"), word.data[i]) != TEXT_NONE)
        return false;
  }
  return words >= 2 && words <= 6;
}

/* A piece that is only numbers belongs to the name before: "A Smith 1, 2, B Jones 2". */
static bool is_author_line(text line) {
  bool any = false;
  for (text rest = line, piece; text_take_until(&rest, ',', &piece);) {
    text name = name_of(piece);
    if (!name.size ? !any : !is_name(name)) return false;
    any = any || name.size > 0;
  }
  return any;
}

static void add_pointers(record *r, text piece, affiliation_pointers *to) {
  for (text word; text_take_until(&piece, ' ', &word);) {
    long long number;
    if (text_to_number(text_trim_end(word, "#*"), &number)) affiliation_point(r, to, number);
  }
}

static void read_authors(record *r, text line, affiliation_pointers *to) {
  for (text piece; text_take_until(&line, ',', &piece);) {
    text name = name_of(piece);
    if (name.size) person_read(list_push(r->arena, &r->people), name, r->arena);
    piece = text_trim(piece);
    add_pointers(r, text_slice(piece, name.size, piece.size), to);
  }
}

/* "1 A department, a town." goes to those who point to it; without a number, to all. */
static void read_affiliation(record *r, text line, const affiliation_pointers *from) {
  text first, rest;
  long long number;
  line = page_without_bullet(line);
  bool numbered = text_cut(line, TEXT(" "), &first, &rest) && text_to_number(first, &number);
  bool given = numbered ? affiliation_give(r, from, number, rest) : r->people.count > 0;
  if (!numbered) affiliation_give_all(r, line);
  if (!given) page_keep(r, TEXT("line"), line);
}

static bool is_affiliations_head(text line) {
  return text_equal_nocase(line, TEXT("Affiliation")) ||
         text_equal_nocase(line, TEXT("Affiliations")) ||
         text_equal_nocase(line, TEXT("Affiliations expand"));
}

/* --- The header --- */

static bool is_title(text line) { return !page_is_type(line) && !page_read_ids(NULL, line); }

/* The title's place: the line that stands there twice, or the first one, but that the citation,
 * with the journal before it where that has a line of its own, may stand above the title. */
static size_t find_title(const text *lines, size_t count, size_t citation) {
  for (size_t i = 0; i < count; i++)
    for (size_t k = i + 1; k < count; k++)
      if (text_equal(lines[i], lines[k]) && is_title(lines[i])) return i;
  size_t at = 0;
  while (at < count && !is_title(lines[at])) at++;
  bool own_line = citation < count && text_starts(lines[citation], TEXT("."));
  if (at + own_line == citation) at = citation + 1;
  return at;
}

/* Reads the citation, and the journal from the line above where it begins with a period. Gives the
 * citation's place, or count. */
static size_t read_citation(record *r, const text *lines, size_t count) {
  size_t at = 0;
  while (at < count && !page_is_citation(lines[at], r->arena)) at++;
  if (at == count) return at;
  citation_read(r, lines[at]);
  if (at && text_starts(lines[at], TEXT("."))) r->journal_abbreviation = lines[at - 1];
  return at;
}

void page_read_header(record *r, const text *lines, size_t count) {
  enum { LONGEST = 200 };
  for (size_t i = LONGEST; i < count; i++) page_keep(r, TEXT("line"), lines[i]);
  if (count > LONGEST) count = LONGEST;
  size_t citation = read_citation(r, lines, count);
  size_t title = find_title(lines, count, citation);
  if (title < count) r->title = lines[title];
  bool affiliations = false;
  affiliation_pointers to = {0};
  for (size_t i = 0; i < count; i++) {
    if (i == citation || text_equal(lines[i], r->title) ||
        text_equal(lines[i], r->journal_abbreviation))
      continue;
    if (page_read_ids(r, lines[i])) affiliations = false;
    else if (is_affiliations_head(lines[i])) affiliations = true;
    else if (affiliations) read_affiliation(r, lines[i], &to);
    else if (page_is_type(lines[i])) page_add_type(r, lines[i]);
    else if (i > title && !r->people.count && is_author_line(lines[i]))
      read_authors(r, lines[i], &to);
    else page_keep(r, TEXT("line"), lines[i]);
  }
}
