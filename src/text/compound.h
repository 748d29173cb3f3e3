/* Compounds: parts that authors write now in one, now in pieces (HER2, HER-2, HER 2). The rules
 * stand at the top of words.c. */
#ifndef CARREL_TEXT_COMPOUND_H
#define CARREL_TEXT_COMPOUND_H

#include "text/scan.h"

enum {
  COMPOUND_PARTS = 6,
  COMPOUND_LONGEST = 32, /* bytes of a joined form */
  COMPOUND_FORMS = COMPOUND_PARTS * (COMPOUND_PARTS - 1) / 2,
};

typedef struct compound_form {
  uint8_t parts; /* how many it joins */
  uint8_t size;
  char text[COMPOUND_LONGEST];
  size_t first; /* of its parts, among those of the text */
} compound_form;

typedef struct compound {
  compound_form forms[COMPOUND_FORMS]; /* by first part, longest first */
  size_t count;
  size_t last; /* part of the run */
} compound;

/* Reads the run of linked parts that begins with the part `first`, which no part before is linked
 * to. */
void compound_read(compound *c, const scan *s, size_t first);

#endif
