/* Grants as NLM prints them on one line. */
#ifndef CARREL_READ_GRANT_H
#define CARREL_READ_GRANT_H

#include "model/record.h"

/* Reads "number/acronym/agency/country", where number, acronym and, in older records, country may
 * be absent, and a number may hold slashes; also PubMed Central's "number || acronym". */
funding grant_read(text printed);

#endif
