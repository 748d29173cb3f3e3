/* The copyright statement that many databases print at the end of an abstract. */
#ifndef CARREL_READ_COPYRIGHT_H
#define CARREL_READ_COPYRIGHT_H

#include "base/text.h"

/* The statement at the end of a plain text ("(c) 2020 Elsevier. All rights reserved."), which is
 * cut off there; the empty text where there is none. */
text copyright_take(text *abstract);

#endif
