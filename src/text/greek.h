/* The names of the Greek letters, as authors spell them out in Latin letters. */
#ifndef CARREL_TEXT_GREEK_H
#define CARREL_TEXT_GREEK_H

#include <stdint.h>

#include "base/bits.h"
#include "base/text.h"

enum { GREEK_LONGEST = 7, GREEK_SLOTS = 64 };

/* The name of a lower-case Greek letter, U+03B1 to U+03C9; empty for any other code point. */
text greek_name(uint32_t code);
extern const char greek_slots[GREEK_SLOTS][8]; /* names behind as many 0 as they are short of 8 */

/* Whether these bytes of folded text, one or more, are such a name. Every word is asked, so there
 * is no branch: the eight bytes of a name, multiplied, give a slot of its own (the factor is one of
 * those that keep them apart). */
static inline bool greek_is_name(const char *word, size_t size) {
  uint64_t bytes = bits_load(word) << (-8 * size & 63);
  uint64_t name = bits_load(greek_slots[bytes * 0xe06f291b2a838af9u >> 58]);
  return (bytes == name) & (size <= GREEK_LONGEST);
}

#endif
