/* What ranking can be told: the numbers of BM25, and what an occurrence in each column counts. A
 * library may have its own; the command line goes before them. */
#ifndef CARREL_SEARCH_PARAMETERS_H
#define CARREL_SEARCH_PARAMETERS_H

#include "store/store.h"
#include "model/field.h"

typedef struct score_parameters {
  double k1, b;
  unsigned weights[COLUMN_COUNT]; /* 0 for what is not ranked */
} score_parameters;

/* What `search` and `topic` start from. */
score_parameters parameters_default(void);

/* The parameters by name: "k1", "b", "weights"; NULL at the end. */
extern const char *const parameter_names[];
/* Sets one from a text: a number, or of weights "title=3,abstract=1", which leaves the others as
 * they are. ERROR_USE where it is none. */
bool parameters_set(score_parameters *p, const char *name, text value, error *e);
/* One as a text that parameters_set takes. */
text parameters_get(const score_parameters *p, const char *name, arena *a);

/* The defaults, but for what the library has of its own. */
bool parameters_load(store *s, score_parameters *p, error *e);
/* Has the library keep one, or with an empty value forget it. */
bool parameters_keep(store *s, const char *name, text value, error *e);
/* What parameters_keep has kept; empty where it has not. */
text parameters_kept(store *s, const char *name, arena *a, error *e);

#endif
