/* Reading Ovid's limits. What a limit means is written as a query in PubMed's language. */
#include "query/ovid_limit.h"

#include "base/nearest.h"
#include "query/leaf.h"
#include "query/period.h"
#include "query/pubmed.h"
#include "query/value.h"

enum { DEEPEST = 20 };

typedef struct limit_row {
  text name;
  text meaning;
} limit_row;

#define ROW(name, meaning) \
  { TEXT_STATIC(name), TEXT_STATIC(meaning) }

/* Ovid's "MEDLINE Database Guide", Limits. Names in small letters. */
static const limit_row rows[] = {
    ROW("abstracts", "hasabstract"),
    ROW("full text", "full text[sb]"),
    ROW("human", "humans[mh]"),
    ROW("humans", "humans[mh]"),
    ROW("animal", "animals[mh:noexp]"),
    ROW("animals", "animals[mh:noexp]"),
    ROW("female", "female[mh]"),
    ROW("male", "male[mh]"),
    ROW("pregnancy", "pregnancy[mh]"),
    ROW("core clinical journals (aim)", "aim[sb]"),
    ROW("dental journals", "dental[sb]"),
    ROW("nursing journals", "nursing[sb]"),
    ROW("medline", "medline[sb]"),
    ROW("systematic reviews", "systematic[sb]"),
    ROW("review", "review[pt]"),
    ROW("review articles", "review[pt]"),
    ROW("systematic review", "systematic review[pt]"),
    ROW("meta analysis", "meta-analysis[pt]"),
    ROW("meta-analysis", "meta-analysis[pt]"),
    ROW("randomized controlled trial", "randomized controlled trial[pt]"),
    ROW("controlled clinical trial", "controlled clinical trial[pt]"),
    ROW("clinical trial, all", "clinical trial[pt]"),
    ROW("clinical trial", "clinical trial[pt:noexp]"),
    ROW("clinical trial, phase i", "clinical trial, phase i[pt]"),
    ROW("clinical trial, phase ii", "clinical trial, phase ii[pt]"),
    ROW("clinical trial, phase iii", "clinical trial, phase iii[pt]"),
    ROW("clinical trial, phase iv", "clinical trial, phase iv[pt]"),
    ROW("multicenter study", "multicenter study[pt]"),
    ROW("observational study", "observational study[pt]"),
    ROW("comparative study", "comparative study[pt]"),
    ROW("evaluation study", "evaluation study[pt]"),
    ROW("practice guideline", "practice guideline[pt]"),
    ROW("guideline", "guideline[pt]"),
    ROW("case reports", "case reports[pt]"),
    ROW("comment", "comment[pt]"),
    ROW("editorial", "editorial[pt]"),
    ROW("letter", "letter[pt]"),
    ROW("news", "news[pt]"),
    ROW("journal article", "journal article[pt]"),
    ROW("all infant (birth to 23 months)", "infant[mh]"),
    ROW("all child (0 to 18 years)", "infant[mh] OR child[mh] OR adolescent[mh]"),
    ROW("all adult (19 plus years)", "adult[mh]"),
    ROW("newborn infant (birth to 1 month)", "\"infant, newborn\"[mh]"),
    ROW("infant (1 to 23 months)", "infant[mh:noexp]"),
    ROW("preschool child (2 to 5 years)", "\"child, preschool\"[mh]"),
    ROW("child (6 to 12 years)", "child[mh:noexp]"),
    ROW("adolescent (13 to 18 years)", "adolescent[mh]"),
    ROW("young adult (19 to 24 years)", "\"young adult\"[mh]"),
    ROW("adult (19 to 44 years)", "adult[mh:noexp]"),
    ROW("young adult and adult (19-24 and 19-44)", "\"young adult\"[mh] OR adult[mh:noexp]"),
    ROW("middle age (45 to 64 years)", "\"middle aged\"[mh]"),
    ROW("middle aged (45 plus years)", "\"middle aged\"[mh] OR aged[mh]"),
    ROW("all aged (65 and over)", "aged[mh]"),
    ROW("aged (80 and over)", "\"aged, 80 and over\"[mh]"),
};

