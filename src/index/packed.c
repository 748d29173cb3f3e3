/* Packing and unpacking long posting lists. */
#include "index/packed.h"

#include <math.h>
#include <stdlib.h>

enum { HEAD_NUMBERS = 4 };

static unsigned block_of(uint16_t place) { return place / PACKED_BLOCK; }

static void add_number(buffer *b, uint16_t number) {
  buffer_add(b, (text){(const char *)&number, sizeof number});
}

/* --- Writing --- */

static uint8_t bound_of(uint16_t code, uint16_t length, double average) {
  double f = 0, k = PACKED_K1 * (1 - PACKED_B + PACKED_B * length / average);
  for (unsigned c = 0; c < COLUMN_COUNT; c++) f += columns[c].weight * code_in(code, c);
  return (uint8_t)(255 * f / (f + k) + 1); /* f / (f + K) stays below 1 */
}

static void add_before(buffer *head, const postings *list) {
  uint32_t at = 0;
  for (unsigned block = 0; block < PACKED_BLOCKS; block++) {
    while (at < list->count && block_of(list->places[at]) < block) at++;
    add_number(head, (uint16_t)at);
  }
}

static void add_bounds(buffer *head, const postings *list, const uint16_t *lengths,
                       double average) {
  uint8_t bounds[PACKED_BLOCKS] = {0};
  for (uint32_t i = 0; i < list->count; i++) {
    uint16_t place = list->places[i];
    uint8_t bound = bound_of(list->codes[i], lengths[place], average);
    if (bound > bounds[block_of(place)]) bounds[block_of(place)] = bound;
  }
  buffer_add(head, (text){(const char *)bounds, sizeof bounds});
}

/* The different codes, at most PACKED_CODES; gives 0 where there are more. */
static unsigned different_codes(const postings *list, uint16_t *codes) {
  uint64_t seen[1024] = {0};
  unsigned count = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    uint16_t code = list->codes[i];
    if (seen[code / 64] >> code % 64 & 1) continue;
    if (count == PACKED_CODES) return 0;
    seen[code / 64] |= 1ull << code % 64;
    codes[count++] = code;
  }
  return count;
}

void packed_add_head(buffer *head, const postings *list, const uint16_t *lengths, double average) {
  uint16_t codes[PACKED_CODES];
  if (!list->codes) {
    add_before(head, list);
    return;
  }
  unsigned count = different_codes(list, codes);
  add_number(head, list->ceiling);
  add_number(head, list->shortest);
  add_number(head, (uint16_t)count);
  add_number(head, 0);
  add_before(head, list);
  buffer_add(head, (text){(const char *)codes, count * sizeof *codes});
  add_bounds(head, list, lengths, average);
}

/* A block, or nothing where it is empty. */
static void add_block(buffer *chunk, const postings *list, uint32_t from, uint32_t to,
                      const uint8_t *numbers) {
  for (uint32_t i = from; i < to; i++) buffer_add_byte(chunk, (char)(list->places[i] & 0xFF));
  for (uint32_t i = from; numbers && i < to; i++)
    buffer_add_byte(chunk, (char)numbers[list->codes[i]]);
}

void packed_add_chunk(buffer *chunk, const postings *list, const packed *head, unsigned number) {
  unsigned block = number * PACKED_CHUNK_BLOCKS, end = block + PACKED_CHUNK_BLOCKS;
  uint8_t numbers[1 << 16];
  bool numbered = head->code_count > 0;
  for (uint32_t i = packed_before(head, block);
       list->codes && !numbered && i < packed_before(head, end); i++)
    add_number(chunk, list->codes[i]);
  for (unsigned i = 0; i < head->code_count; i++) numbers[head->codes[i]] = (uint8_t)i;
  for (; block < end; block++)
    add_block(chunk, list, packed_before(head, block), packed_before(head, block + 1),
              numbered ? numbers : NULL);
}

/* --- Reading --- */

