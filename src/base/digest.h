/* MD5 of bytes as they pass: what NLM publishes beside its files. It tells damaged files from whole
 * ones, and files from each other; it does not guard against forgers. */
#ifndef CARREL_BASE_DIGEST_H
#define CARREL_BASE_DIGEST_H

#include <sys/types.h>
#include <md5.h>

#include "base/text.h"

typedef struct digest {
  MD5_CTX state;
} digest;

enum { DIGEST_DIGITS = MD5_DIGEST_LENGTH * 2 };
/* Small hexadecimal digits and a NUL. */
typedef char digest_text[DIGEST_DIGITS + 1];

void digest_init(digest *d);
void digest_add(digest *d, text bytes);
/* Gives the digest of all that was added; nothing can be added afterwards. */
void digest_finish(digest *d, digest_text hex);

#endif
