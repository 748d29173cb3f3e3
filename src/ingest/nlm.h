/* NLM's numbered files, pubmed26n0123.xml.gz: the baseline of a year and its daily updates, one
 * series of numbers. What a later file says replaces what an earlier one said. */
#ifndef CARREL_INGEST_NLM_H
#define CARREL_INGEST_NLM_H

#include "ingest/files.h"

/* A number has the year before it: 260123. */
enum { NLM_YEAR = 10000 };

/* The number in a path, by the file's name alone; 0 where it is no such name. */
long long nlm_sequence(const char *path);
/* Puts the numbered files among the others into numeric order. False without memory. */
bool nlm_order(file_list *files);
/* "pubmed26n0123" */
text nlm_name(long long sequence, arena *a);

#endif
