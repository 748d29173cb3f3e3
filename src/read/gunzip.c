/* gzip (RFC 1952) by zlib: any number of members one after the other, as NLM's files and
 * concatenated downloads have them. */
#define ZLIB_CONST
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#include "read/decoder.h"

#define MAGIC TEXT("\x1F\x8B\x08")

enum { WINDOW_BITS = 15, GZIP_WRAPPER = 16 };

typedef struct gunzip {
  z_stream stream;
  bool between; /* a member has ended, and the next has not begun */
} gunzip;

static bool gunzip_open(void **state) {
  gunzip *g = calloc(1, sizeof *g);
  if (!g) return false;
  *state = g;
  if (inflateInit2(&g->stream, WINDOW_BITS + GZIP_WRAPPER) == Z_OK) return true;
  free(g);
  *state = NULL;
  return false;
}

static void gunzip_close(void *state) {
  gunzip *g = state;
  if (!g) return;
  inflateEnd(&g->stream);
  free(g);
}

/* Zero bytes may fill up the last block of a tape or a download, as gzip's own tool allows. */
static bool only_zeros_left(source *from) {
  while (source_fill(from, 1)) {
    if (from->window.data[0]) return false;
    source_take(from, 1);
  }
  return true;
}

/* Begins the next member; false where there is none. */
static bool next_member(gunzip *g, source *from) {
  source_fill(from, MAGIC.size);
  if (text_starts(from->window, MAGIC)) {
    inflateReset(&g->stream);
    g->between = false;
    return true;
  }
  if (!only_zeros_left(from)) source_fail(from, ERROR_INPUT, "other data follows its gzip data");
  return false;
}

static void inflate_failed(gunzip *g, source *from, int status) {
  if (status == Z_MEM_ERROR) source_fail(from, ERROR_MEMORY, "out of memory");
  else source_fail(from, ERROR_INPUT, g->stream.msg ? g->stream.msg : "damaged gzip data");
}

/* One call of inflate over what the window holds; false where decoding cannot go on. */
static bool inflate_window(gunzip *g, source *from) {
  size_t given = from->window.size < UINT_MAX ? from->window.size : UINT_MAX;
  g->stream.next_in = (const Bytef *)from->window.data;
  g->stream.avail_in = (uInt)given;
  int status = inflate(&g->stream, Z_NO_FLUSH);
  source_take(from, given - g->stream.avail_in);
  g->between = status == Z_STREAM_END;
  if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) return true;
  inflate_failed(g, from, status);
  return false;
}

static size_t gunzip_read(void *state, source *from, char *bytes, size_t size) {
  gunzip *g = state;
  if (size > UINT_MAX) size = UINT_MAX;
  g->stream.next_out = (Bytef *)bytes;
  g->stream.avail_out = (uInt)size;
  while (g->stream.avail_out == size) {
    if (g->between && !next_member(g, from)) break;
    if (!source_fill(from, 1)) {
      source_fail(from, ERROR_INPUT, "the gzip data is cut off");
      break;
    }
    if (!inflate_window(g, from)) break;
  }
  return size - g->stream.avail_out;
}

const decoder decoder_gzip = {"gzip", TEXT_STATIC("\x1F\x8B\x08"), gunzip_open, gunzip_read,
                              gunzip_close};