static bool rises(const packed *p) {
  if (p->before[0]) return false;
  for (unsigned i = 1; i <= PACKED_BLOCKS; i++)
    if (packed_before(p, i) < packed_before(p, i - 1) ||
        packed_before(p, i) - packed_before(p, i - 1) > PACKED_BLOCK)
      return false;
  return true;
}

bool packed_open(text head, bool words, uint32_t count, packed *p, text *rest) {
  const uint16_t *numbers = (const uint16_t *)(const void *)head.data;
  size_t fixed = PACKED_BLOCKS * sizeof *numbers;
  *p = (packed){.count = count};
  if (!words) {
    if (head.size < fixed) return false;
    p->before = numbers;
    *rest = text_slice(head, fixed, head.size);
    return rises(p);
  }
  fixed += HEAD_NUMBERS * sizeof *numbers + PACKED_BLOCKS;
  if (head.size < fixed) return false;
  p->ceiling = numbers[0];
  p->shortest = numbers[1];
  p->code_count = numbers[2];
  p->before = numbers + HEAD_NUMBERS;
  p->codes = p->before + PACKED_BLOCKS;
  p->bounds = (const uint8_t *)(p->codes + p->code_count);
  fixed += p->code_count * sizeof *numbers;
  if (p->code_count > PACKED_CODES || head.size < fixed) return false;
  *rest = text_slice(head, fixed, head.size);
  return rises(p);
}

/* The bytes that a posting takes up. */
static size_t posting_size(const packed *p) { return !p->bounds ? 1 : p->code_count ? 2 : 3; }

bool packed_open_chunk(text bytes, const packed *p, unsigned number, packed_chunk *chunk) {
  uint32_t first = packed_before(p, number * PACKED_CHUNK_BLOCKS);
  uint32_t count = packed_before(p, (number + 1) * PACKED_CHUNK_BLOCKS) - first;
  *chunk = (packed_chunk){.first = first};
  if (!count) return bytes.size == 0;
  size_t each = posting_size(p);
  if (bytes.size != count * each) return false;
  chunk->bytes = (const uint8_t *)bytes.data + (each == 3 ? 2 * count : 0);
  if (each == 3) chunk->codes = (const uint16_t *)(const void *)bytes.data;
  return true;
}

bool packed_open_chunks(text bytes, const packed *p, packed_chunk chunks[PACKED_CHUNKS]) {
  if (bytes.size != p->count * posting_size(p)) return false;
  for (unsigned i = 0; i < PACKED_CHUNKS; i++) {
    size_t from = packed_before(p, i * PACKED_CHUNK_BLOCKS) * posting_size(p);
    size_t to = packed_before(p, (i + 1) * PACKED_CHUNK_BLOCKS) * posting_size(p);
    if (!packed_open_chunk(text_slice(bytes, from, to), p, i, &chunks[i])) return false;
  }
  return true;
}

void packed_unpack(const packed *p, const packed_chunk *c, unsigned number, uint16_t *places,
                   uint16_t *codes) {
  for (unsigned n = number * PACKED_CHUNK_BLOCKS; n < (number + 1) * PACKED_CHUNK_BLOCKS; n++) {
    packed_block b = packed_block_of(p, c, n);
    uint32_t from = packed_before(p, n);
    for (uint32_t i = 0; i < b.count; i++) {
      places[from + i] = (uint16_t)(n * PACKED_BLOCK + b.lows[i]);
      if (codes) codes[from + i] = packed_code(p, &b, i);
    }
  }
}

/* K = k1 (1 - b + b length / average) falls below what the bounds were made by, at most by: */
double packed_slack(double k1, double b, double average, double raise, double segment_average) {
  double flat = b < 1 ? (1 - PACKED_B) / (1 - b) : INFINITY;
  double steep = b > 0 ? PACKED_B / segment_average / (b / average) : INFINITY;
  double fall = k1 > 0 ? PACKED_K1 / k1 * (flat > steep ? flat : steep) : INFINITY;
  return (fall > 1 ? fall : 1) * (raise > 1 ? raise : 1);
}
