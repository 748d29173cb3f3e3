/* Terms in fields that hold no running text. */
#include "query/value.h"

#include "query/leaf.h"
#include "query/period.h"
#include "query/qualifier.h"

static query *new_value(const scope *s, text value) {
  query *q = query_new(s->arena, QUERY_VALUE);
  q->text = value;
  return q;
}

/* ---- Ranges ---- */

static text without_zeros(text digits) {
  while (digits.size > 1 && digits.data[0] == '0') digits = text_slice(digits, 1, digits.size);
  return digits;
}

static bool number_less(text a, text b) {
  a = without_zeros(a), b = without_zeros(b);
  return a.size != b.size ? a.size < b.size : text_compare(a, b) < 0;
}

/* Both ends have the same form up to the shorter: 2004 does not end before 2004/03 begins. */
static bool ends_before(text low, text high) {
  size_t shared = low.size < high.size ? low.size : high.size;
  return text_compare(text_slice(high, 0, shared), text_slice(low, 0, shared)) < 0;
}

static query *new_range(const scope *s, const field *f, size_t place, text low, text high) {
  bool backwards = f->kind == FIELD_DATE ? ends_before(low, high) : number_less(high, low);
  if (backwards) {
    scope_fail(s, place, "the range from %.*s to %.*s ends before it begins",
               TEXT_ARG(scan_shown(low)), TEXT_ARG(scan_shown(high)));
    return NULL;
  }
  query *q = query_new(s->arena, QUERY_RANGE);
  q->field = f;
  q->low = low;
  q->high = high;
  return q;
}

query *value_range(const scope *s, const query *low, const query *high) {
  query *q = NULL;
  bool plain = low->kind == QUERY_VALUE && high->kind == QUERY_VALUE;
  bool dates = low->field->kind == FIELD_DATE;
  if (plain && (dates || (text_all_digits(low->text) && text_all_digits(high->text))))
    q = new_range(s, low->field, low->from, low->text, high->text);
  else scope_fail(s, low->from, "a range runs from one %s to another", dates ? "date" : "number");
  if (q) q->from = low->from, q->size = high->from + high->size - low->from;
  return q;
}

/* ---- Dates ---- */

static query *read_period(const scope *s, text slice, text first, text second, const tag *t) {
  text low = PERIOD_FIRST, high = PERIOD_LAST;
  text from = scan_clean(s->arena, first), to = scan_clean(s->arena, second);
  if (text_find_byte(to, ':') != TEXT_NONE) {
    scope_fail(s, leaf_place(s, slice), "a range has two ends, not three");
    return NULL;
  }
  if (from.size && !period_read_date(s, from, leaf_place(s, slice), &low)) return NULL;
  if (to.size && !period_read_date(s, to, leaf_place(s, second), &high)) return NULL;
  return new_range(s, t->field, leaf_place(s, slice), low, high);
}

static query *read_date(const scope *s, text slice, const tag *t) {
  text first, second, date, typed = scan_clean(s->arena, slice);
  bool relative;
  if (text_cut(slice, TEXT(":"), &first, &second)) {
    if (second.size == 0) second.data = slice.data;
    return read_period(s, slice, first, second, t);
  }
  if (!period_read_last(s, typed, leaf_place(s, slice), &relative, &date)) return NULL;
  if (relative) return new_range(s, t->field, leaf_place(s, slice), date, PERIOD_LAST);
  if (!period_read_date(s, typed, leaf_place(s, slice), &date)) return NULL;
  return new_value(s, date);
}

/* ---- Numbers ---- */

/* NULL, without an error, where it is no range of numbers. */
static query *read_number_range(const scope *s, text slice, const tag *t, bool *fault) {
  text low, high;
  *fault = false;
  if (!text_cut(scan_clean(s->arena, slice), TEXT(":"), &low, &high)) return NULL;
  low = text_trim(low), high = text_trim(high);
  if (!text_all_digits(low) || !text_all_digits(high)) return NULL;
  query *q = new_range(s, t->field, leaf_place(s, slice), low, high);
  *fault = !q;
  return q;
}

static query *read_pmids(const scope *s, text slice, const tag *t) {
  query *all = query_new(s->arena, QUERY_OR);
  text piece;
  while (scan_take(&slice, &piece)) {
    text number = scan_trim(scan_clean(s->arena, piece), "*");
    if (number.size == 0) continue;
    if (!text_all_digits(number)) {
      scope_fail(s, leaf_place(s, piece), "\"%.*s\" is no PMID", TEXT_ARG(scan_shown(piece)));
      return NULL;
    }
    query *one = new_value(s, number);
    one->field = t->field;
    one->from = leaf_place(s, piece), one->size = piece.size;
    query_add(s->arena, all, one);
  }
  return all->items.count == 1 ? all->items.items[0] : all;
}

/* ---- Headings, names and other whole values ---- */

