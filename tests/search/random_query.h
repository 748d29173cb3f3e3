/* Queries by chance, of what stands in the records, so that most of them find something. */
#ifndef CARREL_TESTS_SEARCH_RANDOM_QUERY_H
#define CARREL_TESTS_SEARCH_RANDOM_QUERY_H

#include "brute_compare.h"

static brute *pool; /* whose records the words are drawn from */

/* ---- Texts out of records ---- */

static inline const record *a_record(maker *m) {
  return &pool->records.items[below(m, pool->records.count)]->r;
}

/* Any of the texts of a record; may be empty. */
static inline text a_text(maker *m) {
  const record *r = a_record(m);
  const person *p = r->people.count ? &r->people.items[below(m, r->people.count)] : NULL;
  switch (below(m, 10)) {
    case 0:
      return r->keywords.count ? r->keywords.items[below(m, r->keywords.count)].text : r->title;
    case 1:
      return r->headings.count ? r->headings.items[below(m, r->headings.count)].name : r->title;
    case 2:
      return p && p->affiliations.count ? p->affiliations.items[below(m, p->affiliations.count)]
                                        : r->journal;
    case 3:
      return p ? person_full_name(p, m->arena) : r->conflict_of_interest;
    case 4:
    case 5:
      return r->title;
    default:
      return r->abstract.count ? r->abstract.items[below(m, r->abstract.count)].text : r->title;
  }
}

static inline bool has_words(text some) {
  word next;
  return words_start(pool->walk, some) && words_next(pool->walk, &next);
}

/* So many of its words, as they are written, in a row; fewer where there are no more. */
static inline text some_of(maker *m, text whole, size_t count) {
  size_t at = whole.size ? below(m, whole.size) : 0, end;
  while (at && whole.data[at - 1] != ' ') at--;
  for (end = at; end < whole.size && count; end++) count -= whole.data[end] == ' ';
  return text_trim(text_slice(whole, at, end));
}

static inline text a_few_words(maker *m, size_t count) {
  for (;;) {
    text found = some_of(m, a_text(m), count);
    if (has_words(found)) return found;
  }
}

/* Cut off behind two letters or more. */
static inline text a_beginning(maker *m, text whole) {
  size_t size = whole.size > 3 ? 2 + below(m, whole.size - 2) : whole.size;
  while (size < whole.size && ((unsigned char)whole.data[size] & 0xC0) == 0x80) size++;
  text cut = text_slice(whole, 0, size);
  return has_words(cut) ? cut : whole;
}

/* ---- Words ---- */

/* A word with a wildcard or two. */
static inline text a_pattern(maker *m) {
  text word = pool->words.items[below(m, pool->words.count)];
  static const char *const signs[] = {"#", "?", "*", "$1", "$3"};
  for (size_t i = 1 + below(m, 2); i && word.size > 2; i--) {
    size_t from = 1 + below(m, word.size - 1), to = from + below(m, 3);
    while (from < word.size && ((unsigned char)word.data[from] & 0xC0) == 0x80) from++;
    while (to < word.size && ((unsigned char)word.data[to] & 0xC0) == 0x80) to++;
    word = arena_printf(m->arena, "%.*s%s%.*s", (int)from, word.data, PICK(m, signs),
                        TEXT_ARG(text_slice(word, to < from ? from : to, word.size)));
  }
  return below(m, 6) ? word : arena_printf(m->arena, "non-%.*s", TEXT_ARG(word));
}

static inline query *a_term_of(maker *m, query_kind kind) {
  query *q = query_new(m->arena, kind);
  q->text = a_few_words(m, kind == QUERY_PHRASE ? 1 + below(m, 4) : 1);
  if (kind == QUERY_WILD) q->text = a_pattern(m);
  bool star = kind == QUERY_PHRASE && below(m, 4) == 0;
  if (star || kind == QUERY_PREFIX) q->text = text_trim_end(a_beginning(m, q->text), "*");
  if (star) q->text = arena_printf(m->arena, "%.*s*", TEXT_ARG(q->text));
  return q;
}

static inline query *a_words_leaf(maker *m) {
  static const query_kind kinds[] = {QUERY_WORD,   QUERY_WORD,   QUERY_EXACT,
                                     QUERY_PREFIX, QUERY_PHRASE, QUERY_WILD};
  query *q = a_term_of(m, PICK(m, kinds));
  if (below(m, 4)) q->field = a_field(m, FIELD_WORDS, 0);
  return q;
}

