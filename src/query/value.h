/* Terms in fields that hold no running text: headings, names, dates, numbers, identifiers. */
#ifndef CARREL_QUERY_VALUE_H
#define CARREL_QUERY_VALUE_H

#include "query/tag.h"

/* The term `slice`, which lies in the query, as the tag says; its field and place are the caller's
 * to set, except for those inside an OR of several numbers. NULL with the error set. */
query *value_read(const scope *s, text slice, bool quoted, const tag *t);
/* The range between two values of one field, with its place. NULL with the error set. */
query *value_range(const scope *s, const query *low, const query *high);
/* Splits at the last slash where both sides hold letters. The subheading is spelled out where it is
 * known. */
void value_split_heading(text typed, text *heading, text *qualifier);

#endif
