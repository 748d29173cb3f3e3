/* Gathering lists in blocks that double. */
#include "index/inversion.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Blocks of half a chunk and more have memory of their own. */
enum { CHUNK = 2 * 1024 * 1024, FIRST_CAPACITY = 4096, ALONE = 17 };

static size_t block_size(unsigned level) { return (size_t)8 << level; }

/* --- Blocks --- */

static bool add_chunk(inversion *v) {
  if (!memory_room((void **)&v->chunks, v->chunk_count + 1, &v->chunk_capacity, sizeof *v->chunks))
    return false;
  v->chunks[v->chunk_count] = memory_large(CHUNK);
  return v->chunks[v->chunk_count] && ++v->chunk_count;
}

/* What is left of a chunk when it has no room for a block is lost. */
static unsigned char *cut_block(inversion *v, size_t size) {
  if (!v->chunks_used || v->used + size > CHUNK) {
    if (v->chunks_used == v->chunk_count && !add_chunk(v)) return NULL;
    v->chunks_used++;
    v->used = 0;
  }
  char *block = v->chunks[v->chunks_used - 1] + v->used;
  v->used += size;
  return (unsigned char *)block;
}

static unsigned char *take_block(inversion *v, unsigned level) {
  unsigned char *block = v->waiting[level];
  if (block) {
    memcpy(&v->waiting[level], block, sizeof block);
    return block;
  }
  block = level < ALONE ? cut_block(v, block_size(level)) : memory_large(block_size(level));
  if (block) v->bytes += block_size(level);
  return block;
}

static void leave_block(inversion *v, unsigned char *block, unsigned level) {
  if (level >= ALONE) {
    memory_release(block, block_size(level));
    v->bytes -= block_size(level);
    return;
  }
  memcpy(block, &v->waiting[level], sizeof block);
  v->waiting[level] = block;
}

/* --- Lists --- */

void inversion_clear(inversion *v) {
  for (size_t i = 0; i < v->list_capacity; i++)
    if (v->lists[i].level >= ALONE) leave_block(v, v->lists[i].bytes, v->lists[i].level);
  if (v->lists) memset(v->lists, 0, v->list_capacity * sizeof *v->lists);
  memset(v->waiting, 0, sizeof v->waiting);
  v->chunks_used = v->used = v->bytes = 0;
}

void inversion_finish(inversion *v) {
  inversion_clear(v);
  for (size_t i = 0; i < v->chunk_count; i++) memory_release(v->chunks[i], CHUNK);
  free(v->chunks);
  memory_release(v->lists, v->list_capacity * sizeof *v->lists);
  *v = (inversion){0};
}

static bool add_lists(inversion *v, uint32_t term) {
  size_t wanted = v->list_capacity ? v->list_capacity * 2 : FIRST_CAPACITY;
  while (wanted <= term) wanted *= 2;
  gathered_list *larger = memory_large(wanted * sizeof *larger);
  if (!larger) return false;
  if (v->lists) memcpy(larger, v->lists, v->list_capacity * sizeof *larger);
  memory_release(v->lists, v->list_capacity * sizeof *v->lists);
  v->lists = larger;
  v->list_capacity = wanted;
  return true;
}

/* Makes room for so many bytes more. */
static bool enlarge(inversion *v, gathered_list *list, size_t more) {
  unsigned level = list->bytes ? list->level + 1u : 0;
  while (level < INVERSION_LEVELS && block_size(level) < list->size + more) level++;
  unsigned char *block = level < INVERSION_LEVELS ? take_block(v, level) : NULL;
  if (!block) return false;
  if (list->bytes) {
    memcpy(block, list->bytes, list->size);
    leave_block(v, list->bytes, list->level);
  }
  list->bytes = block;
  list->level = (uint8_t)level;
  return true;
}

bool inversion_add(inversion *v, uint32_t term, uint16_t place, text positions) {
  unsigned char head[2 * VARINT_LONGEST];
  if (term >= v->list_capacity && !add_lists(v, term)) return false;
  gathered_list *list = &v->lists[term];
  if (list->size && list->place == place) return true;
  size_t size = varint_put(head, (uint64_t)(place - list->place));
  size += varint_put(head + size, 2 * positions.size);
  size_t more = size + positions.size;
  bool fits = list->bytes && list->size + more <= block_size(list->level);
  if (!fits && !enlarge(v, list, more)) return false;
  memcpy(list->bytes + list->size, head, size);
  if (positions.size) memcpy(list->bytes + list->size + size, positions.data, positions.size);
  list->size += (uint32_t)more;
  list->place = place;
  return true;
}

inversion_walk inversion_start(const inversion *v, uint32_t term, const set *removed) {
  if (term >= v->list_capacity) return (inversion_walk){0};
  const gathered_list *list = &v->lists[term];
  return (inversion_walk){
      .at = list->bytes, .end = list->bytes ? list->bytes + list->size : NULL, .removed = removed};
}