static const text languages[] = {
    TEXT_STATIC("afrikaans"),  TEXT_STATIC("arabic"),     TEXT_STATIC("bulgarian"),
    TEXT_STATIC("chinese"),    TEXT_STATIC("croatian"),   TEXT_STATIC("czech"),
    TEXT_STATIC("danish"),     TEXT_STATIC("dutch"),      TEXT_STATIC("english"),
    TEXT_STATIC("finnish"),    TEXT_STATIC("french"),     TEXT_STATIC("german"),
    TEXT_STATIC("greek"),      TEXT_STATIC("hebrew"),     TEXT_STATIC("hungarian"),
    TEXT_STATIC("italian"),    TEXT_STATIC("japanese"),   TEXT_STATIC("korean"),
    TEXT_STATIC("lithuanian"), TEXT_STATIC("norwegian"),  TEXT_STATIC("persian"),
    TEXT_STATIC("polish"),     TEXT_STATIC("portuguese"), TEXT_STATIC("romanian"),
    TEXT_STATIC("russian"),    TEXT_STATIC("serbian"),    TEXT_STATIC("slovak"),
    TEXT_STATIC("slovenian"),  TEXT_STATIC("spanish"),    TEXT_STATIC("swedish"),
    TEXT_STATIC("thai"),       TEXT_STATIC("turkish"),    TEXT_STATIC("ukrainian"),
};

/* Limits with a value, and the field that it is of. */
static const limit_row dated[] = {
    ROW("yr", "dp"),   ROW("dp", "dp"),   ROW("ep", "epdat"), ROW("dt", "crdt"), ROW("da", "crdt"),
    ROW("ez", "edat"), ROW("dc", "dcom"), ROW("ed", "mhda"),  ROW("up", "lr"),   ROW("rd", "lr"),
};

static const text *find_row(const limit_row *table, size_t count, text name) {
  for (size_t i = 0; i < count; i++)
    if (text_equal_nocase(table[i].name, name)) return &table[i].meaning;
  return NULL;
}
#define FIND_ROW(table, name) find_row((table), sizeof(table) / sizeof *(table), (name))

/* ---- The line ---- */

/* Takes "limit 5 to" off the front: the number and what follows. */
static bool cut_limit(text typed, text *number, text *limits) {
  text rest = typed, word;
  if (!scan_take(&rest, &word) ||
      !(text_equal_nocase(word, TEXT("limit")) || text_equal_nocase(word, TEXT("lim"))))
    return false;
  if (!scan_take(&rest, number) || number->size > 4 || !text_all_digits(*number)) return false;
  if (!scan_take(&rest, &word) || !text_equal_nocase(word, TEXT("to"))) return false;
  *limits = text_trim(rest);
  return true;
}

bool ovid_is_limit(text typed) {
  text number, limits;
  return cut_limit(typed, &number, &limits);
}

/* ---- One limit ---- */

static query *place(query *q, const scope *s, text slice) {
  if (q) q->from = leaf_place(s, slice), q->size = slice.size;
  return q;
}

/* Headings mean what they say, as Ovid's own do. */
static void quote_headings(query *q) {
  if (q->field && q->field->kind == FIELD_HEADING) q->quoted = true;
  for (size_t i = 0; i < q->items.count; i++) quote_headings(q->items.items[i]);
}

/* What a query in PubMed's language means; it is ours and has no fault. */
static query *read_meaning(const scope *s, text meaning) {
  query *q = query_parse(meaning, NULL, s->arena, s->error);
  if (q) quote_headings(q);
  return q;
}

static query *fail_limit(const scope *s, text slice) {
  size_t at = slice.size ? leaf_place(s, slice) : s->typed.size;
  nearest near = nearest_to(scan_clean(s->arena, slice));
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    nearest_offer(&near, rows[i].name, rows[i].name.data);
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
    nearest_offer(&near, languages[i], languages[i].data);
  text shown = scan_shown(slice);
  if (near.name)
    scope_fail(s, at, "unknown limit \"%.*s\"; did you mean %s?", TEXT_ARG(shown), near.name);
  else scope_fail(s, at, "unknown limit \"%.*s\"", TEXT_ARG(shown));
  return NULL;
}

static query *read_date(const scope *s, text slice, text date, const field *f) {
  query *q = query_new(s->arena, QUERY_VALUE);
  q->field = f;
  return period_read_date(s, date, leaf_place(s, slice), &q->text) ? place(q, s, slice) : NULL;
}

/* yr="2010 -Current", dt=20200101-20201231, yr="-2010", yr=2015 */
static query *read_dates(const scope *s, text slice, text dates, text tag) {
  text low, high;
  const field *f = field_find(tag);
  bool range = text_cut(dates, TEXT("-"), &low, &high);
  low = text_trim(low), high = text_trim(high);
  if (range && !low.size) low = PERIOD_FIRST;
  if (range && (!high.size || text_equal_nocase(high, TEXT("current")))) high = PERIOD_LAST;
  query *first = read_date(s, slice, low, f);
  query *last = first && range ? read_date(s, slice, high, f) : NULL;
  return last ? value_range(s, first, last) : range ? NULL : first;
}

