/* EndNote's fields. EndNote itself writes all of them as RIS, so whatever holds EndNote's fields
 * (its XML, RefLib's JSON) is turned into that, and read as RIS is. */
#ifndef CARREL_READ_ENDNOTE_H
#define CARREL_READ_ENDNOTE_H

#include "read/draft.h"

/* The RIS type of a reference type: by EndNote's name or RefLib's ("Book Section",
 * "bookSection"), else by EndNote's number; empty where it is neither. */
text endnote_type(text name, text number);
/* The RIS tag of a field: by the XML element that holds it, `list` being the one around that
 * ("secondary-authors" for an "author"; mostly of no account), or by RefLib's name alone; empty
 * where there is none. */
text endnote_tag(text list, text element);
text endnote_tag_of_reflib(text name);

#endif
