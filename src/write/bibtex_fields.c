/* Fields of a BibTeX entry: their forms, where and when a work was published, its identifiers. */
#include "base/date.h"
#include "base/utf8.h"
#include "model/identifier.h"
#include "write/bibtex.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- Fields --- */

bool bibtex_begin_field(bibtex_item *e, text name) {
  if (texts_contain(&e->names, name)) return false;
  *list_push(e->out->scratch, &e->names) = name;
  buffer_printf(&e->out->bytes, ",\n  %.*s = ", TEXT_ARG(name));
  return true;
}

void bibtex_add_value(bibtex_item *e, text name, text value) {
  value = arena_squeeze(e->out->scratch, value);
  if (!value.size || !bibtex_begin_field(e, name)) return;
  buffer_put(&e->out->bytes, "{");
  bibtex_add_text(&e->out->bytes, value, e->latex);
  buffer_put(&e->out->bytes, "}");
}

void bibtex_add_heading(bibtex_item *e, text name, text value) {
  if (!value.size || !bibtex_begin_field(e, name)) return;
  buffer_put(&e->out->bytes, "{");
  bibtex_add_title(&e->out->bytes, arena_squeeze(e->out->scratch, value), e->latex);
  buffer_put(&e->out->bytes, "}");
}

void bibtex_add_verbatim(bibtex_item *e, text name, text value) {
  buffer line = {0}, *b = &e->out->bytes;
  if (!value.size || !bibtex_begin_field(e, name)) return;
  utf8_add_line(&line, value);
  buffer_put(b, "{");
  for (size_t i = 0; i < line.size; i++) {
    char byte = line.data[i];
    if (byte == '{' || byte == '}') buffer_printf(b, "%%%02X", (unsigned)byte);
    else buffer_add_byte(b, byte);
  }
  buffer_put(b, "}");
  if (line.failed) b->failed = true;
  buffer_finish(&line);
}

void bibtex_add_list(bibtex_item *e, text name, const texts *list, bool semicolons) {
  arena *a = e->out->scratch;
  for (size_t i = 0; i < list->count; i++)
    semicolons |= text_find_byte(list->items[i], ',') != TEXT_NONE;
  text whole = texts_join(a, list, semicolons ? TEXT("; ") : TEXT(", "));
  bool alone = list->count == 1 && text_find_byte(whole, ',') != TEXT_NONE;
  bibtex_add_value(e, name, alone ? arena_join(a, whole, TEXT(""), TEXT(";")) : whole);
}

/* --- Where --- */

void bibtex_journal(bibtex_item *e, text name) {
  bibtex_add_value(e, name, e->r->journal.size ? e->r->journal : e->r->journal_abbreviation);
}

void bibtex_short_journal(bibtex_item *e, text name) {
  if (e->r->journal.size) bibtex_add_value(e, name, e->r->journal_abbreviation);
}

/* The number of an article is its issue; reports and patents have numbers of their own. */
void bibtex_issue(bibtex_item *e, text name) {
  bool article = text_equal(e->type->bibtex, TEXT("article"));
  bibtex_add_value(e, article ? name : TEXT("issue"), e->r->issue);
}

/* "402--16" */
void bibtex_pages(bibtex_item *e, text name) {
  buffer *b = &e->out->bytes;
  text pages = e->r->pages, piece;
  if (!pages.size || !bibtex_begin_field(e, name)) return;
  buffer_put(b, "{");
  for (bool more = true; more;) {
    more = text_cut(pages, TEXT("-"), &piece, &pages);
    bibtex_add_text(b, piece, e->latex);
    if (more) buffer_put(b, "--");
  }
  buffer_put(b, "}");
}

/* Who published a thesis or a report is called otherwise. */
void bibtex_publisher(bibtex_item *e, text name) {
  static const struct {
    text type, name;
  } names[] = {{TEXT_STATIC("phdthesis"), TEXT_STATIC("school")},
               {TEXT_STATIC("techreport"), TEXT_STATIC("institution")},
               {TEXT_STATIC("manual"), TEXT_STATIC("organization")},
               {TEXT_STATIC("online"), TEXT_STATIC("organization")}};
  for (size_t i = 0; i < COUNT(names); i++)
    if (text_equal(names[i].type, e->type->bibtex)) name = names[i].name;
  bibtex_add_value(e, name, e->r->publisher);
}

