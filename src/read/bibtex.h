/* BibTeX and BibLaTeX: the syntax (bibtex_parse.c), names (bibtex_names.c), what the fields mean
 * (bibtex_fields.c), inheritance between entries and the reader (bibtex.c). */
#ifndef CARREL_READ_BIBTEX_H
#define CARREL_READ_BIBTEX_H

#include "base/error.h"
#include "read/draft.h"

/* --- Syntax --- */

typedef struct bibtex_macro {
  text name, value;
} bibtex_macro;

/* A walk over the entries of a file that is in memory. */
typedef struct bibtex_walk {
  text whole;
  size_t at;                    /* bytes passed */
  size_t counted;               /* bytes whose lines have been counted */
  unsigned long line;           /* of `counted`, from 1 */
  arena *lasting;               /* of the macros */
  LIST_OF(bibtex_macro) macros; /* @string */
} bibtex_walk;

typedef struct bibtex_entry {
  text type, key;
  size_t start; /* of its "@" */
  unsigned long line;
  draft_fields fields; /* names and values as they stand there; macros are replaced */
} bibtex_entry;

typedef enum { BIBTEX_ENTRY, BIBTEX_END, BIBTEX_BROKEN } bibtex_result;

/* `whole` is UTF-8 and, like `lasting`, borrowed. */
void bibtex_start(bibtex_walk *b, text whole, arena *lasting);
/* The next entry, in the arena; comments and preambles are passed over, macros are kept. Where an
 * entry is broken `why` says how, entry->line where, and the walk goes on with the next one. */
bibtex_result bibtex_next(bibtex_walk *b, bibtex_entry *entry, const char **why, arena *a);
/* The value of the field, or the empty text. */
text bibtex_field(const bibtex_entry *entry, text name);

/* --- Meaning --- */

/* Adds the people of a list of names, "Roe, Richard and {The Group} and others". */
void bibtex_people(draft *d, text role, text list);
/* Fills the record from its fields; false where they hold nothing about a work. */
bool bibtex_fill(record *r, const bibtex_entry *entry);

#endif
