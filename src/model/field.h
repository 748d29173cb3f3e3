/* The fields that can be searched, as one table: it drives the query parser, the index, JSON keys
 * and the help. Sources of names and meanings: PubMed User Guide, "Search field tags". */
#ifndef CARREL_MODEL_FIELD_H
#define CARREL_MODEL_FIELD_H

#include "base/text.h"

/* The columns of the full-text index, in order. Each is a bit in field.columns. */
enum {
  COLUMN_TITLE,
  COLUMN_ABSTRACT,
  COLUMN_KEYWORDS,
  COLUMN_MESH,
  COLUMN_NAMES,
  COLUMN_JOURNAL,
  COLUMN_AFFILIATIONS,
  COLUMN_OTHER,
  COLUMN_COUNT
};

typedef struct column {
  const char *name;
  const char *holds;
  unsigned weight; /* of one occurrence in ranking; 0: not ranked */
} column;
extern const column columns[COLUMN_COUNT];

/* How a field is asked. */
typedef enum {
  FIELD_WORDS,   /* words, phrases, truncations, proximity in columns of the full-text index */
  FIELD_NAME,    /* names of persons: family name and initials, truncated over initials */
  FIELD_HEADING, /* MeSH: headings, exploded over the tree */
  FIELD_VALUE,   /* a whole value, folded: a language, a volume, a registry number */
  FIELD_DATE,    /* days and ranges of days */
  FIELD_ID,      /* identifiers: pmid, doi ... */
} field_kind;

/* What else a field can do; bits of field.can. */
enum {
  FIELD_EXPLODES = 1, /* finds what stands below in a tree, unless [..:noexp] */
  FIELD_RANGES = 2,   /* 100:200[..] */
};

typedef struct field {
  const char *name;  /* the short tag: "tiab"; also the prefix of its values in the index */
  const char *tags;  /* further tags, lower case, parted by "|": "title/abstract|..." */
  const char *label; /* "Title/Abstract" */
  field_kind kind;
  unsigned columns;    /* FIELD_WORDS: a set of 1u << COLUMN_... */
  const char *example; /* a query that uses it */
  unsigned can;        /* a set of the above */
} field;

extern const field fields[];
extern const size_t field_count;

/* By short or long tag, without brackets; case and spaces do not matter. NULL: unknown. */
const field *field_find(text tag);
/* The short tag of the field most like an unknown tag, or NULL where none is near. */
const char *field_suggest(text tag);

#endif
