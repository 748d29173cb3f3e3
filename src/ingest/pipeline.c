/* A ring of batches between one thread that reads and one that stores. */
#include "ingest/pipeline.h"

#include <pthread.h>
#include <stdlib.h>

#include "ingest/identity.h"

struct pipeline {
  const reader *format;
  void *state;
  input *in;
  const char *file;
  document_maker maker;
  batch ring[PIPELINE_DEPTH];
  size_t filled, taken; /* batches so far; filled - taken are ready, the newest taken is in use */
  bool stopping, in_use;
  pthread_t thread;
  pthread_mutex_t lock;
  pthread_cond_t changed;
};

/* Makes what the library takes of the record. */
static bool prepare(pipeline *p, batch *b, batch_entry *entry, error *problem) {
  identity_give(&entry->record);
  if (!article_row_fill(&entry->row, &entry->record, problem)) return false;
  return document_make(&p->maker, &entry->document, &entry->record, &b->arena) ||
         error_memory(problem);
}

/* Reads one entry; false where nothing can follow it. */
static bool fill_entry(pipeline *p, batch *b) {
  error problem;
  batch_entry *entry = &b->entries[b->count++];
  error_clear(&problem);
  record_init(&entry->record, &b->arena);
  input_begin_record(p->in);
  entry->result = p->format->next(p->state, &entry->record, &problem);
  entry->record.source_file = text_of(p->file);
  entry->record.source_format = text_of(p->format->name);
  if (entry->result == READ_RECORD && !prepare(p, b, entry, &problem)) entry->result = READ_FAILED;
  if (arena_failed(&b->arena)) {
    error_memory(&problem);
    entry->result = READ_FAILED;
  }
  if (entry->result == READ_SKIPPED || entry->result == READ_FAILED) {
    error *kept = arena_new(&b->arena, error);
    if (!kept) kept = &b->spare;
    *kept = problem;
    entry->problem = kept;
  }
  return entry->result == READ_RECORD || entry->result == READ_SKIPPED;
}

static void fill_batch(pipeline *p, batch *b) {
  arena_reset(&b->arena);
  b->count = 0;
  b->last = false;
  while (b->count < BATCH_ENTRIES && !b->last) b->last = !fill_entry(p, b);
  input_progress(p->in, &b->bytes_taken, &b->bytes_in_all);
}

static void *read_all(void *context) {
  pipeline *p = context;
  for (bool last = false; !last;) {
    pthread_mutex_lock(&p->lock);
    while (!p->stopping && p->filled - p->taken + p->in_use == PIPELINE_DEPTH)
      pthread_cond_wait(&p->changed, &p->lock);
    batch *b = &p->ring[p->filled % PIPELINE_DEPTH];
    bool stopping = p->stopping;
    pthread_mutex_unlock(&p->lock);
    if (stopping) break;
    fill_batch(p, b);
    last = b->last;
    pthread_mutex_lock(&p->lock);
    p->filled++;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
  }
  return NULL;
}

static void release(pipeline *p) {
  for (size_t i = 0; i < PIPELINE_DEPTH; i++) {
    arena_finish(&p->ring[i].arena);
    for (size_t k = 0; k < BATCH_ENTRIES; k++) article_row_finish(&p->ring[i].entries[k].row);
  }
  document_maker_finish(&p->maker);
  pthread_mutex_destroy(&p->lock);
  pthread_cond_destroy(&p->changed);
  free(p);
}

pipeline *pipeline_start(const reader *format, void *state, input *in, const char *file,
                         error *e) {
  pipeline *p = calloc(1, sizeof *p);
  if (!p) {
    error_memory(e);
    return NULL;
  }
  p->format = format, p->state = state, p->in = in, p->file = file;
  for (size_t i = 0; i < PIPELINE_DEPTH; i++) arena_init(&p->ring[i].arena);
  pthread_mutex_init(&p->lock, NULL);
  pthread_cond_init(&p->changed, NULL);
  if (!document_maker_init(&p->maker)) error_memory(e);
  else if (pthread_create(&p->thread, NULL, read_all, p) == 0) return p;
  else error_set(e, ERROR_SYSTEM, "cannot start a thread");
  release(p);
  return NULL;
}

const batch *pipeline_next(pipeline *p) {
  const batch *next = NULL;
  pthread_mutex_lock(&p->lock);
  bool was_last = p->in_use && p->ring[(p->taken - 1) % PIPELINE_DEPTH].last;
  p->in_use = false;
  pthread_cond_broadcast(&p->changed);
  while (!was_last && p->filled == p->taken) pthread_cond_wait(&p->changed, &p->lock);
  if (!was_last) {
    next = &p->ring[p->taken++ % PIPELINE_DEPTH];
    p->in_use = true;
  }
  pthread_mutex_unlock(&p->lock);
  return next;
}

void pipeline_stop(pipeline *p) {
  if (!p) return;
  pthread_mutex_lock(&p->lock);
  p->stopping = true;
  pthread_cond_broadcast(&p->changed);
  pthread_mutex_unlock(&p->lock);
  pthread_join(p->thread, NULL);
  release(p);
}
