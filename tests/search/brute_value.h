/* Whole values, names, headings and dates by brute force. */
#ifndef CARREL_TESTS_SEARCH_BRUTE_VALUE_H
#define CARREL_TESTS_SEARCH_BRUTE_VALUE_H

#include "base/date.h"
#include "brute.h"
#include "model/identifier.h"
#include "model/language.h"

/* How a record's values are compared with what is asked. */
typedef struct brute_asked {
  brute *b;
  const query *q;
  text folded;
  bool found;
} brute_asked;

static inline bool is_field(const query *q, const char *name) {
  return !strcmp(q->field->name, name);
}

/* One value of the record in the field, folded. */
static inline void brute_offer_folded(brute_asked *w, text value) {
  long long number, low = 0, high = 0;
  if (w->q->kind == QUERY_RANGE) {
    text_to_number(w->q->low, &low);
    text_to_number(w->q->high, &high);
    w->found |= text_to_number(value, &number) && low <= number && number <= high;
  } else if (w->q->truncated) {
    w->found |= text_starts(value, w->folded);
  } else {
    w->found |= text_equal(value, w->folded);
  }
}

static inline void brute_offer(brute_asked *w, text shown) {
  if (shown.size) brute_offer_folded(w, brute_fold(w->b, shown));
}

/* ---- Names ---- */

/* "smith" and "smith j" find Smith JA; in quotes they do not. */
static inline bool brute_is_name(text asked, text name, bool quoted) {
  size_t space = text_find_last(asked, TEXT(" "));
  if (text_equal(asked, name)) return true;
  if (quoted || !text_starts(name, asked)) return false;
  text rest = text_slice(name, asked.size, name.size);
  if (rest.data[0] == ' ') return true;
  return space != TEXT_NONE && asked.size - space <= 4 && text_find_byte(rest, ' ') == TEXT_NONE;
}

static inline void brute_offer_name(brute_asked *w, const person *p) {
  text initials = p->initials.size ? p->initials : person_initials(p->given, &w->b->asked);
  if (!p->family.size) return;
  text whole = arena_join(&w->b->asked, p->family, TEXT(" "), initials);
  text name = brute_fold(w->b, whole);
  if (w->q->truncated) brute_offer_folded(w, name);
  else w->found |= brute_is_name(w->folded, name, w->q->quoted);
}

static inline void brute_names(brute_asked *w, const record *r) {
  static const struct {
    const char *field, *role;
  } roles[] = {{"au", ""}, {"ed", "editor"}, {"ir", "investigator"}, {"ps", "subject"}};
  const person *first = NULL, *last = NULL;
  for (size_t i = 0; i < r->people.count; i++) {
    const person *p = &r->people.items[i];
    for (size_t k = 0; k < 4; k++)
      if (is_field(w->q, roles[k].field) && text_equal(p->role, text_of(roles[k].role)))
        brute_offer_name(w, p);
    if (p->role.size || !p->family.size) continue;
    if (!first) first = p;
    last = p;
  }
  if (first && is_field(w->q, "1au")) brute_offer_name(w, first);
  if (last && is_field(w->q, "lastau")) brute_offer_name(w, last);
}

/* ---- Headings ---- */

static inline const brute_heading *brute_find_heading(brute *b, text folded) {
  for (size_t i = 0; i < b->mesh.count; i++)
    if (text_equal(b->mesh.items[i].name, folded)) return &b->mesh.items[i];
  for (size_t i = 0; i < b->mesh.count; i++)
    if (text_equal(b->mesh.items[i].term, folded)) return &b->mesh.items[i];
  return NULL;
}

static inline bool brute_is_below(const brute_heading *h, const brute_heading *root) {
  for (size_t i = 0; i < h->places.count; i++)
    for (size_t k = 0; k < root->places.count; k++) {
      text place = h->places.items[i], above = root->places.items[k];
      if (text_starts(place, above) && place.size > above.size && place.data[above.size] == '.')
        return true;
    }
  return false;
}

/* Whether a heading is the one that is asked for, or stands below it. */
static inline bool brute_is_heading(brute_asked *w, text name) {
  text folded = brute_fold(w->b, name);
  const brute_heading *root = brute_find_heading(w->b, w->folded);
  if (w->q->truncated) return text_starts(folded, w->folded);
  if (!root) return text_equal(folded, w->folded);
  if (text_equal(folded, root->name)) return true;
  const brute_heading *h = brute_find_heading(w->b, folded);
  bool explodes = !w->q->no_explode && !is_field(w->q, "nm");
  return explodes && h && text_equal(h->name, folded) && brute_is_below(h, root);
}

