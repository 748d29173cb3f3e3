/* Lists that are opened and added to sets: places beyond their segment are refused, or passed over
 * where they are in the block in which it ends. */
#include "search/term_list.h"

#include "scratch.h"

enum { SPAN = 1000 };

static const segment_row row = {.id = 1, .first = 65, .span = SPAN};

/* The bytes of a list of values at these places. */
static term_list short_list(const uint16_t *places, uint32_t count) {
  return (term_list){
      .entry = {.count = count, .list = {(const char *)places, count * sizeof *places}}};
}

static bool opens(scratch *s, term_list *l, arena *a) {
  error_clear(&s->e);
  return term_list_open(s->store, &row, TEXT("year:2020"), l, a, &s->e);
}

START_TEST(short_lists) {
  static const uint16_t within[] = {0, 7, SPAN - 1}, beyond[] = {0, 7, SPAN}, first[] = {SPAN, 7};
  arena a;
  scratch s;
  set found = {0};
  arena_init(&a);
  scratch_open(&s);
  ck_assert(set_reserve(&found, 65 + SPAN));
  term_list good = short_list(within, 3), bad = short_list(beyond, 3), worse = short_list(first, 2);
  ck_assert(opens(&s, &good, &a));
  ck_assert(term_list_add(s.store, row.id, &good, 0, 65, &found, &s.e));
  ck_assert_uint_eq(set_count(&found), 3);
  ck_assert(set_has(&found, 65 + SPAN - 1));
  ck_assert(!opens(&s, &bad, &a) && strstr(s.e.message, "damaged"));
  ck_assert(!opens(&s, &worse, &a));
  set_finish(&found);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

/* Writes a list of so many values, one at each place, and opens it. */
static bool opens_long(scratch *s, uint32_t count, long long segment, term_list *l, arena *a) {
  static uint16_t places[SEGMENT_SPAN], lengths[SEGMENT_SPAN];
  static lists_writer w;
  text key = TEXT("year:2020");
  segment_row in = {.id = segment, .first = 65, .span = 1024 + 100};
  postings list = {.places = places, .count = count};
  for (uint32_t i = 0; i < count; i++) places[i] = (uint16_t)i;
  lists_writer_start(&w, s->store, NULL, segment, lengths, 100);
  assert_done(s, lists_writer_add(&w, key, &list, &s->e) && lists_writer_end(&w, &s->e));
  lists_writer_finish(&w);
  *l = (term_list){0};
  assert_done(s, lists_find(s->store, segment, key, a, &l->entry, &s->e));
  ck_assert_uint_eq(l->entry.count, count);
  return term_list_open(s->store, &in, key, l, a, &s->e);
}

START_TEST(long_lists) {
  arena a;
  scratch s;
  term_list l;
  set found = {0};
  arena_init(&a);
  scratch_open(&s);
  /* The set ends where the segment does. */
  ck_assert(set_reserve(&found, 65 + 1024 + 100));
  ck_assert(opens_long(&s, 1024 + 200, 1, &l, &a));
  ck_assert(term_list_add(s.store, 1, &l, 0, 65, &found, &s.e));
  ck_assert_uint_eq(set_count(&found), 1024 + 100);
  ck_assert(!opens_long(&s, 1024 + 300, 2, &l, &a) && strstr(s.e.message, "damaged"));
  set_finish(&found);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

SUITE("search/term_list", short_lists, long_lists)
