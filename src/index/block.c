/* Reading and writing blocks. */
#include "index/block.h"

#include <string.h>

/* --- Writing --- */

static void add_number(buffer *block, uint32_t number) {
  for (; number >= 0x80; number >>= 7) buffer_add_byte(block, (char)(number | 0x80));
  buffer_add_byte(block, (char)number);
}

static uint32_t shared_size(text a, text b) {
  uint32_t size = 0;
  while (size < a.size && size < b.size && a.data[size] == b.data[size]) size++;
  return size;
}

void block_add(buffer *block, text before, text key, const block_entry *entry) {
  uint32_t shared = shared_size(before, key);
  add_number(block, shared);
  add_number(block, (uint32_t)key.size - shared);
  buffer_add(block, text_slice(key, shared, key.size));
  add_number(block, entry->count << 1 | entry->apart);
  if (entry->apart) add_number(block, entry->number);
  else buffer_add(block, entry->list);
}

/* --- Reading --- */

static bool take_number(text *rest, uint32_t *number) {
  *number = 0;
  for (unsigned shift = 0; rest->size && shift < 32; shift += 7) {
    unsigned char byte = (unsigned char)*rest->data++;
    rest->size--;
    *number |= (uint32_t)(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

static bool take_bytes(text *rest, size_t size, text *bytes) {
  if (size > rest->size) return false;
  *bytes = (text){rest->data, size};
  *rest = (text){rest->data + size, rest->size - size};
  return true;
}

static bool take_key(text *rest, uint32_t *shared, text *tail) {
  uint32_t size;
  return take_number(rest, shared) && take_number(rest, &size) && take_bytes(rest, size, tail);
}

static bool take_list(text *rest, bool is_word, block_entry *entry) {
  uint32_t count;
  *entry = (block_entry){0};
  if (!take_number(rest, &count)) return false;
  entry->count = count >> 1;
  entry->apart = count & 1;
  if (entry->apart) return take_number(rest, &entry->number);
  return take_bytes(rest, postings_size(entry->count, is_word), &entry->list);
}

/* An entry as it stands. */
typedef struct raw_entry {
  uint32_t shared; /* bytes of the key before it */
  text tail;       /* what follows them */
  block_entry entry;
} raw_entry;

/* Goes to the first key that is not smaller than the wanted one; *equal: it is the same. False
 * where there is none, or the block is damaged. Keys are not put together: how much of the wanted
 * key the one before had in common tells how the next compares. */
static bool seek(text *block, text key, raw_entry *found, bool *equal) {
  uint32_t common = 0; /* of the wanted key and the one before */
  bool is_word = false;
  *equal = false;
  while (block->size) {
    if (!take_key(block, &found->shared, &found->tail)) return false;
    text tail = found->tail;
    if (!found->shared) is_word = tail.size && tail.data[0] == ':';
    if (!take_list(block, is_word, &found->entry)) return false;
    if (found->shared < common) return true; /* the key is larger */
    if (found->shared > common) continue;    /* it is smaller still */
    common += shared_size(tail, text_slice(key, common, key.size));
    size_t at = common - found->shared;
    *equal = common == key.size && at == tail.size;
    if (common == key.size) return true;
    if (at < tail.size && (unsigned char)tail.data[at] > (unsigned char)key.data[common])
      return true;
  }
  return false;
}

bool block_find(text block, text key, block_entry *found) {
  raw_entry raw;
  bool equal;
  bool there = seek(&block, key, &raw, &equal) && equal;
  if (there) *found = raw.entry;
  return there;
}

bool block_seek(block_walk *w, text key, block_entry *entry) {
  raw_entry raw;
  bool equal;
  if (!seek(&w->rest, key, &raw, &equal)) return false;
  /* What the key shares with the one before it, that one shares with the wanted key. */
  buffer_clear(&w->key);
  buffer_add(&w->key, text_slice(key, 0, raw.shared));
  buffer_add(&w->key, raw.tail);
  *entry = raw.entry;
  return !w->key.failed;
}

bool block_step(block_walk *w, block_entry *entry) {
  uint32_t shared;
  text tail;
  if (!w->rest.size || !take_key(&w->rest, &shared, &tail) || shared > w->key.size) return false;
  w->key.size = shared;
  buffer_add(&w->key, tail);
  return !w->key.failed && take_list(&w->rest, block_key_is_word(buffer_text(&w->key)), entry);
}
