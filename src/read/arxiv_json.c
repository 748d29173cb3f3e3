/* arXiv's metadata as JSON: the snapshot that arXiv gives out (one object a line), and what
 * programs make of its API ("summary" instead of "abstract"). Titles and abstracts are LaTeX. */
#include "base/date.h"
#include "read/identify.h"
#include "read/json_items.h"
#include "read/json_reader.h"
#include "read/latex.h"
#include "read/plain.h"
#include "read/readers.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static text latex_text(arena *a, text source) { return plain_text(a, latex_plain(a, source)); }

/* --- People --- */

/* [["Balazs", "C.", "Jr", "affiliation"]] */
static void take_parsed(draft *d, text name, const json_t *value) {
  record *r = d->record;
  arena *a = r->arena;
  (void)name;
  for (size_t i = 0; i < json_count(value); i++) {
    const json_t *one = json_element(value, i);
    text family = latex_text(a, json_text(a, json_array_get(one, 0)));
    if (!family.size) continue;
    person *p = list_push(a, &r->people);
    text given = latex_text(a, json_text(a, json_array_get(one, 1)));
    text suffix = latex_text(a, json_text(a, json_array_get(one, 2)));
    if (given.size) p->family = family, p->given = given, p->suffix = suffix;
    else p->collective = family;
    p->initials = person_initials(p->given, a);
    for (size_t k = 3; k < json_array_size(one); k++) {
      text address = latex_text(a, json_text(a, json_array_get(one, k)));
      if (address.size) *list_push(a, &p->affiliations) = address;
    }
  }
}

/* "Ann Smith, Bob Jones and Cy Ng" */
static void take_name_list(draft *d, text list) {
  text piece, before, after;
  while (list.size) {
    text_cut(list, TEXT(", "), &piece, &list);
    if (text_starts(piece, TEXT("and "))) piece = text_slice(piece, 4, piece.size);
    while (text_cut(piece, TEXT(" and "), &before, &after)) {
      draft_authors(d, TEXT("authors"), before);
      piece = after;
    }
    draft_authors(d, TEXT("authors"), piece);
  }
}

/* A list of names, as texts or as objects, or one text; where there is nothing better, for the
 * snapshot parts families from given names. */
static void take_names(draft *d, const json_t *item) {
  arena *a = d->record->arena;
  const json_t *names = json_at(item, "authors");
  if (d->record->people.count) return;
  if (json_is_string(names)) take_name_list(d, latex_text(a, json_text(a, names)));
  for (size_t i = 0; json_is_array(names) && i < json_array_size(names); i++) {
    const json_t *one = json_array_get(names, i);
    text name = json_is_object(one) ? json_text_at(a, one, "name") : json_text(a, one);
    draft_authors(d, TEXT("authors"), latex_text(a, name));
  }
}

/* --- Dates --- */

/* "Mon, 2 Apr 2007 19:18:42 GMT" and "2007-04-02T19:18:42Z" are days. */
static text day_of(arena *a, text printed) {
  text before, rest, day, month, year;
  if (!text_cut(printed, TEXT(", "), &before, &rest)) {
    text_cut(printed, TEXT("T"), &day, &rest);
    return date_tidy(a, day);
  }
  text_cut(text_trim(rest), TEXT(" "), &day, &rest);
  text_cut(text_trim(rest), TEXT(" "), &month, &rest);
  text_cut(text_trim(rest), TEXT(" "), &year, &rest);
  return date_tidy(
      a, arena_printf(a, "%.*s %.*s %.*s", TEXT_ARG(day), TEXT_ARG(month), TEXT_ARG(year)));
}

/* The first version is the publication. */
static void take_versions(draft *d, text name, const json_t *value) {
  arena *a = d->record->arena;
  size_t count = json_count(value);
  text created = json_text_at(a, json_element(value, 0), "created");
  if (created.size) d->year = day_of(a, created);
  if (count > 1) draft_extra(d, name, json_text_at(a, json_element(value, count - 1), "version"));
}

static void take_published(draft *d, text name, text value) {
  (void)name;
  if (!d->year.size) d->year = day_of(d->record->arena, value);
}

static void take_updated(draft *d, text name, text value) {
  (void)name;
  record_add_date(d->record, TEXT("last-revised"), day_of(d->record->arena, value));
}

