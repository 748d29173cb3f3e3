/* Text copied from PubMed's page of one article, any number of pages one after the other. What is
 * known of such pages comes from copies of them. */
#include "read/pubmed_page.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "read/readers.h"

enum {
  LINES_AHEAD = 8,      /* behind a PMID: other identifiers and the title again */
  LONGEST_HEADER = 40,  /* lines from a title to the PMID under it */
  LONGEST_PAGE = 50000, /* lines; no page is longer */
  LINES_TO_RECOGNISE = 2000
};

/* Lines are held until it is known where the next page begins: some lines above its PMID. */
typedef struct pubmed_page {
  input *in;
  arena arenas[2]; /* the lines stand in one; those that are left over move to the other */
  int current;
  texts lines;
  unsigned long first_number; /* of lines.items[0] */
} pubmed_page;

/* --- Lines --- */

static text clean_line(arena *a, text line) {
  static const text unbreakable = TEXT_STATIC("\u00A0");
  text squeezed = arena_squeeze(a, line), piece;
  if (text_find(squeezed, unbreakable) == TEXT_NONE) return squeezed;
  buffer plain = {0};
  while (text_cut(squeezed, unbreakable, &piece, &squeezed)) {
    buffer_add(&plain, piece);
    buffer_put(&plain, " ");
  }
  buffer_add(&plain, piece);
  if (plain.failed) a->failed = true;
  text result = arena_squeeze(a, buffer_text(&plain));
  buffer_finish(&plain);
  return result;
}

/* Makes sure that there is a line at this place; false behind the last one. */
static bool have_line(pubmed_page *p, size_t at) {
  text line;
  while (p->lines.count <= at) {
    arena *a = &p->arenas[p->current];
    if (!input_line(p->in, &line) || arena_failed(a)) return false;
    if (!p->lines.count) p->first_number = input_line_number(p->in);
    *list_push(a, &p->lines) = clean_line(a, line);
  }
  return true;
}

/* Drops the first lines. */
static void drop_lines(pubmed_page *p, size_t count) {
  arena *to = &p->arenas[1 - p->current];
  texts left = {0};
  for (size_t i = count; i < p->lines.count; i++)
    *list_push(to, &left) = arena_text(to, p->lines.items[i]);
  if (arena_failed(&p->arenas[p->current])) to->failed = true;
  arena_reset(&p->arenas[p->current]);
  p->current = 1 - p->current;
  p->lines = left;
  p->first_number += count;
}

/* --- Where pages begin --- */

/* The title, which stands again behind the identifiers, or else the line above them. */
static size_t title_above(pubmed_page *p, size_t pmid, size_t lowest) {
  size_t behind = pmid + 1;
  while (behind < p->lines.count && behind < pmid + LINES_AHEAD &&
         (!p->lines.items[behind].size || page_read_ids(NULL, p->lines.items[behind])))
    behind++;
  if (pmid > lowest + LONGEST_HEADER) lowest = pmid - LONGEST_HEADER;
  bool again = behind < p->lines.count && !page_is_head(p->lines.items[behind]);
  for (size_t at = pmid; again && at-- > lowest;)
    if (p->lines.items[at].size && text_equal(p->lines.items[at], p->lines.items[behind]))
      return at;
  for (size_t at = pmid; at-- > lowest;)
    if (p->lines.items[at].size) return at;
  return pmid;
}

/* Where the page with this PMID begins, at or behind `lowest`. */
static size_t page_start(pubmed_page *p, size_t pmid, size_t lowest) {
  const text *lines = p->lines.items;
  size_t start = title_above(p, pmid, lowest);
  if (start > lowest && page_is_citation(lines[start - 1], &p->arenas[p->current])) {
    start--;
    /* ". 2017 Aug;34:19": the journal has a line of its own. */
    if (start > lowest && text_starts(lines[start], TEXT("."))) start--;
  }
  if (start > lowest && page_is_type(lines[start - 1])) start--;
  return start;
}

/* The number of lines of the first page, which ends where the one with the next PMID begins. */
static size_t page_size(pubmed_page *p) {
  size_t first_pmid = TEXT_NONE;
  for (size_t at = 0; at < LONGEST_PAGE && have_line(p, at); at++) {
    if (!page_is_pmid(p->lines.items[at])) continue;
    if (first_pmid == TEXT_NONE) {
      first_pmid = at;
      continue;
    }
    have_line(p, at + LINES_AHEAD);
    return page_start(p, at, first_pmid + 1);
  }
  return p->lines.count;
}

