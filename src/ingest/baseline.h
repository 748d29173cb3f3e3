/* A year's new baseline in the place of the last one. */
#ifndef CARREL_INGEST_BASELINE_H
#define CARREL_INGEST_BASELINE_H

#include "ingest/intake.h"

/* If NLM's files up to the last one that was given are all in the library, what the files of
 * earlier years said, and none of this year's has said again, goes; what other sources say stays.
 * Else the observer is told. False where the library fails. */
bool baseline_replace(intake *g, const file_list *files, error *e);

#endif
