/* A set of whole numbers as one run of bits. For sets of articles: a million of them take 125 KB,
 * so that union, intersection and difference cost microseconds whatever stands in them. */
#ifndef CARREL_BASE_SET_H
#define CARREL_BASE_SET_H

#include <stdint.h>

#include "base/text.h"

/* A zeroed set is empty. Sets can differ in capacity: beyond it there is nothing. */
typedef struct set {
  uint64_t *words;
  size_t word_count;
} set;

void set_finish(set *s);
/* Room for the numbers below `end`; false when there is no memory. */
bool set_reserve(set *s, uint64_t end);
/* The number must be below what was reserved. */
void set_add(set *s, uint64_t number);
/* Adds `base` + each of the numbers, which ascend. */
void set_add_above(set *s, uint64_t base, const uint8_t *numbers, size_t count);
void set_remove(set *s, uint64_t number);
bool set_has(const set *s, uint64_t number);
void set_clear(set *s);
/* first .. end - 1, which must be below what was reserved. */
void set_add_range(set *s, uint64_t first, uint64_t end);
/* Changes the first set; the second stays. False when there is no memory. */
bool set_unite(set *s, const set *other);
void set_intersect(set *s, const set *other);
void set_subtract(set *s, const set *other);
bool set_copy(set *s, const set *other);
uint64_t set_count(const set *s);
/* The smallest member that is at least `from`, or SET_END. */
#define SET_END UINT64_MAX
uint64_t set_next(const set *s, uint64_t from);

#endif
