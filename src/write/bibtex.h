/* Inside the BibTeX writers: texts as a BibTeX file holds them (bibtex_text.c, bibtex_title.c,
 * bibtex_names.c), the forms of fields (bibtex_fields.c), the entries (bibtex.c). */
#ifndef CARREL_WRITE_BIBTEX_H
#define CARREL_WRITE_BIBTEX_H

#include "model/type.h"
#include "write/writer.h"

/* --- Texts --- */

/* Adds the text so that LaTeX prints it: what means something to LaTeX is escaped, braces are
 * balanced whatever stood there, control characters are left out. `latex`: letters and signs
 * beyond ASCII as LaTeX's commands, too, where there are any. */
void bibtex_add_text(buffer *b, text plain, bool latex);
/* The same for a title, which styles print in small letters: braces keep the capitals of acronyms
 * and names. */
void bibtex_add_title(buffer *b, text title, bool latex);
/* The people of the role as a list of names; nothing where there are none. */
void bibtex_add_names(buffer *b, const record *r, text role, bool latex);

/* --- Fields --- */

/* An entry that is being written. */
typedef struct bibtex_item {
  output *out;
  const record *r;
  const record_type *type;
  bool latex;
  texts names; /* of the fields that it has */
} bibtex_item;

/* Begins a field; false where the entry has it already, for no program wants it twice. */
bool bibtex_begin_field(bibtex_item *e, text name);
/* A field of one line of text, of a title; nothing where it is empty. */
void bibtex_add_value(bibtex_item *e, text name, text value);
void bibtex_add_heading(bibtex_item *e, text name, text value);
/* Addresses and identifiers, which LaTeX does not typeset: as they are, but for braces that could
 * close the field. */
void bibtex_add_verbatim(bibtex_item *e, text name, text value);
/* Words parted by commas, or by semicolons where one has a comma in it; then a single one has a
 * semicolon behind it. */
void bibtex_add_list(bibtex_item *e, text name, const texts *list, bool semicolons);

/* What one row of the table of fields does: adds the field, if there is anything to say. */
typedef void bibtex_row(bibtex_item *e, text name);

bibtex_row bibtex_journal;
bibtex_row bibtex_short_journal;
bibtex_row bibtex_issue;
bibtex_row bibtex_pages;
bibtex_row bibtex_publisher;
bibtex_row bibtex_numbers; /* ISSNs, ISBNs */
bibtex_row bibtex_date;    /* year, month, day */
bibtex_row bibtex_id;      /* of a scheme with a field of its own */
bibtex_row bibtex_other_ids;
bibtex_row bibtex_url;
bibtex_row bibtex_more_urls;

#endif
