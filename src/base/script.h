/* Super- and subscripts in plain text: the characters that Unicode has for them. */
#ifndef CARREL_BASE_SCRIPT_H
#define CARREL_BASE_SCRIPT_H

#include "base/buffer.h"

/* Adds the text as superscript: in Unicode's characters where each of its characters has one
 * ("-1" gives "⁻¹"), else readably: one character and the endings of ordinals ("st") as they are,
 * anything longer behind "^". Words of two or more letters stay words, so that an allele such as
 * the "V600E" of "BRAF^V600E" is found. */
void script_add_super(buffer *b, text raised);
/* Adds the text as subscript: in Unicode's characters where each of its characters has one
 * ("2" gives "₂"), else as it is. */
void script_add_sub(buffer *b, text lowered);
/* The same for one character: 0 where there is none. */
unsigned script_super(unsigned code);
unsigned script_sub(unsigned code);
/* The opposite: what is raised or lowered in this character; 0 where it is neither. */
unsigned script_plain(unsigned code, bool *raised);

#endif
