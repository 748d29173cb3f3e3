/* An arena owns every allocation of one command or one record and frees them together.
 *
 * Failure is sticky: when memory runs out, functions return harmless values (an empty text, a
 * scratch element) and `arena_failed` says so from then on. Whoever finishes a record or a command
 * asks once; nobody in between needs to. */
#ifndef CARREL_BASE_ARENA_H
#define CARREL_BASE_ARENA_H

#include "base/text.h"

#define ARENA_SCRATCH 1024

typedef struct arena {
  struct arena_block *newest, *spare;
  size_t spare_size, size; /* of all spare blocks; of all others */
  bool failed;
  _Alignas(max_align_t) char scratch[ARENA_SCRATCH];
} arena;

/* Allocates nothing yet. */
void arena_init(arena *a);
/* Frees all; the arena can be used again. */
void arena_finish(arena *a);
/* Forgets all but keeps the memory of its first block for the next record. */
void arena_reset(arena *a);
bool arena_failed(const arena *a);

/* Zeroed memory, aligned for any type; NULL when memory has run out or size is 0. */
void *arena_alloc(arena *a, size_t size);
#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))

text arena_text(arena *a, text original);
/* The same with a NUL behind it; never NULL. */
const char *arena_string(arena *a, text original);
text arena_printf(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The non-empty ones of two texts with `between` where both are. */
text arena_join(arena *a, text first, text between, text second);
/* Runs of white space become one space, none at the ends. */
text arena_squeeze(arena *a, text original);

#endif