/* --- Texts --- */

static void take_id(draft *d, text name, text value) {
  record *r = d->record;
  text address = arena_join(r->arena, TEXT("https://arxiv.org/abs/"), TEXT(""), value);
  (void)name;
  if (text_find(value, TEXT("://")) != TEXT_NONE) draft_urls(d, name, value);
  else identify_address(r, address);
}

/* Categories are keywords of arXiv's own: "hep-ph math.CO". */
static void take_categories(draft *d, text name, text value) {
  record *r = d->record;
  text rest = value, one;
  (void)name;
  while (text_take_until(&rest, ' ', &one)) {
    bool known = !one.size;
    for (size_t i = 0; i < r->keywords.count; i++)
      known |= text_equal(r->keywords.items[i].text, one);
    if (!known) *list_push(r->arena, &r->keywords) = (keyword){.text = one, .owner = TEXT("arXiv")};
  }
}

/* Lines are broken anywhere, and mean nothing. */
static void take_abstract(draft *d, text name, text value) {
  draft_abstract(d, name, latex_text(d->record->arena, value));
}

static void take_title(draft *d, text name, text value) {
  draft_set(d, &d->record->title, name, latex_text(d->record->arena, value));
}

static void take_comment(draft *d, text name, text value) {
  draft_note(d, name, latex_text(d->record->arena, value));
}

static const json_rule rules[] = {
    {"authors_parsed", take_parsed},
    {"versions", take_versions},
    {"authors", json_pass_over},
};

static const draft_row rows[] = {
    DRAFT_TAKE("id", 0, take_id),
    DRAFT_TAKE("arxiv_id", 0, take_id),
    DRAFT_TAKE("entry_id", 0, take_id),
    DRAFT_TAKE("title", 1, take_title),
    DRAFT_TAKE("abstract", 1, take_abstract),
    DRAFT_TAKE("summary", 1, take_abstract),
    DRAFT_TAKE("doi", 1, draft_doi),
    DRAFT_TAKE("primary_category", 0, take_categories),
    DRAFT_TAKE("categories", 1, take_categories),
    DRAFT_TAKE("comments", 1, take_comment),
    DRAFT_TAKE("comment", 1, take_comment),
    DRAFT_TAKE("published", 1, take_published),
    DRAFT_TAKE("update_date", 1, take_updated),
    DRAFT_TAKE("updated", 1, take_updated),
    DRAFT_TAKE("pdf_url", 1, draft_urls),
};

/* --- The reader --- */

static bool fill(record *r, const json_t *item, text bytes, error *e) {
  draft d;
  draft_fields fields = {0};
  (void)bytes;
  draft_start(&d, r, "arxiv");
  r->type = TEXT("preprint");
  json_fields(&d, item, rules, COUNT(rules), &fields);
  take_names(&d, item);
  draft_take(&d, &fields, rows, COUNT(rows));
  draft_finish(&d);
  r->journal = TEXT("arXiv");
  identify_arxiv_doi(r);
  return r->title.size || r->people.count || r->abstract.count ||
         error_set(e, ERROR_INPUT, "a paper without title, author or abstract");
}

static const json_format format = {.fill = fill};

static int recognises(text head) {
  static const char *const snapshot[] = {"authors_parsed", "update_date", "versions",
                                         "journal-ref",    "report-no",   NULL};
  static const char *const program[] = {"entry_id", "summary", "primary_category",
                                        "arxiv_id", "pdf_url", NULL};
  static const char *const both[] = {"title", "categories", NULL};
  text keys[JSON_HEAD_KEYS];
  size_t count = json_head_keys(head, keys);
  if (json_keys_among(keys, count, both) < 2) return 0;
  size_t sure = json_keys_among(keys, count, snapshot),
         made = json_keys_among(keys, count, program);
  return sure > 1 ? 95 : made > 1 ? 80 : 0;
}

static void *open_papers(input *in, error *e) { return json_reader_open(in, &format, e); }

const reader arxiv_json_reader = {
    .name = "arxiv",
    .summary = "JSON of arXiv's metadata snapshot and of programs that use its API",
    .carries = "names, title, abstract, categories, dates, identifiers",
    .recognises = recognises,
    .open = open_papers,
    .next = json_reader_next,
    .close = json_reader_close,
};
