/* Sorting many texts: names of terms, which begin alike. */
#ifndef CARREL_BASE_ORDER_H
#define CARREL_BASE_ORDER_H

#include <stdint.h>

#include "base/text.h"

/* Puts the numbers into the order of the texts that they stand for, as text_compare has it. Texts
 * must differ from each other, or their order among themselves is not told. False when memory has
 * run out. */
bool order_by_text(uint32_t *numbers, size_t count, const text *texts);

#endif
