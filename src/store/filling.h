/* Filling a library for the first time. The log writes everything twice, so that others can read
 * meanwhile; nobody misses that while there is nothing to read. */
#ifndef CARREL_STORE_FILLING_H
#define CARREL_STORE_FILLING_H

#include "store/store.h"

/* Has transactions go straight into the file, with a journal beside it of what stood there before,
 * where the library has no article yet, or where its filling was interrupted. Whoever else opens
 * it then waits while a transaction is being written. All stays as it is where another program has
 * the library open, or where it has articles and a log. */
void filling_begin(store *s);
/* Back to the log. Where another program is in the way, the next filling goes back to it. */
void filling_end(store *s);

#endif
