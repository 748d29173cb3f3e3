/* One line of an answer: what a writer prints. Writers look nothing up. */
#ifndef CARREL_MODEL_HIT_H
#define CARREL_MODEL_HIT_H

#include "model/record.h"

/* A stretch of bytes of a text. */
typedef struct span {
  size_t from, size;
} span;
typedef LIST_OF(span) spans;

/* A place that a record was read from. */
typedef struct provenance {
  text file, format;
  long long line; /* 0 where unknown */
} provenance;

typedef struct hit {
  size_t rank;          /* from 1 */
  double score;         /* 0 where the answer is not ranked */
  const record *record; /* of a stub: identifiers and, where the link tells it, title and more */
  bool in_library;
  text citation;       /* of a stub: the citation as the source printed it */
  text group;          /* head under which it stands, "Computed from the words"; may be empty */
  text origin;         /* the same for programs: "page", "computed", "record"; may be empty */
  LIST_OF(provenance) sources; /* of a whole record, where there are several */
  text snippet;        /* a passage; may be empty */
  spans snippet_marks; /* the matched words in it, in order */
  spans title_marks;   /* the matched words in record->title, in order */
} hit;

#endif
