/* From one thread to another, piece by piece: so that what the one makes never waits in memory as a
 * whole until the other has the time. */
#ifndef CARREL_INDEX_HANDOVER_H
#define CARREL_INDEX_HANDOVER_H

#include <pthread.h>

#include "base/buffer.h"

typedef struct handover {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  buffer piece;
  bool full, ended;
} handover;

void handover_init(handover *h);
void handover_finish(handover *h);

/* Hands a piece over, once the one before has been taken. The buffer is empty then. */
void handover_give(handover *h, buffer *piece);
/* Nothing follows. */
void handover_end(handover *h);

/* Takes a piece where there is one. */
bool handover_poll(handover *h, buffer *piece);
/* Waits for one; false when nothing follows. */
bool handover_take(handover *h, buffer *piece);

#endif
