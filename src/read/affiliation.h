/* Names and affiliations as PubMed's pages and text formats print them: authors point by numbers
 * to a list of affiliations. */
#ifndef CARREL_READ_AFFILIATION_H
#define CARREL_READ_AFFILIATION_H

#include "model/record.h"

typedef struct affiliation_pointer {
  size_t person;
  long long number;
} affiliation_pointer;
typedef LIST_OF(affiliation_pointer) affiliation_pointers;

/* The person added last points to this number. */
void affiliation_point(record *r, affiliation_pointers *pointers, long long number);
/* Gives the affiliation to those who point to its number; false where nobody does. */
bool affiliation_give(record *r, const affiliation_pointers *pointers, long long number,
                      text affiliation);
/* Gives it to every person. */
void affiliation_give_all(record *r, text affiliation);

/* Reads "van der Berg JA Jr", whatever letters the initials have: the initials are the last word
 * in capitals, and what stands behind them is a suffix. */
void name_read_brief(person *brief, text name);

#endif
