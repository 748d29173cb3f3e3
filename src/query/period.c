/* Reading the dates of queries. */
#include "query/period.h"

#include "base/date.h"

enum { SHORTEST_YEAR = 1000, LONGEST_COUNT = 100000 };

/* ---- One date ---- */

/* Parts of the date at / - . or spaces; -1 where there are more than three. */
static int split_date(text typed, text parts[3]) {
  int count = 0;
  for (size_t i = 0; i < typed.size;) {
    size_t end = i;
    while (end < typed.size && scan_is_letter(typed.data[end])) end++;
    if (end > i) {
      if (count == 3) return -1;
      parts[count++] = text_slice(typed, i, end);
    }
    i = end + (end < typed.size);
  }
  return count;
}

static bool read_number(text digits, long long *number) {
  return digits.size <= 8 && text_all_digits(digits) && text_to_number(digits, number);
}

static bool date_fault(const scope *s, text typed, size_t at, const char *why) {
  return scope_fail(s, at, "\"%.*s\" is no date: %s", TEXT_ARG(scan_shown(typed)), why);
}

bool period_read_date(const scope *s, text typed, size_t at, text *date) {
  text parts[3];
  long long year = 0, day = 0;
  int month = 0, count = split_date(typed, parts);
  if (count == 1 && (parts[0].size == 8 || parts[0].size == 6)) {
    text whole = parts[0];
    parts[0] = text_slice(whole, 0, 4);
    parts[1] = text_slice(whole, 4, 6);
    parts[2] = text_slice(whole, 6, 8);
    count = whole.size == 8 ? 3 : 2;
  }
  if (count == 2 && parts[0].size == 4 && parts[1].size == 4 && text_all_digits(parts[1]))
    return date_fault(s, typed, at, "a range has a colon, as in 2019:2024");
  if (count < 1 || parts[0].size != 4 || !read_number(parts[0], &year) || year < SHORTEST_YEAR)
    return date_fault(s, typed, at, "write it as 2024, 2024/05 or 2024/05/31");
  if (count > 1 && (month = date_month(parts[1])) == 0)
    return date_fault(s, typed, at, "months are 1 to 12");
  if (count > 2 &&
      (!read_number(parts[2], &day) || day < 1 || day > date_month_days((int)year, month)))
    return date_fault(s, typed, at, "there is no such day");
  if (count == 1) *date = arena_printf(s->arena, "%04lld", year);
  else if (count == 2) *date = arena_printf(s->arena, "%04lld/%02d", year, month);
  else *date = arena_printf(s->arena, "%04lld/%02d/%02lld", year, month, day);
  return true;
}

/* ---- "last 5 years" ---- */

static text print_day(const scope *s, int year, int month, int day) {
  int days = date_month_days(year, month);
  return arena_printf(s->arena, "%04d/%02d/%02d", year, month, day < days ? day : days);
}

static text months_ago(const scope *s, long long count) {
  long long month = s->today / 10000 * 12LL + s->today / 100 % 100 - 1 - count;
  if (month < SHORTEST_YEAR * 12LL) return PERIOD_FIRST;
  return print_day(s, (int)(month / 12), (int)(month % 12) + 1, s->today % 100);
}

static text days_ago(const scope *s, long long count) {
  int year = s->today / 10000, month = s->today / 100 % 100;
  long long day = s->today % 100 - count;
  while (day < 1) {
    if (--month == 0) month = 12, year--;
    if (year < SHORTEST_YEAR) return PERIOD_FIRST;
    day += date_month_days(year, month);
  }
  return print_day(s, year, month, (int)day);
}

/* In days or in months. */
static const struct {
  text name;
  int days, months;
} units[] = {
    {TEXT_STATIC("days"), 1, 0},
    {TEXT_STATIC("weeks"), 7, 0},
    {TEXT_STATIC("months"), 0, 1},
    {TEXT_STATIC("years"), 0, 12},
};
enum { UNIT_COUNT = sizeof units / sizeof *units };

/* The place of a unit, in the plural or the singular, or UNIT_COUNT. */
static size_t find_unit(text word) {
  size_t i = 0;
  for (; i < UNIT_COUNT; i++) {
    text plural = units[i].name, singular = text_slice(plural, 0, plural.size - 1);
    if (text_equal_nocase(word, plural) || text_equal_nocase(word, singular)) break;
  }
  return i;
}

static bool is_last(text word) {
  return text_equal_nocase(word, TEXT("last")) || text_equal_nocase(word, TEXT("past"));
}

bool period_is_part(text word) {
  return ascii_is_digit(word.data[0]) || is_last(word) || find_unit(word) < UNIT_COUNT ||
         date_month(word) > 0;
}

bool period_read_last(const scope *s, text typed, size_t at, bool *relative, text *low) {
  text rest = typed, words[4] = {{0}};
  size_t count = 0;
  while (count < 4 && scan_take(&rest, &words[count])) count++;
  long long number = 1;
  *relative = count >= 2 && count <= 3 && is_last(words[0]);
  if (!*relative) return true;
  size_t unit = find_unit(words[count - 1]);
  if (count == 3 && (!read_number(words[1], &number) || number < 1 || number > LONGEST_COUNT))
    return date_fault(s, typed, at, "write it as \"last 5 years\"");
  if (unit == UNIT_COUNT)
    return date_fault(s, typed, at, "the units are days, weeks, months and years");
  if (s->today == 0) return date_fault(s, typed, at, "there is no today to count from here");
  *low = units[unit].days ? days_ago(s, number * units[unit].days)
                          : months_ago(s, number * units[unit].months);
  return true;
}
