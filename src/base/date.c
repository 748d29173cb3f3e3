/* Dates: words and numbers are collected in order, then the pattern they form is read. */
#include "base/date.h"

#include "base/list.h"

static const char *const month_names[12] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* Seasons and where PubMed sorts them (PubMed User Guide, "Publication date"). */
static const struct {
  text name;
  int month;
} seasons[] = {{TEXT_STATIC("winter"), 1},
               {TEXT_STATIC("spring"), 4},
               {TEXT_STATIC("summer"), 7},
               {TEXT_STATIC("fall"), 10},
               {TEXT_STATIC("autumn"), 10}};

int date_month_days(int year, int month) {
  static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 31;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

text date_month_name(int month) {
  return month >= 1 && month <= 12 ? text_of(month_names[month - 1]) : text_of("");
}

int date_month(text name) {
  long long number;
  if (text_to_number(name, &number)) return number >= 1 && number <= 12 ? (int)number : 0;
  if (name.size < 3) return 0;
  for (int month = 1; month <= 12; month++)
    if (text_starts_nocase(name, date_month_name(month))) return month;
  return 0;
}

text date_print(arena *a, int year, int month, int day) {
  text name = date_month_name(month);
  if (!name.size) return arena_printf(a, "%04d", year);
  if (day < 1) return arena_printf(a, "%04d %.*s", year, TEXT_ARG(name));
  return arena_printf(a, "%04d %.*s %d", year, TEXT_ARG(name), day);
}

/* One date of a range: what has been found of it so far. */
typedef struct {
  int year, month, day, months; /* months: how many the season covers, else 1 */
} point;

static int season_month(text word) {
  for (size_t i = 0; i < sizeof seasons / sizeof *seasons; i++)
    if (text_starts_nocase(word, seasons[i].name)) return seasons[i].month;
  return 0;
}

static void point_take_number(point *p, text digits) {
  long long number = 0;
  text_to_number(digits, &number);
  if (digits.size == 8) {
    p->year = (int)(number / 10000), p->month = (int)(number / 100 % 100),
    p->day = (int)(number % 100);
  } else if (digits.size == 4 && !p->year) {
    p->year = (int)number;
  } else if (digits.size <= 2) {
    if (p->year && !p->month) p->month = number <= 12 ? (int)number : 0;
    else if (!p->day && number <= 31) p->day = (int)number;
  }
}

static void point_take_word(point *p, text word) {
  int month = date_month(word);
  if (month && !p->month) p->month = month;
  else if (!month && season_month(word)) p->month = season_month(word), p->months = 3;
}

static int point_first(const point *p) {
  return p->year * 10000 + (p->month ? p->month : 1) * 100 + (p->day ? p->day : 1);
}

static int point_last(const point *p) {
  int month = p->month ? p->month + p->months - 1 : 12;
  if (month > 12) month = 12;
  return p->year * 10000 + month * 100 + (p->day ? p->day : date_month_days(p->year, month));
}

/* "Sep/Oct": a stroke between two words, as some journals have for a hyphen. */
static bool stroke_parts(text after, bool last_was_word) {
  return last_was_word && after.size && ascii_is_letter(after.data[0]);
}

/* A hyphen between two dates parts them ("1998 Dec-1999 Jan", "Nov-Dec", "1976-1977"); inside an
 * ISO date it does not. It parts them when what follows is a word or a year, or when a word or a
 * complete date stands before it. */
static bool hyphen_parts(const point *before, text after, bool last_was_word) {
  size_t digits = 0;
  while (digits < after.size && ascii_is_digit(after.data[digits])) digits++;
  if (!digits || digits == 4) return before->year || before->month;
  return last_was_word || (before->year && before->month && before->day);
}

static size_t run_length(text rest, bool (*belongs)(char)) {
  size_t size = 0;
  while (size < rest.size && belongs(rest.data[size])) size++;
  return size;
}

/* The second date of a range borrows what it does not say from the first: "2000 Nov-Dec". */
static void points_complete(point *first, point *second) {
  if (!second->year && !second->month && second->day && first->day) second->month = first->month;
  if (!second->year) second->year = first->year;
  if (!first->year) first->year = second->year;
}

bool date_read(text printed, date_span *span) {
  point points[2] = {{.months = 1}, {.months = 1}};
  int at = 0;
  bool last_was_word = false;
  for (text rest = text_trim(printed); rest.size;) {
    size_t digits = run_length(rest, ascii_is_digit), letters = run_length(rest, ascii_is_letter);
    size_t size = digits ? digits : letters ? letters : 1;
    text piece = text_slice(rest, 0, size);
    rest = text_slice(rest, size, rest.size);
    if (digits) point_take_number(&points[at], piece);
    else if (letters) point_take_word(&points[at], piece);
    else if (piece.data[0] == '-' && at == 0 && hyphen_parts(&points[0], rest, last_was_word))
      at = 1;
    else if (piece.data[0] == '/' && at == 0 && stroke_parts(rest, last_was_word)) at = 1;
    if (digits || letters) last_was_word = letters > 0;
    if (digits == 8) break;
  }
  if (at == 1) points_complete(&points[0], &points[1]);
  *span = (date_span){0, 0};
  if (points[0].year < 1000 || points[0].year > 3999) return false;
  if (points[at].year < points[0].year) at = 0;
  *span = (date_span){point_first(&points[0]), point_last(&points[at])};
  if (span->to < span->from) span->to = point_last(&points[0]);
  return true;
}

bool date_plain(text printed, date_parts *parts) {
  date_span span;
  *parts = (date_parts){0};
  if (!date_read(printed, &span)) return false;
  int year = span.from / 10000, month = span.from / 100 % 100, day = span.from % 100;
  int last = year * 10000 + month * 100 + date_month_days(year, month);
  if (span.from == span.to) *parts = (date_parts){year, month, day};
  else if (day == 1 && span.to == last) *parts = (date_parts){year, month, 0};
  else if (span.from == year * 10000 + 101 && span.to == year * 10000 + 1231)
    *parts = (date_parts){year, 0, 0};
  return parts->year > 0;
}

text date_tidy(arena *a, text printed) {
  date_parts parts;
  if (!date_plain(printed, &parts)) return printed;
  return date_print(a, parts.year, parts.month, parts.day);
}
