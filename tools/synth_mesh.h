/* A MeSH of the synthetic records' own headings. */
#ifndef CARREL_TOOLS_SYNTH_MESH_H
#define CARREL_TOOLS_SYNTH_MESH_H

#include "base/error.h"
#include "synth_lexicon.h"

/* Writes mesh_terms.tsv and mesh_tree.tsv into the folder, which must be there: every heading once,
 * with its name in small letters. The first heading of every fourteenth topic is at the top of a
 * tree, with 209 headings below it. */
bool mesh_write(const lexicon *l, const char *folder, error *e);

#endif
