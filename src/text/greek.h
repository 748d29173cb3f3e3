/* The names of the Greek letters, as authors spell them out in Latin letters. */
#ifndef CARREL_TEXT_GREEK_H
#define CARREL_TEXT_GREEK_H

#include <stdint.h>

#include "base/text.h"

/* The name of a lower-case Greek letter, U+03B1 to U+03C9; empty for any other code point. */
text greek_name(uint32_t code);
/* Whether these bytes are such a name, in lower case. Reads 8 bytes from `word` on: they must be
 * there, whatever the size. */
bool greek_is_name(const char *word, size_t size);

#endif
