/* Leaves: words by their postings, phrases and truncations by the full-text index, values by the
 * dictionary, dates by the days in the segments. */
#include "search/leaf.h"

#include "base/date.h"
#include "index/content.h"
#include "model/identifier.h"
#include "search/heading.h"
#include "search/leaf_text.h"

/* --- Postings --- */

bool leaf_add_postings(evaluation *v, text term, unsigned column_set, set *found) {
  uint16_t mask = column_set ? code_mask(column_set) : 0;
  for (size_t i = 0; i < v->x->segments.list.count; i++) {
    const segment_row *row = &v->x->segments.list.items[i];
    postings list;
    if (!posting_get(v->x->store, row->id, term, v->a, &list, v->e)) return false;
    for (uint32_t k = 0; k < list.count; k++)
      if (!list.codes || list.codes[k] & mask)
        set_add(found, (uint64_t)(row->first + list.places[k]));
  }
  return true;
}

/* --- Ranking --- */

/* Words of names have no weight: an article of the author is not scored otherwise. */
static bool scores(const evaluation *v, const query *leaf, article_id id) {
  if (!v->typed || (leaf->field && leaf->field->kind == FIELD_NAME)) return true;
  return !set_has(v->typed, (uint64_t)id);
}

bool leaf_score(evaluation *v, const query *leaf, const matches *all, unsigned column_set) {
  if (!v->terms) return true;
  bool beginning = leaf->kind == QUERY_PREFIX;
  text label = beginning ? arena_printf(v->a, "%.*s*", TEXT_ARG(leaf->text)) : leaf->text;
  scored_term term = {.label = label, .found = all, .columns = column_set, .weight = 1};
  if (leaf->mapped) {
    matches *rest = arena_new(v->a, matches);
    if (!rest) return error_memory(v->e);
    for (size_t i = 0; i < all->count; i++)
      if (scores(v, leaf, all->items[i].id)) *list_push(v->a, rest) = all->items[i];
    term.found = rest;
    term.records = (long long)all->count;
    term.weight = LEAF_MAPPED_WEIGHT;
  }
  *list_push(v->a, v->terms) = term;
  return !arena_failed(v->a) || error_memory(v->e);
}

/* --- Values --- */

/* The smallest text that is larger than every text that begins with this one. */
static text after_prefix(text prefix, arena *a) {
  return arena_join(a, prefix, TEXT(""), TEXT("\xFF"));
}

/* Articles that have any value of a range. */
static bool add_between(evaluation *v, text field, text from, text end, set *found, bool *any) {
  texts keys;
  if (!terms_between(v->x->store, &v->x->segments, field, from, end, v->a, &keys, v->e))
    return false;
  *any = keys.count > 0;
  for (size_t i = 0; i < keys.count; i++)
    if (!leaf_add_postings(v, keys.items[i], 0, found)) return false;
  return true;
}

bool leaf_add_values(evaluation *v, text field, text from, bool whole, set *found, bool *any) {
  if (whole) {
    text key = term_key(field, from, v->a);
    return term_exists(v->x->store, &v->x->segments, key, any, v->e) &&
           (!*any || leaf_add_postings(v, key, 0, found));
  }
  return add_between(v, field, from, after_prefix(from, v->a), found, any);
}

/* The words of a full name with the last one first: "john a smith" becomes "smith john a". */
static text inverted(text folded, arena *a) {
  size_t space = text_find_last(folded, TEXT(" "));
  if (space == TEXT_NONE) return folded;
  return arena_join(a, text_slice(folded, space + 1, folded.size), TEXT(" "),
                    text_slice(folded, 0, space));
}

/* A name in full, "smith, john" or "john smith": the text index has names as "Smith, John A". */
static bool add_full_name(evaluation *v, const query *leaf, text folded, set *found, bool *any) {
  if (!leaf_text_add_name(v, folded, leaf->truncated, found, any)) return false;
  if (*any || leaf->quoted) return true;
  return leaf_text_add_name(v, inverted(folded, v->a), leaf->truncated, found, any);
}

/* A name: "smith" finds all Smiths, "smith j" those whose initials begin so; in quotes it is
 * whole. What is found by neither is looked for among full names. */
