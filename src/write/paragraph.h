/* Paragraphs of files in plain text, broken at spaces alone, so that a program can join the lines
 * again; see layout.h for those that people read. */
#ifndef CARREL_WRITE_PARAGRAPH_H
#define CARREL_WRITE_PARAGRAPH_H

#include "write/writer.h"

/* Adds `lead` and the words, in lines of 80 columns; all but the first begin with `indent` spaces,
 * the first with the lead. White space is squeezed, control characters are left out. Nothing where
 * there are no words. */
void paragraph_add(output *out, text lead, text words, size_t indent);

#endif
