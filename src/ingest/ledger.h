/* The ledger: the table of the files that were taken in. Every name has a row for each time; the
 * last one says what is in the library. */
#ifndef CARREL_INGEST_LEDGER_H
#define CARREL_INGEST_LEDGER_H

#include "base/digest.h"
#include "ingest/files.h"
#include "ingest/ingest.h"

/* Where a file stands in the order of files. NLM's numbered files come by their numbers, others by
 * when their bytes were first taken in: reading an old file again does not make it newer. */
typedef struct place {
  long long file; /* its row */
  long long sequence, first;
} place;

bool place_equal(const place *a, const place *b);
bool place_before(const place *a, const place *b);
bool ledger_place(store *s, long long file, place *p, error *e);

/* The row of the same bytes: of a file with this path, size and time of change, else of any whose
 * size and digest are the same; 0 where there is none. `format` NULL: of any format. */
bool ledger_find(store *s, const file_entry *entry, const char *format, long long *row, error *e);
/* What that row says: the file's name, and how many records are as it said and were skipped. */
typedef struct ledger_row {
  text name;
  long long records, skipped;
} ledger_row;
bool ledger_read(store *s, long long row, arena *a, ledger_row *r, error *e);

/* A new row, with its place. `same` is what ledger_find gave. */
bool ledger_open(store *s, const file_entry *entry, const char *format, long long same, place *p,
                 error *e);
bool ledger_close(store *s, long long file, const ingest_counts *counts, const digest_text digest,
                  error *e);

/* The highest of NLM's numbers from `least` up to but not including `below`; 0 where none is. */
bool ledger_sequence(store *s, long long least, long long below, long long *sequence, error *e);

#endif
