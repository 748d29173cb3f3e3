/* LaTeX as BibTeX files hold it, into plain Unicode text: accents, signs, formatting commands,
 * formulas in one readable line. */
#ifndef CARREL_READ_LATEX_H
#define CARREL_READ_LATEX_H

#include "base/arena.h"

/* "Schr{\"o}dinger's $\alpha_2$ \emph{in vivo} 5--7" becomes "Schrödinger's α₂ in vivo 5–7". Braces
 * go; a command that is not known gives its argument, or its name where it has none. Line feeds
 * stay. What is no LaTeX is text. */
text latex_plain(arena *a, text source);
/* For web addresses and identifiers: braces and the backslashes before signs go, "\url{x}" is x;
 * dashes, quotes and tildes stay as they are. */
text latex_verbatim(arena *a, text source);

/* The content of the braces at the start, which are taken off `rest` with it; false, and nothing
 * taken, where there are none or they do not end. */
bool latex_take_group(text *rest, text *content);

#endif
