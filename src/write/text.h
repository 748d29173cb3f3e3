/* What the two forms of the text format share: a hit in a list (text.c) and a whole record
 * (text_whole.c, with text_people.c and text_links.c). */
#ifndef CARREL_WRITE_TEXT_H
#define CARREL_WRITE_TEXT_H

#include "write/layout.h"

/* Names of authors in the head of a record; spaces before what stands under a head. */
enum { AUTHORS_SHOWN = 3, TEXT_INDENT = 2 };

/* Between pieces of one line. */
#define TEXT_BETWEEN TEXT(" \xC2\xB7 ")

/* The line of the title: "[RETRACTED]" where it is due, the title with its marks, or what else a
 * stub is known by. */
void text_add_title(output *out, const hit *h, text lead, size_t indent);
/* The line of identifiers, "PMID 1 · PMC2 · doi 10.1/x", and whether it is in the library. `all`:
 * also those of lesser schemes. Nothing where there is nothing to tell. */
void text_add_identifiers(output *out, const hit *h, size_t indent, bool all);
/* Who and where, on one line if they fit and otherwise on two; either may be empty. */
void text_add_source(output *out, text authors, text source, size_t indent);
/* "before (inner)", or what of it there is. */
text text_in_brackets(text before, text inner, arena *a);
/* An empty line and a head, with a count unless it is 0. */
void text_add_head(output *out, text label, size_t count);
void text_add_people(output *out, const record *r);
void text_add_links(output *out, const record *r);
/* A whole record. */
void text_add_whole(output *out, const hit *h);

#endif
