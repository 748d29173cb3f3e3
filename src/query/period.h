/* Dates and ranges of dates as they stand in queries: "2000", "2000/03:2004", "last 5 years". */
#ifndef CARREL_QUERY_PERIOD_H
#define CARREL_QUERY_PERIOD_H

#include "query/scan.h"

/* The dates that stand for the open ends of a range. */
#define PERIOD_FIRST TEXT("1000")
#define PERIOD_LAST TEXT("3000")

/* Reads one date into the form yyyy, yyyy/mm or yyyy/mm/dd. `at` is its place in the query, for
 * the error. Accepted: 2000, 2000/3, 2000/03/05, 2000-03-05, 20000305, 200003, 2000 Mar 5. */
bool period_read_date(const scope *s, text typed, size_t at, text *date);
/* Reads "last 5 years" (days, weeks, months) into the date then; *relative says whether it has
 * that form at all. */
bool period_read_last(const scope *s, text typed, size_t at, bool *relative, text *low);
/* Whether a word can be part of a date: it begins with a digit, is a month, or of "last 5 years".
 */
bool period_is_part(text word);

#endif
