/* Stepping through folded text: where its parts begin and end. Folded text (text/fold.h) has 0 and
 * spare bytes behind its end, so that nothing here needs to look for the end. */
#ifndef CARREL_TEXT_SCAN_H
#define CARREL_TEXT_SCAN_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Two bytes that UTF-8 does not know stand in folded text for boundaries without a character. */
#define FOLD_JOINT '\xFF' /* between the parts of a compound: Latin and Greek letters */
#define FOLD_CUT '\xFE'   /* between what has nothing to do with each other */
#define FOLD_BREAK '\x1D' /* any character beyond ASCII that separates */

#define SCAN_SPARE 16 /* readable bytes behind folded text */

typedef enum scan_class {
  SCAN_OTHER,
  SCAN_SPACE,
  SCAN_HYPHEN,
  SCAN_JOINT,
  SCAN_SEPARATOR, /* U+001E, from here on what parts are made of */
  SCAN_DIGIT,
  SCAN_LETTER,
  SCAN_END,
} scan_class;

extern const uint8_t scan_classes[256];
static inline scan_class scan_class_of(char byte) {
  return (scan_class)scan_classes[(unsigned char)byte];
}

/* A maximal run of letters or of digits, or one record separator. */
typedef struct part {
  const char *start, *end;
  scan_class class;
} part;

/* Eight bytes as a number, the first lowest. */
static inline uint64_t scan_load(const char *bytes) {
  uint64_t number;
  memcpy(&number, bytes, sizeof number);
  return le64toh(number);
}

#define SCAN_EACH(byte) ((uint64_t)(byte)*0x0101010101010101u)

/* The high bit of each byte that is a letter: a to z, and 0x80 to 0xFD. */
static inline uint64_t scan_letters(uint64_t bytes) {
  uint64_t low = bytes & SCAN_EACH(0x7F);
  uint64_t from_a = low + SCAN_EACH(0x80 - 'a'), beyond_z = low + SCAN_EACH(0x7F - 'z');
  uint64_t beyond_fd = low + SCAN_EACH(0x80 - 0x7E);
  return ((from_a & ~beyond_z & ~bytes) | (bytes & ~beyond_fd)) & SCAN_EACH(0x80);
}

/* The end of the letters that begin here. */
static inline const char *scan_letters_end(const char *at) {
  for (;; at += 8) {
    uint64_t others = ~scan_letters(scan_load(at)) & SCAN_EACH(0x80);
    if (others) return at + (__builtin_ctzll(others) >> 3);
  }
}

static inline const char *scan_digits_end(const char *at) {
  while (scan_class_of(*at) == SCAN_DIGIT) at++;
  return at;
}

/* The next part from here on; false at the end. */
static inline bool scan_part(const char *at, part *next) {
  scan_class class;
  while ((class = scan_class_of(*at)) < SCAN_SEPARATOR) at++;
  next->start = at;
  next->class = class;
  if (class == SCAN_LETTER) next->end = scan_letters_end(at);
  else if (class == SCAN_DIGIT) next->end = scan_digits_end(at);
  else next->end = at + 1;
  return class != SCAN_END;
}

#endif
