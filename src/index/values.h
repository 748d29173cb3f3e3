/* The whole values by which a record is found: names, headings, languages, identifiers of other
 * articles that it links to. */
#ifndef CARREL_INDEX_VALUES_H
#define CARREL_INDEX_VALUES_H

#include "base/date.h"
#include "index/content.h"

/* Adds every value of the record; each may come more than once. */
void values_add(values *list, const record *r, arena *a);
/* The days of its dates of publication; zeros where there is none. */
void record_published(const record *r, date_span *print, date_span *electronic);
/* The first and last day of publication, print and electronic taken together. */
date_span record_days(const record *r);

#endif
