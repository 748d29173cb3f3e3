/* Random numbers that are the same on every machine: integers only.
 *
 * The generator is xoshiro256** by D. Blackman and S. Vigna, its state filled by splitmix64; both
 * are in the public domain. A stream is named by three numbers, so that any record can be made
 * again without the ones before it. */
#ifndef CARREL_TOOLS_SYNTH_RANDOM_H
#define CARREL_TOOLS_SYNTH_RANDOM_H

#include <stdint.h>

#include "base/arena.h"

typedef struct random_stream {
  uint64_t state[4];
} random_stream;

/* What a stream is for; streams of different purposes are unrelated. */
typedef enum {
  RANDOM_TOPIC,
  RANDOM_HEAD,
  RANDOM_BODY,
  RANDOM_QUERY,
  RANDOM_NAME,
} random_purpose;

random_stream random_open(uint64_t seed, random_purpose purpose, uint64_t number);
uint64_t random_next(random_stream *r);
/* A number from 0 to limit - 1; limit is at least 1. */
uint32_t random_below(random_stream *r, uint32_t limit);
/* From low to high, both included. */
uint32_t random_between(random_stream *r, uint32_t low, uint32_t high);
bool random_percent(random_stream *r, uint32_t percent);

/* Spreads the bits of a number: the last step of splitmix64. */
uint64_t random_mix(uint64_t number);

/* An alias table (Walker, in Vose's form): draws i with a chance proportional to weight i in
 * constant time. Thresholds are 32-bit fractions that come from integer division. */
typedef struct alias_table {
  uint32_t count;
  struct alias_column {
    uint32_t threshold, other;
  } * columns;
} alias_table;

/* Weight i is `scale` / (i + shift): Zipf's law of exponent 1 with a flattened head. The count
 * times the largest weight must fit in 63 bits, the sum of the weights in 32. */
void alias_zipf(alias_table *t, arena *a, uint32_t count, uint64_t scale, uint32_t shift);
uint32_t alias_draw(const alias_table *t, random_stream *r);

#endif
