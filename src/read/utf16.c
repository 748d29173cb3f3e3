/* UTF-16 to UTF-8, piece by piece. */
#include "read/utf16.h"

#include "base/utf8.h"

static bool is_high(uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
static bool is_low(uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

static void take_unit(utf16 *state, uint32_t unit, buffer *out) {
  uint32_t high = state->high;
  state->high = 0;
  if (high && is_low(unit)) {
    utf8_add(out, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
    return;
  }
  if (high) utf8_add(out, UTF8_REPLACEMENT);
  if (is_high(unit)) state->high = unit;
  else utf8_add(out, is_low(unit) ? UTF8_REPLACEMENT : unit);
}

void utf16_decode(utf16 *state, text bytes, buffer *out) {
  for (size_t i = 0; i < bytes.size; i++) {
    unsigned char byte = (unsigned char)bytes.data[i];
    state->half = !state->half;
    if (state->half) state->first = byte;
    else if (state->big_endian) take_unit(state, (uint32_t)(state->first << 8 | byte), out);
    else take_unit(state, (uint32_t)(byte << 8 | state->first), out);
  }
}

void utf16_finish(utf16 *state, buffer *out) {
  if (state->half || state->high) utf8_add(out, UTF8_REPLACEMENT);
  state->half = false;
  state->high = 0;
}
