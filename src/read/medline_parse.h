/* Inside the MEDLINE reader: the record that is being filled, field by field. */
#ifndef CARREL_READ_MEDLINE_PARSE_H
#define CARREL_READ_MEDLINE_PARSE_H

#include "model/record.h"

typedef struct medline_parse {
  record *record;
  unsigned last_forms; /* in which the name of the last person was given */
  texts waiting;       /* affiliations that stand before the first author */
  text keyword_owner;  /* of the keywords that follow */
} medline_parse;

/* Takes one field. Tags that are not known, and values that cannot be read, go to the record's
 * extras as "nbib:TAG". */
void medline_take(medline_parse *p, text tag, text value);
/* Ends the record: what depends on more than one field. */
void medline_complete(medline_parse *p);
/* Whether it is a MEDLINE tag. */
bool medline_knows(text tag);

/* A row of the table of tags: what a value with that tag does to the record. */
typedef struct medline_row {
  text tag;
  void (*take)(medline_parse *p, const struct medline_row *row, text value);
  size_t member; /* offset in `record`, for plain members */
  text word;     /* a scheme, a kind of date or note, or a person's role */
} medline_row;

/* Keeps a field that has no place of its own in the extras. */
void medline_keep(medline_parse *p, text tag, text value);
/* "value (kind)" or "value [kind]"; the kind is empty where there is no such ending. */
text medline_cut_kind(text value, char open, char close, text *kind);

/* Names, medline_names.c: "Smith JA" (AU, ED, IR, PS), which belongs to the same person as the
 * full name beside it, and "Smith, John A" (FAU, FED, FIR, FPS); a group as author; the
 * affiliation of the person before, if of the row's role, or else, as in older records, of the
 * first one that follows; and
 * "ORCID: 0000-0002-1825-0097" of the person before. */
void medline_take_brief_name(medline_parse *p, const medline_row *row, text value);
void medline_take_full_name(medline_parse *p, const medline_row *row, text value);
void medline_take_group(medline_parse *p, const medline_row *row, text value);
void medline_take_affiliation(medline_parse *p, const medline_row *row, text value);
void medline_take_name_id(medline_parse *p, const medline_row *row, text value);

/* Subject and funding, medline_subject.c. */
void medline_take_heading(medline_parse *p, const medline_row *row, text value);
void medline_take_keyword(medline_parse *p, const medline_row *row, text value);
void medline_take_keyword_owner(medline_parse *p, const medline_row *row, text value);
void medline_take_type(medline_parse *p, const medline_row *row, text value);
void medline_take_chemical(medline_parse *p, const medline_row *row, text value);
void medline_take_supplementary(medline_parse *p, const medline_row *row, text value);
void medline_take_accession(medline_parse *p, const medline_row *row, text value);
void medline_take_grant(medline_parse *p, const medline_row *row, text value);

#endif
