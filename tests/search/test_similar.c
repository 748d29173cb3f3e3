/* Similar articles in two steps: those that the strongest terms choose are ranked as all would be.
 * The records are synthetic. */
#include "search/library.h"
#include "search/synthetic.h"

enum { RECORDS = 800, ASKED = 40, WANTED = 10, SHARED_LEAST = 94 /* of a hundred */ };

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
  buffer xml = synthetic_xml(RECORDS);
  size_t shared = 0, computed = 0;
  arena_init(&a);
  scratch_open(&s);
  library_fill(&s, arena_string(&a, buffer_text(&xml)));
  buffer_finish(&xml);
  searcher *x = searcher_open(s.store, &s.e);
  ck_assert_msg(x != NULL, "%s", s.e.message);
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

SUITE("search/similar", few_candidates_rank_as_all_do)
