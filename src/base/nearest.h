/* The name most like what was typed, for "did you mean": offer every name, then look. */
#ifndef CARREL_BASE_NEAREST_H
#define CARREL_BASE_NEAREST_H

#include "base/text.h"

typedef struct nearest {
  text typed;
  const char *name; /* the nearest so far, or NULL where none is near */
  size_t distance;  /* twice the edit distance, one less where letters were only left out */
} nearest;

nearest nearest_to(text typed);
/* Compares a spelling without regard to ASCII case; `name` is what is suggested for it. Of names
 * that are equally near, the first offered stays. */
void nearest_offer(nearest *n, text spelling, const char *name);

#endif
