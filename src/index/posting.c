/* Codes of occurrences, and lists as they stand in the posting table. */
#include "index/posting.h"

const code_part code_parts[COLUMN_COUNT] = {
    [COLUMN_TITLE] = {0, 7},         [COLUMN_ABSTRACT] = {3, 15}, [COLUMN_KEYWORDS] = {7, 3},
    [COLUMN_MESH] = {9, 7},          [COLUMN_NAMES] = {12, 1},    [COLUMN_JOURNAL] = {13, 1},
    [COLUMN_AFFILIATIONS] = {14, 1}, [COLUMN_OTHER] = {15, 1},
};

unsigned code_in(uint16_t code, unsigned column) {
  return (unsigned)code >> code_parts[column].shift & code_parts[column].most;
}

uint16_t code_mask(unsigned column_set) {
  unsigned mask = 0;
  for (unsigned c = 0; c < COLUMN_COUNT; c++)
    if (column_set & 1u << c) mask |= (unsigned)code_parts[c].most << code_parts[c].shift;
  return (uint16_t)mask;
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
