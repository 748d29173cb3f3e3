/* Similar articles and long texts, in two steps: those that the strongest terms choose are ranked
 * as all would be. The records are synthetic. */
#include "search/library.h"
#include "search/synthetic.h"

enum { RECORDS = 800, ASKED = 40, WANTED = 10, SHARED_LEAST = 94 /* of a hundred */ };

/* A library of synthetic records, to be asked. */
static searcher *open_synthetic(scratch *s, arena *a) {
  buffer xml = synthetic_xml(RECORDS);
  arena_init(a);
  scratch_open(s);
  library_fill(s, arena_string(a, buffer_text(&xml)));
  buffer_finish(&xml);
  searcher *x = searcher_open(s->store, &s->e);
  ck_assert_msg(x != NULL, "%s", s->e.message);
  return x;
}

static answer ask(scratch *s, searcher *x, int pmid, size_t limit, arena *a) {
  answer found;
  bool known;
  search_request r = {.limit = limit};
  identifier id = {TEXT("pmid"), arena_printf(a, "%d", pmid)};
  assert_done(s, search_similar(x, id, &r, a, &found, &known, &s->e));
  ck_assert(known);
  return found;
}

/* The same article among the hits that were computed, or NULL. */
static const hit *among(const answer *all, const hit *wanted) {
  text pmid = record_id(wanted->record, TEXT("pmid"));
  for (size_t i = 0; i < all->hits.count; i++)
    if (text_equal(all->hits.items[i].origin, TEXT("computed")) &&
        text_equal(record_id(all->hits.items[i].record, TEXT("pmid")), pmid))
      return &all->hits.items[i];
  return NULL;
}

/* Where as many are wanted as there are, every article is ranked by all terms. What few candidates
 * give has the same scores, and is mostly the same even here, where words stand by chance. */
START_TEST(few_candidates_rank_as_all_do) {
  scratch s;
  arena a;
  size_t shared = 0, computed = 0;
  searcher *x = open_synthetic(&s, &a);
  for (int pmid = 1; pmid <= ASKED; pmid++) {
    answer all = ask(&s, x, pmid, RECORDS, &a), few = ask(&s, x, pmid, WANTED, &a);
    for (size_t i = 0; i < few.hits.count; i++) {
      const hit *h = &few.hits.items[i], *same = among(&all, h);
      if (!text_equal(h->origin, TEXT("computed"))) continue;
      ck_assert_ptr_nonnull(same);
      ck_assert_double_eq(h->score, same->score);
      shared += h->score == all.hits.items[i].score;
      computed++;
    }
  }
  ck_assert_uint_ge(computed, ASKED * WANTED);
  ck_assert_msg(shared * 100 >= computed * SHARED_LEAST, "%zu of %zu", shared, computed);
  searcher_close(x);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

/* The words of some records' abstracts together: more than are asked for by their lists. */
static text long_text(scratch *s, searcher *x, int pmid, arena *a) {
  buffer all = {0};
  for (int i = 0; i < 3; i++) {
    answer found;
    identifier id = {TEXT("pmid"), arena_printf(a, "%d", pmid + i)};
    assert_done(s, search_show(x, id, a, &found, &s->e));
    const record *r = found.hits.items[0].record;
    for (size_t k = 0; k < r->abstract.count; k++) {
      buffer_add(&all, r->abstract.items[k].text);
      buffer_put(&all, " ");
    }
  }
  text whole = arena_text(a, buffer_text(&all));
  buffer_finish(&all);
  return whole;
}

/* The same of a long text: scores from the articles themselves are those from the lists. */
START_TEST(a_long_text_scores_as_short_ones_do) {
  scratch s;
  arena a;
  size_t compared = 0;
  searcher *x = open_synthetic(&s, &a);
  for (int pmid = 1; pmid <= ASKED; pmid++) {
    text words = long_text(&s, x, pmid, &a);
    scored_list few, all;
    search_request wanted = {.limit = WANTED, .bare = true};
    search_request whole = {.limit = RECORDS, .bare = true};
    assert_done(&s, search_rank(x, words, &wanted, &a, &few, &s.e));
    assert_done(&s, search_rank(x, words, &whole, &a, &all, &s.e));
    ck_assert_uint_eq(few.count, WANTED);
    for (size_t i = 0; i < few.count; i++)
      for (size_t k = 0; k < all.count; k++)
        if (few.items[i].id == all.items[k].id) {
          ck_assert_double_eq(few.items[i].score, all.items[k].score);
          compared++;
        }
  }
  ck_assert_uint_eq(compared, ASKED * WANTED);
  searcher_close(x);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

SUITE("search/similar", few_candidates_rank_as_all_do, a_long_text_scores_as_short_ones_do)
