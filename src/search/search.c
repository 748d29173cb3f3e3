/* The questions: a query, an article by name, all articles, and numbers about the library. */
#include "search/search.h"

#include <sys/stat.h>

#include "search/answers.h"
#include "search/evaluate.h"
#include "search/explain.h"
#include "search/heap.h"
#include "search/mapping.h"
#include "search/nothing.h"
#include "search/sources.h"

/* Articles of the set that no scored term finds come behind the others, newest first. */
static bool add_unscored(searcher *x, const set *within, size_t wanted, arena *a, scored_list *best,
                         error *e) {
  heap rest;
  set left = {0};
  if (best->count >= wanted) return true;
  bool good = (set_copy(&left, within) || error_memory(e)) &&
              heap_init(&rest, x, wanted - best->count, a, e);
  for (size_t i = 0; good && i < best->count; i++) set_remove(&left, (uint64_t)best->items[i].id);
  for (uint64_t id = set_next(&left, 0); good && id != SET_END; id = set_next(&left, id + 1))
    heap_offer(&rest, (article_id)id, 0);
  good = good && heap_sort(&rest);
  for (size_t i = 0; good && i < rest.count; i++) *list_push(a, best) = rest.items[i];
  set_finish(&left);
  return good;
}

/* Takes away the articles that were there before. */
static void keep_after(set *found, long long number) {
  uint64_t id = set_next(found, 0);
  for (; id != SET_END && (long long)id <= number; id = set_next(found, id + 1))
    set_remove(found, id);
}

/* Ranks the set, and says why. */
static bool add_ranked(searcher *x, const set *within, scored_terms *terms, const search_request *r,
                       arena *a, answer *found, error *e) {
  scored_list best;
  score_parameters p = request_parameters(x, r);
  size_t wanted = request_depth(r, (size_t)found->total);
  if (!score_prepare(x, terms, e) || !score_best(x, terms, &p, within, wanted, a, &best, e) ||
      !add_unscored(x, within, wanted, a, &best, e))
    return false;
  request_cut(r, wanted, &best);
  explanation why = {.x = x, .terms = terms, .p = &p};
  return answer_add_ranked(x, &best, r, a, found, e) &&
         (!r->explain ||
          explain_hits(&why, best.items + r->offset, found->hits.items, found->hits.count, a, e));
}

query *search_translate(searcher *x, const query *q, translations *told, arena *a, error *e) {
  error_clear(e);
  return mapping_apply(x, q, told, a, e);
}

query *search_name_headings(searcher *x, const query *q, arena *a, error *e) {
  error_clear(e);
  return mapping_name_headings(x, q, a, e);
}

/* What is only counted, or sorted by something else, is not ranked. */
static bool is_ranked(const search_request *r) {
  return (r->limit && r->sort == SORT_RELEVANCE) || r->snippets;
}

bool search_query(searcher *x, const query *q, const search_request *r, arena *a, answer *found,
                  error *e) {
  set within = {0};
  scored_terms terms = {0};
  *found = (answer){0};
  error_clear(e);
  searcher_begin(x);
  evaluation v = {.x = x, .a = a, .notices = &found->notices, .e = e};
  if (is_ranked(r)) v.terms = &terms;
  if (!r->literal) q = mapping_apply(x, q, NULL, a, e);
  bool good = q && evaluate_query(&v, q, &within);
  keep_after(&within, r->after);
  found->total = (long long)set_count(&within);
  if (good && !found->total && !r->after) good = nothing_tell(&v, q);
  if (good && r->limit) {
    if (r->sort != SORT_RELEVANCE) good = answer_add_sorted(x, &within, r, a, found, e);
    else good = add_ranked(x, &within, &terms, r, a, found, e);
  }
  set_finish(&within);
  return good && answer_mark(x, &terms, r, a, found, e) && (!arena_failed(a) || error_memory(e));
}

bool search_show(searcher *x, identifier id, arena *a, answer *found, error *e) {
  article_id number;
  *found = (answer){0};
  error_clear(e);
  if (!article_find(x->store, id, &number, e)) return false;
  found->total = number != 0;
  return !number || (answer_add_article(x, number, 0, a, found, e) &&
                     sources_read(x, number, &found->hits.items[0], a, e));
}

/* --- The whole library --- */

bool search_everything(searcher *x, bool (*take)(void *context, const record *r), void *context,
                       error *e) {
  arena a;
  arena_init(&a);
  bool good = true;
  for (uint64_t id = set_next(&x->alive, 0); good && id != SET_END;
       id = set_next(&x->alive, id + 1)) {
    record r;
    bool there;
    arena_reset(&a);
    record_init(&r, &a);
    good = article_get(x->store, (article_id)id, &r, &there, e);
    if (good && there && !take(context, &r)) break;
  }
  arena_finish(&a);
  return good;
}

static bool ask(searcher *x, statement_name name, long long *numbers, int count, error *e) {
  sqlite3_stmt *statement = store_statement(x->store, name, e);
  if (!statement) return false;
  bool row = sqlite3_step(statement) == SQLITE_ROW;
  for (int i = 0; i < count; i++) numbers[i] = row ? sqlite3_column_int64(statement, i) : 0;
  return sqlite3_reset(statement) == SQLITE_OK || store_fail(x->store, "counting", e);
}

bool search_stats(searcher *x, library_stats *stats, error *e) {
  long long articles[6];
  struct stat about;
  *stats = (library_stats){0};
  error_clear(e);
  if (!ask(x, STATEMENT_STATS_ARTICLES, articles, 6, e) ||
      !terms_count(x->store, &x->segments, &stats->terms, &stats->words, e))
    return false;
  stats->records = articles[0], stats->stubs = articles[1], stats->with_abstract = articles[2];
  stats->with_mesh = articles[3], stats->identifiers = articles[4], stats->files = articles[5];
  stats->segments = (long long)x->segments.list.count;
  if (!ask(x, STATEMENT_STATS_LINKS, &stats->links, 1, e)) return false;
  if (!searcher_read_dates(x, e)) return false;
  if (stat(store_path(x->store), &about) == 0) stats->bytes = about.st_size;
  for (size_t i = 0; i < x->segments.list.count; i++) {
    const segment_row *row = &x->segments.list.items[i];
    for (uint32_t k = 0; k < row->span; k++) {
      int year = segment_days(row, k).from / 10000;
      if (!year || !set_has(&x->alive, (uint64_t)row->first + k)) continue;
      if (!stats->first_year || year < stats->first_year) stats->first_year = year;
      if (year > stats->last_year) stats->last_year = year;
    }
  }
  return true;
}
