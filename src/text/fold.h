/* Folding one character: what letters and digits it stands for in words. Private to src/text. */
#ifndef CARREL_TEXT_FOLD_H
#define CARREL_TEXT_FOLD_H

#include <stdint.h>

#include "base/text.h"

typedef enum {
  FOLD_BREAK, /* parts words */
  FOLD_LETTER,
  FOLD_DIGIT,
  FOLD_GREEK,   /* a Greek letter, folded to its name */
  FOLD_ALONE,   /* a letter of a script without spaces: a word of its own */
  FOLD_NOTHING, /* vanishes: soft hyphen, combining mark, zero-width joiner */
  FOLD_HYPHEN,  /* any of the hyphens and dashes that compounds are written with */
  FOLD_SPACE,
  FOLD_BOUNDARY, /* 0x1E, between the parts of an indexed column */
} fold_class;

enum { FOLD_LONGEST = 72 };

/* The class of an ASCII byte. */
fold_class fold_ascii(unsigned char byte);
/* Folds a character that is not ASCII: writes its UTF-8 form, at most FOLD_LONGEST bytes, and says
 * how many bytes. NFKC and case folding are Unicode's (utf8proc), without marks. A character that
 * stands for several of unlike class takes the class of the first. */
fold_class fold_code(uint32_t code, char *out, size_t *size);
/* Whether a folded word is the name of a Greek letter. */
bool fold_is_greek_name(text word);

#endif
