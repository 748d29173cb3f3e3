/* What of a record is indexed: the texts of the full-text columns, and whole values by field. One
 * place for putting in, for taking out again and for checking. */
#ifndef CARREL_INDEX_CONTENT_H
#define CARREL_INDEX_CONTENT_H

#include "base/buffer.h"
#include "base/date.h"
#include "model/field.h"
#include "model/record.h"
#include "text/words.h"

/* Must change with any change of what is indexed: taking out works only by the rules of putting
 * in. */
#define CONTENT_VERSION 2

/* Stands between the parts of a column (two headings, two sections), so that no phrase crosses. */
#define CONTENT_BOUNDARY TEXT("\n\x1e\n")

typedef struct value {
  text field; /* short tag of the search field, or the kind of a link */
  text text;  /* folded; of a link "pmid:123"; of a date "20250315" */
} value;
typedef LIST_OF(value) values;

typedef struct content {
  buffer columns[COLUMN_COUNT];
  values values;
  date_span days; /* of publication */
} content;

void content_init(content *c);
void content_finish(content *c);
/* Replaces what it held. The values live in `a`; false when memory has run out. */
bool content_make(content *c, const record *r, arena *a);
/* The same, but without values and days. */
bool content_make_columns(content *c, const record *r, arena *a);

/* Whether a word that words_next gives is CONTENT_BOUNDARY, which takes positions alone. */
bool content_is_boundary(const word *w);
/* How many: so many that nothing is near across it, but one in an abstract, which is a whole. */
uint32_t content_boundary_size(unsigned column);
/* Words that are near each other have fewer words than this between them. */
#define CONTENT_FARTHEST 1024
/* Whether a word of the column counts for the article's length, by which ranking weighs. */
bool content_counts(const word *w, unsigned column);

/* The folded form of a value, as the index holds it: "Diabetes Mellitus, Type 2" becomes
 * "diabetes mellitus type 2". */
text content_fold(text shown, arena *a);
/* The name of an author as [au] finds it: "smith ja". */
text content_author(const person *p, arena *a);

#endif
