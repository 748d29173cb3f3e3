/* A record on its way out of a citation format (RIS, Web of Science, BibTeX, tables): what such
 * formats spread over several fields is collected here and put together by draft_finish. The
 * values given are borrowed until then; they may hold markup and line feeds. */
#ifndef CARREL_READ_DRAFT_H
#define CARREL_READ_DRAFT_H

#include <stddef.h>

#include "model/record.h"

typedef struct draft {
  record *record;
  const char *format;         /* prefix of the kinds of extras: "ris" */
  bool of_medline;            /* from PubMed or MEDLINE, whatever program wrote it */
  bool of_embase, of_scopus;  /* from these */
  text year, date;            /* as printed; either may hold a whole date */
  text first_page, last_page; /* `first_page` may hold both */
  text journal, container, series, abbreviation;
  texts addresses; /* of authors; see draft_finish */
  texts headings;  /* MeSH headings as printed that keywords may repeat */
} draft;

void draft_start(draft *d, record *r, const char *format);
/* Puts together dates, pages, journal or book, and addresses: one that begins with an author's
 * name ("D.G. Adler, Dep...", "Adler, Douglas: Dep...", "(Liu R.; Adler D.G., mail@x.org) Dep...",
 * "[Liu, Rui; Adler, Douglas] Dep...") goes to that author, any other to the first one. */
void draft_finish(draft *d);

/* The person of the record with that family name and first initial, or NULL. */
person *draft_person(draft *d, text name);
/* Sets a text unless it is set already: then a different value becomes an extra. */
void draft_set(draft *d, text *member, text tag, text value);
/* Keeps what has no place of its own, as {"ris:XX", value}. */
void draft_extra(draft *d, text tag, text value);

/* Whether the record says anything about a work beside its type and extras. */
bool draft_says_something(const draft *d);

/* --- Fields by tables --- */

typedef struct draft_field {
  text tag, value;
} draft_field;
typedef LIST_OF(draft_field) draft_fields;

/* What a tag means. Rows are taken in passes 0, 1, 2, as some tags mean different things in files
 * of different databases, and some only count where others are missing. */
typedef struct draft_row {
  text tag;
  int pass;
  void (*take)(draft *d, text tag, text value); /* NULL: a text of the record or the draft */
  bool of_record;
  size_t member;
} draft_row;

#define DRAFT_RECORD(tag, member) \
  { TEXT_STATIC(tag), 1, NULL, true, offsetof(record, member) }
#define DRAFT_MEMBER(tag, member) \
  { TEXT_STATIC(tag), 1, NULL, false, offsetof(draft, member) }
#define DRAFT_TAKE(tag, pass, function) \
  { TEXT_STATIC(tag), pass, function, false, 0 }

/* The row of a tag, in whatever case, or NULL. */
const draft_row *draft_row_of(const draft_row *rows, size_t count, text tag);
/* Takes one field by its row; without one it becomes an extra, without a value nothing. */
void draft_take_field(draft *d, const draft_field *field, const draft_row *row);
/* Takes all fields; those without a row become extras, empty ones nothing. */
void draft_take(draft *d, const draft_fields *fields, const draft_row *rows, size_t count);

/* --- Values, draft_values.c; all can stand in a table --- */

/* People, one or several parted by ";" or line feeds; `role` is borrowed for good. */
void draft_people(draft *d, text role, text value);
void draft_authors(draft *d, text tag, text value);
void draft_editors(draft *d, text tag, text value);
/* Addresses of authors, one a line; see draft_finish. */
void draft_affiliations(draft *d, text tag, text value);
/* A year or a whole date: of two values the first is the year, the second the date. */
void draft_year(draft *d, text tag, text value);
void draft_date(draft *d, text tag, text value);
void draft_doi(draft *d, text tag, text value);
/* ISSNs and ISBNs in whatever form; what is neither becomes an extra. */
void draft_serial_numbers(draft *d, text tag, text value);
/* Web addresses, and the identifiers in them (see identify.h). Those that only resolve an
 * identifier of the record are not kept beside it. */
void draft_urls(draft *d, text tag, text value);
/* An abstract: sections, and the copyright statement at its end. What a second one adds to the
 * first comes below it. */
void draft_abstract(draft *d, text tag, text value);
/* MeSH headings, parted by ";"; from now on a keyword that repeats one is passed over, once. */
void draft_headings(draft *d, text tag, text value);
/* Keywords or headings, one a line or parted by ";". */
void draft_keywords(draft *d, text tag, text value);
/* Languages by name or code, parted by ";", "," or line feeds. */
void draft_languages(draft *d, text tag, text value);
void draft_publication_type(draft *d, text tag, text value);
/* "Agency [number, number]; Agency" */
void draft_funding(draft *d, text tag, text value);
void draft_note(draft *d, text tag, text value);
/* A work that the record cites, as printed. */
void draft_cites(draft *d, text tag, text citation);

#endif