static inline void brute_headings(brute_asked *w, const record *r) {
  bool majr = is_field(w->q, "majr");
  text qualifier = brute_fold(w->b, w->q->qualifier);
  for (size_t i = 0; i < r->headings.count; i++) {
    const heading *h = &r->headings.items[i];
    bool major = h->major, found = false;
    for (size_t k = 0; k < h->qualifiers.count; k++) {
      bool starred = h->major || h->qualifiers.items[k].major;
      major |= starred;
      found |= (starred || !majr) &&
               text_equal(brute_fold(w->b, h->qualifiers.items[k].name), qualifier);
    }
    if (!qualifier.size) found = major || !majr;
    w->found |= found && brute_is_heading(w, h->name);
  }
}

/* ---- Dates ---- */

static inline bool brute_meets(date_span have, date_span asked) {
  return have.from && have.from <= asked.to && have.to >= asked.from;
}

static inline bool brute_published(const query *q, date_span asked, const record *r) {
  date_span print = {0, 0}, electronic = {0, 0};
  date_read(r->published, &print);
  for (size_t i = 0; i < r->dates.count && !electronic.from; i++)
    if (text_equal(r->dates.items[i].kind, TEXT("electronic")))
      date_read(r->dates.items[i].text, &electronic);
  bool late = print.from && electronic.from > print.from;
  return brute_meets(print, asked) ||
         (brute_meets(electronic, asked) && (q->kind == QUERY_RANGE || !late));
}

static inline bool brute_date(const query *q, const record *r) {
  static const struct {
    const char *field, *kind;
  } kinds[] = {{"epdat", "electronic"}, {"epdat", "epublish"}, {"ppdat", "ppublish"},
               {"edat", "entry"},       {"edat", "entrez"},    {"edat", "pubmed"},
               {"crdt", "created"},     {"dcom", "completed"}, {"lr", "last-revised"},
               {"mhda", "mesh"},        {"mhda", "medline"}};
  date_span asked = {0, 99991231}, end = {0, 99991231}, have;
  bool range = q->kind == QUERY_RANGE, found = false;
  date_read(range ? q->low : q->text, &asked);
  date_read(range ? q->high : q->text, &end);
  asked.to = end.to;
  if (is_field(q, "dp")) return brute_published(q, asked, r);
  for (size_t i = 0; i < r->dates.count; i++)
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
      if (is_field(q, kinds[k].field) && date_read(r->dates.items[i].text, &have) &&
          text_equal(r->dates.items[i].kind, text_of(kinds[k].kind)))
        found |= asked.from <= have.from && have.from <= asked.to;
  if (is_field(q, "ppdat") && date_read(r->published, &have))
    found |= asked.from <= have.from && have.from <= asked.to;
  return found;
}

/* ---- The rest ---- */

static inline void brute_source(brute_asked *w, const record *r) {
  const struct {
    const char *field;
    text value;
  } plain[] = {{"ta", r->journal},  {"ta", r->journal_abbreviation},
               {"jid", r->nlm_id},  {"vi", r->volume},
               {"ip", r->issue},    {"pl", r->country},
               {"owner", r->owner}, {"lid", r->article_number}};
  text first = r->pages, rest;
  text_cut(r->pages, TEXT("-"), &first, &rest);
  if (is_field(w->q, "pg")) brute_offer(w, first);
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (is_field(w->q, plain[i].field)) brute_offer(w, plain[i].value);
  for (size_t i = 0; i < r->issns.count; i++) {
    bool book = text_equal(r->issns.items[i].kind, TEXT("ISBN"));
    if (is_field(w->q, "isbn") ? book : !book && (is_field(w->q, "is") || is_field(w->q, "ta")))
      brute_offer(w, r->issns.items[i].text);
  }
  for (size_t i = 0; is_field(w->q, "la") && i < r->languages.count; i++) {
    const language *asked = language_find(w->q->text);
    w->found |= text_equal(r->languages.items[i], asked ? asked->code : w->folded);
  }
}

