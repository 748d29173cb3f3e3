/* The keys by which papers cite records: "smith2024desks", of the family name, the year and the
 * first word of the title that says something. A record that came out of a BibTeX file keeps the
 * key that it had there. A key depends on the record alone, but where two of one document would be
 * alike, whatever their case: then the later one has its identifier behind it. */
#ifndef CARREL_WRITE_CITATION_KEY_H
#define CARREL_WRITE_CITATION_KEY_H

#include "write/writer.h"

/* A writer's begin: the keys that are taken live in out->state. */
void citation_keys_begin(output *out);
/* The record's key, in out->scratch; from now on it is taken. */
text citation_key(output *out, const record *r);

#endif