/* ---- Proximity ---- */

static inline query *a_near_item_of(maker *m, text word) {
  static const query_kind kinds[] = {QUERY_EXACT, QUERY_EXACT, QUERY_PREFIX, QUERY_PHRASE};
  query *q = query_new(m->arena, PICK(m, kinds));
  q->text = q->kind == QUERY_PREFIX ? a_beginning(m, word) : word;
  return q;
}

static inline query *a_near_item(maker *m, text near) {
  text word = some_of(m, near, 1 + (below(m, 6) == 0));
  query *q = has_words(word) ? a_near_item_of(m, word) : a_term_of(m, QUERY_EXACT);
  if (below(m, 8) == 0) q = a_term_of(m, QUERY_WILD);
  if (below(m, 4)) return q;
  return query_pair(m->arena, QUERY_OR, q, a_term_of(m, QUERY_EXACT));
}

/* Of words that stand near each other, most of the time. */
static inline query *a_near_leaf(maker *m) {
  query *q = query_new(m->arena, QUERY_NEAR);
  text near = a_few_words(m, 3 + below(m, 12));
  q->distance = (unsigned)below(m, 8);
  q->ordered = below(m, 4) == 0;
  if (below(m, 4)) q->field = a_field(m, FIELD_WORDS, 0);
  for (size_t i = 2 + below(m, 3); i; i--) query_add(m->arena, q, a_near_item(m, near));
  return q;
}

/* ---- Values ---- */

static inline query *a_value_of(maker *m, const char *field, text value) {
  query *q = query_new(m->arena, QUERY_VALUE);
  q->field = field_find(text_of(field));
  q->text = has_words(value) ? value : TEXT("nothing of that kind");
  return q;
}

#define ONE_OF(m, list) (&(list).items[below(m, (list).count)])

static inline query *a_name(maker *m, const record *r) {
  static const char *const fields[] = {"au", "au", "1au", "lastau", "ed", "ir", "ps", "fau"};
  const person *p = ONE_OF(m, r->people);
  const char *field = PICK(m, fields);
  query *q = a_value_of(m, field, p->family);
  bool initials = p->initials.size && coin(m);
  if (initials)
    q->text = arena_printf(m->arena, "%.*s %.*s", TEXT_ARG(q->text),
                           1 + (int)below(m, p->initials.size), p->initials.data);
  q->quoted = below(m, 4) == 0 || !strcmp(field, "fau");
  if (!strcmp(field, "fau") && coin(m)) q->text = person_full_name(p, m->arena);
  if (below(m, 5) == 0 && strcmp(field, "fau"))
    q->text = a_beginning(m, q->text), q->truncated = true;
  return q;
}

static inline query *a_heading_leaf(maker *m) {
  const brute_heading *h = ONE_OF(m, pool->mesh);
  query *q = a_value_of(m, coin(m) ? "mh" : "majr", coin(m) ? h->name : h->term);
  q->no_explode = below(m, 3) == 0;
  q->quoted = coin(m);
  if (below(m, 6) == 0) q->text = a_beginning(m, q->text), q->truncated = true;
  const record *r = a_record(m);
  if (q->truncated || !r->headings.count || below(m, 3)) return q;
  const heading *some = ONE_OF(m, r->headings);
  if (some->qualifiers.count) q->qualifier = ONE_OF(m, some->qualifiers)->name;
  if (some->qualifiers.count && coin(m)) q->text = some->name;
  return q;
}

