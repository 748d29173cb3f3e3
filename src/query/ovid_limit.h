/* Ovid's limits: `limit 5 to (english language and yr="2010 -Current")`. */
#ifndef CARREL_QUERY_OVID_LIMIT_H
#define CARREL_QUERY_OVID_LIMIT_H

#include "query/scan.h"
#include "query/tree.h"

/* Whether the text is a line that limits another: "limit 5 to ...". */
bool ovid_is_limit(text typed);
/* Reads such a line. NULL with the error set. */
query *ovid_limit(const scope *s);

#endif
