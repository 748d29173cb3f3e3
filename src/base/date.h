/* Publication dates are kept as printed ("1998 Dec-1999 Jan", "2000 Spring"); here they are read
 * into the span of days that they mean, and plain ones are printed PubMed's way. */
#ifndef CARREL_BASE_DATE_H
#define CARREL_BASE_DATE_H

#include "base/arena.h"

/* Days as numbers yyyymmdd, both inclusive; 0 where nothing is known. */
typedef struct date_span {
  int from, to;
} date_span;

/* Reads "2025 Mar 15", "2025 Mar", "2000 Nov-Dec", "1998 Dec-1999 Jan", "2000 Spring",
 * "1976-1977", "2025-03-15", "2025/3", "20250315", "15 March 2025" and the like. A season begins
 * where PubMed sorts it: winter January, spring April, summer July, fall October.
 * False, and a span of zeros, where no year is found. */
bool date_read(text printed, date_span *span);
/* 1 to 12 for "3", "03", "Mar", "March", "mar."; otherwise 0. */
int date_month(text name);
/* "Mar"; empty for a number that is no month. */
text date_month_name(int month);
/* "2025 Mar 15"; month and day may be 0 for unknown. */
text date_print(arena *a, int year, int month, int day);
/* A day, a month (day 0) or a year (month 0). */
typedef struct date_parts {
  int year, month, day;
} date_parts;
/* Whether the text is a plain day, month or year rather than a range, a season or no date. */
bool date_plain(text printed, date_parts *parts);
/* A plain day, month or year, however printed, PubMed's way: "2014/07/06 06:00", "20140706" and
 * "2014-07-06" become "2014 Jul 6". Ranges, seasons and what is no date stay as they are. */
text date_tidy(arena *a, text printed);
/* The last day of a month. */
int date_month_days(int year, int month);

#endif
