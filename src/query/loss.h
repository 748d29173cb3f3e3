/* What every writer of a query language needs: output, and a list of what the language cannot say.
 */
#ifndef CARREL_QUERY_LOSS_H
#define CARREL_QUERY_LOSS_H

#include "base/buffer.h"
#include "query/tree.h"

typedef struct rendering {
  buffer out;
  arena *arena;
  texts *lost;  /* may be NULL */
  bool spelled; /* tags are spelled out */
} rendering;

/* Adds a remark unless it is there already. */
void rendering_lose(rendering *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What has been put out, as a text of the arena. */
text rendering_finish(rendering *r);

/* The words that a QUERY_WILD most likely stands for, as an OR of WORD or PREFIX, or one of
 * them: for languages without wildcards inside words. */
query *wild_guess(rendering *r, const query *wild);
/* A QUERY_NEAR without wildcards, phrases and alternatives inside: a QUERY_NEAR of EXACT and
 * PREFIX, an OR of these, or an AND where they would be too many. */
query *near_flatten(rendering *r, const query *near);

#endif
