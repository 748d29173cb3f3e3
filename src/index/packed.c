/* Packing and unpacking long posting lists. */
#include "index/packed.h"

#include <math.h>
#include <stdlib.h>

enum { HEAD_NUMBERS = 4, CODES = 1 << 16 };

static unsigned block_of(uint16_t place) { return place / PACKED_BLOCK; }

static void add_number(buffer *b, uint16_t number) {
  buffer_add(b, (text){(const char *)&number, sizeof number});
}

/* --- Writing --- */

/* f of a code: a whole number, which a float holds. */
static double frequency_of(uint16_t code) {
  double f = 0;
  for (unsigned c = 0; c < COLUMN_COUNT; c++) f += columns[c].weight * code_in(code, c);
  return f;
}

static void add_before(buffer *head, const postings *list) {
  uint32_t at = 0;
  for (unsigned block = 0; block < PACKED_BLOCKS; block++) {
    while (at < list->count && block_of(list->places[at]) < block) at++;
    add_number(head, (uint16_t)at);
  }
}

/* The different codes of a list; of more than PACKED_CODES the first alone. */
typedef struct code_table {
  unsigned count;
  uint16_t codes[PACKED_CODES];
  float frequencies[PACKED_CODES];
  uint8_t numbers[CODES]; /* by code: filled for those that there are */
} code_table;

static void find_codes(const postings *list, code_table *t) {
  uint64_t seen[CODES / 64] = {0};
  t->count = 0;
  for (uint32_t i = 0; i < list->count && t->count <= PACKED_CODES; i++) {
    uint16_t code = list->codes[i];
    if (seen[code / 64] >> code % 64 & 1) continue;
    seen[code / 64] |= UINT64_C(1) << code % 64;
    if (t->count < PACKED_CODES) {
      t->codes[t->count] = code;
      t->frequencies[t->count] = (float)frequency_of(code);
      t->numbers[code] = (uint8_t)t->count;
    }
    t->count++;
  }
}

/* f / (f + K) grows with f / K: so postings are compared by multiplying, and only the largest of a
 * block is worked out. */
static void add_bounds(buffer *head, const postings *list, const code_table *t,
                       const uint16_t *lengths, double average) {
  double flat = PACKED_K1 * (1 - PACKED_B), slope = PACKED_K1 * PACKED_B / average;
  double most[PACKED_BLOCKS] = {0}, with[PACKED_BLOCKS] = {0}; /* f, and K with it */
  bool known = t->count <= PACKED_CODES;
  for (uint32_t i = 0; i < list->count; i++) {
    uint16_t code = list->codes[i], place = list->places[i];
    unsigned block = block_of(place);
    double f = known ? t->frequencies[t->numbers[code]] : frequency_of(code);
    double k = flat + slope * lengths[place];
    if (with[block] > 0 && f * with[block] <= most[block] * k) continue;
    most[block] = f;
    with[block] = k;
  }
  for (unsigned block = 0; block < PACKED_BLOCKS; block++) {
    double bound = with[block] > 0 ? 255 * most[block] / (most[block] + with[block]) + 1 : 0;
    buffer_add_byte(head, (char)(uint8_t)bound); /* f / (f + K) stays below 1 */
  }
}

void packed_add_head(buffer *head, const postings *list, const uint16_t *lengths, double average) {
  code_table t;
  if (!list->codes) {
    add_before(head, list);
    return;
  }
  find_codes(list, &t);
  unsigned count = t.count <= PACKED_CODES ? t.count : 0;
  add_number(head, list->ceiling);
  add_number(head, list->shortest);
  add_number(head, (uint16_t)count);
  add_number(head, 0);
  add_before(head, list);
  buffer_add(head, (text){(const char *)t.codes, count * sizeof *t.codes});
  add_bounds(head, list, &t, lengths, average);
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
  uint8_t numbers[CODES];
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
