/* Packed lists: what is packed unpacks to the same, bounds hold, damage is refused. */
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "index/packed.h"

static unsigned long long seed = 3;

static unsigned random_below(unsigned n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(seed >> 33) % n;
}

static uint16_t places[SEGMENT_SPAN], codes[SEGMENT_SPAN], lengths[SEGMENT_SPAN];

/* About one in `gap` places, with codes below `most`. */
static postings random_list(unsigned gap, unsigned most, bool words) {
  postings list = {.places = places, .codes = words ? codes : NULL};
  for (uint32_t place = random_below(gap); place < SEGMENT_SPAN;
       place += 1 + random_below(2 * gap)) {
    places[list.count] = (uint16_t)place;
    codes[list.count++] = (uint16_t)(1 + random_below(most));
  }
  for (unsigned i = 0; i < SEGMENT_SPAN; i++) lengths[i] = (uint16_t)random_below(400);
  postings_measure(&list, lengths);
  return list;
}

/* The most that the list comes to in a block. */
static double most_in(const postings *list, unsigned block, double k1, double b, double average,
                      unsigned title_weight) {
  double most = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    if (list->places[i] / PACKED_BLOCK != block) continue;
    double f = 0, k = k1 * (1 - b + b * lengths[list->places[i]] / average);
    for (unsigned c = 0; c < COLUMN_COUNT; c++)
      f += (c == COLUMN_TITLE ? title_weight : columns[c].weight) * code_in(list->codes[i], c);
    if (f > 0 && f / (f + k) > most) most = f / (f + k);
  }
  return most;
}

static void check_bounds(const postings *list, const packed *p) {
  static const struct {
    double k1, b, average;
    unsigned title;
  } cases[] = {{PACKED_K1, PACKED_B, 200, 3},
               {2, 0.9, 200, 3},
               {0.9, 0.4, 150, 3},
               {1.2, 0, 260, 3},
               {1.2, 1, 200, 20},
               {0.01, 0.75, 200, 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    for (unsigned block = 0; block < PACKED_BLOCKS; block += 17) {
      double slack =
          packed_slack(cases[i].k1, cases[i].b, cases[i].average, cases[i].title / 3.0, 200);
      double bound = p->bounds[block] / 255.0 * slack;
      if (bound > 1) bound = 1;
      double most = most_in(list, block, cases[i].k1, cases[i].b, cases[i].average, cases[i].title);
      ck_assert_msg(most <= bound, "case %zu, block %u: %f above %f", i, block, most, bound);
    }
}

/* Chunks one behind the other are what they are alone; no byte may be missing. */
static void check_together(const packed *p, text bytes, const postings *list) {
  static uint16_t again[SEGMENT_SPAN];
  packed_chunk chunks[PACKED_CHUNKS];
  ck_assert(packed_open_chunks(bytes, p, chunks));
  for (unsigned i = 0; i < PACKED_CHUNKS; i++) packed_unpack(p, &chunks[i], i, again, NULL);
  ck_assert(memcmp(again, list->places, list->count * sizeof *again) == 0);
  ck_assert(!packed_open_chunks(text_slice(bytes, 0, bytes.size - 1), p, chunks));
}

static void check_list(const postings *list, bool words) {
  static uint16_t again[SEGMENT_SPAN], their[SEGMENT_SPAN];
  buffer head = {0}, chunk = {0};
  packed p;
  packed_chunk c;
  text rest;
  buffer together = {0};
  packed_add_head(&head, list, lengths, 200);
  ck_assert(packed_open(buffer_text(&head), words, list->count, &p, &rest));
  ck_assert_uint_eq(rest.size, 0);
  for (unsigned i = 0; i < PACKED_CHUNKS; i++) {
    buffer_clear(&chunk);
    packed_add_chunk(&chunk, list, &p, i);
    ck_assert(packed_open_chunk(buffer_text(&chunk), &p, i, &c));
    buffer_add(&together, buffer_text(&chunk));
    packed_unpack(&p, &c, i, again, words ? their : NULL);
    buffer_add_byte(&chunk, 0);
    ck_assert(!packed_open_chunk(buffer_text(&chunk), &p, i, &c));
  }
  ck_assert(memcmp(again, list->places, list->count * sizeof *again) == 0);
  if (words) ck_assert(memcmp(their, list->codes, list->count * sizeof *their) == 0);
  if (words) check_bounds(list, &p);
  check_together(&p, buffer_text(&together), list);
  for (size_t cut = 0; cut < head.size; cut += 1 + cut / 3)
    ck_assert(!packed_open(text_slice(buffer_text(&head), 0, cut), words, list->count, &p, &rest));
  ck_assert(!packed_open(buffer_text(&head), words, list->count - 1, &p, &rest) ||
            packed_before(&p, PACKED_BLOCKS) == list->count - 1);
  buffer_finish(&head);
  buffer_finish(&chunk);
  buffer_finish(&together);
}

START_TEST(lists_unpack_to_what_they_were) {
  static const struct {
    unsigned gap, most;
  } cases[] = {{40, 9}, {3, 200}, {1, 60000}, {60, 60000}, {1, 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    for (int words = 0; words < 2; words++) {
      postings list = random_list(cases[i].gap, cases[i].most, words);
      check_list(&list, words);
    }
}
END_TEST

START_TEST(a_list_of_all_places) {
  postings list = {.places = places, .codes = codes, .count = SEGMENT_SPAN};
  for (uint32_t i = 0; i < SEGMENT_SPAN; i++) places[i] = (uint16_t)i, codes[i] = 8;
  postings_measure(&list, lengths);
  check_list(&list, true);
}
END_TEST

SUITE("index/packed", lists_unpack_to_what_they_were, a_list_of_all_places)
