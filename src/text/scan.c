/* Finding the parts of a folded text, a block at a time and without branches: the loops of constant
 * length become vector instructions. */
#include "text/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/bits.h"

#define TWO(class) class, class
#define EIGHT(class) TWO(class), TWO(class), TWO(class), TWO(class)
#define SIXTEEN(class) EIGHT(class), EIGHT(class)
#define THIRTY_TWO(class) SIXTEEN(class), SIXTEEN(class)

const uint8_t scan_classes[256] = {
    ['\t'] = SCAN_SPACE,
    ['\n'] = SCAN_SPACE,
    ['\v'] = SCAN_SPACE,
    ['\f'] = SCAN_SPACE,
    ['\r'] = SCAN_SPACE,
    [0x1E] = SCAN_SEPARATOR,
    [' '] = SCAN_SPACE,
    ['-'] = SCAN_HYPHEN,
    /* clang-format off */
    ['0'] = EIGHT(SCAN_DIGIT), TWO(SCAN_DIGIT),
    ['a'] = SIXTEEN(SCAN_LETTER), EIGHT(SCAN_LETTER), TWO(SCAN_LETTER),
    [0x80] = THIRTY_TWO(SCAN_LETTER), THIRTY_TWO(SCAN_LETTER), THIRTY_TWO(SCAN_LETTER),
    SIXTEEN(SCAN_LETTER), EIGHT(SCAN_LETTER), TWO(SCAN_LETTER), TWO(SCAN_LETTER),
    TWO(SCAN_LETTER), /* and FOLD_CUT: */ SCAN_OTHER, SCAN_JOINT,
    /* clang-format on */
};

void scan_finish(scan *s) {
  free(s->parts);
  *s = (scan){0};
}

static bool reserve(scan *s, size_t count) {
  if (s->capacity - s->count > count) return true;
  size_t wanted = (s->capacity + count + 1) * 2;
  span *larger =
      wanted < SIZE_MAX / sizeof *larger ? realloc(s->parts, wanted * sizeof *larger) : NULL;
  if (!larger) return false;
  s->parts = larger;
  s->capacity = wanted;
  return true;
}

#define GATHER(marks, i) (bits_of_marks((marks) + (i)) << (i))

static uint64_t gather(const uint8_t bytes[SCAN_BLOCK]) {
  return GATHER(bytes, 0) | GATHER(bytes, 8) | GATHER(bytes, 16) | GATHER(bytes, 24) |
         GATHER(bytes, 32) | GATHER(bytes, 40) | GATHER(bytes, 48) | GATHER(bytes, 56);
}

/* Which bytes of a block are letters, digits, separators: a bit for each. */
typedef struct block {
  uint64_t letters, digits, separators;
} block;

static block read_block(const char *text) {
  uint8_t bytes[SCAN_BLOCK], letters[SCAN_BLOCK], digits[SCAN_BLOCK], separators[SCAN_BLOCK];
  uint8_t separator = 0;
  memcpy(bytes, text, SCAN_BLOCK);
  for (int i = 0; i < SCAN_BLOCK; i++) {
    letters[i] = ((uint8_t)(bytes[i] - 'a') < 26) | ((uint8_t)(bytes[i] - 0x80) < 0x7E);
    digits[i] = (uint8_t)(bytes[i] - '0') < 10;
    separators[i] = bytes[i] == 0x1E;
    separator |= separators[i];
  }
  return (block){gather(letters), gather(digits), separator ? gather(separators) : 0};
}

/* Bits where a byte is unlike the one before it, which for the first is the last of `before`. */
static uint64_t changes(uint64_t bits, uint64_t before) {
  return bits ^ (bits << 1 | before >> 63);
}

bool scan_make(scan *s, const char *text, size_t size) {
  block before = {0}, now;
  s->text = text;
  s->count = 0;
  /* Up to the byte behind the text, where a last part ends. */
  for (size_t at = 0; at <= size && size; at += SCAN_BLOCK, before = now) {
    if (!reserve(s, SCAN_BLOCK)) {
      s->count = 0;
      return false;
    }
    now = read_block(text + at);
    uint64_t any = now.letters | now.digits | now.separators;
    uint64_t any_before = before.letters | before.digits | before.separators;
    uint64_t behind = any << 1 | any_before >> 63;
    uint64_t places = changes(now.letters, before.letters) | changes(now.digits, before.digits) |
                      changes(now.separators, before.separators);
    /* Each change ends a part or not, and may begin one: what begins none is written over. */
    span *part = &s->parts[s->count];
    for (; places; places &= places - 1) {
      size_t bit = (size_t)__builtin_ctzll(places);
      part->end = at + bit;
      part += behind >> bit & 1;
      part->start = at + bit;
    }
    s->count = (size_t)(part - s->parts);
  }
  return true;
}
