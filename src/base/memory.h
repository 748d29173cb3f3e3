/* Large tables that are looked up all over: where the system can, they lie in large pages, which
 * the processor finds faster. */
#ifndef CARREL_BASE_MEMORY_H
#define CARREL_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed memory; NULL where there is none. It goes back by memory_release, with its size. */
void *memory_large(size_t size);
void memory_release(void *memory, size_t size);
/* Has the system provide all of some memory that is about to be filled at once, where it can,
 * instead of page by page at the first touch. */
void memory_provide(void *memory, size_t size);

/* Makes room for so many elements, of `size` bytes each, in an array on the heap, which at least
 * doubles where it grows; what is new is zeroed. False when memory has run out. */
bool memory_room(void **items, size_t count, size_t *capacity, size_t size);

#endif