static inline void brute_lists(brute_asked *w, const record *r) {
  for (size_t i = 0; is_field(w->q, "pt") && i < r->publication_types.count; i++)
    w->found |= brute_is_heading(w, r->publication_types.items[i].name);
  for (size_t i = 0; i < r->substances.count; i++) {
    if (is_field(w->q, "nm")) w->found |= brute_is_heading(w, r->substances.items[i].name);
    if (is_field(w->q, "rn") && !text_equal(r->substances.items[i].registry_number, TEXT("0")))
      brute_offer(w, r->substances.items[i].registry_number);
  }
  for (size_t i = 0; is_field(w->q, "gr") && i < r->grants.count; i++) {
    brute_offer(w, r->grants.items[i].number);
    brute_offer(w, r->grants.items[i].agency);
    brute_offer(w, r->grants.items[i].acronym);
  }
  for (size_t i = 0; is_field(w->q, "si") && i < r->accessions.count; i++) {
    const kinded *k = &r->accessions.items[i];
    brute_offer(w, k->text);
    brute_offer(w, k->kind);
    brute_offer(w, arena_join(&w->b->asked, k->kind, TEXT("/"), k->text));
  }
  for (size_t i = 0; is_field(w->q, "sh") && i < r->headings.count; i++)
    for (size_t k = 0; k < r->headings.items[i].qualifiers.count; k++)
      brute_offer(w, r->headings.items[i].qualifiers.items[k].name);
  for (size_t i = 0; is_field(w->q, "auid") && i < r->people.count; i++)
    for (size_t k = 0; k < r->people.items[i].ids.count; k++)
      brute_offer(w, r->people.items[i].ids.items[k].value);
}

static inline void brute_ids(brute_asked *w, const record *r) {
  const query *q = w->q;
  bool location = is_field(q, "aid") || is_field(q, "lid");
  for (size_t i = 0; i < r->ids.count; i++) {
    identifier id = r->ids.items[i];
    if (location && text_equal(id.scheme, TEXT("pii"))) brute_offer(w, id.value);
    if (location && text_equal(id.scheme, TEXT("doi")))
      w->found |= text_equal_nocase(id.value, q->text);
    if (!text_equal(id.scheme, text_of(q->field->name))) continue;
    if (q->kind == QUERY_RANGE) brute_offer_folded(w, id.value);
    else w->found |= text_equal_nocase(id.value, q->text);
  }
  if (location) brute_offer(w, r->article_number);
}

static inline void brute_filters(brute_asked *w, const record *r) {
  const struct {
    bool has;
    const char *name;
  } has[] = {{r->abstract.count, "hasabstract"},
             {r->abstract.count && r->abstract.items[0].label.size, "hasstructuredabstract"},
             {r->keywords.count, "haskeyword"},
             {r->conflict_of_interest.size, "hascois"},
             {r->accessions.count, "hasdatabanklist"},
             {r->other_abstracts.count, "hasnonenglishabstract"},
             {record_id(r, TEXT("pmc")).size, "pubmed pmc"}};
  brute_offer(w, r->status);
  for (size_t i = 0; i < r->citation_subsets.count; i++)
    brute_offer(w, r->citation_subsets.items[i]);
  for (size_t i = 0; i < sizeof has / sizeof *has; i++)
    if (has[i].has) brute_offer(w, text_of(has[i].name));
}

/* Words in a name in full: "smith, john". */
static inline bool brute_full_name(brute *b, const query *q, const brute_record *r) {
  brute_place_list found = {0};
  brute_phrase p = brute_spelled(b, q);
  brute_find(b, &p, "N", r, &found);
  return found.count > 0;
}

static inline bool brute_value(brute *b, const query *q, const brute_record *r) {
  brute_asked w = {b, q, brute_fold(b, q->text), false};
  if (q->field->kind == FIELD_DATE) return brute_date(q, &r->r);
  if (is_field(q, "fau") || is_field(q, "fir")) return brute_full_name(b, q, r);
  if (is_field(q, "mh") || is_field(q, "majr")) brute_headings(&w, &r->r);
  else if (is_field(q, "sb")) brute_filters(&w, &r->r);
  else if (q->field->kind == FIELD_NAME) brute_names(&w, &r->r);
  else brute_ids(&w, &r->r), brute_source(&w, &r->r), brute_lists(&w, &r->r);
  return w.found;
}

#endif
