/* The sections of a PubMed page, by the heads that stand alone on a line. */
#include "model/link.h"
#include "read/abstract.h"
#include "read/citation.h"
#include "read/grant.h"
#include "read/pubmed_page.h"

typedef struct sections_state {
  record *record;
  text head;
  const link_kind *kind; /* of the links in this section */
  bool marked;           /* items of this section have a "-" before them */
  texts item;            /* lines of the item that is being read */
  texts paragraphs, copyright, conflict;
} sections_state;

/* A section: what happens to each of its lines. */
typedef struct section_row {
  text head;
  void (*take)(sections_state *s, text line);
} section_row;

static void keep(sections_state *s, text line) {
  page_keep(s->record, s->head.size ? s->head : TEXT("line"), line);
}

/* --- The abstract --- */

static void add_keywords(record *r, text line) {
  for (text piece; text_take_until(&line, ';', &piece);) {
    /* The last one is followed by a period. */
    piece = text_trim(line.data ? piece : text_trim_end(piece, ". "));
    if (piece.size) list_push(r->arena, &r->keywords)->text = piece;
  }
}

static void take_abstract(sections_state *s, text line) {
  static const text keywords = TEXT_STATIC("Keywords:");
  if (text_starts_nocase(line, keywords))
    add_keywords(s->record, text_slice(line, keywords.size, line.size));
  else if (abstract_is_copyright(line)) *list_push(s->record->arena, &s->copyright) = line;
  else if (text_starts_nocase(line, TEXT("No abstract available"))) keep(s, line);
  else *list_push(s->record->arena, &s->paragraphs) = line;
}

/* On a page each section is a paragraph, so that a label needs no known words: a few words, a
 * colon. */
static bool is_loose_label(text paragraph, text *label, text *rest) {
  enum { LONGEST = 60 };
  if (!paragraph.size || !ascii_is_upper(paragraph.data[0])) return false;
  text_cut(paragraph, TEXT(": "), label, rest);
  return rest->size && label->size <= LONGEST && text_find_byte(*label, '.') == TEXT_NONE &&
         text_find_byte(*label, '(') == TEXT_NONE;
}

static void finish_abstract(sections_state *s) {
  record *r = s->record;
  text label, rest;
  size_t count = s->paragraphs.count;
  bool structured = count > 1 && abstract_label(s->paragraphs.items[0], &label, &rest);
  for (size_t i = 0; i < count; i++) {
    text paragraph = s->paragraphs.items[i];
    if (count > 1 && (abstract_label(paragraph, &label, &rest) ||
                      (structured && is_loose_label(paragraph, &label, &rest))))
      *list_push(r->arena, &r->abstract) = (section){.label = label, .text = rest};
    else abstract_add(&r->abstract, paragraph, r->arena);
  }
  r->copyright = texts_join(r->arena, &s->copyright, TEXT(" "));
  r->conflict_of_interest = texts_join(r->arena, &s->conflict, TEXT(" "));
}

static void take_conflict(sections_state *s, text line) {
  *list_push(s->record->arena, &s->conflict) = line;
}

static void take_plain_language(sections_state *s, text line) {
  arena *a = s->record->arena;
  other_abstract *other = list_push(a, &s->record->other_abstracts);
  other->kind = TEXT("plain-language-summary");
  *list_push(a, &other->sections) = (section){.text = line};
}

/* --- Lists of articles --- */

static void finish_item(sections_state *s) {
  if (s->item.count) {
    link *l = record_add_link(s->record, s->kind->name);
    citation_read_link(l, texts_join(s->record->arena, &s->item, TEXT(" ")), s->record->arena);
  }
  s->item = (texts){0};
}

/* Whether an item ends where this line begins. */
static bool begins_item(const sections_state *s, bool bullet) {
  if (bullet || !s->item.count) return bullet;
  if (s->marked) return false;
  text last = s->item.items[s->item.count - 1];
  return text_equal(s->kind->name, TEXT("cites")) || text_find(last, TEXT("PMID:")) != TEXT_NONE;
}

static void take_article(sections_state *s, text line) {
  text words = page_without_bullet(line);
  bool bullet = words.size < line.size;
  if (begins_item(s, bullet)) finish_item(s);
  s->marked = s->marked || bullet;
  *list_push(s->record->arena, &s->item) = words;
}

/* --- Lists of words --- */

static void take_type(sections_state *s, text line) {
  page_add_type(s->record, page_without_bullet(line));
}

static void take_substance(sections_state *s, text line) {
  list_push(s->record->arena, &s->record->substances)->name = page_without_bullet(line);
}

