/* Asking MeSH, as it has been loaded into the library. All of this needs mesh_state to have said
 * that it is. Texts live in the arena that is given. */
#ifndef CARREL_STORE_MESH_H
#define CARREL_STORE_MESH_H

#include "model/mesh.h"
#include "store/store.h"
#include "text/words.h"

/* What there is of MeSH. */
typedef struct mesh_state {
  bool loaded;          /* anything at all */
  bool trees;           /* headings have places in trees: they can be exploded */
  bool qualifier_trees; /* subheadings have */
  bool actions;
} mesh_state;
bool mesh_state_get(store *s, mesh_state *state, error *e);

typedef struct mesh_counts {
  long long descriptors, qualifiers, supplements, terms, trees, actions;
  long long year; /* of the descriptors; 0: unknown */
} mesh_counts;
bool mesh_count(store *s, mesh_counts *counts, error *e);

typedef struct mesh_record {
  long long id;
  mesh_kind kind;
  text ui, name, folded;
  long long class; /* 0: unknown */
  text abbreviation;
  text number; /* the place in the tree by which it was found; empty: found otherwise */
} mesh_record;
typedef LIST_OF(mesh_record) mesh_records;

/* The letter of a kind, as it stands in the library. */
text mesh_kind_letter(mesh_kind kind);
/* A term's words, folded and parted by spaces, as terms are looked up: "il 2" for "IL-2" and "IL2".
 */
text mesh_key(words *walk, text term, arena *a);

/* Each adds what it finds to the list; false with `e` set on failure. */
bool mesh_find_ui(store *s, text ui, mesh_records *found, arena *a, error *e);
bool mesh_find_name(store *s, mesh_kind kind, text folded, mesh_records *found, arena *a, error *e);
/* A qualifier by its two letters. */
bool mesh_find_code(store *s, text code, mesh_records *found, arena *a, error *e);
/* By any term; supplementary concepts last. */
bool mesh_find_key(store *s, text key, mesh_records *found, arena *a, error *e);
/* Whatever has a number in a tree that begins so, once for each place, in their order. */
bool mesh_find_tree(store *s, text beginning, mesh_records *found, arena *a, error *e);
/* The record at this very place. */
bool mesh_find_place(store *s, text number, mesh_records *found, arena *a, error *e);

/* What belongs to a record; `which` is one of the following. */
typedef enum {
  MESH_ITSELF,
  MESH_ALLOWED,    /* the qualifiers that a descriptor takes */
  MESH_ACTIONS,    /* the pharmacological actions of a substance */
  MESH_SUBSTANCES, /* the substances of an action */
  MESH_MAPPED,     /* the headings of a supplement */
} mesh_relation;
bool mesh_find_related(store *s, long long id, mesh_relation which, mesh_records *found, arena *a,
                       error *e);

typedef LIST_OF(mesh_term) mesh_terms;
bool mesh_terms_of(store *s, long long id, mesh_terms *terms, arena *a, error *e);
bool mesh_trees_of(store *s, long long id, texts *numbers, arena *a, error *e);
/* Under what it was indexed before it was made. */
bool mesh_previous_of(store *s, long long id, texts *previous, arena *a, error *e);
bool mesh_scope_of(store *s, long long id, text *scope, arena *a, error *e);

/* A term and the record that it is of. */
typedef struct mesh_match {
  text key, name;
  long long record;
} mesh_match;
typedef LIST_OF(mesh_match) mesh_matches;
/* The terms with a word that begins so, in no order. */
bool mesh_terms_with(store *s, text beginning, mesh_matches *found, arena *a, error *e);

#endif
