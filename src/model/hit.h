/* One line of an answer: what a writer prints. Writers look nothing up. */
#ifndef CARREL_MODEL_HIT_H
#define CARREL_MODEL_HIT_H

#include "model/field.h"
#include "model/record.h"

/* A stretch of bytes of a text. */
typedef struct span {
  size_t from, size;
} span;
typedef LIST_OF(span) spans;

/* What a term of the question has given to a hit's score. */
typedef struct score_share {
  text words;                   /* as the user knows it */
  double score;                 /* its part of the hit's */
  double weight;                /* in the question */
  long long records;            /* that have it */
  double columns[COLUMN_COUNT]; /* the parts of `score` by where it stands */
  texts sources;                /* of a word that was not asked: the records that have added it */
  bool near;                    /* two words that stand near each other, instead of a term */
} score_share;
typedef LIST_OF(score_share) score_shares;
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
  text citation; /* of a stub: the citation as the source printed it */
  text group;    /* head under which it stands, "Computed from the words"; may be empty */
  text origin;   /* the same for programs: "page", "computed", "record"; may be empty */
  LIST_OF(provenance) sources; /* of a whole record, where there are several */
  text snippet;                /* a passage; may be empty */
  spans snippet_marks;         /* the matched words in it, in order */
  score_shares shares;         /* the larger first; filled where an explanation is asked for */
  spans title_marks;           /* the matched words in record->title, in order */
} hit;

#endif
