/* PubMed's "Abstract (text)": a numbered citation, then title, authors, affiliations, notes,
 * abstract and identifiers, a block each. */
#include "model/language.h"
#include "model/link.h"
#include "read/abstract.h"
#include "read/affiliation.h"
#include "read/citation.h"
#include "read/id_line.h"
#include "read/numbered.h"
#include "read/readers.h"

static void keep(record *r, text words) {
  *list_push(r->arena, &r->extras) = (kinded){TEXT("pubmed-abstract:line"), words};
}

/* --- Where it was published --- */

/* "Title [Internet]. Place: Publisher; 2025 Jan-. 2023 Jul 31.", a chapter's book. */
static bool read_book(record *r, text citation) {
  text rest, date;
  if (!text_cut(citation, TEXT(" [Internet]. "), &r->book_title, &rest)) return false;
  text place;
  if (text_cut(rest, TEXT(": "), &place, &date)) r->place = place, rest = date;
  text_cut(rest, TEXT("; "), &r->publisher, &date);
  text_cut(date, TEXT("\u2013"), &r->published, &rest);
  r->published = text_trim_end(r->published, " .-");
  return true;
}

static void read_source(record *r, text citation) {
  bool book = !citation_read(r, citation) && read_book(r, citation);
  r->type = book ? TEXT("chapter") : TEXT("journal-article");
  if (!book && !r->published.size) keep(r, citation);
}

/* --- Authors --- */

/* Takes the "(1)(2)" off the end of a name. */
static text take_marks(text *name) {
  size_t open = text_find_byte(*name, '(');
  text marks = text_slice(*name, open, name->size);
  *name = text_trim(text_slice(*name, 0, open));
  return marks;
}

static void point(record *r, text marks, affiliation_pointers *to) {
  for (text piece; text_take_until(&marks, '(', &piece);) {
    long long number;
    text digits, rest;
    text_cut(piece, TEXT(")"), &digits, &rest);
    if (text_to_number(digits, &number)) affiliation_point(r, to, number);
  }
}

/* Whether it is "Smith J(1), Jones K(1)(2); Group for Tests(3).": names with initials or with
 * marks. */
static bool is_authors(text block) {
  text names, groups, piece;
  text_cut(text_trim_end(block, "."), TEXT(";"), &names, &groups);
  while (text_take_until(&names, ',', &piece)) {
    person p = {0};
    piece = text_trim(piece);
    text marks = take_marks(&piece);
    name_read_brief(&p, piece);
    if (!p.initials.size && !marks.size) return false;
  }
  return true;
}

static void read_authors(record *r, text block, text role, affiliation_pointers *to) {
  text names, groups, piece;
  text_cut(text_trim_end(block, "."), TEXT(";"), &names, &groups);
  while (text_take_until(&names, ',', &piece)) {
    piece = text_trim(piece);
    text marks = take_marks(&piece);
    if (!piece.size) continue;
    person *p = list_push(r->arena, &r->people);
    name_read_brief(p, piece);
    p->role = role;
    point(r, marks, to);
  }
  while (groups.size && text_take_until(&groups, ';', &piece)) {
    piece = text_trim(piece);
    text marks = take_marks(&piece);
    *list_push(r->arena, &r->people) = (person){.collective = piece, .role = role};
    point(r, marks, to);
  }
}

static void give(record *r, long long number, text words, const affiliation_pointers *from) {
  bool given = number ? affiliation_give(r, from, number, words) : r->people.count > 0;
  if (!number) affiliation_give_all(r, words);
  if (!given) keep(r, words);
}

/* Takes "(1)" off the line's start. */
static bool take_number(text *line, long long *number) {
  text digits, rest;
  if (!text_starts(*line, TEXT("(")) ||
      !text_cut(text_slice(*line, 1, line->size), TEXT(")"), &digits, &rest) ||
      !text_to_number(digits, number))
    return false;
  *line = text_trim(rest);
  return true;
}

/* Behind the head, each affiliation begins a line with its number, "(1)Department of ..."; a single
 * one has none. */
static void read_affiliations(record *r, const block *b, const affiliation_pointers *from) {
  long long number = 0, next;
  block one = {0};
  for (size_t i = 1; i < b->lines.count; i++) {
    text line = b->lines.items[i];
    if (take_number(&line, &next)) {
      if (one.lines.count) give(r, number, block_text(&one, r->arena), from);
      one = (block){0};
      number = next;
    }
    *list_push(r->arena, &one.lines) = line;
  }
  if (one.lines.count) give(r, number, block_text(&one, r->arena), from);
}

/* Without that head, in older files: the address of the first author. */
static bool is_address(text words) {
  static const text openings[] = {TEXT_STATIC("Department"), TEXT_STATIC("Division"),
                                  TEXT_STATIC("Institut"),   TEXT_STATIC("School of"),
                                  TEXT_STATIC("Faculty"),    TEXT_STATIC("From the "),
                                  TEXT_STATIC("Laborator"),  TEXT_STATIC("University"),
                                  TEXT_STATIC("Center for"), TEXT_STATIC("Centre for")};
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
    if (text_starts(words, openings[i])) return text_find(words, TEXT(", ")) != TEXT_NONE;
  return false;
}

/* --- Languages --- */

