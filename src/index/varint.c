/* Numbers of more than one byte. */
#include "index/varint.h"

#include <string.h>

size_t varint_put_long(unsigned char *at, uint64_t number) {
  unsigned char bytes[VARINT_LONGEST];
  size_t first = sizeof bytes;
  if (number >> 56) {
    bytes[--first] = (unsigned char)number;
    number >>= 8;
    while (first) bytes[--first] = (unsigned char)(number | 0x80), number >>= 7;
  } else {
    bytes[--first] = number & 0x7F;
    while (number >>= 7) bytes[--first] = (unsigned char)(number | 0x80);
  }
  memcpy(at, bytes + first, sizeof bytes - first);
  return sizeof bytes - first;
}

size_t varint_take_long(const unsigned char *at, uint64_t *number) {
  *number = 0;
  for (size_t i = 0; i < VARINT_LONGEST - 1; i++) {
    *number = *number << 7 | (at[i] & 0x7F);
    if (at[i] < 0x80) return i + 1;
  }
  *number = *number << 8 | at[VARINT_LONGEST - 1];
  return VARINT_LONGEST;
}
