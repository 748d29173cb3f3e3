/* Eight bytes at a time. */
#ifndef CARREL_BASE_BITS_H
#define CARREL_BASE_BITS_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

/* Eight bytes as a number, the first lowest. */
static inline uint64_t bits_load(const void *bytes) {
  uint64_t number;
  memcpy(&number, bytes, sizeof number);
  return le64toh(number);
}

/* A bit for each of eight bytes that are 0 or 1, the first byte's lowest: the product brings them
 * together in its highest byte. */
static inline uint64_t bits_of_marks(const uint8_t *marks) {
  return bits_load(marks) * UINT64_C(0x0102040810204080) >> 56;
}

#endif