void value_split_heading(text typed, text *heading, text *qualifier) {
  size_t slash = text_find_last(typed, TEXT("/"));
  *heading = typed;
  *qualifier = (text){"", 0};
  if (slash == TEXT_NONE) return;
  text before = text_trim(text_slice(typed, 0, slash));
  text after = text_trim(text_slice(typed, slash + 1, typed.size)), name = qualifier_name(after);
  if (!scan_has_letter(before) || !scan_has_letter(after)) return;
  *heading = before;
  *qualifier = name.size ? name : after;
}

static bool has_headings(const field *f) {
  return f == field_find(TEXT("mh")) || f == field_find(TEXT("majr"));
}

/* What is no subheading cannot be one of a record's. */
static void check_qualifier(const scope *s, text name) {
  const char *near = qualifier_suggest(name);
  if (!name.size || qualifier_name(name).size) return;
  if (near)
    scope_note(s, "\"%.*s\" is no subheading; did you mean %s?", TEXT_ARG(scan_shown(name)), near);
  else scope_note(s, "\"%.*s\" is no subheading", TEXT_ARG(scan_shown(name)));
}

static bool split_heading(const scope *s, text slice, query *q) {
  value_split_heading(q->text, &q->text, &q->qualifier);
  check_qualifier(s, q->qualifier);
  if (!q->qualifier.size || text_find_byte(q->text, '/') == TEXT_NONE) return true;
  return scope_fail(s, leaf_place(s, slice), "a heading takes one subheading only");
}

/* Enough letters, and a star nowhere but at the end. */
static bool check_value(const scope *s, text slice, const query *q, const tag *t) {
  size_t place = leaf_place(s, slice);
  if (text_find_byte(q->text, '*') != TEXT_NONE)
    return scope_fail(s, place, "[%s] can be truncated at the end only", t->field->name);
  if (scan_letters(q->text) >= (q->truncated ? 2 : 1)) return true;
  return scope_fail(s, place, "* needs at least 2 letters before it");
}

static query *read_value(const scope *s, text slice, bool quoted, const tag *t) {
  text typed = scan_clean(s->arena, slice);
  while (text_starts(typed, TEXT("="))) typed = text_slice(typed, 1, typed.size); /* it is exact */
  text stem = text_trim_end(typed, "* ");
  query *q = new_value(s, text_trim(stem));
  q->quoted = quoted && t->field->kind != FIELD_ID; /* quotes say nothing of an identifier */
  q->no_explode = t->no_explode;
  q->truncated = text_find_byte(text_slice(typed, stem.size, typed.size), '*') != TEXT_NONE;
  if (has_headings(t->field) && !split_heading(s, slice, q)) return NULL;
  if (t->field == field_find(TEXT("sh"))) {
    text name = qualifier_name(q->text);
    if (name.size) q->text = name;
    else if (!q->truncated) check_qualifier(s, q->text);
  }
  return check_value(s, slice, q, t) ? q : NULL;
}

/* y_5[filter], the last five years; NULL, and no error, where it is something else. */
static query *read_years(const scope *s, text slice, const query *q, bool *fault) {
  bool relative;
  text years = text_slice(q->text, 2, q->text.size);
  *fault = false;
  if (!text_starts_nocase(q->text, TEXT("y_")) || !text_all_digits(years)) return NULL;
  query *range = query_new(s->arena, QUERY_RANGE);
  range->field = field_find(TEXT("dp"));
  range->high = PERIOD_LAST;
  text last = arena_printf(s->arena, "last %.*s years", TEXT_ARG(years));
  *fault = !period_read_last(s, last, leaf_place(s, slice), &relative, &range->low);
  return *fault ? NULL : range;
}

/* all[sb] and none[sb]: every record and no record. */
static query *read_filter(const scope *s, text slice, query *q) {
  bool fault;
  query *years = read_years(s, slice, q, &fault);
  if (years || fault) return years;
  if (text_equal_nocase(q->text, TEXT("all"))) return query_new(s->arena, QUERY_ALL);
  if (text_equal_nocase(q->text, TEXT("none"))) return query_new(s->arena, QUERY_NOTHING);
  return q;
}

query *value_read(const scope *s, text slice, bool quoted, const tag *t) {
  if (!scan_has_letter(slice)) {
    scope_fail(s, leaf_place(s, slice), "there is nothing to search for");
    return NULL;
  }
  if (t->field->kind == FIELD_DATE) return read_date(s, slice, t);
  if (t->field->can & FIELD_RANGES) {
    bool fault;
    query *range = read_number_range(s, slice, t, &fault);
    if (range || fault) return range;
  }
  if (t->field == field_find(TEXT("pmid"))) return read_pmids(s, slice, t);
  query *q = read_value(s, slice, quoted, t);
  return q && t->field == field_find(TEXT("sb")) ? read_filter(s, slice, q) : q;
}
