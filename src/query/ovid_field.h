/* Ovid MEDLINE's field codes and what they are among our fields. Sources: Ovid, "MEDLINE Database
 * Guide" and "Advanced Search Techniques". */
#ifndef CARREL_QUERY_OVID_FIELD_H
#define CARREL_QUERY_OVID_FIELD_H

#include "query/scan.h"
#include "query/tree.h"

/* The fields that a list of codes asks; as few as say it: ti and ab together are tiab. */
typedef struct ovid_fields {
  const field *items[8];
  size_t count;
} ovid_fields;

/* The size of the field suffix that the text begins with: ".ti,ab.", ".(dt,ez)." and, at the end
 * of a term, ".ti,ab"; `codes` is what is between. 0 where none begins here. */
size_t ovid_suffix(text rest, text *codes);
/* What the codes ask. `at` is their place, for the error that an unknown one is. Notes what is only
 * near to what Ovid does. */
bool ovid_fields_read(const scope *s, text codes, size_t at, ovid_fields *fields);
/* The fields of a term without a suffix: .mp. */
ovid_fields ovid_fields_default(void);
/* The codes for a field, "ti,ab,kf" for tiab; the empty text where Ovid has none. */
text ovid_codes(const field *f);

#endif
