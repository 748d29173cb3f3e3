/* Inflating by zlib. */
#define ZLIB_CONST
#include "read/inflater.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

enum { WINDOW_BITS = 15, GZIP_WRAPPER = 16 };

struct inflater {
  z_stream stream;
};

inflater *inflater_create(void) {
  inflater *i = calloc(1, sizeof *i);
  if (!i || inflateInit2(&i->stream, WINDOW_BITS + GZIP_WRAPPER) == Z_OK) return i;
  free(i);
  return NULL;
}

void inflater_destroy(inflater *i) {
  if (i) inflateEnd(&i->stream);
  free(i);
}

void inflater_reset(inflater *i) { inflateReset(&i->stream); }

inflate_result inflater_step(inflater *i, text *in, char *out, size_t room, size_t *written,
                             const char **why) {
  uInt given = in->size < UINT_MAX ? (uInt)in->size : UINT_MAX;
  uInt space = room < UINT_MAX ? (uInt)room : UINT_MAX;
  i->stream.next_in = (const Bytef *)in->data;
  i->stream.avail_in = given;
  i->stream.next_out = (Bytef *)out;
  i->stream.avail_out = space;
  int status = inflate(&i->stream, Z_NO_FLUSH);
  *in = text_slice(*in, given - i->stream.avail_in, in->size);
  *written = space - i->stream.avail_out;
  if (status == Z_STREAM_END) return INFLATE_END;
  if (status == Z_OK || status == Z_BUF_ERROR) return INFLATE_MORE;
  if (status == Z_MEM_ERROR) return INFLATE_MEMORY;
  *why = i->stream.msg ? i->stream.msg : "damaged gzip data";
  return INFLATE_DAMAGED;
}
