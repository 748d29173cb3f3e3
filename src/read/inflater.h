/* Inflating one member of gzip data (RFC 1952), by whichever library is there: ISA-L, which is
 * about three times faster, or zlib. */
#ifndef CARREL_READ_INFLATER_H
#define CARREL_READ_INFLATER_H

#include "base/text.h"

typedef struct inflater inflater;

typedef enum { INFLATE_MORE, INFLATE_END, INFLATE_DAMAGED, INFLATE_MEMORY } inflate_result;

/* NULL when memory has run out. */
inflater *inflater_create(void);
void inflater_destroy(inflater *i);
/* The next member begins. */
void inflater_reset(inflater *i);
/* Takes bytes off the front of `in`, and writes at most `room` to `out`; *written is how many.
 * INFLATE_END at the end of the member, whose checksum is right. Of what is damaged *why says how.
 */
inflate_result inflater_step(inflater *i, text *in, char *out, size_t room, size_t *written,
                             const char **why);

#endif