static void take_supplementary(sections_state *s, text line) {
  *list_push(s->record->arena, &s->record->substances) =
      (substance){.name = page_without_bullet(line), .kind = TEXT("Supplementary")};
}

static void take_grant(sections_state *s, text line) {
  *list_push(s->record->arena, &s->record->grants) = grant_read(page_without_bullet(line));
}

static void take_accession(sections_state *s, text line) {
  kinded *accession = list_push(s->record->arena, &s->record->accessions);
  line = page_without_bullet(line);
  if (!text_cut(line, TEXT("/"), &accession->kind, &accession->text))
    *accession = (kinded){{"", 0}, line};
}

static bool take_star(text *name) {
  bool starred = text_ends(*name, TEXT("*"));
  *name = text_trim(text_trim_end(*name, "*"));
  return starred;
}

/* "Breast Neoplasms / drug therapy*": one qualifier a line, so that a heading goes over lines. */
static void take_heading(sections_state *s, text line) {
  record *r = s->record;
  text name, rest;
  bool qualified = text_cut(page_without_bullet(line), TEXT(" / "), &name, &rest);
  bool major = take_star(&name);
  heading *last = r->headings.count ? &r->headings.items[r->headings.count - 1] : NULL;
  if (!last || !qualified || !text_equal(last->name, name)) {
    last = list_push(r->arena, &r->headings);
    *last = (heading){.name = name, .major = major};
  }
  if (!qualified) return;
  major = take_star(&rest);
  *list_push(r->arena, &last->qualifiers) = (qualifier){.name = rest, .major = major};
}

/* --- The table of sections; the lists of articles are in the table of links --- */

static const section_row rows[] = {
    {TEXT_STATIC("Abstract"), take_abstract},
    {TEXT_STATIC("Plain language summary"), take_plain_language},
    {TEXT_STATIC("Conflict of interest statement"), take_conflict},
    {TEXT_STATIC("Publication types"), take_type},
    {TEXT_STATIC("MeSH terms"), take_heading},
    {TEXT_STATIC("Substances"), take_substance},
    {TEXT_STATIC("Supplementary concepts"), take_supplementary},
    {TEXT_STATIC("Grants and funding"), take_grant},
    {TEXT_STATIC("Grant support"), take_grant},
    {TEXT_STATIC("Associated data"), take_accession},
    {TEXT_STATIC("Figures"), keep},
    {TEXT_STATIC("Related information"), keep},
    {TEXT_STATIC("LinkOut - more resources"), keep},
    {TEXT_STATIC("Full Text Sources"), keep},
    {TEXT_STATIC("Medical"), keep},
    {TEXT_STATIC("Molecular Biology Databases"), keep},
    {TEXT_STATIC("Research Materials"), keep},
    {TEXT_STATIC("Miscellaneous"), keep},
    {TEXT_STATIC("Other Literature Sources"), keep},
};

static const section_row *find_section(text line) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (text_equal_nocase(line, rows[i].head)) return &rows[i];
  return NULL;
}

static const link_kind *find_links(text line) {
  for (size_t i = 0; i < link_kind_count; i++)
    if (text_equal_nocase(line, link_kinds[i].label)) return &link_kinds[i];
  return NULL;
}

bool page_is_head(text line) { return find_section(line) || find_links(line); }

/* Words of buttons, which say nothing of the article. */
static bool is_button(text line) {
  static const text words[] = {TEXT_STATIC("Actions"), TEXT_STATIC("Search in PubMed"),
                               TEXT_STATIC("Search in MeSH"), TEXT_STATIC("Add to Search")};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (text_equal(line, words[i])) return true;
  return text_starts(line, TEXT("See all ")) || text_starts(line, TEXT("Show more"));
}

void page_read_sections(record *r, const text *lines, size_t count) {
  sections_state s = {.record = r};
  void (*take)(sections_state *, text) = keep;
  for (size_t i = 0; i < count; i++) {
    text line = lines[i];
    const section_row *row = find_section(line);
    const link_kind *kind = row ? NULL : find_links(line);
    bool mark = text_equal(line, TEXT("-"));
    if (row || kind || mark || is_button(line)) {
      if (s.kind) finish_item(&s);
      if (mark) s.marked = true;
    } else {
      take(&s, line);
    }
    if (!row && !kind) continue;
    s = (sections_state){r, line, kind, false, {0}, s.paragraphs, s.copyright, s.conflict};
    take = row ? row->take : take_article;
  }
  if (s.kind) finish_item(&s);
  finish_abstract(&s);
}
