/* Character references of HTML: "&amp;", "&#945;", "&#x3B1;", "&alpha;". */
#ifndef CARREL_READ_ENTITY_H
#define CARREL_READ_ENTITY_H

#include <stdint.h>

#include "base/text.h"

/* Takes one off the front of `rest` and gives its character; false, and nothing taken, where
 * there is none that is known. */
bool entity_take(text *rest, uint32_t *code);

#endif
