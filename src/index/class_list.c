/* Counting by place: whatever number of words a class has, its places come out in order. */
#include "index/class_list.h"

void class_list_add(class_list *c, const finding *occurrences, size_t count) {
  if (!count) return;
  size_t first = found_place(occurrences[0]) / 64,
         end = found_place(occurrences[count - 1]) / 64 + 1;
  if (c->end == 0 || first < c->first) c->first = first;
  if (end > c->end) c->end = end;
  for (size_t i = 0; i < count; i++) {
    uint16_t place = found_place(occurrences[i]);
    c->touched[place / 64] |= 1ull << place % 64;
    c->codes[place] = code_count(c->codes[place], found_column(occurrences[i]));
  }
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
