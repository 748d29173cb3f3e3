/* Dates and pages. */
#include "read/published.h"

#include "base/date.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* "MAY-JUN" and "may-jun" become "May-Jun". */
static text capitalise(arena *a, text printed) {
  text copy = arena_text(a, printed);
  char *bytes = (char *)(size_t)copy.data;
  for (size_t i = 0; i < copy.size; i++) {
    bool inside = i && ascii_is_letter(bytes[i - 1]);
    bytes[i] = inside ? ascii_lower(bytes[i]) : ascii_upper(bytes[i]);
  }
  return copy;
}

/* RIS ends dates in "/other information". Where that holds a year of its own it is the date as
 * printed on the issue, and the rest was made up from something else. */
static text prefer_other_information(text printed) {
  text rest = printed, piece, other = {"", 0};
  date_span span;
  for (size_t part = 0; text_take_until(&rest, '/', &piece); part++)
    if (part == 3) other = text_trim(piece);
  return date_read(other, &span) ? other : printed;
}

static text read_date(arena *a, text printed, date_span *span) {
  printed = prefer_other_information(arena_squeeze(a, printed));
  if (!date_read(printed, span)) return (text){"", 0};
  text tidy = date_tidy(a, printed);
  return text_equal(tidy, printed) ? capitalise(a, printed) : tidy;
}

/* "2 March", unlike "5" or "5 14". */
static bool begins_with_day(text date) {
  size_t digits = 0, letters = 0;
  while (digits < date.size && ascii_is_digit(date.data[digits])) digits++;
  for (size_t i = digits; i < date.size; i++) letters += ascii_is_letter(date.data[i]);
  return digits && digits <= 2 && letters;
}

static bool begins_with_year(text date) {
  return date.size >= 4 && text_all_digits(text_slice(date, 0, 4));
}

text published_date(arena *a, text year, text date) {
  date_span of_year, of_date;
  text as_year = read_date(a, year, &of_year);
  text as_date = read_date(a, date, &of_date);
  if (!as_date.size && as_year.size && text_trim(date).size) {
    /* A month, perhaps with a day, without its year: "Mar 2", "2 March". */
    int number = of_year.from / 10000;
    text whole = begins_with_day(text_trim(date))
                     ? arena_printf(a, "%.*s %04d", TEXT_ARG(date), number)
                     : arena_printf(a, "%04d %.*s", number, TEXT_ARG(date));
    as_date = read_date(a, whole, &of_date);
  }
  if (!as_date.size) return as_year;
  if (!as_year.size) return as_date;
  bool agree = of_year.from / 10000 == of_date.from / 10000;
  if (!agree && !begins_with_year(date)) {
    /* "Dec-1999 Jan" behind 1998. */
    text whole = arena_printf(a, "%04d %.*s", of_year.from / 10000, TEXT_ARG(date));
    as_date = read_date(a, whole, &of_date);
    agree = as_date.size && of_year.from / 10000 == of_date.from / 10000;
  }
  bool narrower = of_date.to - of_date.from < of_year.to - of_year.from;
  return agree && (narrower || of_date.to > of_year.to) ? as_date : as_year;
}

static bool is_placeholder(text page) {
  static const text words[] = {TEXT_STATIC("nan"),   TEXT_STATIC("undefined"),
                               TEXT_STATIC("n/a"),   TEXT_STATIC("na"),
                               TEXT_STATIC("null"),  TEXT_STATIC("none"),
                               TEXT_STATIC("-"),     TEXT_STATIC("No"),
                               TEXT_STATIC("nil"),   TEXT_STATIC("No Pagination Specified"),
                               TEXT_STATIC("no-no"), TEXT_STATIC("Specified")};
  for (size_t i = 0; i < COUNT(words); i++)
    if (text_equal_nocase(page, words[i])) return true;
  return !page.size;
}

/* "97–105", "97--105" and "97 - 105" become "97-105". */
static text plain_dashes(arena *a, text pages) {
  static const text dashes[] = {TEXT_STATIC("\u2013"), TEXT_STATIC("\u2014"), TEXT_STATIC("\u2012"),
                                TEXT_STATIC("\u2010"), TEXT_STATIC("--"),     TEXT_STATIC("- "),
                                TEXT_STATIC(" -")};
  text before, after;
  for (size_t i = 0; i < COUNT(dashes); i++)
    while (text_cut(pages, dashes[i], &before, &after))
      pages = arena_printf(a, "%.*s-%.*s", TEXT_ARG(before), TEXT_ARG(after));
  return pages;
}

text published_pages(arena *a, text first, text last) {
  first = plain_dashes(a, arena_squeeze(a, first));
  last = plain_dashes(a, arena_squeeze(a, last));
  if (is_placeholder(last)) last = (text){"", 0};
  if (is_placeholder(first)) return last;
  bool whole = text_find_byte(first, '-') != TEXT_NONE || text_find_byte(first, ',') != TEXT_NONE;
  return whole || text_equal(first, last) ? first : arena_join(a, first, TEXT("-"), last);
}
