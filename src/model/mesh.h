/* Records of MeSH, NLM's vocabulary: descriptors (headings), qualifiers (subheadings) and
 * supplementary concepts (mostly substances), as a file of MeSH tells them. Source: NLM, "MeSH Data
 * Element Descriptions". */
#ifndef CARREL_MODEL_MESH_H
#define CARREL_MODEL_MESH_H

#include "base/list.h"

/* The first letter of a record's UI. */
typedef enum {
  MESH_DESCRIPTOR = 'D',
  MESH_QUALIFIER = 'Q',
  MESH_SUPPLEMENT = 'C',
} mesh_kind;

/* Classes of descriptors. Their values are NLM's. */
enum { MESH_TOPIC = 1, MESH_PUBLICATION_TYPE = 2, MESH_CHECK_TAG = 3, MESH_GEOGRAPHIC = 4 };

/* One way to say a record. */
typedef struct mesh_term {
  text name;
  text relation; /* of its concept to the record's: NRW narrower, BRD broader, REL related; mostly
                    empty: the same */
  bool permuted; /* "Diseases, Heart": made by turning words around */
} mesh_term;

/* Another record, by whatever the file names it. */
typedef struct mesh_reference {
  text ui, name;
  text code;  /* of a qualifier: its abbreviation */
  bool major; /* of a heading that a supplement is mapped to: starred */
} mesh_reference;
typedef LIST_OF(mesh_reference) mesh_references;

typedef struct mesh_entry {
  mesh_kind kind;
  text ui; /* "D009203"; empty where the file has none */
  text name;
  text abbreviation; /* of a qualifier: "DT" */
  text scope;        /* scope note */
  long long class;   /* of a descriptor; 0: the file does not say */
  LIST_OF(mesh_term) terms;
  texts previous;             /* headings under which it was indexed before: "Heart (1966-1971)" */
  texts trees;                /* "C14.280.647.500" */
  mesh_references qualifiers; /* that may stand with a descriptor */
  mesh_references actions;    /* pharmacological actions of a substance */
  mesh_references substances; /* of an action: the substances that have it */
  mesh_references headings;   /* that stand for a supplement in records */
} mesh_entry;

/* What a file tells of its records. */
enum {
  MESH_TELLS_RECORDS = 1, /* it lists all records of its kind with their terms */
  MESH_TELLS_TREES = 2,
  MESH_TELLS_QUALIFIERS = 4,
  MESH_TELLS_ACTIONS = 8,
  MESH_TELLS_HEADINGS = 16,
};

typedef struct mesh_claims {
  mesh_kind kind;
  unsigned tells; /* a set of the above */
} mesh_claims;

#endif
