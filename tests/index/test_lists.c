/* Posting lists of a segment: asking a dictionary of several blocks for a range of keys. */
#include "index/lists.h"

#include "scratch.h"

enum { KEYS = 900, SEGMENT = 1 };

/* Every second number, so that there are keys between them. */
static text key_of(unsigned number, arena *a) { return arena_printf(a, "au:author %04u", number); }

static void write_lists(scratch *s, arena *a) {
  static const uint16_t lengths[SEGMENT_SPAN];
  uint16_t places[] = {0, 3};
  lists_writer w = {0};
  assert_done(s, store_begin(s->store, &s->e));
  lists_writer_start(&w, s->store, NULL, SEGMENT, lengths, 1);
  for (unsigned i = 0; i < KEYS; i++) {
    postings list = {.places = places, .count = 1 + i % 2};
    assert_done(s, lists_writer_add(&w, key_of(2 * i, a), &list, &s->e));
  }
  assert_done(s, lists_writer_end(&w, &s->e));
  assert_done(s, store_commit(s->store, &s->e));
  lists_writer_finish(&w);
}

static void check_range(scratch *s, unsigned from, unsigned end, arena *a) {
  texts keys = {0};
  size_t at = 0;
  assert_done(s, lists_keys(s->store, SEGMENT, key_of(from, a), key_of(end, a), a, &keys, &s->e));
  for (unsigned i = 0; i < KEYS; i++) {
    if (2 * i < from || 2 * i >= end) continue;
    ck_assert_msg(at < keys.count, "from %u to %u: %u is missing", from, end, 2 * i);
    assert_text(keys.items[at++], arena_string(a, key_of(2 * i, a)));
  }
  ck_assert_msg(at == keys.count, "from %u to %u: too many", from, end);
}

/* The first key of every block is among the ends. */
START_TEST(ranges_go_over_blocks) {
  scratch s;
  arena a;
  arena_init(&a);
  scratch_open(&s);
  write_lists(&s, &a);
  ck_assert_int_ge(scratch_number(&s, "SELECT count(*) FROM block"), 3);
  for (unsigned from = 0; from <= 2 * KEYS; from++) {
    check_range(&s, from, from + 1, &a);
    check_range(&s, from, from + 7, &a);
    check_range(&s, from, 2 * KEYS + 5, &a);
    check_range(&s, 0, from, &a);
  }
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

START_TEST(ranges_outside_of_all_keys) {
  scratch s;
  arena a;
  texts keys = {0};
  arena_init(&a);
  scratch_open(&s);
  write_lists(&s, &a);
  assert_done(&s, lists_keys(s.store, SEGMENT, TEXT(":"), TEXT("au:"), &a, &keys, &s.e));
  assert_done(&s, lists_keys(s.store, SEGMENT, TEXT("zz"), TEXT("zzz"), &a, &keys, &s.e));
  assert_done(&s, lists_keys(s.store, SEGMENT + 1, TEXT("au:"), TEXT("b"), &a, &keys, &s.e));
  ck_assert_uint_eq(keys.count, 0);
  assert_done(&s, lists_keys(s.store, SEGMENT, TEXT(":"), TEXT("zz"), &a, &keys, &s.e));
  ck_assert_uint_eq(keys.count, KEYS);
  scratch_close(&s);
  arena_finish(&a);
}
END_TEST

SUITE("index/lists", ranges_go_over_blocks, ranges_outside_of_all_keys)