/* "[Article in German, French; Abstract available in English]": true for a block of that form. */
static bool read_languages(record *r, text words) {
  static const text opening = TEXT_STATIC("[Article in ");
  text names, name;
  if (!text_starts(words, opening) || !text_ends(words, TEXT("]"))) return false;
  names = text_slice(words, opening.size, words.size - 1);
  for (text_cut(names, TEXT(";"), &names, &name); text_take_until(&names, ',', &name);) {
    const language *found = language_find(name);
    *list_push(r->arena, &r->languages) = found ? found->code : text_trim(name);
  }
  return true;
}

/* --- Blocks --- */

static const link_kind *kind_of_head(text line) {
  for (size_t i = 0; i < link_kind_count; i++)
    if (link_kinds[i].tag.size && text_equal_nocase(line, link_kinds[i].label))
      return &link_kinds[i];
  return NULL;
}

/* Citations, each of which begins a line and ends in a period. */
static void read_links(record *r, const block *b, const link_kind *kind) {
  block one = {0};
  for (size_t i = 1; i <= b->lines.count; i++) {
    bool end = i == b->lines.count;
    text line = end ? (text){"", 0} : b->lines.items[i];
    bool complete = one.lines.count && text_ends(one.lines.items[one.lines.count - 1], TEXT("."));
    if (one.lines.count && (end || (complete && citation_begins(line)))) {
      link *l = record_add_link(r, kind->name);
      l->citation = block_text(&one, r->arena);
      citation_add_ids(l->citation, &l->ids, r->arena);
      one = (block){0};
    }
    *list_push(r->arena, &one.lines) = line;
  }
}

/* Each section begins a line. */
static void read_abstract(record *r, const block *b) {
  text label, rest;
  block one = {0};
  for (size_t i = 0; i <= b->lines.count; i++) {
    bool end = i == b->lines.count;
    bool begins = end || abstract_label(b->lines.items[i], &label, &rest);
    if (begins && one.lines.count) {
      abstract_add(&r->abstract, block_text(&one, r->arena), r->arena);
      one = (block){0};
    }
    if (!end) *list_push(r->arena, &one.lines) = b->lines.items[i];
  }
}

/* Whether every line of the block names identifiers. */
static bool read_ids(record *r, const block *b) {
  for (size_t i = 0; i < b->lines.count; i++)
    if (!id_line_read(NULL, b->lines.items[i])) return false;
  for (size_t i = 0; i < b->lines.count; i++) id_line_read(r, b->lines.items[i]);
  return true;
}

/* Behind "Conflict of interest statement: " or "Collaborators: " or "Collaborators(12): ". */
static bool cut_head(text whole, text head, text *rest) {
  text before;
  return text_starts(whole, head) && text_cut(whole, TEXT(": "), &before, rest);
}

/* Adds words to a member that may come in several blocks. Each is copied anew, so that there is an
 * end to it. */
static void add_words(record *r, text *member, text words) {
  enum { LONGEST = 100 * 1000 };
  if (member->size > LONGEST) keep(r, words);
  else *member = arena_join(r->arena, *member, TEXT(" "), words);
}

/* `place` is the block's, from 0 for the citation. */
static void read_block(record *r, const block *b, size_t place, affiliation_pointers *pointers) {
  text first = b->lines.items[0], whole = block_text(b, r->arena), rest;
  const link_kind *kind = kind_of_head(first);
  if (place == 1) r->title = whole;
  else if (kind) read_links(r, b, kind);
  else if (text_equal(first, TEXT("Author information:"))) read_affiliations(r, b, pointers);
  else if (cut_head(whole, TEXT("Collaborators"), &rest))
    read_authors(r, rest, TEXT("investigator"), pointers);
  else if (cut_head(whole, TEXT("Conflict of interest statement:"), &rest))
    add_words(r, &r->conflict_of_interest, rest);
  else if (read_ids(r, b)) return;
  else if (r->conflict_of_interest.size) add_words(r, &r->conflict_of_interest, whole);
  else if (abstract_is_copyright(first)) add_words(r, &r->copyright, whole);
  else if (read_languages(r, whole)) return;
  else if (place <= 3 && !r->people.count && !r->abstract.count && is_authors(whole))
    read_authors(r, whole, TEXT(""), pointers);
  else if (r->people.count && !r->abstract.count && is_address(whole))
    *list_push(r->arena, &r->people.items[0].affiliations) = whole;
  else read_abstract(r, b);
}

static read_result pubmed_abstract_next(void *state, record *r, error *e) {
  numbered *n = state;
  blocks found = {0};
  affiliation_pointers pointers = {0};
  read_result result = numbered_next(n, r, &found, e);
  if (result != READ_RECORD) return result;
  read_source(r, block_text(&found.items[0], r->arena));
  for (size_t i = 1; i < found.count; i++) read_block(r, &found.items[i], i, &pointers);
  if (r->ids.count) return READ_RECORD;
  error_set(e, ERROR_INPUT, "a record without an identifier");
  error_at(e, input_name(n->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

static void *pubmed_abstract_open(input *in, error *e) {
  return numbered_open(in, TEXT(".:"), false, e);
}

static int pubmed_abstract_recognises(text head) {
  return numbered_recognises(head, TEXT(".:")) && !numbered_in_one_block(head) ? 85 : 0;
}

const reader pubmed_abstract_reader = {
    .name = "pubmed-abstract",
    .summary = "what PubMed saves as \"Abstract (text)\"",
    .carries =
        "authors with affiliations, title, abstract, where it was published, identifiers, "
        "corrections and comments",
    .recognises = pubmed_abstract_recognises,
    .open = pubmed_abstract_open,
    .next = pubmed_abstract_next,
    .close = numbered_close,
};
