/* Folding one character: what it becomes, and how it stands to its neighbours. */
#ifndef CARREL_TEXT_LETTER_H
#define CARREL_TEXT_LETTER_H

#include <stdint.h>

#include "base/text.h"

enum { LETTER_LONGEST = 72 };

typedef enum letter_kind {
  KIND_NONE,       /* no letter or digit */
  KIND_LETTER,     /* of an alphabet */
  KIND_DIGIT,      /* */
  KIND_RAISED,     /* a digit that is raised, lowered, circled or in a fraction */
  KIND_GREEK,      /* a Greek letter that gives its name */
  KIND_MU,         /* the same, but it may be the sign of micro */
  KIND_GREEK_WORD, /* a letter of a word in Greek */
  KIND_SINGLE,     /* a letter that is a part by itself */
  KIND_MARK,       /* belongs to the letter before it */
  KIND_COUNT,
} letter_kind;

/* Bytes that take part in folded text for one character; none for one that vanishes. */
typedef struct letter {
  uint32_t code;       /* of the character */
  uint32_t only;       /* the code point of its bytes where they are one, else 0 */
  uint8_t first, last; /* letter_kind at both ends */
  uint8_t size;
  char bytes[LETTER_LONGEST];
} letter;

/* Folds a character beyond ASCII. Greek letters give their names and put themselves into `only`. */
void letter_fold(uint32_t code, letter *folded);
/* The byte that must stand between neighbours of these kinds (FOLD_JOINT, FOLD_CUT), or 0. */
char letter_between(letter_kind before, letter_kind after);
letter_kind letter_kind_of_ascii(char byte);

#endif
