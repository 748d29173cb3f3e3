/* The kinds of links between articles, as one table: our name, the heading under which they are
 * shown, the kind seen from the other end, and the names that formats use. */
#ifndef CARREL_MODEL_LINK_H
#define CARREL_MODEL_LINK_H

#include "model/record.h"

typedef struct link_kind {
  text name;     /* "cites"; stored and printed in JSON */
  text label;    /* "References" */
  text inverse;  /* name of the kind seen from the other article; empty where there is none */
  text ref_type; /* CommentsCorrections/@RefType in PubMed XML; may be empty */
  text tag;      /* MEDLINE tag; may be empty */
} link_kind;

/* In the order in which they are shown. */
extern const link_kind link_kinds[];
extern const size_t link_kind_count;

/* NULL where no kind has that name, label (case ignored), RefType or tag. */
const link_kind *link_kind_named(text name);
const link_kind *link_kind_labelled(text label);
const link_kind *link_kind_of_ref_type(text ref_type);
const link_kind *link_kind_of_tag(text tag);

/* A new link at the end of the record's links. */
link *record_add_link(record *r, text kind);
/* The best words for a link: its title and citation, else its citation, else its identifiers. */
text link_words(const link *l, arena *a);

#endif
