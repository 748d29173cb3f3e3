/* xoshiro256**, and drawing by Zipf's law with integers. */
#include "synth_random.h"

#define GOLDEN 0x9e3779b97f4a7c15u

uint64_t random_mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

random_stream random_open(uint64_t seed, random_purpose purpose, uint64_t number) {
  random_stream r;
  uint64_t z = random_mix(seed + GOLDEN) ^ random_mix(number * 8 + (uint64_t)purpose + 1);
  for (int i = 0; i < 4; i++) r.state[i] = random_mix(z += GOLDEN);
  return r;
}

static uint64_t rotate(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

uint64_t random_next(random_stream *r) {
  uint64_t *s = r->state, result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate(s[3], 45);
  return result;
}

/* The high half times the limit: the bias is below 2^-12 for every limit used here. */
uint32_t random_below(random_stream *r, uint32_t limit) {
  return (uint32_t)(((random_next(r) >> 32) * limit) >> 32);
}

uint32_t random_between(random_stream *r, uint32_t low, uint32_t high) {
  return low + random_below(r, high - low + 1);
}

bool random_percent(random_stream *r, uint32_t percent) { return random_below(r, 100) < percent; }

/* Vose's method: columns with less than the average weight are topped up by one with more. */
static void alias_pair(alias_table *t, uint64_t *rest, uint32_t *stack, uint64_t total) {
  uint32_t low = 0,
           high = t->count; /* small columns grow up from 0, large ones down from the end */
  for (uint32_t i = 0; i < t->count; i++) {
    if (rest[i] < total) stack[low++] = i;
    else stack[--high] = i;
  }
  while (low > 0 && high < t->count) {
    uint32_t small = stack[--low], large = stack[high];
    t->columns[small].threshold = (uint32_t)((rest[small] << 32) / total);
    t->columns[small].other = large;
    rest[large] -= total - rest[small];
    if (rest[large] >= total) continue;
    high++;
    stack[low++] = large;
  }
}

void alias_zipf(alias_table *t, arena *a, uint32_t count, uint64_t scale, uint32_t shift) {
  uint64_t *rest = arena_alloc(a, count * sizeof *rest), total = 0;
  uint32_t *stack = arena_alloc(a, count * sizeof *stack);
  *t = (alias_table){count, arena_alloc(a, count * sizeof *t->columns)};
  if (arena_failed(a)) return;
  for (uint32_t i = 0; i < count; i++) {
    rest[i] = scale / (i + shift);
    total += rest[i];
    rest[i] *= count;
    t->columns[i].other = i;
  }
  alias_pair(t, rest, stack, total);
}

uint32_t alias_draw(const alias_table *t, random_stream *r) {
  uint64_t bits = random_next(r);
  uint32_t i = (uint32_t)(((bits >> 32) * t->count) >> 32);
  return (uint32_t)bits < t->columns[i].threshold ? i : t->columns[i].other;
}
