/* Languages: records keep the three letters that NLM uses (MARC, the bibliographic codes of
 * ISO 639-2), other formats print names, BibLaTeX identifiers or two letters. */
#ifndef CARREL_MODEL_LANGUAGE_H
#define CARREL_MODEL_LANGUAGE_H

#include "base/text.h"

typedef struct language {
  text code;       /* "ger" */
  text short_code; /* ISO 639-1: "de"; may be empty */
  text name;       /* "German" */
} language;

/* By code, short code, name or BibLaTeX identifier ("de", "deu", "ger", "German", "ngerman",
 * "de-AT", "de_AT"), case ignored; NULL where it is unknown. */
const language *language_find(text printed);

#endif
