/* SQLite's varints, in memory that is known to have room: 7 bits a byte, the highest first, the
 * high bit set in all bytes but the last; a ninth byte has 8 bits. */
#ifndef CARREL_INDEX_VARINT_H
#define CARREL_INDEX_VARINT_H

#include <stddef.h>
#include <stdint.h>

enum { VARINT_LONGEST = 9 };

/* Of any size; short ones, which most are, take no call. */
size_t varint_put_long(unsigned char *at, uint64_t number);
size_t varint_take_long(const unsigned char *at, uint64_t *number);

/* Writes a number; gives how many bytes it has. */
static inline size_t varint_put(unsigned char *at, uint64_t number) {
  if (number >= 0x4000) return varint_put_long(at, number);
  if (number < 0x80) {
    *at = (unsigned char)number;
    return 1;
  }
  at[0] = (unsigned char)(0x80 | number >> 7);
  at[1] = number & 0x7F;
  return 2;
}

/* Reads a number that was written whole; gives how many bytes it has. */
static inline size_t varint_take(const unsigned char *at, uint64_t *number) {
  *number = *at;
  return *at < 0x80 ? 1 : varint_take_long(at, number);
}

#endif
