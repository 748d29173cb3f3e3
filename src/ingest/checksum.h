/* The checksum that stands beside a file, NAME.md5 beside NAME, as NLM publishes them. */
#ifndef CARREL_INGEST_CHECKSUM_H
#define CARREL_INGEST_CHECKSUM_H

#include "base/digest.h"
#include "base/error.h"

/* Whether this is the checksum of a file that stands beside it. */
bool checksum_is_beside(const char *path);
/* Whether a checksum stands beside this file. */
bool checksum_stands_beside(const char *path);
/* Whether the digest is the one that stands beside the file, if any does; false with `e` set where
 * it is another, or cannot be read. */
bool checksum_agrees(const char *path, const digest_text digest, error *e);

#endif
