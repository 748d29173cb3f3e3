/* Bump allocation in blocks that double in size; an arena that has grown large goes on in blocks of
 * a large page. What a reset sets free is kept for what comes next, up to a bound: asking the
 * system for memory and touching it first is dear. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024, SPARE_MOST = 8 * LARGEST_BLOCK };
/* From here on a block is provided as a whole: half of what an arena has is filled on the average.
 */
enum { PROVIDED_BLOCK = 128 * 1024 };
enum { LARGE_BLOCK = 2 * 1024 * 1024, LARGE_FROM = 448 * 1024 };

struct arena_block {
  struct arena_block *older;
  size_t size, used;
  bool large; /* LARGE_BLOCK from memory_large */
  _Alignas(max_align_t) char data[];
};

void arena_init(arena *a) {
  a->newest = a->spare = NULL;
  a->spare_size = a->size = 0;
  a->failed = false;
}

static void free_block(struct arena_block *block) {
  if (block->large) memory_release(block, LARGE_BLOCK);
  else free(block);
}

static void free_blocks(struct arena_block *newest) {
  while (newest) {
    struct arena_block *older = newest->older;
    free_block(newest);
    newest = older;
  }
}

void arena_finish(arena *a) {
  free_blocks(a->newest);
  free_blocks(a->spare);
  arena_init(a);
}

static void set_aside(arena *a, struct arena_block *block) {
  a->size -= block->size;
  if ((block->size > LARGEST_BLOCK && !block->large) || a->spare_size + block->size > SPARE_MOST) {
    free_block(block);
    return;
  }
  block->older = a->spare;
  a->spare = block;
  a->spare_size += block->size;
}

void arena_reset(arena *a) {
  while (a->newest && a->newest->older) {
    struct arena_block *older = a->newest->older;
    set_aside(a, a->newest);
    a->newest = older;
  }
  if (a->newest) a->newest->used = 0;
  a->failed = false;
}

bool arena_failed(const arena *a) { return a->failed; }

static void add_block(arena *a, struct arena_block *block) {
  block->older = a->newest;
  block->used = 0;
  a->newest = block;
  a->size += block->size;
}

/* Takes up a block that was set aside, where it is large enough. */
static bool arena_reuse(arena *a, size_t size) {
  struct arena_block *block = a->spare;
  if (!block || block->size < size) return false;
  a->spare = block->older;
  a->spare_size -= block->size;
  add_block(a, block);
  return true;
}

/* A block with room for so many bytes. */
static struct arena_block *new_block(const arena *a, size_t size) {
  struct arena_block *block;
  bool large = a->size >= LARGE_FROM && size <= LARGE_BLOCK - sizeof *block;
  size_t wanted = a->newest ? a->newest->size * 2 : FIRST_BLOCK;
  if (wanted > LARGEST_BLOCK) wanted = LARGEST_BLOCK;
  if (large) wanted = LARGE_BLOCK - sizeof *block;
  if (wanted < size) wanted = size;
  if (wanted > SIZE_MAX - sizeof *block) return NULL;
  block = large ? memory_large(LARGE_BLOCK) : malloc(sizeof *block + wanted);
  if (!block) return NULL;
  if (wanted >= PROVIDED_BLOCK && !large) memory_provide(block, wanted);
  block->size = wanted;
  block->large = large;
  return block;
}

static bool arena_grow(arena *a, size_t size) {
  if (arena_reuse(a, size)) return true;
  struct arena_block *block = new_block(a, size);
  if (block) add_block(a, block);
  return block;
}

/* Memory as it comes. */
static void *arena_take(arena *a, size_t size) {
  size_t alignment = _Alignof(max_align_t);
  if (size == 0) return NULL;
  if (size > SIZE_MAX - alignment) {
    a->failed = true;
    return NULL;
  }
  size = (size + alignment - 1) / alignment * alignment;
  if (!a->newest || a->newest->size - a->newest->used < size) {
    if (!arena_grow(a, size)) {
      a->failed = true;
      return NULL;
    }
  }
  void *memory = a->newest->data + a->newest->used;
  a->newest->used += size;
  return memory;
}

void *arena_alloc(arena *a, size_t size) {
  void *memory = arena_take(a, size);
  return memory ? memset(memory, 0, size) : NULL;
}

text arena_text(arena *a, text original) {
  char *copy = arena_take(a, original.size);
  if (!copy) return (text){"", 0};
  memcpy(copy, original.data, original.size);
  return (text){copy, original.size};
}

const char *arena_string(arena *a, text original) {
  char *copy = arena_take(a, original.size + 1);
  if (!copy) return "";
  if (original.size) memcpy(copy, original.data, original.size);
  copy[original.size] = 0;
  return copy;
}

text arena_printf(arena *a, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int size = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *copy = size > 0 ? arena_take(a, (size_t)size + 1) : NULL;
  if (copy) vsnprintf(copy, (size_t)size + 1, format, again);
  va_end(again);
  return copy ? (text){copy, (size_t)size} : (text){"", 0};
}

text arena_join(arena *a, text first, text between, text second) {
  if (first.size == 0) return second;
  if (second.size == 0) return first;
  char *copy = arena_take(a, first.size + between.size + second.size);
  if (!copy) return first;
  memcpy(copy, first.data, first.size);
  if (between.size) memcpy(copy + first.size, between.data, between.size);
  memcpy(copy + first.size + between.size, second.data, second.size);
  return (text){copy, first.size + between.size + second.size};
}

/* Whether it holds no white space but single spaces between words. Eight bytes at a time, as most
 * of a record's bytes pass here and most texts need no squeezing: (v - 0x0101...) & ~v & 0x8080...
 * has a bit where a byte of v is 0, (v - 0x2020...) & ~v & 0x8080... where one is below 0x20. */
static bool is_squeezed(text raw) {
  if (!raw.size) return true;
  const uint64_t ones = 0x0101010101010101u, highest = ones * 0x80, spaces = ones * ' ';
  if (raw.data[0] == ' ' || raw.data[raw.size - 1] == ' ') return false;
  size_t at = 0;
  for (; at + 9 <= raw.size; at += 8) {
    uint64_t bytes, next;
    memcpy(&bytes, raw.data + at, 8);
    memcpy(&next, raw.data + at + 1, 8);
    uint64_t doubled = (bytes ^ spaces) | (next ^ spaces);
    uint64_t found = ((doubled - ones) & ~doubled) | ((bytes - spaces) & ~bytes);
    if (found & highest) return false;
  }
  for (; at < raw.size; at++) {
    if ((unsigned char)raw.data[at] < ' ') return false;
    if (at && raw.data[at] == ' ' && raw.data[at - 1] == ' ') return false;
  }
  return true;
}

text arena_squeeze(arena *a, text original) {
  if (is_squeezed(original)) return arena_text(a, original);
  char *copy = arena_take(a, original.size);
  if (!copy) return (text){"", 0};
  size_t size = 0;
  for (size_t i = 0; i < original.size; i++) {
    bool space = ascii_is_space(original.data[i]);
    if (!space) copy[size++] = original.data[i];
    else if (size && copy[size - 1] != ' ') copy[size++] = ' ';
  }
  if (size && copy[size - 1] == ' ') size--;
  return (text){copy, size};
}
