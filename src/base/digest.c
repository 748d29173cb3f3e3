/* MD5, by libmd. */
#include "base/digest.h"

void digest_init(digest *d) { MD5Init(&d->state); }

void digest_add(digest *d, text bytes) {
  if (bytes.size) MD5Update(&d->state, (const uint8_t *)bytes.data, bytes.size);
}

void digest_finish(digest *d, digest_text hex) { MD5End(&d->state, hex); }
