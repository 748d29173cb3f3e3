/* UTF-16 to UTF-8, piece by piece (RFC 2781). */
#ifndef CARREL_READ_UTF16_H
#define CARREL_READ_UTF16_H

#include <stdint.h>

#include "base/buffer.h"

typedef struct utf16 {
  bool big_endian;
  bool half;           /* whether the first byte of a unit has been read */
  unsigned char first; /* that byte */
  uint32_t high;       /* a high surrogate that waits for its other half; else 0 */
} utf16;

/* Adds the UTF-8 of the bytes to `out`; a surrogate without its other half becomes U+FFFD. */
void utf16_decode(utf16 *state, text bytes, buffer *out);
/* Adds U+FFFD where the input has ended inside a character. */
void utf16_finish(utf16 *state, buffer *out);

#endif
