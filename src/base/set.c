/* Sets of whole numbers as runs of bits. */
#include "base/set.h"

#include <stdlib.h>
#include <string.h>

#include "base/bits.h"

void set_finish(set *s) {
  free(s->words);
  *s = (set){0};
}

bool set_reserve(set *s, uint64_t end) {
  size_t wanted = (size_t)(end / 64 + 1);
  if (wanted <= s->word_count) return true;
  uint64_t *larger = realloc(s->words, wanted * sizeof *larger);
  if (!larger) return false;
  memset(larger + s->word_count, 0, (wanted - s->word_count) * sizeof *larger);
  s->words = larger;
  s->word_count = wanted;
  return true;
}

void set_add(set *s, uint64_t number) { s->words[number / 64] |= UINT64_C(1) << number % 64; }

/* Puts down bits that begin anywhere in a word. */
static void add_bits(set *s, uint64_t first, uint64_t bits) {
  unsigned shift = first % 64;
  s->words[first / 64] |= bits << shift;
  if (shift && bits >> (64 - shift)) s->words[first / 64 + 1] |= bits >> (64 - shift);
}

/* Many numbers are marked first, each for itself: a bit put to those before it would have to wait
 * for them. */
static void add_many(set *s, uint64_t base, const uint8_t *numbers, size_t count) {
  uint8_t marks[UINT8_MAX + 1] = {0};
#pragma GCC unroll 8
  for (size_t i = 0; i < count; i++) marks[numbers[i]] = 1;
  for (unsigned first = 0; first < sizeof marks; first += 64) {
    uint64_t bits = 0;
    for (unsigned i = 0; i < 64; i += 8) bits |= bits_of_marks(marks + first + i) << i;
    if (bits) add_bits(s, base + first, bits);
  }
}

void set_add_above(set *s, uint64_t base, const uint8_t *numbers, size_t count) {
  enum { MANY = 24 };
  if (count >= MANY) add_many(s, base, numbers, count);
  else
    for (size_t i = 0; i < count; i++) set_add(s, base + numbers[i]);
}

void set_remove(set *s, uint64_t number) {
  if (number / 64 < s->word_count) s->words[number / 64] &= ~(UINT64_C(1) << number % 64);
}

void set_clear(set *s) {
  if (s->word_count) memset(s->words, 0, s->word_count * sizeof *s->words);
}

bool set_has(const set *s, uint64_t number) {
  return number / 64 < s->word_count && s->words[number / 64] >> number % 64 & 1;
}

void set_add_range(set *s, uint64_t first, uint64_t end) {
  for (; first < end && first % 64; first++) set_add(s, first);
  for (; first + 64 <= end; first += 64) s->words[first / 64] = UINT64_MAX;
  for (; first < end; first++) set_add(s, first);
}

bool set_unite(set *s, const set *other) {
  if (other->word_count && !set_reserve(s, other->word_count * 64 - 1)) return false;
  for (size_t i = 0; i < other->word_count; i++) s->words[i] |= other->words[i];
  return true;
}

void set_intersect(set *s, const set *other) {
  for (size_t i = 0; i < s->word_count; i++)
    s->words[i] &= i < other->word_count ? other->words[i] : 0;
}

void set_subtract(set *s, const set *other) {
  size_t common = s->word_count < other->word_count ? s->word_count : other->word_count;
  for (size_t i = 0; i < common; i++) s->words[i] &= ~other->words[i];
}

bool set_copy(set *s, const set *other) {
  if (s->word_count) memset(s->words, 0, s->word_count * sizeof *s->words);
  return set_unite(s, other);
}

uint64_t set_count(const set *s) {
  uint64_t count = 0;
  for (size_t i = 0; i < s->word_count; i++) count += (uint64_t)__builtin_popcountll(s->words[i]);
  return count;
}

uint64_t set_next(const set *s, uint64_t from) {
  size_t at = (size_t)(from / 64);
  if (at >= s->word_count) return SET_END;
  uint64_t word = s->words[at] & UINT64_MAX << from % 64;
  while (!word) {
    if (++at == s->word_count) return SET_END;
    word = s->words[at];
  }
  return (uint64_t)at * 64 + (uint64_t)__builtin_ctzll(word);
}
