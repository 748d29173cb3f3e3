/* Open addressing with linear probing. A slot keeps the key's hash to spare comparisons, and short
 * keys themselves: looking one up touches one line of memory. */
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { SHORT_KEY = 20 };

struct map_slot {
  uint32_t used; /* the key's size + 1; 0: free */
  uint32_t hash, number;
  char bytes[SHORT_KEY]; /* the key, or a pointer to a longer one */
};

/* The number whose bytes stand in the order of a little-endian machine. */
static uint64_t little_endian(uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(word);
#else
  return word;
#endif
}

static uint64_t two_at(const char *bytes) {
  return (uint64_t)(unsigned char)bytes[0] | (uint64_t)(unsigned char)bytes[1] << 8;
}

static uint64_t four_at(const char *bytes) { return two_at(bytes) | two_at(bytes + 2) << 16; }

/* The bytes from `at` on, fewer than eight, as one number: of four and more the first four and the
 * last four, which may overlap. */
static uint64_t tail_of(text key, size_t at) {
  const char *from = key.data + at, *end = key.data + key.size;
  size_t size = key.size - at;
  if (size >= 4) return four_at(from) | four_at(end - 4) << 32;
  if (size >= 2) return two_at(from) | two_at(end - 2) << 16;
  return size ? (uint64_t)(unsigned char)*from : 0;
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
  hash = (hash ^ tail_of(key, i)) * 0xd6e8feb86659fd93u;
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93u;
  return hash ^ hash >> 29;
}

void map_init(map *m) {
  *m = (map){0};
  arena_init(&m->keys);
}

void map_finish(map *m) {
  memory_release(m->slots, m->capacity * sizeof *m->slots);
  arena_finish(&m->keys);
  map_init(m);
}

void map_clear(map *m) {
  if (m->slots) memset(m->slots, 0, m->capacity * sizeof *m->slots);
  m->count = 0;
  arena_finish(&m->keys);
}

static text slot_key(const struct map_slot *slot) {
  size_t size = slot->used - 1;
  const char *key = slot->bytes;
  if (size > SHORT_KEY) memcpy(&key, slot->bytes, sizeof key);
  return (text){key, size};
}

static struct map_slot *map_probe(const map *m, text key, uint32_t hash) {
  size_t mask = m->capacity - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    struct map_slot *slot = &m->slots[at];
    if (!slot->used || (slot->hash == hash && text_equal(slot_key(slot), key))) return slot;
  }
}

static bool map_enlarge(map *m) {
  map larger = {.capacity = m->capacity ? m->capacity * 2 : 256};
  larger.slots = memory_large(larger.capacity * sizeof *larger.slots);
  if (!larger.slots) return false;
  for (size_t i = 0; i < m->capacity; i++) {
    if (!m->slots[i].used) continue;
    size_t at = m->slots[i].hash & (larger.capacity - 1);
    while (larger.slots[at].used) at = (at + 1) & (larger.capacity - 1);
    larger.slots[at] = m->slots[i];
  }
  memory_release(m->slots, m->capacity * sizeof *m->slots);
  m->slots = larger.slots;
  m->capacity = larger.capacity;
  return true;
}

void map_prefetch(const map *m, uint64_t hash) {
  if (m->capacity) __builtin_prefetch(&m->slots[(uint32_t)hash & (m->capacity - 1)]);
}

uint32_t *map_find(const map *m, text key) {
  if (!m->count) return NULL;
  struct map_slot *slot = map_probe(m, key, (uint32_t)text_hash(key));
  return slot->used ? &slot->number : NULL;
}

/* Fills a free slot with the key. */
static bool slot_take(map *m, struct map_slot *slot, text key, uint32_t hash) {
  if (key.size <= SHORT_KEY) {
    if (key.size) memcpy(slot->bytes, key.data, key.size);
  } else {
    const char *copy = arena_text(&m->keys, key).data;
    if (arena_failed(&m->keys)) return false;
    memcpy(slot->bytes, &copy, sizeof copy);
  }
  slot->used = (uint32_t)key.size + 1;
  slot->hash = hash;
  slot->number = 0;
  m->count++;
  return true;
}

uint32_t *map_put_hashed(map *m, text key, uint64_t hash, bool *added) {
  *added = false;
  if (key.size >= UINT32_MAX) return NULL;
  if (m->count * 3 >= m->capacity * 2 && !map_enlarge(m)) return NULL;
  struct map_slot *slot = map_probe(m, key, (uint32_t)hash);
  if (slot->used) return &slot->number;
  if (!slot_take(m, slot, key, (uint32_t)hash)) return NULL;
  *added = true;
  return &slot->number;
}

uint32_t *map_put(map *m, text key, bool *added) {
  return map_put_hashed(m, key, text_hash(key), added);
}

bool map_next(const map *m, size_t *place, text *key, uint32_t *number) {
  for (; *place < m->capacity; ++*place) {
    const struct map_slot *slot = &m->slots[*place];
    if (!slot->used) continue;
    *key = slot_key(slot);
    *number = slot->number;
    ++*place;
    return true;
  }
  return false;
}
