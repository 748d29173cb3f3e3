/* The history and saved searches in a library. */
#include "store/history.h"

#include "scratch.h"

static past_search search(const char *typed, long long found) {
  return (past_search){.asked = TEXT("2026-01-02T03:04:05Z"),
                       .typed = text_of(typed),
                       .dialect = TEXT("pubmed"),
                       .details = TEXT("details"),
                       .found = found,
                       .records = 9,
                       .latest = 12};
}

START_TEST(without_a_history_nothing_is_found) {
  scratch s;
  past_searches found = {0};
  arena a;
  arena_init(&a);
  scratch_open(&s);
  assert_done(&s, history_all(s.store, &found, &a, &s.e));
  assert_done(&s, saved_all(s.store, &found, &a, &s.e));
  assert_done(&s, history_find(s.store, 1, &found, &a, &s.e));
  assert_done(&s, saved_find(s.store, TEXT("x"), &found, &a, &s.e));
  ck_assert_uint_eq(found.count, 0);
  assert_done(&s, history_clear(s.store, &s.e));
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

START_TEST(searches_are_numbered) {
  scratch s;
  past_searches found = {0};
  arena a;
  arena_init(&a);
  scratch_open(&s);
  const past_search asked[] = {search("her2", 3), search("her2", 3), search("her2", 4),
                               search("\"it's\" NOT #1", 0), search("her2", 4)};
  for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
    assert_done(&s, history_add(s.store, &asked[i], &s.e));
  assert_done(&s, history_all(s.store, &found, &a, &s.e));
  ck_assert_uint_eq(found.count, 4); /* the second says what the first said */
  for (size_t i = 0; i < found.count; i++) ck_assert_int_eq(found.items[i].number, (int)i + 1);
  assert_text(found.items[2].typed, "\"it's\" NOT #1");
  found.count = 0;
  assert_done(&s, history_find(s.store, 2, &found, &a, &s.e));
  ck_assert_uint_eq(found.count, 1);
  const past_search *one = &found.items[0];
  assert_text(one->asked, "2026-01-02T03:04:05Z");
  assert_text(one->dialect, "pubmed");
  assert_text(one->details, "details");
  ck_assert_int_eq(one->found, 4);
  ck_assert_int_eq(one->records, 9);
  ck_assert_int_eq(one->latest, 12);
  assert_done(&s, history_clear(s.store, &s.e));
  assert_done(&s, history_add(s.store, &asked[0], &s.e));
  found.count = 0;
  assert_done(&s, history_all(s.store, &found, &a, &s.e));
  ck_assert_uint_eq(found.count, 1);
  ck_assert_int_eq(found.items[0].number, 1);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

START_TEST(saved_searches_are_found_by_name) {
  scratch s;
  past_searches found = {0};
  bool was;
  arena a;
  arena_init(&a);
  scratch_open(&s);
  past_search one = search("her2", 3);
  one.name = TEXT("Mine");
  assert_done(&s, saved_put(s.store, &one, &s.e));
  one.name = TEXT("alpha");
  assert_done(&s, saved_put(s.store, &one, &s.e));
  one = search("her3", 5);
  one.name = TEXT("mine");
  assert_done(&s, saved_put(s.store, &one, &s.e));
  assert_done(&s, saved_all(s.store, &found, &a, &s.e));
  ck_assert_uint_eq(found.count, 2);
  assert_text(found.items[0].name, "alpha");
  assert_text(found.items[1].name, "mine");
  found.count = 0;
  assert_done(&s, saved_find(s.store, TEXT("MINE"), &found, &a, &s.e));
  ck_assert_uint_eq(found.count, 1);
  assert_text(found.items[0].typed, "her3");
  ck_assert_int_eq(found.items[0].found, 5);
  ck_assert_int_eq(found.items[0].latest, 12);
  assert_done(&s, saved_remove(s.store, TEXT("mine"), &was, &s.e));
  ck_assert(was);
  assert_done(&s, saved_remove(s.store, TEXT("mine"), &was, &s.e));
  ck_assert(!was);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

SUITE("store/history", without_a_history_nothing_is_found, searches_are_numbered,
      saved_searches_are_found_by_name)
