/* Writing JSON into a buffer; reading it is jansson's work. */
#ifndef CARREL_BASE_JSON_H
#define CARREL_BASE_JSON_H

#include "base/buffer.h"

/* A quoted string. The text must be UTF-8; control characters are escaped. */
void json_add_text(buffer *b, text value);
/* `"key":`, with a comma before it unless the object has just been opened. The key must have
 * nothing in it that needs escaping. */
void json_add_key(buffer *b, text key);
/* A comma unless the object or array has just been opened (or nothing is there yet). */
void json_add_comma(buffer *b);

#endif
