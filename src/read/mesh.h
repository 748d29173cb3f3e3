/* Files of MeSH, told from their content: NLM's XML (descriptors, qualifiers, supplementary
 * records, pharmacological actions), its ASCII files (d2026.bin, q2026.bin, c2026.bin), its trees
 * (mtrees2026.bin), and tables parted by tabs whose first line names the columns. */
#ifndef CARREL_READ_MESH_H
#define CARREL_READ_MESH_H

#include "base/error.h"
#include "model/mesh.h"
#include "read/input.h"

/* Who gets the records. False, with `e` set, ends the reading. The entry and its texts are valid
 * during the call. */
typedef struct mesh_taker {
  bool (*take)(void *context, const mesh_entry *entry, error *e);
  void *context;
} mesh_taker;

typedef struct mesh_format {
  const char *name;
  /* Whether a head (see input_head) is its format; then says what the file tells. */
  bool (*recognises)(text head, mesh_claims *claims);
  /* Hands every record to the taker. False with `e` set where the input is damaged, or the taker
   * wants no more. A record may come in several entries. */
  bool (*read)(input *in, const mesh_taker *taker, error *e);
} mesh_format;

extern const mesh_format mesh_xml, mesh_ascii, mesh_trees, mesh_table;

/* The format of the input, or NULL where it is no file of MeSH. */
const mesh_format *mesh_recognise(text head, mesh_claims *claims);
/* The year of MeSH that a file is of: the first of its name ("desc2026.xml"), else of its head;
 * 0 where neither says. */
int mesh_year(const char *path, text head);

#endif
