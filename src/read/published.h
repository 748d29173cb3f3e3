/* Dates and pages as citation formats print them, brought into the form that PubMed prints. */
#ifndef CARREL_READ_PUBLISHED_H
#define CARREL_READ_PUBLISHED_H

#include "base/arena.h"

/* The date of publication out of a year and a date, either of which may be empty or hold a whole
 * date: "2014" and "Mar 2", "2014//" and "", "2021" and "2021/02/01/", "2018" and "MAY-JUN".
 * The narrower of two that agree in the year; the year's where they do not. Empty where neither
 * holds a year. */
text published_date(arena *a, text year, text date);
/* Pages: "97-105", "e0815". Placeholders ("nan", "No Pagination Specified") are no pages. */
text published_pages(arena *a, text first, text last);

#endif
