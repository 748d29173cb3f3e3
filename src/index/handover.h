/* From several threads to one, piece by piece: so that what they make never waits in memory as a
 * whole until the one has the time. */
#ifndef CARREL_INDEX_HANDOVER_H
#define CARREL_INDEX_HANDOVER_H

#include <pthread.h>

#include "base/buffer.h"

typedef struct handover {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  buffer piece;
  bool full;
  unsigned givers; /* that have not ended */
} handover;

void handover_init(handover *h, unsigned givers);
void handover_finish(handover *h);

/* Hands a piece over, once the one before has been taken. The buffer is empty then. */
void handover_give(handover *h, buffer *piece);
/* Nothing follows from this giver. */
void handover_end(handover *h);

/* Waits for a piece; false when nothing follows. */
bool handover_take(handover *h, buffer *piece);

#endif