static bool add_name(evaluation *v, const query *leaf, text folded, set *found, bool *any) {
  text field = text_of(leaf->field->name);
  if (text_starts(field, TEXT("f"))) return add_full_name(v, leaf, folded, found, any);
  if (leaf->quoted && !leaf->truncated) return leaf_add_values(v, field, folded, true, found, any);
  bool one_word = text_find_byte(folded, ' ') == TEXT_NONE;
  if (leaf->truncated || !one_word) {
    if (!leaf_add_values(v, field, folded, false, found, any)) return false;
    if (*any || !text_equal(field, TEXT("au"))) return true;
    return add_full_name(v, leaf, folded, found, any);
  }
  bool with_initials;
  if (!leaf_add_values(v, field, folded, true, found, any)) return false;
  text spaced = arena_join(v->a, folded, TEXT(""), TEXT(" "));
  if (!leaf_add_values(v, field, spaced, false, found, &with_initials)) return false;
  *any = *any || with_initials;
  return true;
}

/* Languages by their names as well as by NLM's codes (the usual ones; source: NLM, "Language
 * abbreviations"). */
static const struct {
  text name, code;
} language_codes[] = {
    {TEXT_STATIC("english"), TEXT_STATIC("eng")},
    {TEXT_STATIC("french"), TEXT_STATIC("fre")},
    {TEXT_STATIC("german"), TEXT_STATIC("ger")},
    {TEXT_STATIC("spanish"), TEXT_STATIC("spa")},
    {TEXT_STATIC("italian"), TEXT_STATIC("ita")},
    {TEXT_STATIC("japanese"), TEXT_STATIC("jpn")},
    {TEXT_STATIC("chinese"), TEXT_STATIC("chi")},
    {TEXT_STATIC("russian"), TEXT_STATIC("rus")},
    {TEXT_STATIC("portuguese"), TEXT_STATIC("por")},
    {TEXT_STATIC("polish"), TEXT_STATIC("pol")},
    {TEXT_STATIC("dutch"), TEXT_STATIC("dut")},
    {TEXT_STATIC("swedish"), TEXT_STATIC("swe")},
    {TEXT_STATIC("danish"), TEXT_STATIC("dan")},
    {TEXT_STATIC("norwegian"), TEXT_STATIC("nor")},
    {TEXT_STATIC("hungarian"), TEXT_STATIC("hun")},
    {TEXT_STATIC("czech"), TEXT_STATIC("cze")},
    {TEXT_STATIC("turkish"), TEXT_STATIC("tur")},
    {TEXT_STATIC("korean"), TEXT_STATIC("kor")},
    {TEXT_STATIC("arabic"), TEXT_STATIC("ara")},
    {TEXT_STATIC("hebrew"), TEXT_STATIC("heb")},
    {TEXT_STATIC("greek modern"), TEXT_STATIC("gre")},
    {TEXT_STATIC("greek"), TEXT_STATIC("gre")},
    {TEXT_STATIC("finnish"), TEXT_STATIC("fin")},
    {TEXT_STATIC("persian"), TEXT_STATIC("per")},
    {TEXT_STATIC("multiple languages"), TEXT_STATIC("mul")},
};

static text language_code(text folded) {
  for (size_t i = 0; i < sizeof language_codes / sizeof *language_codes; i++)
    if (text_equal(language_codes[i].name, folded)) return language_codes[i].code;
  return folded;
}

static bool add_identifier(evaluation *v, const query *leaf, set *found, bool *any) {
  article_id id;
  identifier wanted = identifier_normal(v->a, text_of(leaf->field->name), leaf->text);
  *any = false;
  if (!wanted.value.size) return true;
  if (!article_find(v->x->store, wanted, &id, v->e)) return false;
  *any = id != 0;
  if (id) set_add(found, (uint64_t)id);
  return true;
}

/* Values that term mapping has added count for ranking, as one occurrence among the headings. */
static bool score_mapped(evaluation *v, const query *leaf, const set *found) {
  matches *all = arena_new(v->a, matches);
  if (!all) return error_memory(v->e);
  uint16_t code = code_count(0, COLUMN_MESH);
  for (uint64_t id = set_next(found, 0); id != SET_END; id = set_next(found, id + 1))
    *list_push(v->a, all) = (match){(article_id)id, code};
  return leaf_score(v, leaf, all, 1u << COLUMN_MESH);
}

static bool add_plain_value(evaluation *v, const query *leaf, set *found, bool *any) {
  text field = text_of(leaf->field->name), folded = content_fold(leaf->text, v->a);
  if (leaf->field->kind == FIELD_ID) return add_identifier(v, leaf, found, any);
  if (leaf->field->kind == FIELD_NAME) return add_name(v, leaf, folded, found, any);
  if (text_equal(field, TEXT("la"))) folded = language_code(folded);
  return leaf_add_values(v, field, folded, !leaf->truncated, found, any);
}

