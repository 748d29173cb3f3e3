/* Where the parts of a folded text begin and end. */
#ifndef CARREL_TEXT_SCAN_H
#define CARREL_TEXT_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Two bytes that UTF-8 does not know stand in folded text for boundaries without a character. */
#define FOLD_JOINT '\xFF' /* between the parts of a compound: Latin and Greek letters */
#define FOLD_CUT '\xFE'   /* between what has nothing to do with each other */

enum { SCAN_BLOCK = 64 }; /* so many bytes of 0 stand behind a text that is scanned */

typedef enum scan_class {
  SCAN_OTHER,
  SCAN_SPACE,
  SCAN_HYPHEN,
  SCAN_JOINT,
  SCAN_SEPARATOR, /* U+001E; from here on what parts are made of */
  SCAN_DIGIT,
  SCAN_LETTER, /* a to z and all of UTF-8 beyond ASCII */
} scan_class;

extern const uint8_t scan_classes[256];
static inline scan_class scan_class_of(char byte) {
  return (scan_class)scan_classes[(unsigned char)byte];
}

/* A run of letters, of digits or of separators: bytes of the text. */
typedef struct span {
  size_t start, end;
} span;

/* The parts of a text, in order. */
typedef struct scan {
  const char *text; /* borrowed */
  span *parts;
  size_t count, capacity;
} scan;

void scan_finish(scan *s);
/* Replaces what it held. SCAN_BLOCK bytes of 0 must stand behind the text. False when memory has
 * run out, and then there are no parts. */
bool scan_make(scan *s, const char *text, size_t size);

#endif
