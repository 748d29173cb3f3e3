/* Hits: records out of the store, stubs out of links, and orders other than relevance. */
#include "search/answers.h"

#include <stdlib.h>

#include "index/content.h"
#include "model/identifier.h"
#include "model/link.h"
#include "search/snippet.h"

static hit *new_hit(answer *found, arena *a) {
  hit *h = list_push(a, &found->hits);
  h->rank = found->hits.count;
  return h;
}

bool answer_add_article(searcher *x, article_id id, double score, arena *a, answer *found,
                        error *e) {
  bool there;
  record *r = arena_new(a, record);
  if (!r) return error_memory(e);
  record_init(r, a);
  if (!article_get(x->store, id, r, &there, e)) return false;
  if (!there) {
    error_at(e, store_path(x->store), 0);
    return error_set(e, ERROR_DATABASE,
                     "the index knows article %lld, the library does not: run "
                     "`carrel check --repair`",
                     id);
  }
  hit *h = new_hit(found, a);
  h->score = score;
  h->record = r;
  h->in_library = !record_is_stub(r);
  return true;
}

bool article_of(searcher *x, const identifiers *ids, article_id *id, error *e) {
  *id = 0;
  for (size_t i = 0; i < ids->count && !*id; i++)
    if (identifier_joins(ids->items[i].scheme) && !article_find(x->store, ids->items[i], id, e))
      return false;
  return true;
}

/* "Breast. 2017 Aug;34:S19-S26. doi: ...": the journal and the date, where it begins so. */
static void read_citation(record *r, text citation) {
  text journal, rest, date, more;
  if (!text_cut(citation, TEXT(". "), &journal, &rest) || rest.size < 4 ||
      !text_all_digits(text_slice(rest, 0, 4)))
    return;
  r->journal = journal;
  text_cut(rest, TEXT(";"), &date, &more);
  if (date.size == rest.size) text_cut(rest, TEXT("."), &date, &more);
  r->published = date.size <= 24 ? date : text_slice(rest, 0, 4);
}

/* What the link tells of an article of which nothing else is known. */
static void describe_stub(hit *h, record *r, const link *l, arena *a) {
  r->title = l->title;
  read_citation(r, l->citation);
  h->record = r;
  h->citation = l->citation.size ? l->citation : link_words(l, a);
}

static bool add_stub(const link *l, arena *a, answer *found, error *e) {
  record *r = arena_new(a, record);
  if (!r) return error_memory(e);
  record_init(r, a);
  r->ids = l->ids;
  describe_stub(new_hit(found, a), r, l, a);
  return true;
}

/* An article that a list of identifiers names, and of which only this link says more. */
static bool add_named_stub(searcher *x, article_id id, const link *l, arena *a, answer *found,
                           error *e) {
  if (!answer_add_article(x, id, 0, a, found, e)) return false;
  hit *h = &found->hits.items[found->hits.count - 1];
  if (h->in_library) return true;
  record *r = arena_new(a, record);
  if (!r) return error_memory(e);
  *r = *h->record;
  describe_stub(h, r, l, a);
  return true;
}

bool answer_add_link(searcher *x, const link *l, arena *a, answer *found, error *e) {
  article_id id;
  if (!article_of(x, &l->ids, &id, e)) return false;
  return id ? add_named_stub(x, id, l, a, found, e) : add_stub(l, a, found, e);
}

/* --- Ranked --- */

score_parameters request_parameters(const searcher *x, const search_request *r) {
  return r->parameters ? *r->parameters : x->parameters;
}

/* The place behind the last article that is shown. */
static size_t request_end(const search_request *r) {
  return r->offset + r->limit < r->offset ? SIZE_MAX : r->offset + r->limit;
}

size_t request_depth(const search_request *r, size_t all) {
  return r->reverse || request_end(r) > all ? all : request_end(r);
}

void request_cut(const search_request *r, size_t depth, scored_list *best) {
  if (best->count > depth) best->count = depth;
  for (size_t i = 0; r->reverse && i < best->count / 2; i++) {
    scored kept = best->items[i];
    best->items[i] = best->items[best->count - 1 - i];
    best->items[best->count - 1 - i] = kept;
  }
  if (best->count > request_end(r)) best->count = request_end(r);
}

bool answer_mark(searcher *x, const scored_terms *terms, const search_request *r, arena *a,
                 answer *found, error *e) {
  for (size_t i = 0; r->snippets && i < found->hits.count; i++)
    if (!snippet_mark(x, terms, &found->hits.items[i], a)) return error_memory(e);
  return true;
}

/* The hits from offset on. */
bool answer_add_ranked(searcher *x, const scored_list *best, const search_request *r, arena *a,
                       answer *found, error *e) {
  for (size_t i = r->offset; i < best->count; i++)
    if (!answer_add_article(x, best->items[i].id, best->items[i].score, a, found, e)) return false;
  for (size_t i = 0; i < found->hits.count; i++) found->hits.items[i].rank += r->offset;
  return true;
}

/* --- Orders --- */

typedef struct sortable {
  article_id id;
  long long number; /* larger comes first */
  text name;        /* smaller comes first; empty names come last */
} sortable;

static int compare(const void *a, const void *b) {
  const sortable *x = a, *y = b;
  if (x->number != y->number) return x->number > y->number ? -1 : 1;
  if (!x->name.size != !y->name.size) return x->name.size ? -1 : 1;
  int order = text_compare(x->name, y->name);
  if (order) return order;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* By what an article is sorted. */
static bool fill_sortable(searcher *x, article_id id, search_sort sort, arena *a, sortable *one,
                          error *e) {
  *one = (sortable){.id = id};
  if (sort == SORT_DATE) {
    int day;
    bool good = searcher_day(x, id, &day, e);
    one->number = day;
    return good;
  }
  record r;
  bool there;
  record_init(&r, a);
  if (!article_get(x->store, id, &r, &there, e)) return false;
  if (sort == SORT_PMID && !text_to_number(record_id(&r, TEXT("pmid")), &one->number))
    one->number = 0;
  if (sort == SORT_FIRST_AUTHOR && r.people.count)
    one->name = content_fold(person_short_name(&r.people.items[0], a), a);
  if (sort == SORT_JOURNAL)
    one->name = content_fold(r.journal_abbreviation.size ? r.journal_abbreviation : r.journal, a);
  return true;
}

bool answer_add_sorted(searcher *x, const set *members, const search_request *r, arena *a,
                       answer *found, error *e) {
  size_t count = (size_t)set_count(members), at = 0;
  sortable *all = malloc((count + 1) * sizeof *all);
  if (!all) return error_memory(e);
  bool good = true;
  for (uint64_t id = set_next(members, 0); good && id != SET_END; id = set_next(members, id + 1))
    good = fill_sortable(x, (article_id)id, r->sort, a, &all[at++], e);
  if (good) qsort(all, count, sizeof *all, compare);
  for (size_t i = r->offset; good && i < count && i - r->offset < r->limit; i++)
    good = answer_add_article(x, all[r->reverse ? count - 1 - i : i].id, 0, a, found, e);
  for (size_t i = 0; i < found->hits.count; i++) found->hits.items[i].rank += r->offset;
  free(all);
  return good && (!arena_failed(a) || error_memory(e));
}
