/* Codes of occurrences, and lists as they stand in the posting table. */
#include "index/posting.h"

const code_part code_parts[COLUMN_COUNT] = {
    [COLUMN_TITLE] = {0, 7},         [COLUMN_ABSTRACT] = {3, 15}, [COLUMN_KEYWORDS] = {7, 3},
    [COLUMN_MESH] = {9, 7},          [COLUMN_NAMES] = {12, 1},    [COLUMN_JOURNAL] = {13, 1},
    [COLUMN_AFFILIATIONS] = {14, 1}, [COLUMN_OTHER] = {15, 1},
};

uint16_t code_mask(unsigned column_set) {
  unsigned mask = 0;
  for (unsigned c = 0; c < COLUMN_COUNT; c++)
    if (column_set & 1u << c) mask |= (unsigned)code_parts[c].most << code_parts[c].shift;
  return (uint16_t)mask;
}

uint16_t code_sum(uint16_t a, uint16_t b) {
  unsigned sum = 0;
  for (unsigned c = 0; c < COLUMN_COUNT; c++) {
    unsigned both = code_in(a, c) + code_in(b, c), most = code_parts[c].most;
    sum |= (both < most ? both : most) << code_parts[c].shift;
  }
  return (uint16_t)sum;
}

uint16_t code_ceiling(uint16_t a, uint16_t b) {
  unsigned ceiling = 0;
  if (a == b) return a;
  for (unsigned c = 0; c < COLUMN_COUNT; c++) {
    unsigned mask = (unsigned)code_parts[c].most << code_parts[c].shift;
    ceiling |= (a & mask) > (b & mask) ? a & mask : b & mask;
  }
  return (uint16_t)ceiling;
}

void postings_measure(postings *list, const uint16_t *lengths) {
  list->ceiling = 0;
  list->shortest = UINT16_MAX;
  for (uint32_t i = 0; list->codes && i < list->count; i++) {
    list->ceiling = code_ceiling(list->ceiling, list->codes[i]);
    if (lengths[list->places[i]] < list->shortest) list->shortest = lengths[list->places[i]];
  }
}

size_t postings_size(uint32_t count, bool words) {
  return words ? POSTING_HEAD + 4 * (size_t)count : 2 * (size_t)count;
}

static void add_numbers(buffer *b, const uint16_t *numbers, uint32_t count) {
  buffer_add(b, (text){(const char *)numbers, count * sizeof *numbers});
}

void postings_add(buffer *b, const postings *list) {
  const uint16_t head[] = {list->ceiling, list->shortest};
  if (list->codes) add_numbers(b, head, 2);
  add_numbers(b, list->places, list->count);
  if (list->codes) add_numbers(b, list->codes, list->count);
}

postings postings_read(text bytes, bool words) {
  const uint16_t *numbers = (const uint16_t *)(const void *)bytes.data;
  if (!words) return (postings){.places = numbers, .count = (uint32_t)(bytes.size / 2)};
  if (bytes.size < POSTING_HEAD || bytes.size % 4) return (postings){0};
  uint32_t count = (uint32_t)((bytes.size - POSTING_HEAD) / 4);
  return (postings){.places = numbers + 2,
                    .codes = numbers + 2 + count,
                    .count = count,
                    .ceiling = numbers[0],
                    .shortest = numbers[1]};
}
