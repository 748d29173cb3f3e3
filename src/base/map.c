/* Open addressing with linear probing; a slot keeps the key's hash to spare most comparisons. */
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

struct map_slot {
  const char *key; /* NULL: free */
  uint32_t size, hash, number;
};

/* The number whose bytes stand in the order of a little-endian machine. */
static uint64_t little_endian(uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(word);
#else
  return word;
#endif
}

/* Multiply and fold, eight bytes at a time: wyhash's way of mixing with our own constants. */
uint64_t text_hash(text key) {
  uint64_t hash = 0x9e3779b97f4a7c15u ^ key.size;
  size_t i = 0;
  for (; i + 8 <= key.size; i += 8) {
    uint64_t word;
    memcpy(&word, key.data + i, sizeof word);
    word = little_endian(word);
    hash = (hash ^ word) * 0xd6e8feb86659fd93u;
    hash ^= hash >> 32;
  }
  uint64_t tail = 0;
  for (int shift = 0; i < key.size; i++, shift += 8)
    tail |= (uint64_t)(unsigned char)key.data[i] << shift;
  hash = (hash ^ tail) * 0xd6e8feb86659fd93u;
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93u;
  return hash ^ hash >> 29;
}

void map_init(map *m) {
  *m = (map){0};
  arena_init(&m->keys);
}

void map_finish(map *m) {
  free(m->slots);
  arena_finish(&m->keys);
  map_init(m);
}

void map_clear(map *m) {
  if (m->slots) memset(m->slots, 0, m->capacity * sizeof *m->slots);
  m->count = 0;
  arena_finish(&m->keys);
}

static struct map_slot *map_probe(const map *m, text key, uint32_t hash) {
  size_t mask = m->capacity - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    struct map_slot *slot = &m->slots[at];
    if (!slot->key) return slot;
    if (slot->hash == hash && slot->size == key.size && memcmp(slot->key, key.data, key.size) == 0)
      return slot;
  }
}

static bool map_enlarge(map *m) {
  map larger = {.capacity = m->capacity ? m->capacity * 2 : 1024, .count = m->count};
  larger.slots = calloc(larger.capacity, sizeof *larger.slots);
  if (!larger.slots) return false;
  for (size_t i = 0; i < m->capacity; i++) {
    if (!m->slots[i].key) continue;
    size_t at = m->slots[i].hash & (larger.capacity - 1);
    while (larger.slots[at].key) at = (at + 1) & (larger.capacity - 1);
    larger.slots[at] = m->slots[i];
  }
  free(m->slots);
  m->slots = larger.slots;
  m->capacity = larger.capacity;
  return true;
}

uint32_t *map_find(const map *m, text key) {
  if (!m->count) return NULL;
  struct map_slot *slot = map_probe(m, key, (uint32_t)text_hash(key));
  return slot->key ? &slot->number : NULL;
}

uint32_t *map_put(map *m, text key, bool *added, text *own) {
  *added = false;
  if (key.size > UINT32_MAX) return NULL;
  if (m->count * 3 >= m->capacity * 2 && !map_enlarge(m)) return NULL;
  uint32_t hash = (uint32_t)text_hash(key);
  struct map_slot *slot = map_probe(m, key, hash);
  if (slot->key) {
    if (own) *own = (text){slot->key, slot->size};
    return &slot->number;
  }
  const char *copy = key.size ? arena_text(&m->keys, key).data : "";
  if (arena_failed(&m->keys)) return NULL;
  *slot = (struct map_slot){.key = copy, .size = (uint32_t)key.size, .hash = hash};
  if (own) *own = (text){copy, key.size};
  m->count++;
  *added = true;
  return &slot->number;
}

bool map_next(const map *m, size_t *place, text *key, uint32_t *number) {
  for (; *place < m->capacity; ++*place) {
    const struct map_slot *slot = &m->slots[*place];
    if (!slot->key) continue;
    *key = (text){slot->key, slot->size};
    *number = slot->number;
    ++*place;
    return true;
  }
  return false;
}