static inline query *a_listed(maker *m, const record *r) {
  switch (below(m, 8)) {
    case 0:
      return r->publication_types.count ? a_value_of(m, "pt", ONE_OF(m, r->publication_types)->name)
                                        : a_value_of(m, "pt", TEXT("review"));
    case 1:
      return r->substances.count ? a_value_of(m, "nm", ONE_OF(m, r->substances)->name)
                                 : a_value_of(m, "sb", TEXT("hasabstract"));
    case 2:
      return r->substances.count ? a_value_of(m, "rn", ONE_OF(m, r->substances)->registry_number)
                                 : a_value_of(m, "sb", TEXT("haskeyword"));
    case 3:
      return r->grants.count ? a_value_of(m, "gr", ONE_OF(m, r->grants)->agency)
                             : a_value_of(m, "sb", TEXT("hascois"));
    case 4:
      return r->accessions.count ? a_value_of(m, "si", ONE_OF(m, r->accessions)->text)
                                 : a_value_of(m, "sb", TEXT("hasdatabanklist"));
    case 5:
      return r->languages.count ? a_value_of(m, "la", ONE_OF(m, r->languages)[0])
                                : a_value_of(m, "la", TEXT("english"));
    case 6:
      return r->issns.count ? a_value_of(m, coin(m) ? "ta" : "is", ONE_OF(m, r->issns)->text)
                            : a_value_of(m, "sb", TEXT("pubmed pmc"));
    default:
      return a_value_of(m, "sb", r->status);
  }
}

static inline query *a_plain_value(maker *m) {
  const record *r = a_record(m);
  const struct {
    const char *field;
    text value;
  } values[] = {{"ta", r->journal},
                {"ta", r->journal_abbreviation},
                {"vi", r->volume},
                {"ip", r->issue},
                {"jid", r->nlm_id},
                {"pl", r->country},
                {"pg", r->pages},
                {"owner", r->owner},
                {"lid", r->article_number},
                {"pmid", record_id(r, TEXT("pmid"))},
                {"doi", record_id(r, TEXT("doi"))},
                {"pmc", record_id(r, TEXT("pmc"))},
                {"aid", record_id(r, TEXT("pii"))},
                {"aid", record_id(r, TEXT("doi"))}};
  size_t at = below(m, sizeof values / sizeof *values);
  if (coin(m)) return a_listed(m, r);
  if (values[at].value.size) return a_value_of(m, values[at].field, values[at].value);
  return a_value_of(m, "sb", TEXT("hasabstract"));
}

/* ---- Dates and numbers ---- */

static inline text a_day(maker *m) {
  const record *r = a_record(m);
  date_span span = {0, 0};
  if (coin(m)) date_read(r->published, &span);
  else if (r->dates.count) date_read(ONE_OF(m, r->dates)->text, &span);
  int day = span.from ? span.from : 20100615;
  switch (below(m, 3)) {
    case 0:
      return arena_printf(m->arena, "%04d", day / 10000);
    case 1:
      return arena_printf(m->arena, "%04d/%02d", day / 10000, day / 100 % 100);
    default:
      return arena_printf(m->arena, "%04d/%02d/%02d", day / 10000, day / 100 % 100, day % 100);
  }
}

static inline query *a_date_leaf(maker *m) {
  query *q = query_new(m->arena, coin(m) ? QUERY_VALUE : QUERY_RANGE);
  q->field = coin(m) ? field_find(TEXT("dp")) : a_field(m, FIELD_DATE, 0);
  text one = a_day(m), two = below(m, 4) ? a_day(m) : TEXT("3000");
  bool rises = text_compare(one, two) <= 0;
  if (q->kind == QUERY_VALUE) q->text = one;
  else q->low = rises ? one : two, q->high = rises ? two : one;
  return q;
}

static inline query *a_range_leaf(maker *m) {
  static const char *const fields[] = {"vi", "ip", "pg", "pmid"};
  query *q = query_new(m->arena, QUERY_RANGE);
  q->field = field_find(text_of(PICK(m, fields)));
  size_t low = below(m, 200), factor = strcmp(q->field->name, "pmid") ? 1 : 100000;
  q->low = arena_printf(m->arena, "%zu", low * factor);
  q->high = arena_printf(m->arena, "%zu", (low + below(m, 100)) * factor);
  return q;
}

static inline query *a_random_leaf(maker *m) {
  const record *r = a_record(m);
  switch (below(m, 20)) {
    case 0:
      return r->people.count ? a_name(m, r) : query_new(m->arena, QUERY_ALL);
    case 1:
    case 2:
      return pool->mesh.count ? a_heading_leaf(m) : query_new(m->arena, QUERY_NOTHING);
    case 3:
    case 4:
      return a_plain_value(m);
    case 5:
    case 6:
      return a_date_leaf(m);
    case 7:
      return a_range_leaf(m);
    case 8:
    case 9:
    case 10:
    case 11:
      return a_near_leaf(m);
    default:
      return a_words_leaf(m);
  }
}

#endif
