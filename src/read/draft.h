/* A record on its way out of a citation format (RIS, Web of Science, BibTeX, tables): what such
 * formats spread over several fields is collected here and put together by draft_finish. The
 * values given are borrowed until then; they may hold markup and line feeds. */
#ifndef CARREL_READ_DRAFT_H
#define CARREL_READ_DRAFT_H

#include "model/record.h"

typedef struct draft {
  record *record;
  const char *format;         /* prefix of the kinds of extras: "ris" */
  bool of_medline;            /* from PubMed or MEDLINE, whatever program wrote it */
  text year, date;            /* as printed; either may hold a whole date */
  text first_page, last_page; /* `first_page` may hold both */
  text journal, container, series, abbreviation;
  texts addresses; /* of authors; see draft_finish */
} draft;

void draft_start(draft *d, record *r, const char *format);
/* Puts together dates, pages, journal or book, and addresses: one that begins with an author's
 * name ("D.G. Adler, Dep...", "Adler, Douglas: Dep...", "(Liu R.; Adler D.G., mail@x.org) Dep...")
 * goes to that author, any other to the first one. */
void draft_finish(draft *d);

/* Sets a text unless it is set already: then a different value becomes an extra. */
void draft_set(draft *d, text *member, text tag, text value);
/* Keeps what has no place of its own, as {"ris:XX", value}. */
void draft_extra(draft *d, text tag, text value);

/* People in a value: one, or several parted by ";" or line feeds. `role` is borrowed for good. */
void draft_people(draft *d, text role, text value);
/* ISSNs and ISBNs in whatever form; what is neither becomes an extra. */
void draft_serial_numbers(draft *d, text tag, text value);
/* Web addresses, and the identifiers in them (see identify.h). Those that only resolve an
 * identifier of the record are not kept beside it. */
void draft_urls(draft *d, text value);
/* An abstract: sections, and the copyright statement at its end. What a second one adds to the
 * first comes below it. */
void draft_abstract(draft *d, text value);
/* Keywords or headings, one a line or parted by `separator`. */
void draft_keywords(draft *d, text value, char separator);
/* Languages by name or code, parted by ";", "," or line feeds. */
void draft_languages(draft *d, text value);
void draft_publication_type(draft *d, text value);
/* "Agency [number, number]; Agency" */
void draft_funding(draft *d, text value);
void draft_note(draft *d, text value);
/* A work that the record cites, as printed. */
void draft_cites(draft *d, text citation);

#endif