/* Tells that no article has the value, and which heading is like it. */
static bool note_no_value(evaluation *v, const query *leaf) {
  text near = {"", 0};
  if (!v->notices || leaf->mapped) return true;
  text notice =
      arena_printf(v->a, "nothing has \"%.*s\" in [%s]", TEXT_ARG(leaf->text), leaf->field->name);
  if (heading_explains(leaf->field) && !heading_suggest(v, leaf, &near)) return false;
  if (near.size)
    notice = arena_printf(v->a, "%.*s; did you mean \"%.*s\"?", TEXT_ARG(notice), TEXT_ARG(near));
  *list_push(v->a, v->notices) = notice;
  return true;
}

static bool evaluate_value(evaluation *v, const query *leaf, set *found) {
  bool any, good = heading_explains(leaf->field) ? heading_evaluate(v, leaf, found, &any)
                                                 : add_plain_value(v, leaf, found, &any);
  if (good && !any) return note_no_value(v, leaf);
  return good && (!leaf->mapped || !v->terms || score_mapped(v, leaf, found));
}

/* --- Dates and ranges --- */

/* Articles whose days of publication and the asked ones meet. */
static void add_days(const searcher *x, int from, int to, set *found) {
  for (size_t i = 0; i < x->segments.list.count; i++) {
    const segment_row *row = &x->segments.list.items[i];
    for (uint32_t k = 0; k < row->span; k++)
      if (row->days[2 * k] && row->days[2 * k] <= to && row->days[2 * k + 1] >= from)
        set_add(found, (uint64_t)(row->first + k));
  }
}

/* Other dates stand in the dictionary, day by day. */
static bool add_date_values(evaluation *v, const char *field, int from, int to, set *found) {
  bool any;
  text low = arena_printf(v->a, "%08d", from), high = arena_printf(v->a, "%08d~", to);
  return add_between(v, text_of(field), low, high, found, &any);
}

static bool evaluate_dates(evaluation *v, const field *f, text low, text high, set *found) {
  date_span first = {0, 0}, last = {99991231, 99991231};
  date_read(low, &first);
  if (high.size) date_read(high, &last);
  if (text_equal(text_of(f->name), TEXT("dp"))) {
    add_days(v->x, first.from, last.to, found);
    return true;
  }
  return add_date_values(v, f->name, first.from, last.to, found);
}

/* PMIDs and other identifiers that are numbers. */
static bool evaluate_numbers(evaluation *v, const query *leaf, set *found) {
  long long low = 0, high = INT64_MAX;
  text_to_number(leaf->low, &low);
  text_to_number(leaf->high, &high);
  sqlite3_stmt *statement = store_statement(v->x->store, STATEMENT_IDENTIFIER_NUMBERS, v->e);
  if (!statement) return false;
  sqlite3_bind_text(statement, 1, leaf->field->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 2, low);
  sqlite3_bind_int64(statement, 3, high);
  while (sqlite3_step(statement) == SQLITE_ROW)
    set_add(found, (uint64_t)sqlite3_column_int64(statement, 0));
  return sqlite3_reset(statement) == SQLITE_OK ||
         store_fail(v->x->store, "reading identifiers", v->e);
}

/* --- All kinds --- */

bool leaf_evaluate(evaluation *v, const query *leaf, set *found) {
  switch (leaf->kind) {
    case QUERY_ALL:
      return set_unite(found, &v->x->alive) || error_memory(v->e);
    case QUERY_VALUE:
      if (leaf->field->kind != FIELD_DATE) return evaluate_value(v, leaf, found);
      return evaluate_dates(v, leaf->field, leaf->text, leaf->text, found);
    case QUERY_RANGE:
      if (leaf->field->kind != FIELD_DATE) return evaluate_numbers(v, leaf, found);
      return evaluate_dates(v, leaf->field, leaf->low, leaf->high, found);
    case QUERY_WORD:
    case QUERY_EXACT:
    case QUERY_PREFIX:
    case QUERY_PHRASE:
    case QUERY_NEAR:
      return leaf_text_evaluate(v, leaf, found);
    default:
      return error_set(v->e, ERROR_USE, "this part of the query cannot be run yet: (%.*s)",
                       TEXT_ARG(query_kind_name(leaf->kind)));
  }
}
