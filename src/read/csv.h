/* Tables with a header line, parted by commas, semicolons or tabs: how rows are told apart
 * (csv_rows.c), how the header is found (csv_header.c), what columns mean (csv_columns.c) and how
 * their values are read (csv_values.c, csv_people.c, csv_source.c). */
#ifndef CARREL_READ_CSV_H
#define CARREL_READ_CSV_H

#include "base/buffer.h"
#include "read/draft.h"
#include "read/input.h"

/* --- Rows --- */

/* Quotes are those of RFC 4180. Files that quote nothing have them in their text, others forget to
 * double them: so a quote closes a cell only before a separator or the end of a line, and where a
 * quote leads nowhere the line is tried by itself, with that quote as a letter. */
typedef struct csv_rows {
  input *in;
  char separator;
  buffer lines;       /* read and not yet taken, each with a line feed behind it */
  size_t start;       /* of the next row in `lines` */
  unsigned long line; /* how many lines have been taken */
  size_t wasted;      /* bytes that were looked at for the end of a quote, and looked at again */
} csv_rows;

typedef enum {
  ROW_READ,
  ROW_BROKEN, /* a line whose quotes cannot be made sense of; it is passed over */
  ROW_END,    /* or the input has failed */
} row_result;

void csv_rows_finish(csv_rows *rows);
/* The next row that is not blank, its cells without quotes, in the arena; *line is where it begins.
 * `columns` is how many cells a row should have, 0 where that is not known. */
row_result csv_rows_next(csv_rows *rows, size_t columns, arena *a, texts *cells,
                         unsigned long *line);

/* Shows the next line that is not blank, valid until the next call; false at the end. */
bool csv_rows_peek(csv_rows *rows, text *line);

/* --- Headers --- */

typedef struct csv_column {
  text name;            /* as printed */
  const draft_row *row; /* what it means; NULL: it becomes an extra */
} csv_column;

typedef struct csv_header {
  int sure; /* 0 to 100, that this is a table of records */
  char separator;
  unsigned long line; /* where it stands */
  texts cells;
  bool of_web_of_science; /* whose columns are the tags of the format "ciw" */
} csv_header;

/* Finds the header in the head of an input; what it holds is in the arena. */
void csv_header_find(csv_header *h, text head, arena *a);

/* --- Columns --- */

typedef LIST_OF(csv_column) csv_columns;

/* What a column of this name means: case, blanks and punctuation do not count. NULL: unknown. */
const draft_row *csv_column_row(text name);
/* Whether a column with this meaning can make a row a record: title, abstract, identifiers. */
bool csv_column_is_main(const draft_row *row);
/* Whether the cell names the article by a valid PMID, PMCID or DOI. */
bool csv_cell_identifies(const draft_row *row, text cell, arena *a);
/* Web of Science's tag for one of its column names, or the empty text. */
text csv_tag_of_web_of_science(text name);

/* Fills the record from a row; false where nothing in it could be told from other works. */
bool csv_fill(record *r, const csv_columns *columns, const texts *cells);
bool csv_fill_of_web_of_science(record *r, const csv_columns *columns, const texts *cells);

/* --- Values; all can stand in a table --- */

/* A cell as it was meant: without what guards it from spreadsheets (="x", '=x) and the ".0" of a
 * whole number, empty where it says "NaN" or the like, and the items of a list ['a', 'b'] one a
 * line. */
text csv_clean(text cell, arena *a);
/* Takes the next piece up to a separator that does not stand in brackets; false at the end. */
bool csv_take_outside(text *rest, char separator, text *piece);

void csv_take_authors(draft *d, text column, text value);
void csv_take_full_names(draft *d, text column, text value);
void csv_take_first_author(draft *d, text column, text value);
void csv_take_author_ids(draft *d, text column, text value);
void csv_take_groups(draft *d, text column, text value);
void csv_take_editors(draft *d, text column, text value);
void csv_take_affiliations(draft *d, text column, text value);

/* Where it appeared, all in one: PubMed's and Embase's citation, a journal's name. */
void csv_take_citation(draft *d, text column, text value);
void csv_take_source(draft *d, text column, text value);
void csv_take_month(draft *d, text column, text value);
void csv_take_day(draft *d, text column, text value);
void csv_take_created(draft *d, text column, text value);
void csv_take_electronic(draft *d, text column, text value);

void csv_take_pmid(draft *d, text column, text value);
void csv_take_pmcid(draft *d, text column, text value);
void csv_take_id(draft *d, text column, text value);
void csv_take_trials(draft *d, text column, text value);
void csv_take_issn(draft *d, text column, text value);
void csv_take_electronic_issn(draft *d, text column, text value);
void csv_take_urls(draft *d, text column, text value);
void csv_take_extra_lines(draft *d, text column, text value);

void csv_take_type(draft *d, text column, text value);
void csv_take_publication_types(draft *d, text column, text value);
void csv_take_keywords(draft *d, text column, text value);
void csv_take_index_keywords(draft *d, text column, text value);
void csv_take_emtree(draft *d, text column, text value);
void csv_take_mesh(draft *d, text column, text value);
void csv_take_references(draft *d, text column, text value);

#endif
