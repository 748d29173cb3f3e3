/* Records that have no name of their own. */
#ifndef CARREL_INGEST_IDENTITY_H
#define CARREL_INGEST_IDENTITY_H

#include "model/record.h"

/* Gives a record without any identifier that makes articles one (a PMID, a DOI ...) one made of
 * title, people, year and place of publication, or of all it says where it has no title: the same
 * when it comes again, so that it can be found, shown and recognised like any other. */
void identity_give(record *r);

#endif