/* --- Records --- */

/* The first year in a text, or the empty text. */
static text find_year(text whole) {
  for (size_t at = 0; at + 4 <= whole.size; at++) {
    text year = text_slice(whole, at, at + 4);
    bool begins = at == 0 || !ascii_is_digit(whole.data[at - 1]);
    bool ends = at + 4 == whole.size || !ascii_is_digit(whole.data[at + 4]);
    bool recent = text_starts(year, TEXT("19")) || text_starts(year, TEXT("20"));
    if (begins && ends && recent && text_all_digits(year)) return year;
  }
  return (text){"", 0};
}

/* Without a citation the year is in the copyright line, or between the periods of a DOI. */
static void infer_year(record *r) {
  if (r->published.size) return;
  r->published = find_year(r->copyright);
  text rest = record_id(r, TEXT("doi")), piece;
  for (bool first = true; !r->published.size && text_take_until(&rest, '.', &piece); first = false)
    if (!first && rest.data && piece.size == 4) r->published = find_year(piece);
  r->published_inferred = r->published.size > 0;
}

static void read_page(record *r, const texts *lines, size_t count) {
  texts own = {0};
  for (size_t i = 0; i < count; i++)
    if (lines->items[i].size) *list_push(r->arena, &own) = arena_text(r->arena, lines->items[i]);
  size_t header = 0;
  while (header < own.count && !page_is_head(own.items[header])) header++;
  page_read_header(r, own.items, header);
  page_read_sections(r, own.items + header, own.count - header);
  infer_year(r);
  r->type = TEXT("journal-article");
}

static bool skip_blank_lines(pubmed_page *p) {
  size_t blank = 0;
  while (have_line(p, blank) && !p->lines.items[blank].size)
    if (++blank == LONGEST_PAGE) drop_lines(p, blank), blank = 0;
  if (blank) drop_lines(p, blank);
  return have_line(p, 0);
}

static read_result pubmed_page_next(void *state, record *r, error *e) {
  pubmed_page *p = state;
  bool any = skip_blank_lines(p);
  size_t size = any ? page_size(p) : 0;
  r->source_line = (long long)p->first_number;
  read_page(r, &p->lines, size);
  drop_lines(p, size);
  if (!p->lines.count && input_error(p->in, e)) return READ_FAILED;
  if (arena_failed(r->arena) || arena_failed(&p->arenas[p->current])) {
    error_memory(e);
    return READ_FAILED;
  }
  if (!any) return READ_END;
  if (r->ids.count || (r->title.size && (r->abstract.count || r->links.count))) return READ_RECORD;
  error_set(e, ERROR_INPUT, "a text without a PMID that is no PubMed page");
  error_at(e, input_name(p->in), (unsigned long)r->source_line);
  return READ_SKIPPED;
}

static void *pubmed_page_open(input *in, error *e) {
  pubmed_page *p = calloc(1, sizeof *p);
  if (!p) {
    error_memory(e);
    return NULL;
  }
  p->in = in;
  arena_init(&p->arenas[0]);
  arena_init(&p->arenas[1]);
  return p;
}

static void pubmed_page_close(void *state) {
  pubmed_page *p = state;
  arena_finish(&p->arenas[0]);
  arena_finish(&p->arenas[1]);
  free(p);
}

/* A PMID's line that is an item of a list, or any and a section's head. The text formats of PubMed
 * have "PMID: 1" on a line too, but no heads. */
static int pubmed_page_recognises(text head) {
  bool pmid = false, item = false, section = false;
  text line;
  for (int i = 0; i < LINES_TO_RECOGNISE && text_take_line(&head, &line); i++) {
    line = text_trim(line);
    if (!pmid && page_is_pmid(line)) {
      pmid = true;
      item = page_without_bullet(line).size < line.size;
    }
    section = section || page_is_head(line);
  }
  if (!pmid) return 0;
  return item && section ? 90 : item || section ? 60 : 0;
}

const reader pubmed_page_reader = {
    .name = "pubmed-page",
    .summary = "text copied from PubMed's page of an article",
    .carries = "what the page shows: abstract, keywords, similar and citing articles, references",
    .recognises = pubmed_page_recognises,
    .open = pubmed_page_open,
    .next = pubmed_page_next,
    .close = pubmed_page_close,
};
