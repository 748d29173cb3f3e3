/* Counting by place: whatever number of words a class has, its places come out in order. */
#include "index/class_list.h"

#include "index/fts5_segment.h"

/* The code with the occurrences at these positions counted: each is a varint, and FTS5_COLUMN has a
 * column behind it. */
static uint16_t count_positions(uint16_t code, text positions) {
  const unsigned char *at = (const unsigned char *)positions.data, *end = at + positions.size;
  unsigned column = 0;
  while (at < end) {
    if (*at == FTS5_COLUMN) {
      column = at[1];
      at += 2;
      continue;
    }
    while (*at >= 0x80) at++;
    at++;
    code = code_count(code, column);
  }
  return code;
}

void class_list_add(class_list *c, inversion_walk w) {
  while (inversion_next(&w)) {
    size_t word = w.place / 64;
    if (c->end == 0 || word < c->first) c->first = word;
    if (word >= c->end) c->end = word + 1;
    c->touched[word] |= 1ull << w.place % 64;
    c->codes[w.place] = count_positions(c->codes[w.place], w.positions);
  }
}

uint32_t class_list_single(inversion_walk w, uint16_t *places, uint16_t *codes) {
  uint32_t count = 0;
  for (; inversion_next(&w); count++) {
    places[count] = (uint16_t)w.place;
    codes[count] = count_positions(0, w.positions);
  }
  return count;
}

uint32_t class_list_take(class_list *c, uint16_t *places, uint16_t *codes) {
  uint32_t count = 0;
  for (size_t at = c->first; at < c->end; at++) {
    for (uint64_t bits = c->touched[at]; bits; bits &= bits - 1, count++) {
      uint16_t place = (uint16_t)(64 * at + (unsigned)__builtin_ctzll(bits));
      places[count] = place;
      codes[count] = c->codes[place];
      c->codes[place] = 0;
    }
    c->touched[at] = 0;
  }
  c->first = c->end = 0;
  return count;
}
