/* A hash map from texts to 32-bit numbers, keys copied into the map. For dictionaries that are
 * asked millions of times a second; there is no removal, only clearing. */
#ifndef CARREL_BASE_MAP_H
#define CARREL_BASE_MAP_H

#include <stdint.h>

#include "base/arena.h"

typedef struct map {
  struct map_slot *slots;
  size_t count, capacity; /* capacity is a power of two or 0 */
  arena keys;
} map;

void map_init(map *m);
void map_finish(map *m);
/* Forgets every key. */
void map_clear(map *m);
/* The place of the key's number, or NULL. Valid until the next map_put. */
uint32_t *map_find(const map *m, text key);
/* The place of the key's number, new and 0 where the key was not there (then *added is true);
 * NULL when memory has run out. Valid until the next map_put. */
uint32_t *map_put(map *m, text key, bool *added);
/* The same for a key whose text_hash is known. */
uint32_t *map_put_hashed(map *m, text key, uint64_t hash, bool *added);
/* Has the processor fetch what looking up a key with this hash will need. */
void map_prefetch(const map *m, uint64_t hash);
/* Walks over all keys in no order: start with *place = 0; false at the end. The key is valid until
 * the next map_put. */
bool map_next(const map *m, size_t *place, text *key, uint32_t *number);

/* 64-bit hash of the bytes; the same on every machine. */
uint64_t text_hash(text key);

#endif