static query *read_language(const scope *s, text name) {
  text word = name, rest;
  if (text_cut(name, TEXT(" "), &word, &rest) && !text_equal_nocase(rest, TEXT("language")))
    return NULL;
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
    if (!text_equal_nocase(languages[i], word)) continue;
    query *q = query_new(s->arena, QUERY_VALUE);
    q->field = field_find(TEXT("la"));
    q->text = languages[i];
    return q;
  }
  return NULL;
}

/* last 5 years; NULL, without an error, where it is something else. */
static query *read_last(const scope *s, text slice, text name, bool *fault) {
  bool relative;
  query *q = query_new(s->arena, QUERY_RANGE);
  q->field = field_find(TEXT("dp"));
  q->high = PERIOD_LAST;
  *fault = !period_read_last(s, name, leaf_place(s, slice), &relative, &q->low);
  return !*fault && relative ? q : NULL;
}

static query *read_one(const scope *s, text slice) {
  text name = scan_clean(s->arena, slice), key, value;
  bool fault;
  if (name.size == 0) return fail_limit(s, slice);
  if (text_cut(name, TEXT("="), &key, &value)) {
    const text *tag = FIND_ROW(dated, text_trim(key));
    return tag ? place(read_dates(s, slice, text_trim(value), *tag), s, slice)
               : fail_limit(s, slice);
  }
  query *period = read_last(s, slice, name, &fault);
  if (period || fault) return place(period, s, slice);
  const text *meaning = FIND_ROW(rows, name);
  query *q = meaning ? read_meaning(s, *meaning) : read_language(s, name);
  return q ? place(q, s, slice) : fail_limit(s, slice);
}

/* ---- Several ---- */

/* Splits at the first `word` ("and", "or") that stands outside brackets and quotes. */
static bool split_at(text limits, text word, text *before, text *after) {
  size_t depth = 0;
  bool quoted = false;
  for (size_t i = 0; i + word.size < limits.size; i++) {
    text here = text_slice(limits, i, limits.size);
    if (scan_quote(here)) quoted = !quoted;
    if (quoted) continue;
    if (here.data[0] == '(') depth++;
    if (here.data[0] == ')' && depth) depth--;
    bool starts = i == 0 || scan_space(text_slice(limits, i - 1, i)) || limits.data[i - 1] == ')';
    if (depth || !starts || !text_starts_nocase(here, word)) continue;
    text rest = text_slice(here, word.size, here.size);
    if (!scan_space(rest) && rest.data[0] != '(') continue;
    *before = text_trim(text_slice(limits, 0, i));
    *after = text_trim(rest);
    return true;
  }
  return false;
}

/* Whether one pair of brackets is around it all. */
static bool is_bracketed(text limits) {
  size_t depth = 0;
  if (!text_starts(limits, TEXT("(")) || !text_ends(limits, TEXT(")"))) return false;
  for (size_t i = 0; i + 1 < limits.size; i++) {
    if (limits.data[i] == '(') depth++;
    if (limits.data[i] == ')') depth--;
    if (depth == 0) return false;
  }
  return true;
}

static query *read_limits(const scope *s, text limits, int depth) {
  static const struct {
    text word;
    query_kind kind;
  } operators[] = {{TEXT_STATIC("or"), QUERY_OR}, {TEXT_STATIC("and"), QUERY_AND}};
  if (is_bracketed(limits)) limits = text_trim(text_slice(limits, 1, limits.size - 1));
  for (size_t i = 0; i < 2 && depth < DEEPEST; i++) {
    text before, after;
    query *all = query_new(s->arena, operators[i].kind), *one;
    while (split_at(limits, operators[i].word, &before, &after)) {
      if (!(one = read_limits(s, before, depth + 1))) return NULL;
      query_add(s->arena, all, one);
      limits = after;
    }
    if (all->items.count == 0) continue;
    if (!(one = read_limits(s, limits, depth + 1))) return NULL;
    query_add(s->arena, all, one);
    return all;
  }
  return read_one(s, limits);
}

/* Adds the limits to the line, AND in AND as one. */
static void add_limits(const scope *s, query *all, query *limits) {
  bool chain = limits->kind == QUERY_AND;
  if (!chain) query_add(s->arena, all, limits);
  for (size_t i = 0; chain && i < limits->items.count; i++)
    add_limits(s, all, limits->items.items[i]);
}

query *ovid_limit(const scope *s) {
  text number, limits;
  cut_limit(s->typed, &number, &limits);
  query *line = query_new(s->arena, QUERY_HISTORY), *all = query_new(s->arena, QUERY_AND);
  line->text = number;
  query *wanted = read_limits(s, limits, 0);
  if (!wanted) return NULL;
  query_add(s->arena, all, place(line, s, number));
  add_limits(s, all, wanted);
  all->size = s->typed.size;
  return all;
}