/* Each number once, whatever its kinds. */
void bibtex_numbers(bibtex_item *e, text name) {
  bool isbn = text_equal(name, TEXT("isbn"));
  texts numbers = {0};
  for (size_t i = 0; i < e->r->issns.count; i++) {
    const kinded *number = &e->r->issns.items[i];
    if (text_equal(number->kind, TEXT("ISBN")) == isbn && !texts_contain(&numbers, number->text))
      *list_push(e->out->scratch, &numbers) = number->text;
  }
  bibtex_add_verbatim(e, name, texts_join(e->out->scratch, &numbers, TEXT(", ")));
}

/* --- When --- */

/* "may # "-" # jun": months as the macros of every style; false where it is none. */
static bool add_months(bibtex_item *e, text printed) {
  static const char *const macros[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  text first, second;
  bool range = text_cut(printed, TEXT("-"), &first, &second);
  int from = date_month(first), to = date_month(second);
  if (!text_equal(date_month_name(from), first) || !from) return false;
  if (range && (!to || !text_equal(date_month_name(to), second))) return false;
  if (!bibtex_begin_field(e, TEXT("month"))) return true;
  buffer_printf(&e->out->bytes, range ? "%s # \"-\" # %s" : "%s", macros[from - 1],
                range ? macros[to - 1] : "");
  return true;
}

/* "2025 Mar 15" as year, month and day; of anything else what follows the year is the month. */
void bibtex_date(bibtex_item *e, text name) {
  text published = e->r->published, year = text_slice(published, 0, 4);
  bool parted =
      year.size == 4 && text_all_digits(year) && published.size > 5 && published.data[4] == ' ';
  bibtex_add_value(e, name, parted ? year : published);
  if (!parted) return;
  text rest = text_slice(published, 5, published.size), month, day;
  text_cut(rest, TEXT(" "), &month, &day);
  bool days = day.size && ascii_is_digit(day.data[0]) && text_find_byte(day, ' ') == TEXT_NONE;
  if ((!day.size || days) && add_months(e, month)) bibtex_add_value(e, TEXT("day"), day);
  else bibtex_add_value(e, TEXT("month"), rest);
}

/* --- Identifiers --- */

/* Schemes with a field of their own. */
static const struct {
  text scheme, name;
} id_fields[] = {{TEXT_STATIC("doi"), TEXT_STATIC("doi")},
                 {TEXT_STATIC("pmid"), TEXT_STATIC("pmid")},
                 {TEXT_STATIC("pmc"), TEXT_STATIC("pmcid")},
                 {TEXT_STATIC("pii"), TEXT_STATIC("pii")},
                 {TEXT_STATIC("arxiv"), TEXT_STATIC("eprint")}};

void bibtex_id(bibtex_item *e, text name) {
  for (size_t i = 0; i < COUNT(id_fields); i++) {
    if (!text_equal(id_fields[i].name, name)) continue;
    text value = record_id(e->r, id_fields[i].scheme);
    bibtex_add_verbatim(e, name, value);
    if (value.size && text_equal(name, TEXT("eprint")))
      bibtex_add_verbatim(e, TEXT("archiveprefix"), TEXT("arXiv"));
  }
}

/* Whether a field of its own holds it. */
static bool has_field(const record *r, identifier id) {
  for (size_t i = 0; i < COUNT(id_fields); i++)
    if (text_equal(id_fields[i].scheme, id.scheme))
      return text_equal(record_id(r, id.scheme), id.value);
  return false;
}

/* "wos:WOS:0001; embase:L12": all others. */
void bibtex_other_ids(bibtex_item *e, text name) {
  texts others = {0};
  for (size_t i = 0; i < e->r->ids.count; i++)
    if (!has_field(e->r, e->r->ids.items[i]))
      *list_push(e->out->scratch, &others) = identifier_key(e->out->scratch, e->r->ids.items[i]);
  bibtex_add_verbatim(e, name, texts_join(e->out->scratch, &others, TEXT("; ")));
}

void bibtex_url(bibtex_item *e, text name) {
  if (e->r->urls.count) bibtex_add_verbatim(e, name, e->r->urls.items[0]);
}

void bibtex_more_urls(bibtex_item *e, text name) {
  texts more = e->r->urls;
  if (!more.count) return;
  more.items++, more.count--;
  bibtex_add_verbatim(e, name, texts_join(e->out->scratch, &more, TEXT(" ")));
}
