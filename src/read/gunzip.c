/* gzip (RFC 1952): any number of members one after the other, as NLM's files and concatenated
 * downloads have them. */
#include <stdlib.h>

#include "read/decoder.h"
#include "read/inflater.h"

#define MAGIC TEXT("\x1F\x8B\x08")

typedef struct gunzip {
  inflater *inflater;
  bool between; /* a member has ended, and the next has not begun */
} gunzip;

static bool gunzip_open(void **state) {
  gunzip *g = calloc(1, sizeof *g);
  *state = g;
  if (g && (g->inflater = inflater_create())) return true;
  free(g);
  *state = NULL;
  return false;
}

static void gunzip_close(void *state) {
  gunzip *g = state;
  if (g) inflater_destroy(g->inflater);
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
    inflater_reset(g->inflater);
    g->between = false;
    return true;
  }
  if (!only_zeros_left(from)) source_fail(from, ERROR_INPUT, "other data follows its gzip data");
  return false;
}

/* Inflates what the window holds; false where decoding cannot go on. */
static bool inflate_window(gunzip *g, source *from, char *bytes, size_t size, size_t *written) {
  text in = from->window;
  const char *why = NULL;
  inflate_result result = inflater_step(g->inflater, &in, bytes, size, written, &why);
  source_take(from, from->window.size - in.size);
  g->between = result == INFLATE_END;
  if (result == INFLATE_MEMORY) source_fail(from, ERROR_MEMORY, "out of memory");
  if (result == INFLATE_DAMAGED) source_fail(from, ERROR_INPUT, why);
  return result == INFLATE_MORE || result == INFLATE_END;
}

static size_t gunzip_read(void *state, source *from, char *bytes, size_t size) {
  gunzip *g = state;
  size_t written = 0;
  while (!written) {
    if (g->between && !next_member(g, from)) break;
    if (!source_fill(from, 1)) {
      source_fail(from, ERROR_INPUT, "the gzip data is cut off");
      break;
    }
    if (!inflate_window(g, from, bytes, size, &written)) break;
  }
  return written;
}

const decoder decoder_gzip = {"gzip", TEXT_STATIC("\x1F\x8B\x08"), gunzip_open, gunzip_read,
                              gunzip_close};
