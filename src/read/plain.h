/* Plain text out of values in which exporters have left HTML or JATS markup and character
 * references: "<p>IL-2<sup>+</sup> &amp; TNF-&alpha;</p>" becomes "IL-2⁺ & TNF-α". */
#ifndef CARREL_READ_PLAIN_H
#define CARREL_READ_PLAIN_H

#include "base/arena.h"

/* Known inline and block tags are taken out, superscripts and subscripts are written as in
 * base/script.h, references are resolved; what only looks like markup ("a<b") stays. White space
 * is squeezed. */
text plain_text(arena *a, text source);
/* The same for a text of several paragraphs: those that are parted by line feeds, <p> or <br>
 * stay parted by one line feed. */
text plain_paragraphs(arena *a, text source);

#endif
