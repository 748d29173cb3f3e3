/* One piece at a time: buffers change hands, bytes stay where they are. */
#include "index/handover.h"

void handover_init(handover *h, unsigned givers) {
  *h = (handover){.givers = givers};
  pthread_mutex_init(&h->lock, NULL);
  pthread_cond_init(&h->changed, NULL);
}

void handover_finish(handover *h) {
  pthread_mutex_destroy(&h->lock);
  pthread_cond_destroy(&h->changed);
  buffer_finish(&h->piece);
}

static void exchange(handover *h, buffer *piece, bool full) {
  buffer taken = h->piece;
  h->piece = *piece;
  *piece = taken;
  h->full = full;
  pthread_cond_broadcast(&h->changed);
}

void handover_give(handover *h, buffer *piece) {
  pthread_mutex_lock(&h->lock);
  while (h->full) pthread_cond_wait(&h->changed, &h->lock);
  exchange(h, piece, true);
  buffer_clear(piece);
  pthread_mutex_unlock(&h->lock);
}

void handover_end(handover *h) {
  pthread_mutex_lock(&h->lock);
  h->givers--;
  pthread_cond_broadcast(&h->changed);
  pthread_mutex_unlock(&h->lock);
}

bool handover_take(handover *h, buffer *piece) {
  pthread_mutex_lock(&h->lock);
  while (!h->full && h->givers) pthread_cond_wait(&h->changed, &h->lock);
  bool full = h->full;
  if (full) exchange(h, piece, false);
  pthread_mutex_unlock(&h->lock);
  return full;
}
