/* Compressions that are undone while reading, told from the first bytes. Each is one row in the
 * table of decoder.c; what none of them knows is taken as it stands. */
#ifndef CARREL_READ_DECODER_H
#define CARREL_READ_DECODER_H

#include "read/source.h"

typedef struct decoder {
  const char *name;
  text magic;                 /* how its data begins; empty: any data */
  bool (*open)(void **state); /* false where there is no memory */
  /* Up to `size` decoded bytes; 0 at the end, or when the source has failed, which damaged data
   * makes it do. */
  size_t (*read)(void *state, source *from, char *bytes, size_t size);
  void (*close)(void *state); /* NULL does nothing */
} decoder;

extern const decoder decoder_gzip;
extern const decoder decoder_xz;
extern const decoder decoder_zstd;
extern const decoder decoder_bzip2;

/* By the first bytes of the source, never NULL. */
const decoder *decoder_find(source *from);

#endif
