/* Days of publication stand in the segments: the first and the last of an article. Where these do
 * not decide, the record does. Other dates stand in the dictionary. */
#include "search/leaf_date.h"

#include "base/date.h"
#include "index/content.h"
#include "index/values.h"

/* --- Publication --- */

static bool meets(date_span span, date_span asked) {
  return span.from && span.from <= asked.to && span.to >= asked.from;
}

static bool is_published(const record *r, date_span asked, bool single) {
  date_span print, electronic;
  record_published(r, &print, &electronic);
  if (meets(print, asked)) return true;
  if (single && print.from && electronic.from > print.from) return false;
  return meets(electronic, asked);
}

/* Whether the first and last day tell that one of the two dates is asked for: they are an end of
 * one of them, and all there is lies between them. */
static bool is_decided(int first, int last, date_span asked, bool single) {
  bool begins = first >= asked.from, ends = last <= asked.to;
  return single ? begins && ends : begins || ends;
}

static bool add_undecided(evaluation *v, article_id id, date_span asked, bool single, arena *a,
                          set *found) {
  record r;
  bool there;
  arena_reset(a);
  record_init(&r, a);
  if (!article_get(v->x->store, id, &r, &there, v->e)) return false;
  if (there && is_published(&r, asked, single)) set_add(found, (uint64_t)id);
  return true;
}

static bool add_published(evaluation *v, date_span asked, bool single, set *found) {
  arena a;
  bool good = searcher_read_dates(v->x, v->e);
  arena_init(&a);
  for (size_t i = 0; good && i < v->x->segments.list.count; i++) {
    const segment_row *row = &v->x->segments.list.items[i];
    for (uint32_t k = 0; good && k < row->span; k++) {
      date_span days = segment_days(row, k);
      uint64_t id = (uint64_t)row->first + k;
      if (!days.from || days.from > asked.to || days.to < asked.from) continue;
      if (is_decided(days.from, days.to, asked, single)) set_add(found, id);
      else if (set_has(v->among ? v->among : &v->x->alive, id))
        good = add_undecided(v, (article_id)id, asked, single, &a, found);
    }
  }
  arena_finish(&a);
  return good;
}

/* --- All dates --- */

static bool add_dates(evaluation *v, const field *f, date_span asked, set *found) {
  bool any;
  text low = arena_printf(v->a, "%08d", asked.from), high = arena_printf(v->a, "%08d~", asked.to);
  return leaf_add_between(v, text_of(f->name), low, high, found, &any);
}

bool leaf_date_evaluate(evaluation *v, const query *leaf, set *found) {
  bool single = leaf->kind == QUERY_VALUE;
  text low = single ? leaf->text : leaf->low, high = single ? leaf->text : leaf->high;
  date_span first = {0, 0}, last = {0, 99991231};
  if (low.size) date_read(low, &first);
  if (high.size) date_read(high, &last);
  date_span asked = {first.from, last.to};
  if (text_equal(text_of(leaf->field->name), TEXT("dp")))
    return add_published(v, asked, single, found);
  return add_dates(v, leaf->field, asked, found);
}

/* --- Numbers --- */

static bool add_identifiers(evaluation *v, const query *leaf, long long low, long long high,
                            set *found) {
  sqlite3_stmt *statement = store_statement(v->x->store, STATEMENT_IDENTIFIER_NUMBERS, v->e);
  if (!statement) return false;
  store_bind(statement, 1, text_of(leaf->field->name));
  sqlite3_bind_int64(statement, 2, low);
  sqlite3_bind_int64(statement, 3, high);
  while (sqlite3_step(statement) == SQLITE_ROW)
    set_add(found, (uint64_t)sqlite3_column_int64(statement, 0));
  return sqlite3_reset(statement) == SQLITE_OK ||
         store_fail(v->x->store, "reading identifiers", v->e);
}

/* Values that are numbers of the range. */
static bool add_values(evaluation *v, const query *leaf, long long low, long long high,
                       set *found) {
  texts keys;
  bool any = false; /* which nobody asks here */
  text field = text_of(leaf->field->name);
  if (!terms_between(v->x->store, &v->x->segments, field, TEXT("0"), TEXT(":"), v->a, &keys, v->e))
    return false;
  for (size_t i = 0; i < keys.count; i++) {
    long long number;
    if (!text_to_number(term_value(keys.items[i]), &number) || number < low || number > high)
      continue;
    if (!leaf_add_value(v, keys.items[i], found, &any)) return false;
  }
  return true;
}

bool leaf_numbers_evaluate(evaluation *v, const query *leaf, set *found) {
  long long low = 0, high = INT64_MAX;
  if (leaf->low.size && !text_to_number(leaf->low, &low)) low = INT64_MAX;
  if (leaf->high.size && !text_to_number(leaf->high, &high)) high = INT64_MAX;
  if (leaf->field->kind == FIELD_ID) return add_identifiers(v, leaf, low, high, found);
  return add_values(v, leaf, low, high, found);
}
