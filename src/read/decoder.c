/* The table of decoders, and the one that passes bytes through. */
#include "read/decoder.h"

#include <string.h>

enum { LONGEST_MAGIC = 6 };

static bool plain_open(void **state) {
  *state = NULL;
  return true;
}

static void plain_close(void *state) { (void)state; }

static size_t plain_read(void *state, source *from, char *bytes, size_t size) {
  (void)state;
  if (!source_fill(from, 1)) return 0;
  if (size > from->window.size) size = from->window.size;
  memcpy(bytes, from->window.data, size);
  source_take(from, size);
  return size;
}

static const decoder decoder_plain = {"plain", TEXT_STATIC(""), plain_open, plain_read,
                                      plain_close};

static const decoder *const decoders[] = {
    &decoder_gzip,
    &decoder_xz,
    &decoder_zstd,
    &decoder_bzip2,
};

const decoder *decoder_find(source *from) {
  source_fill(from, LONGEST_MAGIC);
  for (size_t i = 0; i < sizeof decoders / sizeof *decoders; i++)
    if (text_starts(from->window, decoders[i]->magic)) return decoders[i];
  return &decoder_plain;
}
