/* A ring of batches that goes from one thread that reads to one that prepares what has been read,
 * and on to the one that stores. */
#include "ingest/pipeline.h"

#include <pthread.h>
#include <stdlib.h>

#include "ingest/identity.h"

struct pipeline {
  const reader *format;
  dictionary *dictionary;
  void *state;
  input *in;
  const char *file;
  document_maker maker;
  batch ring[PIPELINE_DEPTH];
  /* Batches so far: read, prepared, and taken, of which the newest is in use. */
  size_t filled, prepared, taken;
  bool stopping, in_use;
  pthread_t reading, preparing;
  pthread_mutex_t lock;
  pthread_cond_t changed;
};

/* --- Reading --- */

/* Keeps what is wrong with an entry. */
static void keep_problem(batch *b, batch_entry *entry, const error *problem) {
  error *kept = arena_new(&b->arena, error);
  if (!kept) kept = &b->spare;
  *kept = *problem;
  entry->problem = kept;
}

static bool fill_row(batch_entry *entry, error *problem) {
  identity_give(&entry->record);
  return article_row_fill(&entry->row, &entry->record, problem);
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
  if (entry->result == READ_RECORD && !fill_row(entry, &problem)) entry->result = READ_FAILED;
  if (arena_failed(&b->arena)) {
    error_memory(&problem);
    entry->result = READ_FAILED;
  }
  if (entry->result == READ_SKIPPED || entry->result == READ_FAILED)
    keep_problem(b, entry, &problem);
  return entry->result == READ_RECORD || entry->result == READ_SKIPPED;
}

static void fill_batch(pipeline *p, batch *b) {
  arena_reset(&b->arena);
  b->count = 0;
  b->last = false;
  while (b->count < BATCH_ENTRIES && !b->last) b->last = !fill_entry(p, b);
  input_progress(p->in, &b->bytes_taken, &b->bytes_in_all);
}

/* --- Preparing --- */

/* Makes what the indexes take of the record. */
static bool prepare(pipeline *p, batch *b, batch_entry *entry, error *problem) {
  if (!document_make(&p->maker, &entry->document, &entry->record, &b->arena))
    return error_memory(problem);
  return !p->dictionary || numbering_give(p->dictionary, &entry->document, &b->arena, problem);
}

static void prepare_batch(pipeline *p, batch *b) {
  for (size_t i = 0; i < b->count; i++) {
    error problem;
    batch_entry *entry = &b->entries[i];
    error_clear(&problem);
    if (entry->result != READ_RECORD || prepare(p, b, entry, &problem)) continue;
    entry->result = READ_FAILED;
    keep_problem(b, entry, &problem);
  }
}

/* --- Threads --- */

static bool may_fill(const pipeline *p) {
  return p->filled - p->taken + p->in_use < PIPELINE_DEPTH;
}
static bool may_prepare(const pipeline *p) { return p->prepared < p->filled; }

/* Does the work of a thread, batch by batch, as soon as it may. */
static void work(pipeline *p, bool (*may)(const pipeline *p), void (*on)(pipeline *p, batch *b),
                 size_t *done) {
  for (bool last = false; !last;) {
    pthread_mutex_lock(&p->lock);
    while (!p->stopping && !may(p)) pthread_cond_wait(&p->changed, &p->lock);
    batch *b = &p->ring[*done % PIPELINE_DEPTH];
    bool stopping = p->stopping;
    pthread_mutex_unlock(&p->lock);
    if (stopping) break;
    on(p, b);
    last = b->last;
    pthread_mutex_lock(&p->lock);
    ++*done;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
  }
}

static void *read_all(void *context) {
  pipeline *p = context;
  work(p, may_fill, fill_batch, &p->filled);
  return NULL;
}

static void *prepare_all(void *context) {
  pipeline *p = context;
  work(p, may_prepare, prepare_batch, &p->prepared);
  return NULL;
}

static void stop(pipeline *p) {
  pthread_mutex_lock(&p->lock);
  p->stopping = true;
  pthread_cond_broadcast(&p->changed);
  pthread_mutex_unlock(&p->lock);
}

static bool start(pipeline *p) {
  if (pthread_create(&p->reading, NULL, read_all, p) != 0) return false;
  if (pthread_create(&p->preparing, NULL, prepare_all, p) == 0) return true;
  stop(p);
  pthread_join(p->reading, NULL);
  return false;
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

pipeline *pipeline_start(const reader *format, dictionary *d, void *state, input *in,
                         const char *file, error *e) {
  pipeline *p = calloc(1, sizeof *p);
  if (!p) {
    error_memory(e);
    return NULL;
  }
  p->format = format, p->dictionary = d, p->state = state, p->in = in, p->file = file;
  for (size_t i = 0; i < PIPELINE_DEPTH; i++) arena_init(&p->ring[i].arena);
  pthread_mutex_init(&p->lock, NULL);
  pthread_cond_init(&p->changed, NULL);
  if (!document_maker_init(&p->maker)) error_memory(e);
  else if (start(p)) return p;
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
  while (!was_last && p->prepared == p->taken) pthread_cond_wait(&p->changed, &p->lock);
  if (!was_last) {
    next = &p->ring[p->taken++ % PIPELINE_DEPTH];
    p->in_use = true;
  }
  pthread_mutex_unlock(&p->lock);
  return next;
}

void pipeline_stop(pipeline *p) {
  if (!p) return;
  stop(p);
  pthread_join(p->reading, NULL);
  pthread_join(p->preparing, NULL);
  release(p);
}
