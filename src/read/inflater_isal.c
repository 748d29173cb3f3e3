/* Inflating by ISA-L. */
#include "read/inflater.h"

#include <isa-l/igzip_lib.h>
#include <limits.h>
#include <stdlib.h>

struct inflater {
  struct inflate_state state;
};

inflater *inflater_create(void) {
  inflater *i = malloc(sizeof *i);
  if (i) inflater_reset(i);
  return i;
}

void inflater_destroy(inflater *i) { free(i); }

void inflater_reset(inflater *i) {
  isal_inflate_init(&i->state);
  i->state.crc_flag = ISAL_GZIP;
}

static const char *damage(int status) {
  switch (status) {
    case ISAL_INVALID_BLOCK:
      return "invalid block type";
    case ISAL_INVALID_SYMBOL:
      return "invalid code";
    case ISAL_INVALID_LOOKBACK:
      return "invalid distance too far back";
    case ISAL_INCORRECT_CHECKSUM:
      return "incorrect data check";
    case ISAL_UNSUPPORTED_METHOD:
      return "unknown compression method";
    default:
      return "damaged gzip data";
  }
}

inflate_result inflater_step(inflater *i, text *in, char *out, size_t room, size_t *written,
                             const char **why) {
  uint32_t given = in->size < UINT32_MAX ? (uint32_t)in->size : UINT32_MAX;
  uint32_t space = room < UINT32_MAX ? (uint32_t)room : UINT32_MAX;
  /* ISA-L only reads them, but says otherwise. */
  i->state.next_in = (uint8_t *)(uintptr_t)in->data;
  i->state.avail_in = given;
  i->state.next_out = (uint8_t *)out;
  i->state.avail_out = space;
  int status = isal_inflate(&i->state);
  *in = text_slice(*in, given - i->state.avail_in, in->size);
  *written = space - i->state.avail_out;
  if (status < 0) {
    *why = damage(status);
    return INFLATE_DAMAGED;
  }
  return i->state.block_state == ISAL_BLOCK_FINISH ? INFLATE_END : INFLATE_MORE;
}
