/* Subject words of formats that do not tell MeSH headings from authors' keywords. */
#ifndef CARREL_READ_SUBJECT_H
#define CARREL_READ_SUBJECT_H

#include "model/record.h"

/* Adds one printed subject: as a MeSH heading where it has MeSH's form ("*Boswellia/chemistry"),
 * or in a record `of_medline` a star ("*Gambling") or the name of a check tag ("Humans");
 * otherwise as a keyword, a star being taken as the mark of a major one. */
void subject_add(record *r, text printed, bool of_medline);
/* Reads "*Heading/qualifier/qualifier", stars anywhere, into a new heading, without asking whether
 * it is one. */
void heading_add(record *r, text printed);

#endif
